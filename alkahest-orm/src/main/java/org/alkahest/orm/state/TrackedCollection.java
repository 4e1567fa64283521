package org.alkahest.orm.state;

/** A collection that a session put into a field in place of the user's, which it wraps. */
public sealed interface TrackedCollection<T> permits TrackedList, TrackedSet, TrackedBag, TrackedMap {
    CollectionState<T> state();

    /** The tracked collection, or map, of a state, of the kind that its field has. */
    static <T> Object of(CollectionState<T> state) {
        if (state.rawContent() instanceof MapContent<T> map) {
            return new TrackedMap<>(state, map);
        }
        return switch (state.association().kind()) {
            case LIST -> new TrackedList<>(state);
            case SET -> new TrackedSet<>(state);
            case COLLECTION, MAP, WRITE_ONLY -> new TrackedBag<>(state);
        };
    }

    /** Whether no SQL is needed to read it. */
    default boolean isLoaded() {
        return state().isFresh();
    }
}
