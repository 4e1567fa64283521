package org.alkahest.sql;

/** The operators on conditions; a part of {@link Expression}. */
public sealed interface LogicalOperators<T> permits Expression {
    default Expression<Boolean> and(Expression<Boolean> other) {
        return Logical.of(Logical.Connective.AND, Operators.condition(self(), "and"), other);
    }

    default Expression<Boolean> or(Expression<Boolean> other) {
        return Logical.of(Logical.Connective.OR, Operators.condition(self(), "or"), other);
    }

    default Expression<Boolean> not() {
        return new Not(Operators.condition(self(), "not"));
    }

    private Expression<T> self() {
        return (Expression<T>) this;
    }
}
