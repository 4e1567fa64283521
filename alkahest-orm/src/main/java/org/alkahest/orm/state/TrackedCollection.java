package org.alkahest.orm.state;

import java.util.Collection;

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

    /** Whether no SQL is needed to read it. */
    default boolean isLoaded() {
        return state().isFresh();
    }
}
