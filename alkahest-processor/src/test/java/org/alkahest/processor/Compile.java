package org.alkahest.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources with the processor. Sources are given as text; what comes out lies in a directory. */
final class Compile {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^[^/*\\n]*?\\b(?:class|enum|interface|record) (\\w+)");

    private final JavaCompiler compiler;
    private final Path output;
    private final List<String> options = new ArrayList<>(List.of("--release", "21", "-encoding", "UTF-8"));
    private final List<Path> sources = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private List<Processor> processors = List.of(new EntityProcessor());

    Compile(Path output) {
        this(ToolProvider.getSystemJavaCompiler(), output);
    }

    Compile(JavaCompiler compiler, Path output) {
        this.compiler = compiler;
        this.output = output;
    }

    Compile options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Compile classPath(Path folder) {
        classPath.add(folder);
        return this;
    }

    Compile processors(Processor... others) {
        processors = List.of(others);
        return this;
    }

    /** A source file; its name is that of its first top-level type. */
    Compile source(String text) {
        Matcher packageName = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        String name = text.startsWith("module ")
                ? "module-info"
                : (packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "")
                        + (type.find() ? type.group(1) : "package-info");
        Path file = output.resolveSibling(output.getFileName() + "-sources").resolve(name + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sources.add(file);
        return this;
    }

    /** The Java files of a folder. */
    Compile sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()
                    .forEach(file -> source(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Outcome run() {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(output);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            List<Path> path = new ArrayList<>(classPath);
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
                if (!entry.contains("alkahest-processor")) {
                    path.add(Path.of(entry));
                }
            }
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            task.setLocale(Locale.ROOT);
            boolean success = task.call();
            return new Outcome(success, List.copyOf(diagnostics.getDiagnostics()), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a compilation left behind. */
    record Outcome(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path output) {
        /** Errors and warnings, one a line, with the line of the source that they point to. */
        List<String> messages() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                    .map(diagnostic -> (diagnostic.getLineNumber() == Diagnostic.NOPOS
                                    ? ""
                                    : "line " + diagnostic.getLineNumber() + ": ")
                            + diagnostic
                                    .getMessage(Locale.ROOT)
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                    .toList();
        }

        /** Generated files by their path: sources end in {@code .java}, resources in {@code .json}. */
        Map<String, String> generated(String extension) {
            Map<String, String> generated = new TreeMap<>();
            try (Stream<Path> files = Files.walk(output)) {
                files.filter(file -> file.toString().endsWith(extension))
                        .forEach(file ->
                                generated.put(output.relativize(file).toString().replace('\\', '/'), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return generated;
        }
    }
}
