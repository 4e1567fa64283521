package org.alkahest.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alkahest.schema.Column;
import org.alkahest.schema.RestrictedTable;
import org.alkahest.schema.Table;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RowSource;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableRef;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a statement without its values: what the statement cache is keyed by. Built by one iterative walk over
 * the node's descriptions, so depth never overflows a stack; the walk also collects the values, in the same order.
 *
 * <p>Types, null against not null, the {@linkplain #padded padded} sizes of IN lists, and which places share one node are
 * structure. Immutable.
 */
public final class StatementKey {
    private static final int MAX_DOUBLED = 1024;

    private final @Nullable Object[] structure;
    private final int size;
    private final int hash;

    private StatementKey(@Nullable Object[] structure, int size, int hash) {
        this.structure = structure;
        this.size = size;
        this.hash = hash;
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
        return first.key().equals(second.key()) && Arrays.deepEquals(first.values.toArray(), second.values.toArray());
    }

    /**
     * The number of placeholders for an IN list, so that lists of many lengths share few compiled forms: the next power of
     * two, and beyond 1024 the next of four steps to it, because there each placeholder more is felt.
     */
    public static int padded(int size) {
        if (size <= 1) {
            return size;
        }
        int doubled = Integer.highestOneBit(size - 1) << 1;
        if (doubled <= MAX_DOUBLED) {
            return doubled;
        }
        int step = doubled / 8;
        return (size + step - 1) / step * step;
    }

    /** What a value is, where it is not just one that is not null; and what is joined because a column is used. */
    private enum Mark {
        NULL,
        IN_LIST,
        PARAMETER,
        IMPLICIT,
        RESTRICTED
    }

    /** Stands for a value-carrying node that the statement has met before, by its first slot. */
    private record Shared(int firstSlot) {}

    /** Whether a node is a query that columns name as their owner. */
    static boolean isQueryInFrom(SqlNode node) {
        return node instanceof DerivedTable || node instanceof CommonTableExpression;
    }

    /** The same key, without the room that a walk leaves: to be kept. */
    public StatementKey trimmed() {
        return structure.length == size ? this : new StatementKey(Arrays.copyOf(structure, size), size, hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof StatementKey that
                        && hash == that.hash
                        && Arrays.equals(structure, 0, size, that.structure, 0, that.size));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(structure, size));
    }

    /** A parameter's place among a walk's values, to be filled at execution. */
    public record NamedSlot(String name, SqlType<?> type) {}

    /** The result of walking one statement: its key, and its values by slot. */
    public static final class Walk implements Description {
        private final List<@Nullable Object> values = new ArrayList<>();
        private final ValueNodes valueNodes = new ValueNodes();
        private @Nullable Object[] structure = new @Nullable Object[96];
        private int size;
        private int hash = 1;
        private @Nullable SqlNode[] stack = new @Nullable SqlNode[16];
        private int depth;
        private boolean named;
        private boolean unkeyed;

        /** Each column of a query in FROM names it; it is walked once. */
        private @Nullable IdentityHashMap<SqlNode, Integer> queries;

        private Set<TableRef> implicit = Set.of();

        /** Walked behind the statement, for their values are no part of a node that is being described. */
        private List<RestrictedTable> restricted = List.of();

        private int ownValues;

        private Walk() {}

        private void run(SqlNode root) {
            walkThrough(root);
            ownValues = values.size();
            for (int i = 0; i < restricted.size(); i++) { // conditions may meet further ones
                walkThrough(restricted.get(i).condition());
            }
        }

        private void walkThrough(@Nullable SqlNode root) {
            child(root);
            while (depth > 0) {
                depth--;
                SqlNode node = Objects.requireNonNull(stack[depth]);
                if (!isQueryInFrom(node) || isFirst(node)) {
                    visit(node);
                }
            }
        }

        private boolean isFirst(SqlNode query) {
            if (queries == null) {
                queries = new IdentityHashMap<>();
            }
            Integer first = queries.putIfAbsent(query, queries.size());
            if (first != null) {
                add(new Shared(-1 - first));
            }
            return first == null;
        }

        private void visit(SqlNode node) {
            if (node instanceof ColumnRef<?> column && column.owner() instanceof TableRef table) {
                meet(table);
            }
            int slot = values.size();
            int bottom = depth;
            node.describe(this);
            if (values.size() > slot) {
                int first = valueNodes.slotOf(node);
                if (first < 0) {
                    valueNodes.add(node, slot);
                } else {
                    add(new Shared(first));
                }
            }
            // The first child is the next to be visited.
            for (int low = bottom, high = depth - 1; low < high; low++, high--) {
                SqlNode other = stack[low];
                stack[low] = stack[high];
                stack[high] = other;
            }
        }

        /** A column brings along the table that joins itself. */
        private void meet(TableRef owner) {
            if (markImplicit(owner)) {
                implicit = implicit.isEmpty() ? new LinkedHashSet<>() : implicit;
                implicit.add(owner);
            }
        }

        private boolean markImplicit(TableRef table) {
            boolean joinsItself = table.implicitJoin() != null;
            TableRef own = table;
            if (table instanceof RestrictedTable some) {
                own = some.original();
                add(Mark.RESTRICTED).add(indexOf(some));
            }
            Expression<Boolean> restriction = own.restriction();
            if (restriction != null) {
                add(restriction);
            }
            RowSource rows = table.rowSource();
            if (rows != null) {
                add(rows);
            }
            if (joinsItself) {
                add(Mark.IMPLICIT);
            }
            return joinsItself;
        }

        @SuppressWarnings("ReferenceEquality") // each occurrence has a condition with values of its own
        private int indexOf(RestrictedTable table) {
            for (int i = 0; i < restricted.size(); i++) {
                if (restricted.get(i) == table) {
                    return i;
                }
            }
            restricted = restricted.isEmpty() ? new ArrayList<>() : restricted;
            restricted.add(table);
            return restricted.size() - 1;
        }

        /** The tables that join themselves, whose columns the statement uses. */
        Set<TableRef> implicitTables() {
            return implicit;
        }

        /** The key; it shares the walk's memory, so keep only what is {@link #trimmed}. */
        public StatementKey key() {
            return new StatementKey(structure, size, hash);
        }

        /** Whether nodes carry values, not counting the conditions of restricted tables, which stand elsewhere. */
        public boolean hasOwnValues() {
            return ownValues > 0;
        }

        /** The values by slot; a {@link NamedSlot} stands where a value is given at execution. Not to be changed. */
        public List<@Nullable Object> values() {
            return values;
        }

        /**
         * The first slot of a node that carries values. One that occurs twice has its first slot at both places, which is
         * sound because sharing is part of the key.
         */
        int slotOf(SqlNode node) {
            int slot = valueNodes.slotOf(node);
            if (slot < 0) {
                throw new IllegalStateException("The node did not name its value in describe: " + node);
            }
            return slot;
        }

        boolean isNamed(SqlNode node) {
            return valueNodes.slotOf(node) >= 0;
        }

        /** Whether both have the same structure, and the very same nodes carry their values. */
        boolean isSame(Walk other) {
            return key().equals(other.key()) && valueNodes.isSame(other.valueNodes);
        }

        /** Whether some values are {@link NamedSlot}s. */
        public boolean hasNamedSlots() {
            return named;
        }

        /** Whether the key tells all of the structure, so that the compiled form may be kept by it. */
        public boolean isComplete() {
            return !unkeyed;
        }

        @Override
        public Description add(@Nullable Object part) {
            if (size == structure.length) {
                structure = Arrays.copyOf(structure, 2 * size);
            }
            structure[size] = part;
            size++;
            hash = 31 * hash + (part == null ? 0 : part.hashCode());
            return this;
        }

        @Override
        public Description child(@Nullable SqlNode child) {
            // Equality of columns and tables is all of their structure.
            if (child instanceof Column<?> column) {
                meet(column.owner());
                return add(column);
            }
            if (child instanceof Table table) {
                markImplicit(table);
                return add(table);
            }
            if (child == null) {
                return add(null);
            }
            if (depth == stack.length) {
                stack = Arrays.copyOf(stack, 2 * depth);
            }
            stack[depth] = child;
            depth++;
            return add(child.getClass());
        }

        @Override
        public Description value(SqlType<?> type, @Nullable Object value) {
            if (value == null) {
                add(Mark.NULL);
            }
            values.add(value);
            return add(type);
        }

        @Override
        public Description values(SqlType<?> type, List<?> list) {
            int padded = padded(list.size());
            for (int i = 0; i < padded; i++) {
                values.add(list.get(Math.min(i, list.size() - 1)));
            }
            return add(Mark.IN_LIST).add(type).add(padded);
        }

        @Override
        public Description unkeyed() {
            unkeyed = true;
            return this;
        }

        @Override
        public Description parameter(SqlType<?> type, String name) {
            values.add(new NamedSlot(name, type));
            named = true;
            return add(Mark.PARAMETER).add(type).add(name);
        }
    }
}
