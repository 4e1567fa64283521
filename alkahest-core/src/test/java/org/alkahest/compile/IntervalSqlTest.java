package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sumDuration;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import org.alkahest.dialect.Dialect;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class IntervalSqlTest {
    private static final Runs RUNS = new Runs();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String EMULATED = "sqlite mysql mariadb sqlserver";

    @Test
    void sendsDurationsAndPeriods() {
        Period year = Period.ofYears(1);
        assertSql(
                insert(RUNS).set(RUNS.took, HOUR).set(RUNS.every, year),
                on(EMULATED + " h2", "INSERT INTO runs (took, every) VALUES (?, ?)", HOUR, year),
                on(
                        "postgresql duckdb",
                        "INSERT INTO runs (took, every) VALUES (CAST(? AS INTERVAL), CAST(? AS INTERVAL))",
                        HOUR,
                        year),
                on("oracle", "INSERT INTO runs (took, every) VALUES (TO_DSINTERVAL(?), TO_YMINTERVAL(?))", HOUR, year));
        String where = "SELECT runs.id FROM runs WHERE runs.took > ";
        assertSql(
                select(RUNS.id).where(RUNS.took.gt(HOUR)),
                on(EMULATED + " h2", where + "?", HOUR),
                on("postgresql duckdb", where + "CAST(? AS INTERVAL)", HOUR),
                on("oracle", where + "TO_DSINTERVAL(?)", HOUR));
    }

    @Test
    void movesTimestamps() {
        assertSql(
                select(RUNS.started.plusDuration(RUNS.took)),
                on("h2 postgresql duckdb oracle", "SELECT runs.started + runs.took FROM runs"),
                unsupportedOn(EMULATED, "intervals"));
        assertSql(
                select(RUNS.started.minusDuration(HOUR)),
                on("h2", "SELECT runs.started - CAST(? AS INTERVAL DAY(9) TO SECOND(6)) FROM runs", HOUR),
                on("postgresql duckdb", "SELECT runs.started - CAST(? AS INTERVAL) FROM runs", HOUR),
                on("oracle", "SELECT runs.started - TO_DSINTERVAL(?) FROM runs", HOUR),
                unsupportedOn(EMULATED, "intervals"));
        assertSql(
                select(RUNS.started.minusDuration(RUNS.took.plusDuration(RUNS.took))),
                on("h2 postgresql duckdb oracle", "SELECT runs.started - (runs.took + runs.took) FROM runs"),
                unsupportedOn(EMULATED, "intervals"));
    }

    @Test
    void measuresTheTimeBetweenTimestamps() {
        assertSql(
                select(RUNS.id).where(RUNS.ended.durationSince(RUNS.started).gt(RUNS.took)),
                on(
                        "h2 postgresql duckdb oracle",
                        "SELECT runs.id FROM runs WHERE runs.ended - runs.started > runs.took"),
                unsupportedOn(EMULATED, "intervals"));
    }

    @Test
    void sumsDurations() {
        assertSql(
                select(sumDuration(RUNS.took)),
                on("sqlite mysql mariadb sqlserver h2 postgresql", "SELECT sum(runs.took) FROM runs"),
                on("duckdb", "SELECT to_microseconds(CAST(sum(epoch_us(runs.took)) AS BIGINT)) FROM runs"),
                unsupportedOn("oracle", "sum of intervals"));
        assertSql(
                select(sumDuration(RUNS.took).over()),
                on("sqlite mysql mariadb sqlserver h2 postgresql", "SELECT sum(runs.took) OVER () FROM runs"),
                unsupportedOn("duckdb", "sum of intervals over a window"),
                unsupportedOn("oracle", "sum of intervals"));
    }

    @Test
    void namesTypesAndWritesDefaults() {
        assertDdl(SqlAssert.SQLITE, "\"took\" BIGINT DEFAULT -3600000000", "\"every\" INTEGER DEFAULT 14");
        assertDdl(SqlAssert.MYSQL, "took BIGINT DEFAULT (-3600000000)", "every INTEGER DEFAULT (14)");
        assertDdl(SqlAssert.MARIADB, "took BIGINT DEFAULT (-3600000000)", "every INTEGER DEFAULT (14)");
        assertDdl(
                SqlAssert.SQLSERVER,
                "took BIGINT CONSTRAINT df_defaults_took DEFAULT -3600000000",
                "every INTEGER CONSTRAINT df_defaults_every DEFAULT 14");
        assertDdl(
                SqlAssert.POSTGRESQL,
                "took INTERVAL DEFAULT CAST('-3600000000 microseconds' AS INTERVAL)",
                "every INTERVAL DEFAULT CAST('14 months' AS INTERVAL)");
        assertDdl(
                SqlAssert.DUCKDB,
                "took INTERVAL DEFAULT CAST('-3600000000 microseconds' AS INTERVAL)",
                "every INTERVAL DEFAULT CAST('14 months' AS INTERVAL)");
        assertDdl(
                SqlAssert.H2,
                "took INTERVAL DAY(9) TO SECOND(6) DEFAULT INTERVAL '-0 01:00:00.000000' DAY(9) TO SECOND(6)",
                "every INTERVAL YEAR(9) TO MONTH DEFAULT INTERVAL '1-2' YEAR(9) TO MONTH");
        assertDdl(
                SqlAssert.ORACLE,
                "took INTERVAL DAY(9) TO SECOND(6) DEFAULT TO_DSINTERVAL('-0 01:00:00.000000')",
                "every INTERVAL YEAR(9) TO MONTH DEFAULT TO_YMINTERVAL('1-2')");
    }

    private static void assertDdl(Dialect dialect, String took, String every) {
        Table defaults = Table.named("defaults")
                .column("took", SqlTypes.DURATION, ColumnOptions.nullable().withDefault(HOUR.negated()))
                .column(
                        "every",
                        SqlTypes.PERIOD_OF_MONTHS,
                        ColumnOptions.nullable().withDefault(value(Period.ofMonths(14), SqlTypes.PERIOD_OF_MONTHS)))
                .build();
        String sql = String.join("\n", dialect.ddlCompiler().create(MetaData.of(defaults), false, table -> false))
                .replace("\"", "");
        assertThat(sql).contains(took.replace("\"", "")).contains(every.replace("\"", ""));
    }

    @Test
    void refusesWhatNoDurationMoves() {
        Expression<LocalDate> day = value(LocalDate.EPOCH);
        refused(() -> day.plusDuration(HOUR));
        refused(() -> RUNS.id.plusDuration(HOUR));
        refused(() -> RUNS.started.durationSince(day));
        refused(() -> RUNS.started.durationSince(value(OffsetDateTime.MIN)));
        assertThatThrownBy(() -> RUNS.started.plusDuration(value(HOUR, SqlTypes.DURATION_TEXT)))
                .hasMessageContaining("ALK-1110");
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1144"));
    }

    private static final class Runs extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<LocalDateTime> started = column("started", SqlTypes.TIMESTAMP);
        final Column<LocalDateTime> ended = column("ended", SqlTypes.TIMESTAMP);
        final Column<Duration> took = column("took", SqlTypes.DURATION);
        final Column<Period> every = column("every", SqlTypes.PERIOD_OF_MONTHS);

        Runs() {
            super("runs");
        }
    }
}
