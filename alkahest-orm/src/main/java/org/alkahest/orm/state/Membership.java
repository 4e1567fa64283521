package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.alkahest.orm.mapping.ToMany.CollectionKind;

/** What calls of tracked collections do to membership, told to the session once for each object. */
final class Membership {
    private Membership() {}

    /** Adds an element to a collection without positions; one that the session refuses does not stay. */
    static <T> boolean add(CollectionState<T> state, T element) {
        Collection<T> content = state.changeable();
        boolean added = content.add(Objects.requireNonNull(element, "element is null"));
        if (added) {
            entered(state, element, () -> content.remove(element));
        }
        return added;
    }

    /** An element has been put in; one that the session refuses does not stay. */
    static <T> void entered(CollectionState<T> state, T element, Runnable undo) {
        try {
            state.session().added(state, element);
        } catch (RuntimeException e) {
            undo.run();
            throw e;
        }
    }

    /** Removes the element that equals a given one; that one is told of, and not the given. */
    static <T> boolean remove(CollectionState<T> state, Object given) {
        Collection<T> content = state.changeable();
        for (T element : content) {
            if (element.equals(given)) {
                content.remove(given);
                left(state, element);
                return true;
            }
        }
        return false;
    }

    /** Removes the elements that meet a condition, and tells of each once. */
    static <T> boolean removeAll(CollectionState<T> state, Predicate<? super T> filter) {
        Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> removed = new ArrayList<>();
        Collection<T> content = state.changeable();
        for (T element : content) {
            if (filter.test(element) && gone.add(element)) {
                removed.add(element);
            }
        }
        content.removeIf(gone::contains);
        removed.forEach(element -> state.session().removed(state, element));
        return !removed.isEmpty();
    }

    /** An occurrence of an element was removed; a list or bag may have another. */
    static <T> void left(CollectionState<T> state, T element) {
        if (state.association().kind() == CollectionKind.SET || !state.holds(element)) {
            state.session().removed(state, element);
        }
    }
}
