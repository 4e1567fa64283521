package org.alkahest.dialect.postgresql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.MultiRange;
import org.alkahest.type.Range;
import org.alkahest.type.Ranged;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * PostgreSQL's range types with their operators and functions (docs/18/rangetypes.html and functions-range.html), meant for
 * static import; multiranges from version 14 on. Other databases refuse them (ALK-1210).
 *
 * <p>Ranges of whole numbers and dates come back as {@code [lower,upper)}, whatever was sent; the types know that
 * {@code [1,4]} is the same. Times are kept to the microsecond, and finer parts are cut off; instants come back in UTC. See
 * {@link Range} for infinite times. The operators take ranges and multiranges alike.
 */
public final class Ranges {
    public static final SqlType<Range<Integer>> INT4RANGE = RangeSubtype.INT4.range();
    public static final SqlType<Range<Long>> INT8RANGE = RangeSubtype.INT8.range();
    public static final SqlType<Range<BigDecimal>> NUMRANGE = RangeSubtype.NUM.range();
    public static final SqlType<Range<LocalDate>> DATERANGE = RangeSubtype.DATE.range();
    public static final SqlType<Range<LocalDateTime>> TSRANGE = RangeSubtype.TS.range();
    public static final SqlType<Range<OffsetDateTime>> TSTZRANGE = RangeSubtype.TSTZ.range();

    public static final SqlType<MultiRange<Integer>> INT4MULTIRANGE = RangeSubtype.INT4.multiRange();
    public static final SqlType<MultiRange<Long>> INT8MULTIRANGE = RangeSubtype.INT8.multiRange();
    public static final SqlType<MultiRange<BigDecimal>> NUMMULTIRANGE = RangeSubtype.NUM.multiRange();
    public static final SqlType<MultiRange<LocalDate>> DATEMULTIRANGE = RangeSubtype.DATE.multiRange();
    public static final SqlType<MultiRange<LocalDateTime>> TSMULTIRANGE = RangeSubtype.TS.multiRange();
    public static final SqlType<MultiRange<OffsetDateTime>> TSTZMULTIRANGE = RangeSubtype.TSTZ.multiRange();

    private Ranges() {}

    /** The range of the type from {@code lower} up to, but without, {@code upper}; an end that is NULL is not there. */
    public static <T extends Comparable<? super T>> Expression<Range<T>> range(
            SqlType<Range<T>> type, Expression<T> lower, Expression<T> upper) {
        return VendorExpression.call(PostgresqlDialect.VENDOR, type.toString(), type, lower, upper);
    }

    /** {@code range @> element}: whether a value is in the range. */
    public static <T extends Comparable<? super T>> Expression<Boolean> contains(
            Expression<? extends Ranged<T>> range, T element) {
        return contains(range, new Literal<>(element, RangeSubtype.of(range).element()));
    }

    /** {@code range @> element}: whether a value is in the range. */
    public static <T extends Comparable<? super T>> Expression<Boolean> contains(
            Expression<? extends Ranged<T>> range, Expression<T> element) {
        return condition(range, "@>", element);
    }

