package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Functions of values of any type, and of numbers; use them through {@link Sql}. */
public sealed class Functions extends Conditions permits StringFunctions {
    Functions() {}

    /** The first value that is not NULL. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> FunctionCall<T> coalesce(Expression<T> first, Expression<? extends T>... others) {
        List<Expression<?>> all = new ArrayList<>(List.of(others));
        all.add(0, first);
        return new FunctionCall<>("coalesce", all, first.type());
    }

    /** The expression, or a value where it is NULL. */
    public static <T> FunctionCall<T> coalesce(Expression<T> expression, T otherwise) {
        return coalesce(expression, new Literal<>(otherwise, expression.type()));
    }

    /** Any function by name, such as {@code pkg.f} or {@code pkg."Mixed Case"}. */
    public static <T> FunctionCall<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(name, List.of(arguments), type);
    }

    /** NULL where the two are equal, else the first. */
    public static <T> FunctionCall<T> nullIf(Expression<T> expression, Expression<? extends T> other) {
        return new FunctionCall<>("nullif", List.of(expression, other), expression.type());
    }

    /** The greatest value; whether NULLs count is the database's choice. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Expression<T> greatest(
            Expression<T> first, Expression<? extends T> second, Expression<? extends T>... more) {
        return extreme(BuiltInFunction.Name.GREATEST, first, second, more);
    }

    /** The least value; whether NULLs count is the database's choice. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <T> Expression<T> least(
            Expression<T> first, Expression<? extends T> second, Expression<? extends T>... more) {
        return extreme(BuiltInFunction.Name.LEAST, first, second, more);
    }

    private static <T> Expression<T> extreme(
            BuiltInFunction.Name name, Expression<T> first, Expression<?> second, Expression<?>[] more) {
        List<Expression<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(List.of(more));
        return new BuiltInFunction<>(name, all, first.type());
    }

    public static <T extends Number> Expression<T> abs(Expression<T> number) {
        return numeric(BuiltInFunction.Name.ABS, number.type(), number);
    }

    /** Rounded to a whole number; where a half goes is the database's choice for floating-point numbers. */
    public static <T extends Number> Expression<T> round(Expression<T> number) {
        return numeric(BuiltInFunction.Name.ROUND, number.type(), number);
    }

    /** Rounded to so many digits after the point. */
    public static <T extends Number> Expression<T> round(Expression<T> number, int digits) {
        return numeric(BuiltInFunction.Name.ROUND, number.type(), number, new Literal<>(digits, SqlTypes.INTEGER));
    }

    /** The greatest whole number that is not above. */
    public static <T extends Number> Expression<T> floor(Expression<T> number) {
        return numeric(BuiltInFunction.Name.FLOOR, number.type(), number);
    }

    /** The least whole number that is not below. */
    public static <T extends Number> Expression<T> ceiling(Expression<T> number) {
        return numeric(BuiltInFunction.Name.CEILING, number.type(), number);
    }

    /** -1, 0 or 1. */
    public static Expression<Integer> sign(Expression<? extends Number> number) {
        return numeric(BuiltInFunction.Name.SIGN, SqlTypes.INTEGER, number);
    }

    public static Expression<Double> sqrt(Expression<? extends Number> number) {
        return numeric(BuiltInFunction.Name.SQRT, SqlTypes.DOUBLE, number);
    }

    /** Euler's number to a power. */
    public static Expression<Double> exp(Expression<? extends Number> exponent) {
        return numeric(BuiltInFunction.Name.EXP, SqlTypes.DOUBLE, exponent);
    }

    /** The natural logarithm. */
    public static Expression<Double> ln(Expression<? extends Number> number) {
        return numeric(BuiltInFunction.Name.LN, SqlTypes.DOUBLE, number);
    }

    public static Expression<Double> power(Expression<? extends Number> base, Expression<? extends Number> exponent) {
        return numeric(BuiltInFunction.Name.POWER, SqlTypes.DOUBLE, base, exponent);
    }

    public static Expression<Double> power(Expression<? extends Number> base, int exponent) {
        return power(base, new Literal<>(exponent, SqlTypes.INTEGER));
    }

    private static <T> Expression<T> numeric(BuiltInFunction.Name name, SqlType<T> type, Expression<?>... arguments) {
        Operators.require(arguments[0], Operators.Need.NUMBER, name.sql());
        return new BuiltInFunction<>(name, List.of(arguments), type);
    }

    /** A number from 0 to below 1, another one for each row on most databases. */
    public static Expression<Double> random() {
        return new BuiltInFunction<>(BuiltInFunction.Name.RANDOM, List.of(), SqlTypes.DOUBLE);
    }

    /** A new UUID, made by the database. */
    public static Expression<UUID> newUuid() {
        return new BuiltInFunction<>(BuiltInFunction.Name.NEW_UUID, List.of(), SqlTypes.UUID);
    }
}
