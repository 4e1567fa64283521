package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * {@code name([DISTINCT] arguments [ORDER BY orderBy]) [WITHIN GROUP (ORDER BY withinGroup)] [FILTER (WHERE filter)]}: a
 * function or aggregate by name. The name is letters, digits, underscores, dollar signs and dots and is written as it is,
 * but for parts in double quotes, which may hold anything and are written in the database's quotes.
 */
public record FunctionCall<T>(
        String name,
        List<Expression<?>> arguments,
        SqlType<T> type,
        boolean distinct,
        @Nullable Expression<Boolean> filter,
        List<OrderItem> orderBy,
        List<OrderItem> withinGroup)
        implements FunctionExpression<T> {
    private static final String PART = "([A-Za-z_][A-Za-z0-9_$]*|\"[^\"\\x00]+\")";
    private static final Pattern NAME = Pattern.compile(PART + "(\\." + PART + ")*");

    public FunctionCall {
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(type, "type is null");
        orderBy = List.copyOf(orderBy);
        withinGroup = List.copyOf(withinGroup);
        if (!NAME.matcher(name).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1103",
                    "Cannot call a function named '" + name
                            + "': a name is letters, digits, underscores, dollar signs and dots, or parts in double"
                            + " quotes. Correct it, or use raw(…) for other SQL.");
        }
    }

    public FunctionCall(String name, List<Expression<?>> arguments, SqlType<T> type) {
        this(name, arguments, type, false, null, List.of(), List.of());
    }

    /** The same aggregate over distinct values. */
    public FunctionCall<T> distinctValues() {
        return new FunctionCall<>(name, arguments, type, true, filter, orderBy, withinGroup);
    }

    /** The same aggregate over the rows that meet a condition: {@code FILTER (WHERE …)}. */
    public FunctionCall<T> filterWhere(Expression<Boolean> condition) {
        return new FunctionCall<>(name, arguments, type, distinct, condition, orderBy, withinGroup);
    }

    /** The same aggregate over rows in an order: {@code string_agg(x, ',' ORDER BY x)}. */
    public FunctionCall<T> aggregateOrderBy(OrderTerm... items) {
        return new FunctionCall<>(name, arguments, type, distinct, filter, Operators.orderItems(items), withinGroup);
    }

    /** The same ordered-set or hypothetical-set aggregate: {@code percentile_cont(0.5) WITHIN GROUP (ORDER BY x)}. */
    public FunctionCall<T> withinGroup(OrderTerm... items) {
        return new FunctionCall<>(name, arguments, type, distinct, filter, orderBy, Operators.orderItems(items));
    }

    /** The function as a value per row, over a window. */
    public WindowFunction<T> over(WindowSpecification window) {
        return new WindowFunction<>(this, false, window);
    }

    /** The function as a value per row, over all rows. */
    public WindowFunction<T> over() {
        return over(Sql.window());
    }

    /** The function in FROM under an alias; the fields are names of columns that it gives. */
    public TableFunction asTable(String alias, Field<?>... fields) {
        return new TableFunction(this, alias, List.of(fields), TableFunction.Columns.OWN, null);
    }

    @Override
    public void describe(Description description) {
        description
                .add(FunctionCall.class)
                .add(name)
                .add(type)
                .add(distinct)
                .children(arguments)
                .child(filter)
                .children(orderBy)
                .children(withinGroup);
    }

    @Override
    public FunctionCall<T> mapChildren(NodeMapper mapper) {
        return new FunctionCall<>(
                name,
                mapper.mapAll(arguments),
                type,
                distinct,
                mapper.mapNullable(filter),
                mapper.mapAll(orderBy),
                mapper.mapAll(withinGroup));
    }
}
