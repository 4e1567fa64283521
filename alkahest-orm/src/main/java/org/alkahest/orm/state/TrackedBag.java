package org.alkahest.orm.state;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Objects;

/** A tracked {@code Collection}. */
final class TrackedBag<T> extends AbstractCollection<T> implements TrackedCollection<T> {
    private final CollectionState<T> state;

    TrackedBag(CollectionState<T> state) {
        this.state = state;
    }

    @Override
    public CollectionState<T> state() {
        return state;
    }

    @Override
    public boolean add(T element) {
        boolean added = state.loaded().add(Objects.requireNonNull(element, "element is null"));
        if (added) {
            state.session().added(state, element);
        }
        return added;
    }

    @Override
    public boolean contains(Object element) {
        return state.loaded().contains(element);
    }

    @Override
    public Iterator<T> iterator() {
        return new TrackedIterator<>(state);
    }

    @Override
    public int size() {
        return state.loaded().size();
    }
}
