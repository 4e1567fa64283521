package org.alkahest.orm.state;

import java.util.AbstractSet;
import java.util.Iterator;

/** A tracked {@code Set}; equality of elements is the user's set's own. */
final class TrackedSet<T> extends AbstractSet<T> implements TrackedCollection<T> {
    private final CollectionState<T> state;

    TrackedSet(CollectionState<T> state) {
        this.state = state;
    }

    @Override
    public CollectionState<T> state() {
        return state;
    }

    @Override
    public boolean add(T element) {
        return Membership.add(state, element);
    }

    @Override
    public boolean remove(Object element) {
        return Membership.remove(state, element);
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

    @Override
    public String toString() {
        return state.isReadable() ? super.toString() : "[not loaded]";
    }
}
