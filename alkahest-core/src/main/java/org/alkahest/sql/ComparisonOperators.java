package org.alkahest.sql;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operators that compare values; a part of {@link Expression}. */
public sealed interface ComparisonOperators<T> permits Expression {
    default Expression<Boolean> eq(T value) {
        return eq(Operators.literal(self(), value));
    }

    default Expression<Boolean> eq(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.EQUAL, self(), other);
    }

    /** Equal to any row of a query, or all of them. */
    default Expression<Boolean> eq(Quantified<? extends T> rows) {
        return new QuantifiedComparison(Comparison.Operator.EQUAL, self(), rows);
    }

    default Expression<Boolean> ne(T value) {
        return ne(Operators.literal(self(), value));
    }

    default Expression<Boolean> ne(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.NOT_EQUAL, self(), other);
    }

    /** Different from any row of a query, or all of them. */
    default Expression<Boolean> ne(Quantified<? extends T> rows) {
        return new QuantifiedComparison(Comparison.Operator.NOT_EQUAL, self(), rows);
    }

    default Expression<Boolean> lt(T value) {
        return lt(Operators.literal(self(), value));
    }

    default Expression<Boolean> lt(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.LESS, self(), other);
    }

    /** Less than any row of a query, or all of them. */
    default Expression<Boolean> lt(Quantified<? extends T> rows) {
        return new QuantifiedComparison(Comparison.Operator.LESS, self(), rows);
    }

    default Expression<Boolean> le(T value) {
        return le(Operators.literal(self(), value));
    }

    default Expression<Boolean> le(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.LESS_OR_EQUAL, self(), other);
    }

    /** At most any row of a query, or all of them. */
    default Expression<Boolean> le(Quantified<? extends T> rows) {
        return new QuantifiedComparison(Comparison.Operator.LESS_OR_EQUAL, self(), rows);
    }

    default Expression<Boolean> gt(T value) {
        return gt(Operators.literal(self(), value));
    }

    default Expression<Boolean> gt(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.GREATER, self(), other);
    }

    /** Greater than any row of a query, or all of them. */
    default Expression<Boolean> gt(Quantified<? extends T> rows) {
        return new QuantifiedComparison(Comparison.Operator.GREATER, self(), rows);
    }

    default Expression<Boolean> ge(T value) {
        return ge(Operators.literal(self(), value));
    }

    default Expression<Boolean> ge(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.GREATER_OR_EQUAL, self(), other);
    }

    /** At least any row of a query, or all of them. */
    default Expression<Boolean> ge(Quantified<? extends T> rows) {
        return new QuantifiedComparison(Comparison.Operator.GREATER_OR_EQUAL, self(), rows);
    }

    /** Equality in which NULL equals NULL; a null value is allowed. */
    default Expression<Boolean> isNotDistinctFrom(@Nullable T value) {
        return new DistinctFrom(self(), new Literal<>(value, self().type()), true);
    }

    /** Equality with another expression, in which NULL equals NULL. */
    default Expression<Boolean> isNotDistinctFromValueOf(Expression<? extends T> other) {
        return new DistinctFrom(self(), Objects.requireNonNull(other, "other is null"), true);
    }

    /** Inequality in which NULL equals NULL; a null value is allowed. */
    default Expression<Boolean> isDistinctFrom(@Nullable T value) {
        return new DistinctFrom(self(), new Literal<>(value, self().type()), false);
    }

    /** Inequality with another expression, in which NULL equals NULL. */
    default Expression<Boolean> isDistinctFromValueOf(Expression<? extends T> other) {
        return new DistinctFrom(self(), Objects.requireNonNull(other, "other is null"), false);
    }

    default Expression<Boolean> isNull() {
        return new IsNull(self(), false);
    }

    default Expression<Boolean> isNotNull() {
        return new IsNull(self(), true);
    }

    /** Both ends included. */
    default Expression<Boolean> between(T low, T high) {
        return between(Operators.literal(self(), low), Operators.literal(self(), high));
    }

    /** Both ends included. */
    default Expression<Boolean> between(Expression<? extends T> low, Expression<? extends T> high) {
        return new Between(self(), low, high, false, false);
    }

    /** Outside both ends. */
    default Expression<Boolean> notBetween(T low, T high) {
        return notBetween(Operators.literal(self(), low), Operators.literal(self(), high));
    }

    /** Outside both ends. */
    default Expression<Boolean> notBetween(Expression<? extends T> low, Expression<? extends T> high) {
        return new Between(self(), low, high, false, true);
    }

    /** Both ends included, whichever of them is the lower. */
    default Expression<Boolean> betweenSymmetric(T one, T other) {
        return betweenSymmetric(Operators.literal(self(), one), Operators.literal(self(), other));
    }

    /** Both ends included, whichever of them is the lower. */
    default Expression<Boolean> betweenSymmetric(Expression<? extends T> one, Expression<? extends T> other) {
        return new Between(self(), one, other, true, false);
    }

    /** Outside both ends, whichever of them is the lower. */
    default Expression<Boolean> notBetweenSymmetric(Expression<? extends T> one, Expression<? extends T> other) {
        return new Between(self(), one, other, true, true);
    }

    /** True for any of the values, false for none; null values are refused (ALK-1111). */
    @SuppressWarnings("unchecked")
    default Expression<Boolean> in(T... values) {
        return in(Operators.nonNull(values));
    }

    /** True for any of the values, false for none; null values are refused (ALK-1111). */
    default Expression<Boolean> in(Collection<? extends T> values) {
        return new InValues<>(self(), Operators.nonNull(values), false);
    }

    /** True for a value of any of the expressions. */
    @SuppressWarnings("unchecked")
    default Expression<Boolean> in(Expression<? extends T> first, Expression<? extends T>... more) {
        return new InExpressions(self(), Operators.listOf(first, more), false);
    }

    /** True for any value that the query gives. */
    default Expression<Boolean> in(QueryExpression<? extends T> query) {
        return new InQuery(self(), query, false);
    }

    /** True for no value of the list; null values are refused (ALK-1111). */
    @SuppressWarnings("unchecked")
    default Expression<Boolean> notIn(T... values) {
        return notIn(Operators.nonNull(values));
    }

    /** True for no value of the list; null values are refused (ALK-1111). */
    default Expression<Boolean> notIn(Collection<? extends T> values) {
        return new InValues<>(self(), Operators.nonNull(values), true);
    }

    /** True for a value of none of the expressions; never true if one of them is NULL. */
    @SuppressWarnings("unchecked")
    default Expression<Boolean> notIn(Expression<? extends T> first, Expression<? extends T>... more) {
        return new InExpressions(self(), Operators.listOf(first, more), true);
    }

    /** True for no value that the query gives; never true if the query gives a NULL. */
    default Expression<Boolean> notIn(QueryExpression<? extends T> query) {
        return new InQuery(self(), query, true);
    }

    private Expression<T> self() {
        return (Expression<T>) this;
    }
}
