package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * {@code LISTAGG(operand, 'separator') WITHIN GROUP (ORDER BY …)}: the strings of all rows as one (SQL:2023 part 2, 10.9).
 * The separator is a part of the text.
 */
public record StringAggregate(
        Expression<String> operand,
        String separator,
        boolean distinct,
        List<OrderItem> orderBy,
        @Nullable Expression<Boolean> filter)
        implements FunctionExpression<String> {
    public StringAggregate {
        Operators.require(operand, Operators.Need.STRING, "stringAgg");
        Objects.requireNonNull(separator, "separator is null");
        orderBy = List.copyOf(orderBy);
    }

    /** The same over distinct strings. */
    public StringAggregate distinctValues() {
        return new StringAggregate(operand, separator, true, orderBy, filter);
    }

    /** The same over rows in an order; without one any order may come. */
    public StringAggregate aggregateOrderBy(OrderTerm... items) {
        return new StringAggregate(operand, separator, distinct, Operators.orderItems(items), filter);
    }

    /** The same over the rows that meet a condition: {@code FILTER (WHERE …)}. */
    public StringAggregate filterWhere(Expression<Boolean> condition) {
        return new StringAggregate(operand, separator, distinct, orderBy, condition);
    }

    @Override
    public SqlType<String> type() {
        return SqlTypes.TEXT;
    }

    @Override
    public void describe(Description description) {
        description
                .add(StringAggregate.class)
                .add(separator)
                .add(distinct)
                .child(operand)
                .children(orderBy)
                .child(filter);
    }

    @Override
    public StringAggregate mapChildren(NodeMapper mapper) {
        return new StringAggregate(
                mapper.map(operand), separator, distinct, mapper.mapAll(orderBy), mapper.mapNullable(filter));
    }
}
