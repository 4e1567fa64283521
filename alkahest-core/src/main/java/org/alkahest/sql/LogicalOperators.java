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
        Expression<Boolean> condition = Operators.condition(self(), "not");
        return condition instanceof TruthValue constant ? new TruthValue(!constant.value()) : new Not(condition);
    }

    /** True, and not NULL. Never NULL itself. */
    default Expression<Boolean> isTrue() {
        return new TruthTest(Operators.condition(self(), "isTrue"), TruthTest.Truth.TRUE, false);
    }

    /** False or NULL. Never NULL itself. */
    default Expression<Boolean> isNotTrue() {
        return new TruthTest(Operators.condition(self(), "isNotTrue"), TruthTest.Truth.TRUE, true);
    }

    /** False, and not NULL. Never NULL itself. */
    default Expression<Boolean> isFalse() {
        return new TruthTest(Operators.condition(self(), "isFalse"), TruthTest.Truth.FALSE, false);
    }

    /** True or NULL. Never NULL itself. */
    default Expression<Boolean> isNotFalse() {
        return new TruthTest(Operators.condition(self(), "isNotFalse"), TruthTest.Truth.FALSE, true);
    }

    /** Neither true nor false: NULL. Never NULL itself. */
    default Expression<Boolean> isUnknown() {
        return new TruthTest(Operators.condition(self(), "isUnknown"), TruthTest.Truth.UNKNOWN, false);
    }

    /** True or false: not NULL. Never NULL itself. */
    default Expression<Boolean> isNotUnknown() {
        return new TruthTest(Operators.condition(self(), "isNotUnknown"), TruthTest.Truth.UNKNOWN, true);
    }

    private Expression<T> self() {
        return (Expression<T>) this;
    }
}
