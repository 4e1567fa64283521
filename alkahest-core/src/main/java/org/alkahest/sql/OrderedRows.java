package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/** {@code ORDER BY … LIMIT …} of UPDATE and DELETE: which rows change, and in which order. Immutable. */
public record OrderedRows(List<OrderItem> orderBy, RowLimit limit) {
    static final OrderedRows ALL = new OrderedRows(List.of(), RowLimit.NONE);

    public OrderedRows {
        orderBy = List.copyOf(orderBy);
    }

    /** Whether all rows change, in any order. */
    public boolean isAll() {
        return orderBy.isEmpty() && limit.isNone();
    }

    OrderedRows with(OrderTerm... terms) {
        List<OrderItem> all = new ArrayList<>(orderBy);
        for (OrderTerm term : terms) {
            all.add(term.toOrderItem());
        }
        return new OrderedRows(all, limit);
    }

    OrderedRows withLimit(long number) {
        return new OrderedRows(orderBy, limit.withLimit(number));
    }

    void describe(Description description) {
        description.children(orderBy);
        limit.describe(description);
    }

    OrderedRows mapChildren(NodeMapper mapper) {
        return new OrderedRows(mapper.mapAll(orderBy), limit.mapChildren(mapper));
    }
}
