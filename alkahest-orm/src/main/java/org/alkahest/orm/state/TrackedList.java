package org.alkahest.orm.state;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/** A tracked {@code List}. */
final class TrackedList<T> extends AbstractList<T> implements TrackedCollection<T> {
    private final CollectionState<T> state;
    private final List<T> content;

    TrackedList(CollectionState<T> state, List<T> content) {
        this.state = state;
        this.content = content;
    }

    @Override
    public CollectionState<T> state() {
        return state;
    }

    @Override
    public T get(int index) {
        state.loaded();
        return content.get(index);
    }

    @Override
    public int size() {
        return state.loaded().size();
    }

    @Override
    public T set(int index, T element) {
        state.loaded();
        T before = content.set(index, Objects.requireNonNull(element, "element is null"));
        state.session().removed(state, before);
        state.session().added(state, element);
        return before;
    }

    @Override
    public void add(int index, T element) {
        state.loaded();
        content.add(index, Objects.requireNonNull(element, "element is null"));
        modCount++;
        state.session().added(state, element);
    }

    @Override
    public T remove(int index) {
        state.loaded();
        T removed = content.remove(index);
        modCount++;
        state.session().removed(state, removed);
        return removed;
    }
}
