package org.alkahest.grammar.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks every statement that core's own tests of SQL text expect. */
final class CompiledSqlTest {
    private static final Path FILE = Path.of(System.getProperty("alkahest.compiled-sql"), "oracle.sql");

    /** Operators and text that only a test's user wrote, for no database or another one. */
    private static final Pattern OWN_TEXT = Pattern.compile("::|@@| GLOB |SELECT 1 AS one");

    /** Whether this run was asked for some tests only, so that core's need not have run. */
    private static boolean isPartialRun() {
        String selected = System.getProperty("alkahest.selected-tests", "");
        return !selected.isEmpty() && !selected.startsWith("${");
    }

    @Test
    void acceptsWhatCoreExpects() throws IOException {
        if (!Files.exists(FILE)) {
            assumeThat(isPartialRun())
                    .as("core's tests have not run, as -Dtest selects some: there is no " + FILE)
                    .isFalse();
            fail(
                    "There is no %s: core's tests write it, and have run before this one. Does SqlAssert still record?",
                    FILE);
        }
        try (Stream<String> lines = Files.lines(FILE)) {
            List<String> rejected = lines.filter(line -> !OWN_TEXT.matcher(line).find())
                    .map(KnownRejections::complaint)
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(rejected).isEmpty();
        }
    }
}
