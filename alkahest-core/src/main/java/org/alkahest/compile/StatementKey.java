package org.alkahest.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.SqlNode;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a statement without its values: what the statement cache is keyed by. Built by one iterative walk over
 * the node's descriptions, so depth never overflows a stack; the walk also collects the values, in the same order.
 *
 * <p>Types, null against not null, the sizes of IN lists padded to powers of two, and which places share one node are
 * structure. Immutable.
 */
public final class StatementKey {
    private static final Object NULL_VALUE = "null";
    private static final Object NOT_NULL_VALUE = "value";
    private static final Object IN_LIST = "in";
    private static final int MAX_PADDED = 1024;

    private final @Nullable Object[] structure;
    private final int hash;

    private StatementKey(@Nullable Object[] structure) {
        this.structure = structure;
        int h = 1;
        for (Object part : structure) {
            h = 31 * h + (part == null ? 0 : part.hashCode());
        }
        this.hash = h;
    }

    /** Walks a statement. */
    public static Walk walk(SqlNode statement) {
        Walk walk = new Walk();
        walk.run(statement);
        return walk;
    }

    /**
     * Whether two statements are the same: one structure, equal values. Row constructors and mappers are not compared,
     * because they change nothing in the database. Two keys of {@link #walk} compare structure alone.
     */
    public static boolean isSame(SqlNode one, SqlNode other) {
        Walk first = walk(one);
        Walk second = walk(other);
        return first.structure.equals(second.structure)
                && Arrays.deepEquals(first.values.toArray(), second.values.toArray());
    }

    /**
     * The number of placeholders for an IN list: the next power of two. Long lists are not padded: they are rare, and
     * padding could exceed the number of parameters that a database allows.
     */
    public static int padded(int size) {
        return size <= 1 || size > MAX_PADDED ? size : Integer.highestOneBit(size - 1) << 1;
    }

    /** Stands for a value-carrying node that the statement has met before, by its first slot. */
    private record Shared(int firstSlot) {}

    /** Whether a node is a query that columns name as their owner. */
    static boolean isQueryInFrom(SqlNode node) {
        return node instanceof DerivedTable || node instanceof CommonTableExpression;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof StatementKey that
                        && hash == that.hash
                        && Arrays.equals(structure, that.structure));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(structure);
    }

    /** A parameter's place among a walk's values, to be filled at execution. */
    public record NamedSlot(String name, SqlType<?> type) {}

    /** The result of walking one statement: its key, and its values by slot. */
    public static final class Walk implements Description {
        private final List<@Nullable Object> structure = new ArrayList<>(64);
        private final List<@Nullable Object> values = new ArrayList<>();
        private final ArrayDeque<SqlNode> stack = new ArrayDeque<>();
        private final ArrayDeque<SqlNode> pending = new ArrayDeque<>();
        private final IdentityHashMap<SqlNode, Integer> valueNodes = new IdentityHashMap<>();
        private boolean named;

        /** Each column of a query in FROM names it; it is walked once. */
        private final IdentityHashMap<SqlNode, Integer> queries = new IdentityHashMap<>();

        private Walk() {}

        private void run(SqlNode root) {
            stack.push(root);
            while (!stack.isEmpty()) {
                SqlNode node = stack.pop();
                if (isQueryInFrom(node)) {
                    Integer first = queries.putIfAbsent(node, queries.size());
                    if (first != null) {
                        structure.add(new Shared(-1 - first));
                        continue;
                    }
                }
                int slot = values.size();
                node.describe(this);
                if (values.size() > slot) {
                    Integer first = valueNodes.putIfAbsent(node, slot);
                    if (first != null) {
                        structure.add(new Shared(first));
                    }
                }
                while (!pending.isEmpty()) {
                    stack.push(pending.pop());
                }
            }
        }

        /** The key; a new one at each call. */
        public StatementKey key() {
            return new StatementKey(structure.toArray());
        }

        /** The values by slot; a {@link NamedSlot} stands where a value is given at execution. Not to be changed. */
        public List<@Nullable Object> values() {
            return values;
        }

        /** Whether both have the same structure, and the very same nodes carry their values. */
        boolean isSame(Walk other) {
            return structure.equals(other.structure)
                    && valueNodes.size() == other.valueNodes.size()
                    && valueNodes.entrySet().stream()
                            .allMatch(e -> e.getValue().equals(other.valueNodes.get(e.getKey())));
        }

        /** Whether some values are {@link NamedSlot}s. */
        public boolean hasNamedSlots() {
            return named;
        }

        @Override
        public Description add(@Nullable Object part) {
            structure.add(part);
            return this;
        }

        @Override
        public Description child(@Nullable SqlNode child) {
            if (child == null) {
                structure.add(null);
            } else {
                structure.add(child.getClass());
                pending.push(child);
            }
            return this;
        }

        @Override
        public Description value(SqlType<?> type, @Nullable Object value) {
            structure.add(type);
            structure.add(value == null ? NULL_VALUE : NOT_NULL_VALUE);
            values.add(value);
            return this;
        }

        @Override
        public Description values(SqlType<?> type, List<?> list) {
            structure.add(IN_LIST);
            structure.add(type);
            int size = padded(list.size());
            structure.add(size);
            for (int i = 0; i < size; i++) {
                values.add(list.get(Math.min(i, list.size() - 1)));
            }
            return this;
        }

        @Override
        public Description parameter(SqlType<?> type, String name) {
            structure.add(type);
            structure.add(name);
            values.add(new NamedSlot(name, type));
            named = true;
            return this;
        }
    }
}
