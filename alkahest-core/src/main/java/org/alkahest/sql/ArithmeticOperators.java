package org.alkahest.sql;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.alkahest.type.SqlTypes;

/** The operators on numbers, and those that move dates; a part of {@link Expression}. */
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

    /** The quotient as a floating-point number, of integers too. */
    default Expression<Double> trueDividedBy(T value) {
        return Operators.trueQuotient(self(), Operators.literal(self(), value));
    }

    /** The quotient as a floating-point number, of integers too. */
    default Expression<Double> trueDividedBy(Expression<? extends Number> other) {
        return Operators.trueQuotient(self(), other);
    }

    /** The greatest whole number that is not above the quotient, as {@link Math#floorDiv} has it. */
    default Expression<T> floorDividedBy(T value) {
        return Operators.floorQuotient(self(), Operators.literal(self(), value));
    }

    /** The greatest whole number that is not above the quotient, as {@link Math#floorDiv} has it. */
    default Expression<T> floorDividedBy(Expression<T> other) {
        return Operators.floorQuotient(self(), other);
    }

    /** What is left by the division that cuts towards zero, with the sign of the left side. */
    default Expression<T> modulo(T value) {
        return Operators.arithmetic(Arithmetic.Operator.MODULO, self(), Operators.literal(self(), value));
    }

    /** What is left by the division that cuts towards zero, with the sign of the left side. */
    default Expression<T> modulo(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.MODULO, self(), other);
    }

    default Expression<T> negate() {
        return new Negation<>(Operators.require(self(), Operators.Need.NUMBER, "negate"));
    }

    default Expression<T> bitAnd(T value) {
        return bitAnd(Operators.literal(self(), value));
    }

    default Expression<T> bitAnd(Expression<T> other) {
        return new BitwiseOperation<>(BitwiseOperation.Operator.AND, self(), other);
    }

    default Expression<T> bitOr(T value) {
        return bitOr(Operators.literal(self(), value));
    }

    default Expression<T> bitOr(Expression<T> other) {
        return new BitwiseOperation<>(BitwiseOperation.Operator.OR, self(), other);
    }

    default Expression<T> bitXor(T value) {
        return bitXor(Operators.literal(self(), value));
    }

    default Expression<T> bitXor(Expression<T> other) {
        return new BitwiseOperation<>(BitwiseOperation.Operator.XOR, self(), other);
    }

    default Expression<T> bitNot() {
        return new BitwiseNot<>(self());
    }

    /** Times two to the power of {@code bits}. */
    default Expression<T> shiftLeft(int bits) {
        return new BitwiseOperation<>(BitwiseOperation.Operator.SHIFT_LEFT, self(), Sql.value(bits));
    }

    /** Divided by two to the power of {@code bits}; of a negative number what the database makes of it. */
    default Expression<T> shiftRight(int bits) {
        return new BitwiseOperation<>(BitwiseOperation.Operator.SHIFT_RIGHT, self(), Sql.value(bits));
    }

    /** A date or timestamp so many units later; errors with ALK-1143 and ALK-1144 for units that do not fit. */
    default Expression<T> plus(long amount, ChronoUnit unit) {
        return plus(Sql.value(amount), unit);
    }

    /** The same with a number of units that the database computes. */
    default Expression<T> plus(Expression<? extends Number> amount, ChronoUnit unit) {
        return new DateAddition<>(self(), amount, IntervalUnit.of(unit));
    }

    /** A date or timestamp so many units earlier. */
    default Expression<T> minus(long amount, ChronoUnit unit) {
        return plus(-amount, unit);
    }

    /**
     * A timestamp so much later, or the sum of two durations; ALK-1144 for other types. Where the database has no intervals
     * it is refused (ALK-1210): use {@link #plus(long, ChronoUnit)}.
     */
    default Expression<T> plusDuration(Duration duration) {
        return plusDuration(Operators.literal(SqlTypes.DURATION, duration));
    }

    /** The same with a duration that the database computes. */
    default Expression<T> plusDuration(Expression<Duration> duration) {
        return new IntervalAddition<>(self(), duration, false);
    }

    /** A timestamp so much earlier, or the difference of two durations; as {@link #plusDuration(Duration)}. */
    default Expression<T> minusDuration(Duration duration) {
        return minusDuration(Operators.literal(SqlTypes.DURATION, duration));
    }

    /** The same with a duration that the database computes. */
    default Expression<T> minusDuration(Expression<Duration> duration) {
        return new IntervalAddition<>(self(), duration, true);
    }

    /**
     * The duration from another timestamp to this one, negative if the other is later; ALK-1144 unless both are timestamps,
     * with a time zone or without. Where the database has no intervals it is refused: use {@link Sql#secondsBetween}.
     */
    default Expression<Duration> durationSince(Expression<?> earlier) {
        return new IntervalBetween(self(), earlier);
    }

    private Expression<T> self() {
        return (Expression<T>) this;
    }
}
