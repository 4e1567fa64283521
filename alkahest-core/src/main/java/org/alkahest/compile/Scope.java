package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.FromItem;
import org.jspecify.annotations.Nullable;

/** What is in FROM at one level of a statement, inside what encloses it. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<FromItem> items = new ArrayList<>();
    private Map<ColumnRef<?>, String> substitutes = Map.of();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    @Nullable
    Scope outer() {
        return outer;
    }

    void add(FromItem item) {
        items.add(item);
    }

    boolean hasHere(FromItem item) {
        return items.contains(item);
    }

    /** Whether the item is in FROM here or in an enclosing query. */
    boolean has(FromItem item) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.items.contains(item)) {
                return true;
            }
        }
        return false;
    }

    /** Has columns of items at this level written as SQL of another kind than their name. */
    void substitute(Map<ColumnRef<?>, String> columns) {
        substitutes = columns;
    }

    /** What is written for a column at the nearest level that has its owner, or null for its name. */
    @Nullable
    String substitute(ColumnRef<?> column) {
        Scope scope = this;
        while (scope != null && !scope.items.contains(column.owner())) {
            scope = scope.outer;
        }
        return scope == null ? null : scope.substitutes.get(column);
    }

    List<FromItem> items() {
        return items;
    }
}
