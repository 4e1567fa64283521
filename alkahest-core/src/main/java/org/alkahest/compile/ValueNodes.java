package org.alkahest.compile;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.alkahest.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Which nodes of a statement carry values, and the first slot of each. The same node is the same object. */
@SuppressWarnings("ReferenceEquality") // that is what it is for
final class ValueNodes {
    /** Up to so many are looked through: the first identity hash of an object costs more than that. */
    private static final int FEW = 32;

    private @Nullable SqlNode[] nodes = new SqlNode[8];
    private int[] slots = new int[8];
    private int count;
    private @Nullable IdentityHashMap<SqlNode, Integer> hashed;

    /** The first slot of a node, or -1 if it is not among them. */
    int slotOf(SqlNode node) {
        if (hashed != null) {
            return hashed.getOrDefault(node, -1);
        }
        for (int i = 0; i < count; i++) {
            if (nodes[i] == node) {
                return slots[i];
            }
        }
        return -1;
    }

    /** Adds a node that is not among them. */
    void add(SqlNode node, int slot) {
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            slots = Arrays.copyOf(slots, 2 * count);
        }
        nodes[count] = node;
        slots[count] = slot;
        count++;
        if (hashed != null) {
            hashed.put(node, slot);
        } else if (count > FEW) {
            hashed = hash();
        }
    }

    /** Whether these are the very same nodes in the same slots. */
    boolean isSame(ValueNodes other) {
        boolean same = count == other.count;
        for (int i = 0; same && i < count; i++) {
            same = nodes[i] == other.nodes[i] && slots[i] == other.slots[i];
        }
        return same;
    }

    private IdentityHashMap<SqlNode, Integer> hash() {
        IdentityHashMap<SqlNode, Integer> all = new IdentityHashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            all.put(nodes[i], slots[i]);
        }
        return all;
    }
}