    /** {@code range @> other}: whether all values of the other are in the range. */
    public static <T extends Comparable<? super T>> Expression<Boolean> containsRange(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "@>", beside(range, other));
    }

    /** {@code range @> other}: whether all values of the other are in the range. */
    public static <T extends Comparable<? super T>> Expression<Boolean> containsRange(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "@>", other);
    }

    /** {@code range <@ other}: whether all values of the range are in the other. */
    public static <T extends Comparable<? super T>> Expression<Boolean> containedBy(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "<@", beside(range, other));
    }

    /** {@code range <@ other}: whether all values of the range are in the other. */
    public static <T extends Comparable<? super T>> Expression<Boolean> containedBy(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "<@", other);
    }

    /** {@code range && other}: whether some value is in both. */
    public static <T extends Comparable<? super T>> Expression<Boolean> overlaps(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "&&", beside(range, other));
    }

    /** {@code range && other}: whether some value is in both. */
    public static <T extends Comparable<? super T>> Expression<Boolean> overlaps(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "&&", other);
    }

    /** {@code range << other}: whether the range ends before the other begins. */
    public static <T extends Comparable<? super T>> Expression<Boolean> strictlyLeftOf(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "<<", beside(range, other));
    }

    /** {@code range << other}: whether the range ends before the other begins. */
    public static <T extends Comparable<? super T>> Expression<Boolean> strictlyLeftOf(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "<<", other);
    }

    /** {@code range >> other}: whether the range begins after the other has ended. */
    public static <T extends Comparable<? super T>> Expression<Boolean> strictlyRightOf(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, ">>", beside(range, other));
    }

    /** {@code range >> other}: whether the range begins after the other has ended. */
    public static <T extends Comparable<? super T>> Expression<Boolean> strictlyRightOf(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, ">>", other);
    }

    /** {@code range &< other}: whether the range ends no later than the other. */
    public static <T extends Comparable<? super T>> Expression<Boolean> notExtendRightOf(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "&<", beside(range, other));
    }

    /** {@code range &< other}: whether the range ends no later than the other. */
    public static <T extends Comparable<? super T>> Expression<Boolean> notExtendRightOf(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "&<", other);
    }

    /** {@code range &> other}: whether the range begins no earlier than the other. */
    public static <T extends Comparable<? super T>> Expression<Boolean> notExtendLeftOf(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "&>", beside(range, other));
    }

    /** {@code range &> other}: whether the range begins no earlier than the other. */
    public static <T extends Comparable<? super T>> Expression<Boolean> notExtendLeftOf(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "&>", other);
    }

    /** {@code range -|- other}: whether the two touch, with nothing between them and nothing in both. */
    public static <T extends Comparable<? super T>> Expression<Boolean> adjacentTo(
            Expression<? extends Ranged<T>> range, Ranged<T> other) {
        return condition(range, "-|-", beside(range, other));
    }

    /** {@code range -|- other}: whether the two touch, with nothing between them and nothing in both. */
    public static <T extends Comparable<? super T>> Expression<Boolean> adjacentTo(
            Expression<? extends Ranged<T>> range, Expression<? extends Ranged<T>> other) {
        return condition(range, "-|-", other);
    }

    /** {@code range + other}: the values of both. Ranges with a gap between them fail in the database; multiranges do not. */
    public static <R extends Ranged<?>> Expression<R> union(Expression<R> range, R other) {
        return union(range, new Literal<>(other, range.type()));
    }

    /** {@code range + other}: the values of both. Ranges with a gap between them fail in the database; multiranges do not. */
    public static <R extends Ranged<?>> Expression<R> union(Expression<R> range, Expression<R> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, range, "+", other, range.type());
    }

    /** {@code range - other}: the values that the other has not. A range that falls into two parts fails in the database. */
    public static <R extends Ranged<?>> Expression<R> difference(Expression<R> range, R other) {
        return difference(range, new Literal<>(other, range.type()));
    }

    /** {@code range - other}: the values that the other has not. A range that falls into two parts fails in the database. */
    public static <R extends Ranged<?>> Expression<R> difference(Expression<R> range, Expression<R> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, range, "-", other, range.type());
    }

    /** {@code range * other}: the values that are in both. */
    public static <R extends Ranged<?>> Expression<R> intersection(Expression<R> range, R other) {
        return intersection(range, new Literal<>(other, range.type()));
    }

    /** {@code range * other}: the values that are in both. */
    public static <R extends Ranged<?>> Expression<R> intersection(Expression<R> range, Expression<R> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, range, "*", other, range.type());
    }

    /** The lower end; NULL where there is none. */
    public static <T extends Comparable<? super T>> Expression<T> lower(Expression<? extends Ranged<T>> range) {
        return call("lower", RangeSubtype.of(range).element(), range);
    }

    /** The upper end; NULL where there is none. */
    public static <T extends Comparable<? super T>> Expression<T> upper(Expression<? extends Ranged<T>> range) {
        return call("upper", RangeSubtype.of(range).element(), range);
    }

    /** Whether no value is in the range. */
    public static Expression<Boolean> isEmpty(Expression<? extends Ranged<?>> range) {
        return call("isempty", SqlTypes.BOOLEAN, range);
    }

    /** Whether the lower end is in the range. */
    public static Expression<Boolean> isLowerInclusive(Expression<? extends Ranged<?>> range) {
        return call("lower_inc", SqlTypes.BOOLEAN, range);
    }

    /** Whether the upper end is in the range. */
    public static Expression<Boolean> isUpperInclusive(Expression<? extends Ranged<?>> range) {
        return call("upper_inc", SqlTypes.BOOLEAN, range);
    }

    /** Whether there is no lower end. */
    public static Expression<Boolean> isLowerUnbounded(Expression<? extends Ranged<?>> range) {
        return call("lower_inf", SqlTypes.BOOLEAN, range);
    }

    /** Whether there is no upper end. */
    public static Expression<Boolean> isUpperUnbounded(Expression<? extends Ranged<?>> range) {
        return call("upper_inf", SqlTypes.BOOLEAN, range);
    }

    /** The smallest range that holds all of both. */
    public static <T extends Comparable<? super T>> Expression<Range<T>> rangeMerge(
            Expression<Range<T>> range, Expression<Range<T>> other) {
        return call("range_merge", range.type(), range, other);
    }

    /** The values of all rows' ranges as one multirange; from version 14 on. */
    public static <T extends Comparable<? super T>> Expression<MultiRange<T>> rangeAgg(Expression<Range<T>> range) {
        SqlType<MultiRange<T>> type = RangeSubtype.of(range).multiRange();
        return VendorExpression.call(PostgresqlDialect.VENDOR.since(14), "range_agg", type, range);
    }

    /** The values that are in each row's range or multirange; from version 14 on. */
    public static <R extends Ranged<?>> Expression<R> rangeIntersectAgg(Expression<R> range) {
        return VendorExpression.call(PostgresqlDialect.VENDOR.since(14), "range_intersect_agg", range.type(), range);
    }

    private static <T extends Comparable<? super T>> Expression<?> beside(
            Expression<? extends Ranged<T>> range, Ranged<T> value) {
        RangeSubtype<T> subtype = RangeSubtype.of(range);
        return switch (value) {
            case Range<T> one -> new Literal<>(one, subtype.range());
            case MultiRange<T> several -> new Literal<>(several, subtype.multiRange());
        };
    }

    private static Expression<Boolean> condition(Expression<?> left, String operator, Expression<?> right) {
        return VendorExpression.condition(PostgresqlDialect.VENDOR, left, operator, right);
    }

    private static <T> Expression<T> call(String name, SqlType<T> type, Expression<?>... arguments) {
        return VendorExpression.call(PostgresqlDialect.VENDOR, name, type, arguments);
    }
}
