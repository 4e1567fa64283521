package org.alkahest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunSummaryTest {
    @Test
    void countsTestsPerDatabaseAndNamesTheSkippedOnesWithTheirReason() {
        RunSummary summary = new RunSummary();
        summary.add("h2", Optional.empty());
        summary.add("h2", Optional.empty());
        summary.add("sqlite-file", Optional.empty());
        summary.add("postgresql-local", Optional.of("nothing answers"));
        summary.add("postgresql-local", Optional.of("nothing answers"));
        assertThat(summary)
                .hasToString("Database tests: h2 2, sqlite-file 1; SKIPPED postgresql-local: nothing answers");
    }
}
