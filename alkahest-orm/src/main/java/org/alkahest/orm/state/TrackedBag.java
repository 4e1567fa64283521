package org.alkahest.orm.state;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.function.Predicate;

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
        return Membership.add(state, element);
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
    public boolean remove(Object element) {
        return Membership.remove(state, element);
    }

    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        return Membership.removeAll(state, filter);
    }

    @Override
    public void clear() {
        removeIf(element -> true);
    }

    @Override
    public String toString() {
        return state.isReadable() ? super.toString() : "[not loaded]";
    }
}
