package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Arrays and their operators; use them through {@link Sql}. */
public sealed class ArrayFunctions extends TimeFunctions permits Aggregates {
    ArrayFunctions() {}

    /** The operators of an array: {@code elements(BOOKS.tags).contains("java")}; errors with ALK-1110 for other types. */
    public static <E> Elements<E> elements(Expression<List<E>> array) {
        return new Elements<>(array);
    }

    /** An array of the values of expressions: {@code ARRAY[a, b]}. Its elements have the type of the first. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> ArrayConstructor<E> array(Expression<E> first, Expression<E>... more) {
        List<Expression<E>> all = new ArrayList<>();
        all.add(first);
        all.addAll(Arrays.asList(more));
        return new ArrayConstructor<>(all, SqlTypes.array(first.type()));
    }

    /**
     * The values of all rows as an array, NULLs included; null over no rows. For an order follow with
     * {@code aggregateOrderBy}, for some of the rows with {@code filterWhere}.
     */
    public static <E> FunctionCall<List<E>> arrayAgg(Expression<E> expression) {
        return new FunctionCall<>("array_agg", List.of(expression), SqlTypes.array(expression.type()));
    }

    /** The elements of an array as rows of one column, for FROM. */
    public static <E> TableFunction unnest(String alias, Field<E> field, Expression<List<E>> array) {
        return unnest(alias, List.of(field), List.of(array), field.type());
    }

    /** The elements of two arrays side by side, for FROM; NULLs fill up the shorter one. */
    public static <A, B> TableFunction unnest(
            String alias, Field<A> fieldA, Expression<List<A>> a, Field<B> fieldB, Expression<List<B>> b) {
        return unnest(alias, List.of(fieldA, fieldB), List.of(a, b), fieldA.type());
    }

    /** The elements of three arrays side by side, for FROM; NULLs fill up the shorter ones. */
    public static <A, B, C> TableFunction unnest(
            String alias,
            Field<A> fieldA,
            Expression<List<A>> a,
            Field<B> fieldB,
            Expression<List<B>> b,
            Field<C> fieldC,
            Expression<List<C>> c) {
        return unnest(alias, List.of(fieldA, fieldB, fieldC), List.of(a, b, c), fieldA.type());
    }

    private static TableFunction unnest(
            String alias, List<Field<?>> fields, List<Expression<?>> arrays, SqlType<?> type) {
        arrays.forEach(array -> Operators.require(array, Operators.Need.ARRAY, "unnest"));
        return new TableFunction(
                new FunctionCall<>("unnest", arrays, type), alias, fields, TableFunction.Columns.RENAMED, null);
    }
}
