package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Compares memberships, which are of objects and not of equal values. */
public final class Members {
    private Members() {}

    /** The elements as a set by identity, to be changed by whoever asked for it. */
    public static Set<Object> of(Collection<?> elements) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(elements);
        return identities;
    }

    /** The elements of one collection that the other has not, in order, each once. */
    static <T> List<T> missing(Collection<T> some, Collection<T> others) {
        Set<Object> known = of(others);
        List<T> missing = new ArrayList<>();
        for (T element : some) {
            if (known.add(element)) {
                missing.add(element);
            }
        }
        return missing;
    }

    /** Whether both have the same objects in the same order. */
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    public static boolean areInOrder(Collection<?> some, List<?> others) {
        if (some.size() != others.size()) {
            return false;
        }
        int i = 0;
        for (Object element : some) {
            if (element != others.get(i++)) {
                return false;
            }
        }
        return true;
    }
}
