package org.alkahest.type;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.multiset;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sumDuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Durations and periods, as intervals or as numbers. */
final class IntervalRoundTripTest {
    private static final Runs RUNS = new Runs();
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 28, 12, 0);

    @DatabaseTest
    void keepsDurations(DatabaseFixture database) {
        Duration longest = Duration.ofSeconds(9_223_372_036_854L, 775_807_000);
        RoundTrip.of(database, SqlTypes.DURATION)
                .keeps(
                        Duration.ZERO,
                        Duration.ofNanos(1_000),
                        Duration.ofNanos(-1_000),
                        Duration.parse("-P1DT2H3M4.5S"),
                        Duration.parse("P1DT-0.000001S"),
                        Duration.ofDays(400).plusHours(25),
                        longest,
                        longest.negated())
                .keepsAs(Duration.ofNanos(1_999), Duration.ofNanos(1_000))
                .keepsAs(Duration.ofNanos(-1_999), Duration.ofNanos(-1_000))
                .refuses(longest.plusNanos(1_000), "ALK-1175")
                .refuses(Duration.ofSeconds(Long.MIN_VALUE), "ALK-1175")
                .sorts(
                        Duration.ofDays(-30),
                        Duration.ofSeconds(-1),
                        Duration.ZERO,
                        Duration.ofHours(9),
                        Duration.ofHours(10),
                        Duration.ofDays(2));
    }

    @DatabaseTest
    void keepsPeriodsOfMonths(DatabaseFixture database) {
        Period longest = Period.of(178_956_970, 7, 0);
        RoundTrip.of(database, SqlTypes.PERIOD_OF_MONTHS)
                .keeps(Period.ZERO, Period.of(1, 2, 0), Period.of(-1, -2, 0), longest, longest.negated())
                .keepsAs(Period.ofMonths(14), Period.of(1, 2, 0))
                .refuses(longest.plusMonths(1), "ALK-1175")
                .refuses(Period.ofDays(30), "ALK-1176")
                .sorts(Period.ofMonths(-1), Period.ofMonths(11), Period.ofYears(1), Period.of(1, 1, 0));
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void keepsArraysOfDurations(DatabaseFixture database) {
        List<Duration> list = List.of(Duration.ofHours(-30), Duration.ofNanos(1_000));
        if (database.dialect().equals("postgresql") || database.dialect().equals("duckdb")) {
            RoundTrip.of(database, SqlTypes.array(SqlTypes.DURATION)).keeps(list);
        } else {
            RoundTrip.of(database, SqlTypes.array(SqlTypes.DURATION)).keepsAs(list, list);
        }
    }

    /** Three runs of 30, 60 and 90 minutes, the last of which is in another year. */
    private static Engine runs(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(RUNS).createAll(engine);
        engine.begin(connection -> {
            for (int i = 1; i <= 3; i++) {
                connection.execute(insert(RUNS)
                        .set(RUNS.id, i)
                        .set(RUNS.started, NOON)
                        .set(RUNS.ended, NOON.plusYears(i / 3).plusNanos(i * 1_000L))
                        .set(RUNS.took, Duration.ofMinutes(30L * i)));
            }
        });
        return engine;
    }

    private static <T> List<T> read(Engine engine, Select<T> select) {
        return engine.transaction(connection -> connection.execute(select).all());
    }

    @DatabaseTest
    void comparesSumsAndNests(DatabaseFixture database) {
        Engine engine = runs(database);
        assertThat(read(
                        engine,
                        select(RUNS.id)
                                .where(RUNS.took.gt(Duration.ofMinutes(45)))
                                .orderBy(RUNS.id)))
                .containsExactly(2, 3);
        assertThat(read(engine, select(sumDuration(RUNS.took)).from(RUNS))).containsExactly(Duration.ofHours(3));
        assertThat(read(engine, select(max(RUNS.took)).from(RUNS))).containsExactly(Duration.ofMinutes(90));
        assertThat(read(engine, select(sumDuration(RUNS.took)).from(RUNS).where(RUNS.id.gt(9))))
                .containsExactly((Duration) null);
        assertThat(read(
                        engine,
                        select(multiset(
                                select(row(RUNS.took).as(Took::new)).from(RUNS).orderBy(RUNS.id)))))
                .containsExactly(List.of(
                        new Took(Duration.ofMinutes(30)),
                        new Took(Duration.ofMinutes(60)),
                        new Took(Duration.ofMinutes(90))));
    }

    @DatabaseTest
    void computesWithTimestampsOrRefuses(DatabaseFixture database) {
        Engine engine = runs(database);
        Select<LocalDateTime> later =
                select(RUNS.started.plusDuration(RUNS.took)).from(RUNS).orderBy(RUNS.id);
        if (!database.supports(Feature.INTERVALS)) {
            assertThatThrownBy(() -> read(engine, later)).isInstanceOf(UnsupportedFeatureException.class);
            return;
        }
        assertThat(read(engine, later))
                .containsExactly(NOON.plusMinutes(30), NOON.plusMinutes(60), NOON.plusMinutes(90));
        assertThat(read(
                        engine,
                        select(RUNS.started.minusDuration(Duration.parse("P1DT0.000001S")))
                                .from(RUNS)
                                .where(RUNS.id.eq(1))))
                .containsExactly(NOON.minusDays(1).minusNanos(1_000));
        assertThat(read(
                        engine,
                        select(RUNS.ended.durationSince(RUNS.started))
                                .from(RUNS)
                                .orderBy(RUNS.id)))
                .containsExactly(
                        Duration.ofNanos(1_000),
                        Duration.ofNanos(2_000),
                        Duration.ofDays(365).plusNanos(3_000));
        assertThat(read(
                        engine,
                        select(RUNS.started.durationSince(RUNS.ended))
                                .from(RUNS)
                                .where(RUNS.id.eq(3))))
                .containsExactly(Duration.ofDays(-365).minusNanos(3_000));
        assertThat(read(
                        engine,
                        select(RUNS.id)
                                .where(RUNS.ended.durationSince(RUNS.started).gt(RUNS.took))))
                .containsExactly(3);
        assertThat(read(
                        engine,
                        select(RUNS.took.minusDuration(Duration.ofMinutes(31)))
                                .from(RUNS)
                                .where(RUNS.id.eq(1))))
                .containsExactly(Duration.ofMinutes(-1));
    }

    private record Took(Duration took) {}

    private static final class Runs extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<LocalDateTime> started = column("started", SqlTypes.TIMESTAMP);
        final Column<LocalDateTime> ended = column("ended", SqlTypes.TIMESTAMP);
        final Column<Duration> took = column("took", SqlTypes.DURATION);

        Runs() {
            super("runs");
        }
    }
}
