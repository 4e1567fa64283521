package org.alkahest.format;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Checks, or with {@code apply} rewrites, every Java source of the project in the Palantir style. */
final class FormatSources {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    private FormatSources() {}

    public static void main(String[] arguments) throws IOException {
        boolean apply = arguments[0].equals("apply");
        Path root = Path.of(arguments[1]).toRealPath();
        List<String> findings = sources(root).parallelStream()
                .map(source -> format(root, source, apply))
                .filter(finding -> !finding.isEmpty())
                .toList();
        findings.forEach(System.err::println);
        if (!apply && !findings.isEmpty()) {
            System.err.println("Run .ci/format and commit what it changes.");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                boolean foreign = name.equals("target") || (name.startsWith(".") && !directory.equals(root));
                return foreign ? SKIP_SUBTREE : CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return CONTINUE;
            }
        });
        return sources;
    }

    private static String format(Path root, Path source, boolean apply) {
        try {
            String text = Files.readString(source);
            String formatted = FORMATTER.formatSourceAndFixImports(text);
            if (formatted.equals(text)) {
                return "";
            }
            if (apply) {
                Files.writeString(source, formatted);
            }
            return (apply ? "Formatted " : "Not formatted: ") + root.relativize(source);
        } catch (FormatterException | IOException e) {
            return "Cannot format " + root.relativize(source) + ": " + e.getMessage();
        }
    }
}
