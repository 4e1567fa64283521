package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash table whose elements are entries alone: an entry knows what it is found by, so a slot is one reference, where a map of
 * the library keeps a node for each. Open addressing with linear probing. One thread at a time.
 */
abstract class EntryTable {
    private static final int SMALLEST = 16;

    /** At most two thirds of them taken, their number a power of two. */
    private @Nullable EntityEntry<?>[] slots = new EntityEntry<?>[SMALLEST];

    private int size;

    /** The hash of what an entry is found by, which does not change while it is here. */
    abstract int hash(EntityEntry<?> entry);

    /** Adds an entry that is not here. */
    final void add(EntityEntry<?> entry) {
        if ((size + 1) * 3L > slots.length * 2L) {
            grow();
        }
        place(entry);
        size++;
    }

    /** Takes an entry out, if it is here. */
    final void remove(EntityEntry<?> entry) {
        int slot = start(hash(entry));
        while (!is(slots[slot], entry)) {
            if (slots[slot] == null) {
                return;
            }
            slot = next(slot);
        }
        size--;
        close(slot);
    }

    final void clear() {
        Arrays.fill(slots, null);
        size = 0;
    }

    final int size() {
        return size;
    }

    /** The entries in no order. */
    final List<EntityEntry<?>> all() {
        List<EntityEntry<?>> all = new ArrayList<>(size);
        for (EntityEntry<?> each : slots) {
            if (each != null) {
                all.add(each);
            }
        }
        return all;
    }

    /** The first slot to look into. */
    final int start(int hash) {
        // Keys are often numbers in a row, and identity hash codes have their best bits anywhere (Fibonacci hashing).
        return (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    }

    /** The slot after one. */
    final int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** What is in a slot; null where a search ends. */
    final @Nullable EntityEntry<?> at(int slot) {
        return slots[slot];
    }

    private void grow() {
        @Nullable EntityEntry<?>[] former = slots;
        slots = new EntityEntry<?>[former.length * 2];
        for (EntityEntry<?> each : former) {
            if (each != null) {
                place(each);
            }
        }
    }

    private void place(EntityEntry<?> entry) {
        int slot = start(hash(entry));
        while (slots[slot] != null) {
            slot = next(slot);
        }
        slots[slot] = entry;
    }

    /** Moves up what would not be found any more behind an empty slot. */
    private void close(int emptied) {
        int empty = emptied;
        slots[empty] = null;
        for (int slot = next(empty); slots[slot] != null; slot = next(slot)) {
            int wanted = start(hash(Objects.requireNonNull(slots[slot])));
            if (distance(wanted, slot) >= distance(empty, slot)) {
                slots[empty] = slots[slot];
                slots[slot] = null;
                empty = slot;
            }
        }
    }

    private int distance(int from, int to) {
        return (to - from) & (slots.length - 1);
    }

    @SuppressWarnings("ReferenceEquality") // an entry is itself alone
    private static boolean is(@Nullable EntityEntry<?> one, EntityEntry<?> other) {
        return one == other;
    }
}
