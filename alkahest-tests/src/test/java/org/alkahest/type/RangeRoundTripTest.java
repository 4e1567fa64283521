package org.alkahest.type;

import static org.alkahest.dialect.postgresql.Ranges.DATEMULTIRANGE;
import static org.alkahest.dialect.postgresql.Ranges.DATERANGE;
import static org.alkahest.dialect.postgresql.Ranges.INT4MULTIRANGE;
import static org.alkahest.dialect.postgresql.Ranges.INT4RANGE;
import static org.alkahest.dialect.postgresql.Ranges.INT8MULTIRANGE;
import static org.alkahest.dialect.postgresql.Ranges.INT8RANGE;
import static org.alkahest.dialect.postgresql.Ranges.NUMMULTIRANGE;
import static org.alkahest.dialect.postgresql.Ranges.NUMRANGE;
import static org.alkahest.dialect.postgresql.Ranges.TSMULTIRANGE;
import static org.alkahest.dialect.postgresql.Ranges.TSRANGE;
import static org.alkahest.dialect.postgresql.Ranges.TSTZMULTIRANGE;
import static org.alkahest.dialect.postgresql.Ranges.TSTZRANGE;
import static org.alkahest.dialect.postgresql.Ranges.adjacentTo;
import static org.alkahest.dialect.postgresql.Ranges.containedBy;
import static org.alkahest.dialect.postgresql.Ranges.contains;
import static org.alkahest.dialect.postgresql.Ranges.containsRange;
import static org.alkahest.dialect.postgresql.Ranges.difference;
import static org.alkahest.dialect.postgresql.Ranges.intersection;
import static org.alkahest.dialect.postgresql.Ranges.isEmpty;
import static org.alkahest.dialect.postgresql.Ranges.isLowerInclusive;
import static org.alkahest.dialect.postgresql.Ranges.isLowerUnbounded;
import static org.alkahest.dialect.postgresql.Ranges.isUpperInclusive;
import static org.alkahest.dialect.postgresql.Ranges.isUpperUnbounded;
import static org.alkahest.dialect.postgresql.Ranges.lower;
import static org.alkahest.dialect.postgresql.Ranges.notExtendLeftOf;
import static org.alkahest.dialect.postgresql.Ranges.notExtendRightOf;
import static org.alkahest.dialect.postgresql.Ranges.overlaps;
import static org.alkahest.dialect.postgresql.Ranges.range;
import static org.alkahest.dialect.postgresql.Ranges.rangeAgg;
import static org.alkahest.dialect.postgresql.Ranges.rangeIntersectAgg;
import static org.alkahest.dialect.postgresql.Ranges.rangeMerge;
import static org.alkahest.dialect.postgresql.Ranges.strictlyLeftOf;
import static org.alkahest.dialect.postgresql.Ranges.strictlyRightOf;
import static org.alkahest.dialect.postgresql.Ranges.union;
import static org.alkahest.dialect.postgresql.Ranges.upper;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.jspecify.annotations.Nullable;

