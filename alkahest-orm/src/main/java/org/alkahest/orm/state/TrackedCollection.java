package org.alkahest.orm.state;

import java.util.Collection;
import java.util.Objects;

/** A collection that a session put into a field in place of the user's, which it wraps. */
public sealed interface TrackedCollection<T> permits TrackedList, TrackedSet, TrackedBag {
    CollectionState<T> state();

    /** The tracked collection of a state, of the kind that its field has. */
    static <T> Collection<T> of(CollectionState<T> state) {
        return switch (state.association().kind()) {
            case LIST -> new TrackedList<>(state);
            case SET -> new TrackedSet<>(state);
            case COLLECTION -> new TrackedBag<>(state);
        };
    }

    /** Adds an element to a collection without positions; one that the session refuses does not stay. */
    static <T> boolean add(CollectionState<T> state, T element) {
        Collection<T> content = state.loaded();
        boolean added = content.add(Objects.requireNonNull(element, "element is null"));
        if (added) {
            try {
                state.session().added(state, element);
            } catch (RuntimeException e) {
                content.remove(element);
                throw e;
            }
        }
        return added;
    }

    /** Removes the element that equals a given one; that one is told of, and not the given. */
    static <T> boolean remove(CollectionState<T> state, Object given) {
        Collection<T> content = state.loaded();
        for (T element : content) {
            if (element.equals(given)) {
                content.remove(given);
                state.session().removed(state, element);
                return true;
            }
        }
        return false;
    }

    /** Whether no SQL is needed to read it. */
    default boolean isLoaded() {
        return state().isFresh();
    }
}
