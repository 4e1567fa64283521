package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.FromItem;
import org.jspecify.annotations.Nullable;

/** What is in FROM at one level of a statement, inside what encloses it. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<FromItem> items = new ArrayList<>();

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

    List<FromItem> items() {
        return items;
    }
}
