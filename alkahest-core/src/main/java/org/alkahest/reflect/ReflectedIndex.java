package org.alkahest.reflect;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index as a database describes it. Immutable.
 *
 * @param items what is indexed, in order
 * @param where the condition of the rows that it holds, in the database's words, or null for all
 * @param include columns that it holds besides its keys
 * @param options what only this database knows of it, such as {@code using → gin}
 */
public record ReflectedIndex(
        String name,
        List<Item> items,
        boolean unique,
        @Nullable String where,
        List<String> include,
        Map<String, String> options) {
    public ReflectedIndex {
        items = List.copyOf(items);
        include = List.copyOf(include);
        options = Map.copyOf(options);
    }

    /** An index of all rows. */
    public ReflectedIndex(String name, List<Item> items, boolean unique) {
        this(name, items, unique, null, List.of(), Map.of());
    }

    /** The columns of an index of columns alone; of others those that are columns. */
    public List<String> columns() {
        return items.stream()
                .filter(item -> !item.isExpression())
                .map(Item::text)
                .toList();
    }

    /**
     * A column or an expression in an index.
     *
     * @param text the column's name, or the expression in the database's words
     * @param nullsFirst whether NULLs are placed first, or null if they are where the database puts them for the direction
     */
    public record Item(
            String text,
            boolean isExpression,
            boolean descending,
            @Nullable Boolean nullsFirst) {
        public static Item column(String name) {
            return new Item(name, false, false, null);
        }

        public static Item expression(String sql) {
            return new Item(sql, true, false, null);
        }
    }
}
