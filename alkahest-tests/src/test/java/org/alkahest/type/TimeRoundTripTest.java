package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.TimeZone;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a zone with daylight saving time, where drivers that go through java.util.Date shift what falls into its gap. */
final class TimeRoundTripTest {
    private static final LocalDateTime GAP = LocalDateTime.of(2026, 3, 29, 2, 30);
    private static final LocalDateTime OVERLAP = LocalDateTime.of(2026, 10, 25, 2, 30);

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void liveInBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(before);
    }

    /** The code with which dates beyond four digits of year, and before our era, are refused; empty where they are kept. */
    private static String refusalOfFarYears(DatabaseFixture database) {
        return switch (database.dialect()) {
            case "sqlite" -> "ALK-1408";
            case "mysql", "mariadb" -> "ALK-1372";
            default -> "";
        };
    }

    @DatabaseTest
    void dates(DatabaseFixture database) {
        RoundTrip<LocalDate> dates = RoundTrip.of(database, SqlTypes.DATE)
                .keeps(
                        LocalDate.EPOCH,
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(1582, 10, 10), // does not exist in java.util's calendar
                        LocalDate.of(1893, 4, 1), // Berlin's zone begins
                        GAP.toLocalDate());
        LocalDate[] far = {LocalDate.of(-43, 3, 15), LocalDate.of(29_999, 1, 1)};
        String refusal = refusalOfFarYears(database);
        if (refusal.isEmpty()) {
            dates.keeps(far);
        } else {
            dates.refuses(far[0], refusal).refuses(far[1], refusal);
        }
    }

    @DatabaseTest("sqlite")
    void theYearZeroIsKeptAsText(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.DATE).keeps(LocalDate.of(0, 1, 1));
    }

    @DatabaseTest
    void times(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.TIME)
                .keeps(
                        LocalTime.MIDNIGHT,
                        LocalTime.NOON,
                        LocalTime.of(2, 30),
                        LocalTime.of(23, 59, 59, 999_999_000),
                        LocalTime.of(0, 0, 0, 1_000))
                .keepsAs(LocalTime.MAX, LocalTime.of(23, 59, 59, 999_999_000))
                .keepsAs(LocalTime.of(1, 2, 3, 999), LocalTime.of(1, 2, 3));
    }

    @DatabaseTest
    void timestamps(DatabaseFixture database) {
        RoundTrip<LocalDateTime> timestamps = RoundTrip.of(database, SqlTypes.TIMESTAMP)
                .keeps(
                        GAP,
                        OVERLAP,
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                        LocalDateTime.of(1900, 1, 1, 0, 0),
                        LocalDateTime.of(1582, 10, 10, 12, 0),
                        LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000))
                .keepsAs(GAP.withNano(123_456_789), GAP.withNano(123_456_000));
        LocalDateTime[] far = {LocalDateTime.of(-43, 3, 15, 12, 0), LocalDateTime.of(29_999, 1, 1, 0, 0)};
        String refusal = refusalOfFarYears(database);
        if (refusal.isEmpty()) {
            timestamps.keeps(far);
        } else {
            timestamps.refuses(far[0], refusal).refuses(far[1], refusal);
        }
    }

    @DatabaseTest
    void fractionsAndOffsetsSort(DatabaseFixture database) {
        RoundTrip.of(database, SqlTypes.TIMESTAMP)
                .sorts(GAP, GAP.plusNanos(1_000), GAP.plusNanos(500_000_000), GAP.plusSeconds(1), GAP.plusYears(1));
        OffsetDateTime gap = GAP.atOffset(ZoneOffset.UTC);
        RoundTrip.of(database, SqlTypes.TIMESTAMP_WITH_TIME_ZONE)
                .sorts(gap, gap.plusNanos(1_000), gap.plusNanos(500_000_000), gap.plusSeconds(1), gap.plusYears(1));
        LocalTime noon = LocalTime.NOON;
        RoundTrip.of(database, SqlTypes.TIME)
                .sorts(LocalTime.MIDNIGHT, noon, noon.plusNanos(1_000), noon.plusSeconds(1));
    }

    @DatabaseTest
    void instants(DatabaseFixture database) {
        OffsetDateTime summer = OVERLAP.atOffset(ZoneOffset.ofHours(2));
        OffsetDateTime winter = OVERLAP.atOffset(ZoneOffset.ofHours(1));
        RoundTrip.of(database, SqlTypes.TIMESTAMP_WITH_TIME_ZONE)
                .keeps(
                        GAP.atOffset(ZoneOffset.UTC),
                        OVERLAP.atOffset(ZoneOffset.UTC),
                        OffsetDateTime.of(1, 1, 2, 0, 0, 0, 0, ZoneOffset.UTC),
                        OffsetDateTime.of(9999, 12, 30, 23, 59, 59, 999_999_000, ZoneOffset.UTC))
                .keepsAs(summer, summer.withOffsetSameInstant(ZoneOffset.UTC))
                .keepsAs(winter, winter.withOffsetSameInstant(ZoneOffset.UTC))
                .keepsAs(
                        GAP.withNano(999_999_999).atOffset(ZoneOffset.ofHours(-18)),
                        GAP.withNano(999_999_000).plusHours(18).atOffset(ZoneOffset.UTC));
        RoundTrip.of(database, SqlTypes.INSTANT)
                .keeps(
                        Instant.EPOCH,
                        Instant.parse("1883-11-18T17:00:00.000001Z"),
                        Instant.parse("2026-03-29T00:30:00Z"))
                .keepsAs(Instant.ofEpochSecond(1, 1_999), Instant.ofEpochSecond(1, 1_000));
    }

    /** No database keeps the furthest instants but as infinities; none may change them without a word. */
    @DatabaseTest
    void theFurthestInstantsAreInfinitiesOrRefused(DatabaseFixture database) {
        RoundTrip<OffsetDateTime> moments = RoundTrip.of(database, SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
        switch (database.dialect()) {
            case "postgresql" -> moments.keeps(OffsetDateTime.MAX, OffsetDateTime.MIN);
            case "h2" ->
                moments.keepsAs(OffsetDateTime.MAX, OffsetDateTime.MAX).keepsAs(OffsetDateTime.MIN, OffsetDateTime.MIN);
            default -> moments.refuses(OffsetDateTime.MAX, "ALK-1410").refuses(OffsetDateTime.MIN, "ALK-1410");
        }
        RoundTrip.of(database, SqlTypes.INSTANT)
                .refuses(Instant.MAX, "ALK-1410")
                .refuses(Instant.MIN, "ALK-1410");
    }

    @DatabaseTest({"postgresql", "duckdb-memory"})
    void yearsThatTheDatabaseDoesNotKeepAreRefused(DatabaseFixture database) {
        LocalDateTime early = LocalDateTime.of(-300_000, 1, 1, 0, 0);
        LocalDateTime late = LocalDateTime.of(300_000, 1, 1, 0, 0);
        RoundTrip.of(database, SqlTypes.TIMESTAMP).refuses(early, "ALK-1410").refuses(late, "ALK-1410");
        RoundTrip.of(database, SqlTypes.TIMESTAMP_WITH_TIME_ZONE)
                .refuses(early.atOffset(ZoneOffset.UTC), "ALK-1410")
                .refuses(late.atOffset(ZoneOffset.UTC), "ALK-1410");
        RoundTrip<LocalDate> dates = RoundTrip.of(database, SqlTypes.DATE).refuses(early.toLocalDate(), "ALK-1410");
        if (database.dialect().equals("postgresql")) {
            dates.keeps(late.toLocalDate(), LocalDate.of(-4712, 1, 1), LocalDate.MIN, LocalDate.MAX);
        } else {
            dates.refuses(late.toLocalDate(), "ALK-1410");
        }
    }

    @DatabaseTest
    void theRestOfJavaTime(DatabaseFixture database) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        RoundTrip.of(database, SqlTypes.ZONED_DATE_TIME)
                .keeps(
                        ZonedDateTime.of(GAP, berlin),
                        ZonedDateTime.ofLocal(OVERLAP, berlin, ZoneOffset.ofHours(1)),
                        ZonedDateTime.ofLocal(OVERLAP.withNano(123_456_789), berlin, ZoneOffset.ofHours(2)));
        RoundTrip.of(database, SqlTypes.OFFSET_TIME).keeps(OffsetTime.MIN, OffsetTime.MAX);
        RoundTrip.of(database, SqlTypes.DURATION_TEXT)
                .keeps(Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(Long.MIN_VALUE), Duration.ofDays(-1));
        RoundTrip.of(database, SqlTypes.PERIOD).keeps(Period.ZERO, Period.of(-1, 14, 400));
        RoundTrip.of(database, SqlTypes.YEAR).keeps(Year.of(2026), Year.of(-44), Year.of(Year.MAX_VALUE));
        RoundTrip.of(database, SqlTypes.YEAR_MONTH).keeps(YearMonth.of(2026, 2), YearMonth.of(12026, 12));
        RoundTrip.of(database, SqlTypes.MONTH_DAY).keeps(MonthDay.of(2, 29));
        RoundTrip.of(database, SqlTypes.ZONE_ID).keeps(berlin, ZoneOffset.UTC, ZoneId.of("+05:00"));
        RoundTrip.of(database, SqlTypes.ZONE_OFFSET).keeps(ZoneOffset.UTC, ZoneOffset.MAX, ZoneOffset.MIN);
    }

    @Test
    void valuesThatAreStoredAlikeAreTheSame() {
        assertThat(SqlTypes.TIMESTAMP.same(GAP.withNano(1), GAP)).isTrue();
        assertThat(SqlTypes.TIMESTAMP.same(GAP.withNano(1_000), GAP)).isFalse();
        assertThat(SqlTypes.TIME.same(LocalTime.of(1, 0, 0, 999), LocalTime.of(1, 0)))
                .isTrue();
        assertThat(SqlTypes.INSTANT.same(Instant.ofEpochSecond(1, 999), Instant.ofEpochSecond(1)))
                .isTrue();
        assertThat(SqlTypes.TIMESTAMP_WITH_TIME_ZONE.same(
                        GAP.atOffset(ZoneOffset.UTC), GAP.plusHours(1).atOffset(ZoneOffset.ofHours(1))))
                .isTrue();
    }
}
