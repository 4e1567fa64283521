package org.alkahest.orm.state;

import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The persistent objects of one class in the order in which they came. An entry knows its place, so that taking it out costs
 * nothing but a gap, and gaps are closed when half of the places are. One thread at a time.
 */
final class EntrySequence extends AbstractCollection<EntityEntry<?>> {
    private @Nullable EntityEntry<?>[] places = new EntityEntry<?>[16];
    private int end;
    private int size;
    private int changes;

    /** Adds an entry that is in no sequence at the end. */
    void append(EntityEntry<?> entry) {
        changes++;
        if (end == places.length) {
            places = Arrays.copyOf(places, end + (end >> 1));
        }
        places[end] = entry;
        entry.setPlace(end);
        end++;
        size++;
    }

    /** Takes out an entry that is here. */
    void cut(EntityEntry<?> entry) {
        changes++;
        places[entry.place()] = null;
        size--;
        if (size < end / 2) {
            close();
        }
    }

    private void close() {
        int to = 0;
        for (int from = 0; from < end; from++) {
            EntityEntry<?> entry = places[from];
            if (entry != null) {
                places[to] = entry;
                entry.setPlace(to);
                to++;
            }
        }
        Arrays.fill(places, to, end, null);
        end = to;
    }

    @Override
    public int size() {
        return size;
    }

    /** In order; cannot remove, and raises {@link ConcurrentModificationException} where the sequence changed meanwhile. */
    @Override
    public Iterator<EntityEntry<?>> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<EntityEntry<?>> {
        private final int expected = changes;
        private int left = size;
        private int place;

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public EntityEntry<?> next() {
            if (expected != changes) {
                throw new ConcurrentModificationException();
            }
            while (place < end) {
                EntityEntry<?> entry = places[place++];
                if (entry != null) {
                    left--;
                    return entry;
                }
            }
            throw new NoSuchElementException();
        }
    }
}
