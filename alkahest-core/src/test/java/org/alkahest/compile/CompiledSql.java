package org.alkahest.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the SQL that tests have seen in {@code compiled-sql/<dialect>.sql} beside the test classes, one statement per line,
 * for the modules that check it with independent grammars. Each run of the tests begins the files anew.
 */
public final class CompiledSql {
    private static final Path DIRECTORY = directory();
    private static final Map<String, Set<String>> SEEN = new ConcurrentHashMap<>();

    private CompiledSql() {}

    /** Keeps one statement. */
    public static void record(String dialect, String sql) {
        String line = sql.replaceAll("\\s*\\R\\s*", " ");
        Set<String> seen = SEEN.computeIfAbsent(dialect, CompiledSql::begin);
        if (seen.add(line)) {
            write(dialect, line + "\n", StandardOpenOption.APPEND);
        }
    }

    private static Set<String> begin(String dialect) {
        write(dialect, "", StandardOpenOption.TRUNCATE_EXISTING);
        return ConcurrentHashMap.newKeySet();
    }

    private static void write(String dialect, String text, StandardOpenOption option) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(dialect + ".sql"), text, StandardOpenOption.CREATE, option);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build's output directory, whichever it is: that of the test classes. */
    private static Path directory() {
        try {
            Path classes = Path.of(CompiledSql.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("compiled-sql");
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException("The test classes have no directory", e);
        }
    }
}