/** Ranges and multiranges on PostgreSQL. */
final class RangeRoundTripTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 29, 2, 30, 0, 123_456_000);
    private static final OffsetDateTime INSTANT = TIME.atOffset(ZoneOffset.UTC);

    @DatabaseTest("postgresql")
    void keepsRanges(DatabaseFixture database) {
        RoundTrip.of(database, INT4RANGE)
                .keeps(Range.closedOpen(1, 5), Range.empty(), Range.all(), Range.atLeast(-3), Range.lessThan(3))
                .keeps(Range.closedOpen(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .keepsAs(Range.closed(1, 4), Range.closedOpen(1, 5))
                .keepsAs(Range.open(1, 2), Range.empty())
                .keepsAs(Range.atMost(4), Range.lessThan(5));
        RoundTrip.of(database, INT8RANGE).keeps(Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE));
        RoundTrip.of(database, NUMRANGE)
                .keeps(
                        Range.closed(new BigDecimal("1.50"), new BigDecimal("12345678901234567890.125")),
                        Range.open(new BigDecimal("-0.001"), new BigDecimal("0.000")),
                        Range.greaterThan(BigDecimal.ONE),
                        Range.empty());
        RoundTrip.of(database, DATERANGE)
                .keeps(
                        Range.closedOpen(DAY, DAY.plusDays(1)),
                        Range.atLeast(LocalDate.of(-43, 3, 15)),
                        Range.closedOpen(LocalDate.of(0, 1, 1), LocalDate.of(12026, 1, 1)),
                        Range.closedOpen(LocalDate.MIN, LocalDate.MAX),
                        Range.closed(DAY, LocalDate.MAX),
                        Range.lessThan(LocalDate.MAX))
                .keepsAs(Range.closed(DAY, DAY), Range.closedOpen(DAY, DAY.plusDays(1)));
    }

    @DatabaseTest("postgresql")
    void keepsRangesOfTimes(DatabaseFixture database) {
        RoundTrip.of(database, TSRANGE)
                .keeps(
                        Range.open(TIME, TIME.plusNanos(1000)),
                        Range.closed(LocalDateTime.of(-43, 3, 15, 12, 0), TIME),
                        Range.closed(LocalDateTime.MIN, LocalDateTime.MAX),
                        Range.atMost(LocalDateTime.MAX),
                        Range.empty())
                .keepsAs(Range.atLeast(TIME.plusNanos(999)), Range.atLeast(TIME));
        RoundTrip.of(database, TSTZRANGE)
                .keeps(
                        Range.closedOpen(INSTANT, INSTANT.plusYears(1)),
                        Range.closed(OffsetDateTime.MIN, OffsetDateTime.MAX),
                        Range.atLeast(OffsetDateTime.of(-43, 3, 15, 23, 59, 59, 0, ZoneOffset.UTC)))
                .keepsAs(Range.atLeast(INSTANT.withOffsetSameInstant(ZoneOffset.ofHours(-7))), Range.atLeast(INSTANT));
    }

    @DatabaseTest("postgresql")
    void keepsInstantsInAnyTimeZone(DatabaseFixture database) {
        TimeZone before = TimeZone.getDefault();
        try {
            // Before 1904 its offset was +05:53:28, and now it is +05:30.
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            OffsetDateTime old = OffsetDateTime.of(1850, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            RoundTrip.of(database, TSTZRANGE).keeps(Range.closed(old, INSTANT));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @DatabaseTest("postgresql")
    void keepsMultiranges(DatabaseFixture database) {
        RoundTrip.of(database, INT4MULTIRANGE)
                .keeps(
                        MultiRange.of(),
                        MultiRange.of(Range.closedOpen(1, 3), Range.atLeast(7)),
                        MultiRange.of(Range.<Integer>all()))
                .keepsAs(MultiRange.of(Range.closed(1, 2), Range.closed(3, 4)), MultiRange.of(Range.closedOpen(1, 5)));
        RoundTrip.of(database, TSTZMULTIRANGE)
                .keeps(MultiRange.of(Range.lessThan(INSTANT), Range.open(INSTANT, OffsetDateTime.MAX)));
        RoundTrip.of(database, NUMMULTIRANGE).keeps(MultiRange.of(Range.closed(BigDecimal.ONE, BigDecimal.TEN)));
        RoundTrip.of(database, DATEMULTIRANGE).keeps(MultiRange.of(Range.closedOpen(DAY, LocalDate.MAX)));
        RoundTrip.of(database, INT8MULTIRANGE).keeps(MultiRange.of(Range.atLeast(Long.MIN_VALUE)));
        RoundTrip.of(database, TSMULTIRANGE).keeps(MultiRange.of(Range.atMost(TIME)));
    }

    @DatabaseTest("postgresql")
    void comparesRanges(DatabaseFixture database) {
        Expression<Range<Integer>> range = value(Range.closedOpen(3, 7), INT4RANGE);
        yes(
                database,
                contains(range, 3),
                contains(range, value(6)),
                contains(
                        value(MultiRange.of(), INT4MULTIRANGE)
                                .op("+", value(MultiRange.of(Range.atLeast(1)), INT4MULTIRANGE), INT4MULTIRANGE),
                        1));
        no(database, contains(range, 7), contains(range, value(2)));
        yes(
                database,
                containsRange(range, Range.closed(3, 6)),
                containsRange(range, MultiRange.of(Range.closed(4, 5))));
        no(database, containsRange(range, Range.closed(3, 7)));
        yes(database, containedBy(range, Range.atLeast(3)), overlaps(range, Range.closed(6, 9)));
        no(database, containedBy(range, Range.atLeast(4)), overlaps(range, Range.closed(7, 9)));
        yes(database, strictlyLeftOf(range, Range.atLeast(7)), strictlyRightOf(range, Range.lessThan(3)));
        no(database, strictlyLeftOf(range, Range.atLeast(6)), strictlyRightOf(range, Range.lessThan(4)));
        yes(database, notExtendRightOf(range, Range.closed(0, 6)), notExtendLeftOf(range, Range.atLeast(3)));
        no(database, notExtendRightOf(range, Range.closed(0, 5)), notExtendLeftOf(range, Range.atLeast(4)));
        yes(database, adjacentTo(range, Range.atLeast(7)), adjacentTo(range, Range.closed(1, 2)));
        no(database, adjacentTo(range, Range.atLeast(8)), adjacentTo(range, Range.atLeast(6)));
        yes(
                database,
                isLowerInclusive(range),
                isEmpty(value(Range.empty(), INT4RANGE)),
                isUpperUnbounded(value(Range.atLeast(1), INT4RANGE)));
        no(database, isUpperInclusive(range), isEmpty(range), isLowerUnbounded(range));
    }

    @DatabaseTest("postgresql")
    void computesRanges(DatabaseFixture database) {
        Expression<Range<Integer>> range = value(Range.closedOpen(3, 7), INT4RANGE);
        assertThat(one(database, union(range, Range.closed(5, 9)))).isEqualTo(Range.closedOpen(3, 10));
        assertThat(one(database, difference(range, Range.atLeast(5)))).isEqualTo(Range.closedOpen(3, 5));
        assertThat(one(database, intersection(range, Range.atLeast(5)))).isEqualTo(Range.closedOpen(5, 7));
        assertThat(one(database, lower(range))).isEqualTo(3);
        assertThat(one(database, upper(range))).isEqualTo(7);
        assertThat(one(database, upper(value(Range.atLeast(1), INT4RANGE)))).isNull();
        assertThat(one(database, lower(value(Range.atLeast(INSTANT), TSTZRANGE))))
                .isEqualTo(INSTANT);
        assertThat(one(database, range(DATERANGE, value(DAY), value(DAY.plusDays(2)))))
                .isEqualTo(Range.closedOpen(DAY, DAY.plusDays(2)));
        assertThat(one(database, rangeMerge(range, value(Range.closed(20, 20), INT4RANGE))))
                .isEqualTo(Range.closedOpen(3, 21));
        MultiRange<Integer> hole = MultiRange.of(Range.lessThan(3), Range.atLeast(7));
        assertThat(one(
                        database,
                        difference(
                                value(MultiRange.of(Range.<Integer>all()), INT4MULTIRANGE),
                                MultiRange.of(Range.closed(3, 6)))))
                .isEqualTo(hole);
    }

    @DatabaseTest("postgresql")
    void aggregatesRanges(DatabaseFixture database) {
        Stays stays = new Stays();
        MetaData.of(stays).createAll(database.engine());
        database.engine().begin((Connection c) -> {
            for (Range<LocalDate> range : List.of(
                    Range.closedOpen(DAY, DAY.plusDays(3)),
                    Range.closedOpen(DAY.plusDays(2), DAY.plusDays(5)),
                    Range.atLeast(DAY.plusDays(9)))) {
                c.execute(insert(stays).set(stays.during, range));
            }
            assertThat(c.execute(select(rangeAgg(stays.during))).one())
                    .isEqualTo(MultiRange.of(Range.closedOpen(DAY, DAY.plusDays(5)), Range.atLeast(DAY.plusDays(9))));
            assertThat(c.execute(select(rangeIntersectAgg(stays.during)).where(stays.id.le(2)))
                            .one())
                    .isEqualTo(Range.closedOpen(DAY.plusDays(2), DAY.plusDays(3)));
            assertThat(c.execute(select(stays.id).where(overlaps(stays.during, Range.atLeast(DAY.plusDays(4)))))
                            .all())
                    .containsExactlyInAnyOrder(2, 3);
        });
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static void yes(DatabaseFixture database, Expression<Boolean>... conditions) {
        for (Expression<Boolean> condition : conditions) {
            assertThat(one(database, condition)).as("%s", condition).isTrue();
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static void no(DatabaseFixture database, Expression<Boolean>... conditions) {
        for (Expression<Boolean> condition : conditions) {
            assertThat(one(database, condition)).as("%s", condition).isFalse();
        }
    }

    private static <T> @Nullable T one(DatabaseFixture database, Expression<T> expression) {
        return database.engine()
                .<List<T>>transaction(c -> c.execute(select(expression)).all())
                .get(0);
    }

    private static final class Stays extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<Range<LocalDate>> during = column("during", DATERANGE);

        Stays() {
            super("stays");
        }
    }
}
