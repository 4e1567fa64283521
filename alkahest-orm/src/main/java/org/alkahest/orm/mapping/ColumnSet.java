package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set of attribute positions of one entity, filled by a diff and reused for the next. One thread at a time. */
public final class ColumnSet {
    private long[] words = new long[1];

    /** An empty set. */
    public ColumnSet() {}

    /** Adds a 0-based position. */
    public void add(int position) {
        int word = position >> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, word + 1);
        }
        words[word] |= 1L << position;
    }

    /** Takes a position out, if it is there. */
    public void remove(int position) {
        int word = position >> 6;
        if (word < words.length) {
            words[word] &= ~(1L << position);
        }
    }

    public boolean contains(int position) {
        int word = position >> 6;
        return word < words.length && (words[word] & 1L << position) != 0;
    }

    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    public void clear() {
        Arrays.fill(words, 0);
    }

    /** The positions in ascending order. */
    public List<Integer> positions() {
        List<Integer> positions = new ArrayList<>();
        for (int word = 0; word < words.length; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                positions.add((word << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
        return positions;
    }

    @Override
    public String toString() {
        return positions().toString();
    }
}
