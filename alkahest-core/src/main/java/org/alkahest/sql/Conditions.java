package org.alkahest.sql;

import java.util.List;

/** Conditions, and what depends on them; use them through {@link Sql}. */
public sealed class Conditions extends Rows permits Functions {
    Conditions() {}

    /** All conditions; errors with ALK-1102 for fewer than two. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<Boolean> and(Expression<Boolean>... conditions) {
        return connect(Logical.Connective.AND, conditions);
    }

    /** Any condition; errors with ALK-1102 for fewer than two. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Expression<Boolean> or(Expression<Boolean>... conditions) {
        return connect(Logical.Connective.OR, conditions);
    }

    public static Expression<Boolean> not(Expression<Boolean> condition) {
        return condition.not();
    }

    /**
     * Whether columns have what a query of full-text search asks for, as {@link Expression#match(String)} says of one; the
     * columns are those of one index. Databases that search one column at a time refuse several (ALK-1210).
     */
    public static Expression<Boolean> match(String query, Expression<?> first, Expression<?>... more) {
        return new TextMatch(Operators.listOf(first, more), Operators.pattern(query));
    }

    /** Always met: the beginning of conditions that are added one by one, left out where it changes nothing. */
    public static Expression<Boolean> trueCondition() {
        return new TruthValue(true);
    }

    /** Never met: the beginning of alternatives that are added one by one, left out where it changes nothing. */
    public static Expression<Boolean> falseCondition() {
        return new TruthValue(false);
    }

    /** Any row of a query, for a comparison: {@code x.gt(any(query))}. */
    public static <T> Quantified<T> any(QueryExpression<T> query) {
        return new QuantifiedQuery<>(Quantified.Quantifier.ANY, query);
    }

    /**
     * Any element of an array, for a comparison. {@code x.eq(any(param("ids", SqlTypes.array(SqlTypes.INTEGER))))} is an IN
     * of one parameter, whatever the number of values, where the database has arrays.
     */
    public static <T> Quantified<T> any(Expression<List<T>> array) {
        return new QuantifiedArray<>(Quantified.Quantifier.ANY, array);
    }

    /** The same as {@link #any}. */
    public static <T> Quantified<T> some(QueryExpression<T> query) {
        return any(query);
    }

    /** All rows of a query, for a comparison: {@code x.ge(all(query))}. */
    public static <T> Quantified<T> all(QueryExpression<T> query) {
        return new QuantifiedQuery<>(Quantified.Quantifier.ALL, query);
    }

    /** All elements of an array, for a comparison: {@code x.ne(all(array))} is a NOT IN of one value. */
    public static <T> Quantified<T> all(Expression<List<T>> array) {
        return new QuantifiedArray<>(Quantified.Quantifier.ALL, array);
    }

    /** Two expressions that are compared together: {@code tuple(a, b).in(select(c, d))}. */
    public static <A, B> Tuple<Row2<A, B>> tuple(Expression<A> a, Expression<B> b) {
        return new Tuple<>(List.of(a, b));
    }

    /** Three expressions that are compared together. */
    public static <A, B, C> Tuple<Row3<A, B, C>> tuple(Expression<A> a, Expression<B> b, Expression<C> c) {
        return new Tuple<>(List.of(a, b, c));
    }

    /** Four expressions that are compared together. */
    public static <A, B, C, D> Tuple<Row4<A, B, C, D>> tuple(
            Expression<A> a, Expression<B> b, Expression<C> c, Expression<D> d) {
        return new Tuple<>(List.of(a, b, c, d));
    }

    /** Five expressions that are compared together. */
    public static <A, B, C, D, E> Tuple<Row5<A, B, C, D, E>> tuple(
            Expression<A> a, Expression<B> b, Expression<C> c, Expression<D> d, Expression<E> e) {
        return new Tuple<>(List.of(a, b, c, d, e));
    }

    public static Expression<Boolean> exists(QueryExpression<?> query) {
        return new Exists(query);
    }

    /** {@code CASE expression WHEN value THEN …}; go on with {@code when} and {@code otherwise}. */
    public static <V> SimpleCase.Operand<V> caseOf(Expression<V> expression) {
        return new SimpleCase.Operand<>(expression);
    }

    /** {@code CASE WHEN condition THEN value}; go on with {@code when} and {@code otherwise}. */
    public static <T> CaseExpression<T> when(Expression<Boolean> condition, T value) {
        return when(condition, Sql.value(value));
    }

    /** {@code CASE WHEN condition THEN result}; go on with {@code when} and {@code otherwise}. */
    public static <T> CaseExpression<T> when(Expression<Boolean> condition, Expression<T> result) {
        return new CaseExpression<>(List.of(new CaseExpression.When<>(condition, result)), null, result.type());
    }

    private static Expression<Boolean> connect(Logical.Connective connective, Expression<Boolean>[] conditions) {
        return conditions.length < 2
                ? new Logical(connective, List.of(conditions))
                : Logical.of(connective, List.of(conditions));
    }
}
