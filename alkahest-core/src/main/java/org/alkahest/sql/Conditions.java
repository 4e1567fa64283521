package org.alkahest.sql;

import java.util.List;

/** Conditions, and what depends on them; use them through {@link Sql}. */
public sealed class Conditions extends Rows permits Functions {
    Conditions() {}

    /** All conditions; errors with ALK-1102 for fewer than two. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<Boolean> and(Expression<Boolean>... conditions) {
        return new Logical(Logical.Connective.AND, List.of(conditions));
    }

    /** Any condition; errors with ALK-1102 for fewer than two. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<Boolean> or(Expression<Boolean>... conditions) {
        return new Logical(Logical.Connective.OR, List.of(conditions));
    }

    public static Expression<Boolean> not(Expression<Boolean> condition) {
        return new Not(condition);
    }

    public static Expression<Boolean> exists(QueryExpression<?> query) {
        return new Exists(query);
    }

    /** {@code CASE WHEN condition THEN value}; go on with {@code when} and {@code otherwise}. */
    public static <T> CaseExpression<T> when(Expression<Boolean> condition, T value) {
        return when(condition, Sql.value(value));
    }

    /** {@code CASE WHEN condition THEN result}; go on with {@code when} and {@code otherwise}. */
    public static <T> CaseExpression<T> when(Expression<Boolean> condition, Expression<T> result) {
        return new CaseExpression<>(List.of(new CaseExpression.When<>(condition, result)), null, result.type());
    }
}
