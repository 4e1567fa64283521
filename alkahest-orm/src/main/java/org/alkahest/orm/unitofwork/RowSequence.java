package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.Changes.Link;
import org.alkahest.orm.unitofwork.Changes.Update;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows of one table: those that are there by their keys, where keys have an order, then new ones in the order
 * in which they were added. It is the same in every session, whatever loaded the objects, which makes deadlocks rarer.
 */
final class RowSequence {
    private RowSequence() {}

    /** Rows in the order of their keys. */
    static List<EntityEntry<?>> byKey(List<EntityEntry<?>> entries) {
        List<EntityEntry<?>> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> compare(a.key(), b.key()));
        return sorted;
    }

    static List<Update> updatesByKey(List<Update> updates) {
        List<Update> sorted = new ArrayList<>(updates);
        sorted.sort((a, b) -> compare(a.entry().key(), b.entry().key()));
        return sorted;
    }

    /** Rows of one association table, by what they link: a user's set has no order that comes again. */
    static List<Link> links(List<Link> links, List<EntityEntry<?>> added) {
        if (links.size() < 2) {
            return links;
        }
        IdentityHashMap<EntityEntry<?>, Integer> places = new IdentityHashMap<>();
        added.forEach(entry -> places.put(entry, places.size()));
        Comparator<EntityEntry<?>> rows = (a, b) -> {
            int placeA = places.getOrDefault(a, -1);
            int placeB = places.getOrDefault(b, -1);
            return placeA == -1 && placeB == -1 ? compare(a.key(), b.key()) : Integer.compare(placeA, placeB);
        };
        List<Link> sorted = new ArrayList<>(links);
        sorted.sort(Comparator.comparing(Link::owner, rows)
                .thenComparing((a, b) -> a.place() == null ? rows.compare(a.target(), b.target()) : 0));
        return sorted;
    }

    /** Keys that cannot be compared stay as they stand; rows without one come last. */
    @SuppressWarnings("unchecked") // keys of one class compare with each other
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        if (left instanceof CompositeKey a && right instanceof CompositeKey b) {
            return compareParts(a.parts(), b.parts());
        }
        if (left.getClass() != right.getClass()) {
            return left.getClass().getName().compareTo(right.getClass().getName());
        }
        return left instanceof Comparable<?> comparable ? ((Comparable<Object>) comparable).compareTo(right) : 0;
    }

    private static int compareParts(List<Object> left, List<Object> right) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.min(left.size(), right.size()); i++) {
            order = compare(left.get(i), right.get(i));
        }
        return order;
    }
}
