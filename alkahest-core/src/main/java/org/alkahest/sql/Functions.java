package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.SqlType;

/** Functions of values; use them through {@link Sql}. */
public sealed class Functions extends Conditions permits Aggregates {
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

    public static FunctionCall<String> lower(Expression<String> text) {
        return new FunctionCall<>("lower", List.of(text), text.type());
    }

    public static FunctionCall<String> upper(Expression<String> text) {
        return new FunctionCall<>("upper", List.of(text), text.type());
    }

    /** Any function by name. */
    public static <T> FunctionCall<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return new FunctionCall<>(name, List.of(arguments), type);
    }

    /** A part of a date or time; errors with ALK-1110 for other types. */
    public static Extract extract(Extract.Field field, Expression<?> operand) {
        return new Extract(field, operand);
    }

    /** NULL where the two are equal, else the first. */
    public static <T> FunctionCall<T> nullIf(Expression<T> expression, Expression<? extends T> other) {
        return new FunctionCall<>("nullif", List.of(expression, other), expression.type());
    }
}
