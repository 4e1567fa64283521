package org.alkahest.sql;

import java.util.Objects;

/** One sort key of ORDER BY. */
public record OrderItem(Expression<?> expression, Direction direction, Nulls nulls) implements SqlNode, OrderTerm {
    public OrderItem {
        Objects.requireNonNull(expression, "expression is null");
    }

    /** The same with NULLs before all other values. */
    public OrderItem nullsFirst() {
        return new OrderItem(expression, direction, Nulls.FIRST);
    }

    /** The same with NULLs after all other values. */
    public OrderItem nullsLast() {
        return new OrderItem(expression, direction, Nulls.LAST);
    }

    @Override
    public OrderItem toOrderItem() {
        return this;
    }

    @Override
    public void describe(Description description) {
        description.add(direction).add(nulls).child(expression);
    }

    @Override
    public OrderItem mapChildren(NodeMapper mapper) {
        return new OrderItem(mapper.map(expression), direction, nulls);
    }

    /** Ascending or descending. */
    public enum Direction {
        ASC,
        DESC
    }

    /** Where NULLs sort; DEFAULT is the database's own choice. */
    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }
}
