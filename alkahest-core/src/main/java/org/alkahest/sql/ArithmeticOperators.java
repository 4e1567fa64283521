package org.alkahest.sql;

/** The operators on numbers; a part of {@link Expression}. */
public sealed interface ArithmeticOperators<T> permits Expression {
    default Expression<T> plus(T value) {
        return Operators.arithmetic(Arithmetic.Operator.PLUS, self(), Operators.literal(self(), value));
    }

    default Expression<T> plus(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.PLUS, self(), other);
    }

    default Expression<T> minus(T value) {
        return Operators.arithmetic(Arithmetic.Operator.MINUS, self(), Operators.literal(self(), value));
    }

    default Expression<T> minus(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.MINUS, self(), other);
    }

    default Expression<T> times(T value) {
        return Operators.arithmetic(Arithmetic.Operator.TIMES, self(), Operators.literal(self(), value));
    }

    default Expression<T> times(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.TIMES, self(), other);
    }

    /** The database's own division: of two integers it truncates on most databases. */
    default Expression<T> dividedBy(T value) {
        return Operators.arithmetic(Arithmetic.Operator.DIVIDE, self(), Operators.literal(self(), value));
    }

    /** The database's own division: of two integers it truncates on most databases. */
    default Expression<T> dividedBy(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.DIVIDE, self(), other);
    }

    default Expression<T> modulo(T value) {
        return Operators.arithmetic(Arithmetic.Operator.MODULO, self(), Operators.literal(self(), value));
    }

    default Expression<T> negate() {
        return new Negation<>(Operators.require(self(), Operators.Need.NUMBER, "negate"));
    }

    private Expression<T> self() {
        return (Expression<T>) this;
    }
}
