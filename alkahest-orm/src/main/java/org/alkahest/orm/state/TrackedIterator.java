package org.alkahest.orm.state;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Iterates over a tracked collection and reports what is removed through it. */
final class TrackedIterator<T> implements Iterator<T> {
    private final CollectionState<T> state;
    private final Iterator<T> content;
    private @Nullable T last;

    TrackedIterator(CollectionState<T> state) {
        this.state = state;
        this.content = state.loaded().iterator();
    }

    @Override
    public boolean hasNext() {
        return content.hasNext();
    }

    @Override
    public T next() {
        T next = content.next();
        last = next;
        return next;
    }

    @Override
    public void remove() {
        T removed = last;
        state.requireChangeable();
        content.remove();
        if (removed != null) {
            Membership.left(state, removed);
        }
    }
}
