package org.alkahest.orm.state;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

/** A tracked {@code Set}; equality of elements is the user's set's own. */
final class TrackedSet<T> extends AbstractSet<T> implements TrackedCollection<T> {
    private final CollectionState<T> state;
    private final Set<T> content;

    TrackedSet(CollectionState<T> state, Set<T> content) {
        this.state = state;
        this.content = content;
    }

    @Override
    public CollectionState<T> state() {
        return state;
    }

    @Override
    public boolean add(T element) {
        state.loaded();
        boolean added = content.add(Objects.requireNonNull(element, "element is null"));
        if (added) {
            state.session().added(state, element);
        }
        return added;
    }

    @Override
    public boolean remove(Object element) {
        state.loaded();
        boolean removed = content.remove(element);
        if (removed) {
            state.session().removed(state, element);
        }
        return removed;
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
