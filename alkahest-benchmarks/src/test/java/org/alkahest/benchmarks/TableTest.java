package org.alkahest.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    private static Figure figure(String group, String subject, double nanos, double error, double bytes) {
        return new Figure(group, subject, new Measured(nanos, error), bytes);
    }

    @Test
    void carriesErrorsIntoRatios() {
        Measured ratio = new Measured(300, 30).dividedBy(new Measured(200, 10));

        assertThat(ratio.mean()).isEqualTo(1.5);
        assertThat(ratio.error()).isCloseTo(1.5 * Math.hypot(0.1, 0.05), within(1e-12));
    }

    @Test
    void comparesWithTheBaselineOfTheGroupAndJudges() {
        String table = Table.of(List.of(
                figure("Read h2", "alkahest", 2_200_000, 22_000, 5_000_000),
                figure("Statement", "cached", 2_500, 25, 3_000),
                figure("Read h2", "jdbc", 2_000_000, 20_000, 4_000_000),
                figure("Statement", "jooq", 10_000, 100, 13_500)));

        assertThat(table.lines().skip(1))
                .containsExactly(
                        "Read h2           alkahest           2.20 ms ±   1 %     5,000 kB   1.10 ± 0.02, level"
                                + "     at most 1.30: met",
                        "Read h2           jdbc               2.00 ms ±   1 %     4,000 kB   (the others by this)",
                        "Statement         cached             2.50 µs ±   1 %      3,000 B   0.25 ± 0.00"
                                + "            at most 2.00 µs 4,096 B: MISSED",
                        "Statement         jooq              10.00 µs ±   1 %     13,500 B   (the others by this)");
    }
}
