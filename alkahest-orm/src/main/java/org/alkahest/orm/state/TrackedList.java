package org.alkahest.orm.state;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A tracked {@code List}. Putting its elements in another order changes no membership. */
final class TrackedList<T> extends AbstractList<T> implements TrackedCollection<T> {
    private final CollectionState<T> state;

    TrackedList(CollectionState<T> state) {
        this.state = state;
    }

    @Override
    public CollectionState<T> state() {
        return state;
    }

    private List<T> content() {
        return (List<T>) state.loaded();
    }

    private List<T> changeable() {
        return (List<T>) state.changeable();
    }

    @Override
    public T get(int index) {
        return content().get(index);
    }

    @Override
    public int size() {
        return content().size();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    public T set(int index, T element) {
        List<T> content = changeable();
        Objects.requireNonNull(element, "element is null");
        boolean present = state.holds(element);
        T before = content.set(index, element);
        if (before != element) {
            if (!present) {
                Membership.entered(state, element, () -> content.set(index, before));
            }
            if (!state.holds(before)) {
                state.session().removed(state, before);
            }
        }
        return before;
    }

    @Override
    public void add(int index, T element) {
        List<T> content = changeable();
        content.add(index, Objects.requireNonNull(element, "element is null"));
        modCount++;
        Membership.entered(state, element, () -> content.remove(index));
    }

    @Override
    public T remove(int index) {
        List<T> content = changeable();
        T removed = content.remove(index);
        modCount++;
        if (!state.holds(removed)) {
            state.session().removed(state, removed);
        }
        return removed;
    }

    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        boolean removed = Membership.removeAll(state, filter);
        if (removed) {
            modCount++;
        }
        return removed;
    }

    @Override
    public void clear() {
        removeIf(element -> true);
    }

    @Override
    public void sort(Comparator<? super T> order) {
        content().sort(order);
        modCount++;
    }

    @Override
    public String toString() {
        return state.isReadable() ? super.toString() : "[not loaded]";
    }
}
