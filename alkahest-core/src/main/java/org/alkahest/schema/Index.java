package org.alkahest.schema;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.jspecify.annotations.Nullable;

/**
 * An index on columns or expressions, in order and direction. Immutable.
 *
 * @param name its name, or null for the naming convention's
 * @param where the condition of the rows that it holds, or null for all; where the database has no such index, one that is
 *     not unique holds all rows, which changes no result, and a unique one is refused
 * @param include columns that it holds besides its keys, so that queries need not look into the table; left out where the
 *     database has no such index
 */
public record Index(
        @Nullable String name,
        List<OrderItem> items,
        boolean unique,
        @Nullable Expression<Boolean> where,
        List<Column<?>> include,
        Options<IndexOption> options) {
    public Index {
        items = List.copyOf(items);
        include = List.copyOf(include);
    }

    /** An index of all rows without options. */
    public Index(@Nullable String name, List<OrderItem> items, boolean unique) {
        this(name, items, unique, null, List.of(), Options.none());
    }

    /** The same of the rows that fulfil a condition. */
    public Index where(Expression<Boolean> condition) {
        return new Index(name, items, unique, condition, include, options);
    }

    /** The same that holds more columns besides its keys. */
    public Index include(Column<?>... columns) {
        List<Column<?>> all = new ArrayList<>(include);
        all.addAll(List.of(columns));
        return new Index(name, items, unique, where, all, options);
    }

    /** The same with an option of one database; errors with ALK-1320 if it conflicts with another. */
    public Index option(IndexOption option) {
        return new Index(name, items, unique, where, include, options.with(option));
    }
}
