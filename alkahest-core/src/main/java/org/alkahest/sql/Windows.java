package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.SqlTypes;

/** Windows, and functions that only they have; use them through {@link Sql}. */
public sealed class Windows extends Aggregates permits Changes {
    Windows() {}

    /** A window of all rows, without an order; refine it with {@code partitionBy}, {@code orderBy} and {@code frame}. */
    public static WindowSpecification window() {
        return new WindowSpecification(null, null, List.of(), List.of(), null);
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

    /** The rank of the row in its window as a number from 0 to 1; use it with {@code over}. */
    public static FunctionCall<Double> percentRank() {
        return new FunctionCall<>("percent_rank", List.of(), SqlTypes.DOUBLE);
    }

    /** The part of the window's rows that do not sort after the row; use it with {@code over}. */
    public static FunctionCall<Double> cumeDist() {
        return new FunctionCall<>("cume_dist", List.of(), SqlTypes.DOUBLE);
    }

    /** The number, from 1, of the row's share if the window is cut into equal shares; use it with {@code over}. */
    public static FunctionCall<Integer> ntile(int shares) {
        return new FunctionCall<>("ntile", List.of(count(shares)), SqlTypes.INTEGER);
    }

    /** The value in the row of the frame with a number from 1; use it with {@code over}. */
    public static <T> FunctionCall<T> nthValue(Expression<T> expression, int row) {
        return new FunctionCall<>("nth_value", List.of(expression, count(row)), expression.type());
    }

    /** The value so many rows before, null where there is none; use it with {@code over}. */
    public static <T> FunctionCall<T> lag(Expression<T> expression, int rows) {
        return new FunctionCall<>("lag", List.of(expression, count(rows)), expression.type());
    }

    /** The value so many rows before, or another value where there is none; use it with {@code over}. */
    public static <T> FunctionCall<T> lag(Expression<T> expression, int rows, T otherwise) {
        Expression<T> value = Operators.literal(expression, otherwise);
        return new FunctionCall<>("lag", List.of(expression, count(rows), value), expression.type());
    }

    /** The value so many rows after, null where there is none; use it with {@code over}. */
    public static <T> FunctionCall<T> lead(Expression<T> expression, int rows) {
        return new FunctionCall<>("lead", List.of(expression, count(rows)), expression.type());
    }

    /** The value so many rows after, or another value where there is none; use it with {@code over}. */
    public static <T> FunctionCall<T> lead(Expression<T> expression, int rows, T otherwise) {
        Expression<T> value = Operators.literal(expression, otherwise);
        return new FunctionCall<>("lead", List.of(expression, count(rows), value), expression.type());
    }

    private static Literal<Integer> count(int number) {
        return new Literal<>(number, SqlTypes.INTEGER);
    }
}
