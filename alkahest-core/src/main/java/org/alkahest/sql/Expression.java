package org.alkahest.sql;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A typed SQL expression with the operators that build larger ones. Values and expressions never share a name where null
 * would be ambiguous: test for NULL with {@link #isNull}. An operator that does not fit the type fails when it is built
 * (ALK-1110). Immutable; sends nothing.
 *
 * @param <T> the Java type of values
 */
public sealed interface Expression<T> extends Selectable<T>, SqlNode, OrderTerm
        permits Literal,
                Parameter,
                Comparison,
                DistinctFrom,
                Logical,
                Not,
                IsNull,
                Between,
                InValues,
                InQuery,
                Like,
                Exists,
                Arithmetic,
                Negation,
                Concatenation,
                FunctionCall,
                WindowFunction,
                Extract,
                Collate,
                Cast,
                CaseExpression,
                ScalarSubquery,
                Labeled,
                RawExpression,
                ExpressionExtension {
    /** The type of values. */
    SqlType<T> type();

    @Override
    Expression<T> mapChildren(NodeMapper mapper);

    @Override
    default Selectable<T> mapParts(NodeMapper mapper) {
        return mapper.map(this);
    }

    /** The name that a result column of this expression has, if it has one. */
    default Optional<String> label() {
        return Optional.empty();
    }

    @Override
    default List<Expression<?>> expressions() {
        return List.of(this);
    }

    @Override
    default Decoder<T> decoder(int position, DecodeScope scope) {
        return row -> row.at(position);
    }

    @Override
    default OrderItem toOrderItem() {
        return asc();
    }

    /** The same expression under a name. */
    default Expression<T> as(String label) {
        return new Labeled<>(this, label);
    }

    default Expression<Boolean> eq(T value) {
        return eq(Operators.literal(this, value));
    }

    default Expression<Boolean> eq(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.EQUAL, this, other);
    }

    default Expression<Boolean> ne(T value) {
        return ne(Operators.literal(this, value));
    }

    default Expression<Boolean> ne(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.NOT_EQUAL, this, other);
    }

    default Expression<Boolean> lt(T value) {
        return lt(Operators.literal(this, value));
    }

    default Expression<Boolean> lt(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.LESS, this, other);
    }

    default Expression<Boolean> le(T value) {
        return le(Operators.literal(this, value));
    }

    default Expression<Boolean> le(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.LESS_OR_EQUAL, this, other);
    }

    default Expression<Boolean> gt(T value) {
        return gt(Operators.literal(this, value));
    }

    default Expression<Boolean> gt(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.GREATER, this, other);
    }

    default Expression<Boolean> ge(T value) {
        return ge(Operators.literal(this, value));
    }

    default Expression<Boolean> ge(Expression<? extends T> other) {
        return new Comparison(Comparison.Operator.GREATER_OR_EQUAL, this, other);
    }

    /** Equality in which NULL equals NULL; a null value is allowed. */
    default Expression<Boolean> isNotDistinctFrom(@Nullable T value) {
        return new DistinctFrom(this, new Literal<>(value, type()), true);
    }

    /** Inequality in which NULL equals NULL; a null value is allowed. */
    default Expression<Boolean> isDistinctFrom(@Nullable T value) {
        return new DistinctFrom(this, new Literal<>(value, type()), false);
    }

    default Expression<Boolean> isNull() {
        return new IsNull(this, false);
    }

    default Expression<Boolean> isNotNull() {
        return new IsNull(this, true);
    }

    /** Both ends included. */
    default Expression<Boolean> between(T low, T high) {
        return new Between(this, Operators.literal(this, low), Operators.literal(this, high), false);
    }

    /** Both ends included. */
    default Expression<Boolean> between(Expression<? extends T> low, Expression<? extends T> high) {
        return new Between(this, low, high, false);
    }

    /** Outside both ends. */
    default Expression<Boolean> notBetween(T low, T high) {
        return new Between(this, Operators.literal(this, low), Operators.literal(this, high), true);
    }

    /** True for any of the values, false for none; null values are refused (ALK-1111). */
    @SuppressWarnings("unchecked")
    default Expression<Boolean> in(T... values) {
        return in(Operators.nonNull(values));
    }

    /** True for any of the values, false for none; null values are refused (ALK-1111). */
    default Expression<Boolean> in(Collection<? extends T> values) {
        return new InValues<>(this, Operators.nonNull(values), false);
    }

    /** True for any value that the query gives. */
    default Expression<Boolean> in(QueryExpression<? extends T> query) {
        return new InQuery(this, query, false);
    }

    /** True for no value of the list; null values are refused (ALK-1111). */
    @SuppressWarnings("unchecked")
    default Expression<Boolean> notIn(T... values) {
        return notIn(Operators.nonNull(values));
    }

    /** True for no value of the list; null values are refused (ALK-1111). */
    default Expression<Boolean> notIn(Collection<? extends T> values) {
        return new InValues<>(this, Operators.nonNull(values), true);
    }

    /** True for no value that the query gives; never true if the query gives a NULL. */
    default Expression<Boolean> notIn(QueryExpression<? extends T> query) {
        return new InQuery(this, query, true);
    }

    /** {@code %} stands for any characters and {@code _} for one. Whether case matters is the database's choice. */
    default Expression<Boolean> like(String pattern) {
        return Operators.like(this, pattern, null, false, false);
    }

    /** The same with a character that takes {@code %} and {@code _} literally. */
    default Expression<Boolean> like(String pattern, char escape) {
        return Operators.like(this, pattern, escape, false, false);
    }

    default Expression<Boolean> notLike(String pattern) {
        return Operators.like(this, pattern, null, false, true);
    }

    /** As {@link #like(String)}, ignoring case. */
    default Expression<Boolean> ilike(String pattern) {
        return Operators.like(this, pattern, null, true, false);
    }

    /** Starts with the text, taken literally. */
    default Expression<Boolean> startsWith(String prefix) {
        return Operators.like(this, Operators.escape(prefix) + "%", Operators.ESCAPE, false, false);
    }

    /** Ends with the text, taken literally. */
    default Expression<Boolean> endsWith(String suffix) {
        return Operators.like(this, "%" + Operators.escape(suffix), Operators.ESCAPE, false, false);
    }

    /** Contains the text, taken literally. */
    default Expression<Boolean> contains(String part) {
        return Operators.like(this, "%" + Operators.escape(part) + "%", Operators.ESCAPE, false, false);
    }

    default Expression<T> plus(T value) {
        return Operators.arithmetic(Arithmetic.Operator.PLUS, this, Operators.literal(this, value));
    }

    default Expression<T> plus(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.PLUS, this, other);
    }

    default Expression<T> minus(T value) {
        return Operators.arithmetic(Arithmetic.Operator.MINUS, this, Operators.literal(this, value));
    }

    default Expression<T> minus(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.MINUS, this, other);
    }

    default Expression<T> times(T value) {
        return Operators.arithmetic(Arithmetic.Operator.TIMES, this, Operators.literal(this, value));
    }

    default Expression<T> times(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.TIMES, this, other);
    }

    /** The database's own division: of two integers it truncates on most databases. */
    default Expression<T> dividedBy(T value) {
        return Operators.arithmetic(Arithmetic.Operator.DIVIDE, this, Operators.literal(this, value));
    }

    /** The database's own division: of two integers it truncates on most databases. */
    default Expression<T> dividedBy(Expression<? extends Number> other) {
        return Operators.arithmetic(Arithmetic.Operator.DIVIDE, this, other);
    }

    default Expression<T> modulo(T value) {
        return Operators.arithmetic(Arithmetic.Operator.MODULO, this, Operators.literal(this, value));
    }

    default Expression<T> negate() {
        return new Negation<>(Operators.require(this, Operators.Need.NUMBER, "negate"));
    }

    default Expression<String> concat(String text) {
        return Concatenation.of(this, Sql.value(Objects.requireNonNull(text, "text is null")));
    }

    default Expression<String> concat(Expression<?> other) {
        return Concatenation.of(this, other);
    }

    default Expression<Boolean> and(Expression<Boolean> other) {
        return Logical.of(Logical.Connective.AND, Operators.condition(this, "and"), other);
    }

    default Expression<Boolean> or(Expression<Boolean> other) {
        return Logical.of(Logical.Connective.OR, Operators.condition(this, "or"), other);
    }

    default Expression<Boolean> not() {
        return new Not(Operators.condition(this, "not"));
    }

    /** {@code CAST(this AS type)}. */
    default <U> Expression<U> cast(SqlType<U> type) {
        return new Cast<>(this, type);
    }

    /** The string compared and sorted by a collation of the database; errors with ALK-1110 for other types. */
    @SuppressWarnings("unchecked") // Collate checks the type
    default Expression<String> collate(String collation) {
        return new Collate((Expression<String>) this, collation);
    }

    default OrderItem asc() {
        return new OrderItem(this, OrderItem.Direction.ASC, OrderItem.Nulls.DEFAULT);
    }

    default OrderItem desc() {
        return new OrderItem(this, OrderItem.Direction.DESC, OrderItem.Nulls.DEFAULT);
    }
}
