package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.SqlTypes;

/** Windows, and functions that only they have; use them through {@link Sql}. */
public sealed class Windows extends Aggregates permits Changes {
    Windows() {}

    /** A window of all rows, without an order; refine it with {@code partitionBy}, {@code orderBy} and {@code frame}. */
    public static WindowSpecification window() {
        return new WindowSpecification(null, List.of(), List.of(), null);
    }

    /** A window of the rows that are equal in expressions. */
    public static WindowSpecification partitionBy(Expression<?>... expressions) {
        return window().partitionBy(expressions);
    }

    /** The number of the row in its window, from 1; use it with {@code over}. */
    public static FunctionCall<Long> rowNumber() {
        return new FunctionCall<>("row_number", List.of(), SqlTypes.BIGINT);
    }

    /** The rank of the row in its window, with gaps after equals; use it with {@code over}. */
    public static FunctionCall<Long> rank() {
        return new FunctionCall<>("rank", List.of(), SqlTypes.BIGINT);
    }

    /** The rank of the row in its window, without gaps; use it with {@code over}. */
    public static FunctionCall<Long> denseRank() {
        return new FunctionCall<>("dense_rank", List.of(), SqlTypes.BIGINT);
    }

    /** The value in the row before, null in the first; use it with {@code over}. */
    public static <T> FunctionCall<T> lag(Expression<T> expression) {
        return new FunctionCall<>("lag", List.of(expression), expression.type());
    }

    /** The value in the row after, null in the last; use it with {@code over}. */
    public static <T> FunctionCall<T> lead(Expression<T> expression) {
        return new FunctionCall<>("lead", List.of(expression), expression.type());
    }

    /** The value in the first row of the frame; use it with {@code over}. */
    public static <T> FunctionCall<T> firstValue(Expression<T> expression) {
        return new FunctionCall<>("first_value", List.of(expression), expression.type());
    }

    /** The value in the last row of the frame; use it with {@code over}. */
    public static <T> FunctionCall<T> lastValue(Expression<T> expression) {
        return new FunctionCall<>("last_value", List.of(expression), expression.type());
    }
}
