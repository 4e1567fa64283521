package org.alkahest.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The rules that bytecode cannot show. Each returns its findings as {@code file:line: text}. */
final class SourceRules {
    private static final Pattern DATABASE =
            Pattern.compile("sqlite|postgres|mysql|mariadb|oracle|sql ?server|duckdb|(?<![a-z0-9])h2(?![a-z0-9])");

    private SourceRules() {}

    /** String literals with a database's name, in packages under {@code root} other than a database's own dialect. */
    static List<String> databaseNames(List<Path> sourceFolders, String root) {
        String dialects = root + ".dialect.";
        return scan(
                sourceFolders,
                unit -> isUnder(root, unit) && !packageOf(unit).startsWith(dialects),
                tree -> tree instanceof LiteralTree literal
                                && literal.getValue() instanceof String text
                                && DATABASE.matcher(text.toLowerCase(Locale.ROOT))
                                        .find()
                        ? "names a database: " + literal
                        : "");
    }

    /** {@code synchronized} blocks, which pin a virtual thread to its carrier on JDK 21 to 23. */
    static List<String> synchronizedBlocks(List<Path> sourceFolders, String root) {
        return scan(
                sourceFolders,
                unit -> isUnder(root, unit),
                tree -> tree instanceof SynchronizedTree ? "synchronizes: use a ReentrantLock" : "");
    }

    private static List<String> scan(
            List<Path> sourceFolders, Predicate<CompilationUnitTree> scope, Function<Tree, String> rule) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> sources = sourceFolders.stream()
                    .filter(Files::isDirectory)
                    .flatMap(SourceRules::javaFiles)
                    .toList();
            if (sources.isEmpty()) {
                return List.of();
            }
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .filter(scope)
                    .flatMap(unit -> findings(unit, Trees.instance(task), rule).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> findings(CompilationUnitTree unit, Trees trees, Function<Tree, String> rule) {
        List<String> findings = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                String finding = tree == null ? "" : rule.apply(tree);
                if (!finding.isEmpty()) {
                    long position = trees.getSourcePositions().getStartPosition(unit, tree);
                    findings.add(unit.getSourceFile().getName() + ":"
                            + unit.getLineMap().getLineNumber(position) + ": " + finding);
                }
                return super.scan(tree, null);
            }
        }.scan(unit, null);
        return findings;
    }

    private static boolean isUnder(String root, CompilationUnitTree unit) {
        return (packageOf(unit) + ".").startsWith(root + ".");
    }

    private static String packageOf(CompilationUnitTree unit) {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
