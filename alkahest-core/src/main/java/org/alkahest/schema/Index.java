package org.alkahest.schema;

import java.util.List;
import org.alkahest.sql.OrderItem;
import org.jspecify.annotations.Nullable;

/** An index on columns or expressions, in order and direction. A null name stands for the naming convention's. */
public record Index(@Nullable String name, List<OrderItem> items, boolean unique) {
    public Index {
        items = List.copyOf(items);
    }
}
