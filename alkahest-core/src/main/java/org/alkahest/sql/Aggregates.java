package org.alkahest.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;

/** Aggregates of rows; use them through {@link Sql}. */
public sealed class Aggregates extends ArrayFunctions permits Windows {
    Aggregates() {}

    /** The number of rows. */
    public static FunctionCall<Long> count() {
        return new FunctionCall<>("count", List.of(), SqlTypes.BIGINT);
    }

    /** The number of rows in which the expression is not NULL. */
    public static FunctionCall<Long> count(Expression<?> expression) {
        return new FunctionCall<>("count", List.of(expression), SqlTypes.BIGINT);
    }

    /** The sum of integers or decimals; null over no rows. */
    public static FunctionCall<BigDecimal> sum(Expression<? extends Number> expression) {
        return new FunctionCall<>("sum", List.of(numeric(expression, "sum")), decimalOf(expression));
    }

    /** The average of integers or decimals; null over no rows. */
    public static FunctionCall<BigDecimal> avg(Expression<? extends Number> expression) {
        return new FunctionCall<>("avg", List.of(numeric(expression, "avg")), SqlTypes.DECIMAL);
    }

    /** The sum of floating-point numbers; null over no rows. */
    public static FunctionCall<Double> sumDouble(Expression<? extends Number> expression) {
        return new FunctionCall<>("sum", List.of(numeric(expression, "sum")), SqlTypes.DOUBLE);
    }

    /** The average as a floating-point number; null over no rows. */
    public static FunctionCall<Double> avgDouble(Expression<? extends Number> expression) {
        return new FunctionCall<>("avg", List.of(numeric(expression, "avg")), SqlTypes.DOUBLE);
    }

    /** The sum of durations; null over no rows. Refused where the database has none (ALK-1210). */
    public static FunctionCall<Duration> sumDuration(Expression<Duration> expression) {
        Operators.require(expression, Operators.Need.INTERVAL, "sumDuration");
        return new FunctionCall<>("sum", List.of(expression), SqlTypes.DURATION);
    }

    /** The least value; null over no rows. */
    public static <T> FunctionCall<T> min(Expression<T> expression) {
        return new FunctionCall<>("min", List.of(expression), expression.type());
    }

    /** The greatest value; null over no rows. */
    public static <T> FunctionCall<T> max(Expression<T> expression) {
        return new FunctionCall<>("max", List.of(expression), expression.type());
    }

    /** The strings of all rows as one, with a separator between them; null over no rows. */
    public static StringAggregate stringAgg(Expression<String> text, String separator) {
        return new StringAggregate(text, separator, false, List.of(), null);
    }

    /** The most frequent value. */
    public static <T> FunctionCall<T> mode(Expression<T> sortKey) {
        return new FunctionCall<>("mode", List.<Expression<?>>of(), sortKey.type()).withinGroup(sortKey);
    }

    /**
     * The value below which a fraction of the rows is, computed between two values where none is right: 0.5 for the median.
     * For another order follow with {@code withinGroup(key.desc())}.
     */
    public static FunctionCall<Double> percentileCont(double fraction, Expression<? extends Number> sortKey) {
        return percentile("percentile_cont", fraction, SqlTypes.DOUBLE).withinGroup(sortKey);
    }

    /** The first value that is not below a fraction of the rows. */
    public static <T> FunctionCall<T> percentileDisc(double fraction, Expression<T> sortKey) {
        return percentile("percentile_disc", fraction, sortKey.type()).withinGroup(sortKey);
    }

    private static <T> FunctionCall<T> percentile(String name, double fraction, SqlType<T> type) {
        return new FunctionCall<>(name, List.of(new Literal<>(fraction, SqlTypes.DOUBLE)), type);
    }

    /** The rank that a value would have among the rows, with gaps after equals. */
    public static <T> FunctionCall<Long> rankAmong(T value, Expression<T> sortKey) {
        return hypothetical("rank", value, sortKey, SqlTypes.BIGINT);
    }

    /** The rank that a value would have among the rows, without gaps. */
    public static <T> FunctionCall<Long> denseRankAmong(T value, Expression<T> sortKey) {
        return hypothetical("dense_rank", value, sortKey, SqlTypes.BIGINT);
    }

    /** The rank that a value would have among the rows, from 0 to 1. */
    public static <T> FunctionCall<Double> percentRankAmong(T value, Expression<T> sortKey) {
        return hypothetical("percent_rank", value, sortKey, SqlTypes.DOUBLE);
    }

    /** The part of the rows that would not sort after a value, the value itself counted. */
    public static <T> FunctionCall<Double> cumeDistAmong(T value, Expression<T> sortKey) {
        return hypothetical("cume_dist", value, sortKey, SqlTypes.DOUBLE);
    }

    private static <T, R> FunctionCall<R> hypothetical(String name, T value, Expression<T> sortKey, SqlType<R> type) {
        return new FunctionCall<>(name, List.of(Operators.literal(sortKey, value)), type).withinGroup(sortKey);
    }

    private static SqlType<BigDecimal> decimalOf(Expression<?> expression) {
        SqlType<?> type = expression.type();
        return type.name() == TypeName.DECIMAL && type.scale() != SqlType.UNSET
                ? SqlTypes.decimal(38, type.scale())
                : SqlTypes.DECIMAL;
    }

    private static Expression<?> numeric(Expression<?> expression, String function) {
        return Operators.require(expression, Operators.Need.NUMBER, function);
    }
}
