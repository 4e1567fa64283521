package org.alkahest.compile;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Description;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableRef;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Which slot of {@link StatementKey}'s values each value-carrying node has: the same walk, remembering nodes. A node that
 * occurs twice has its first slot at both places, which is sound because sharing is part of the key.
 */
final class Slots implements Description {
    private final IdentityHashMap<SqlNode, Integer> byNode = new IdentityHashMap<>();
    private final ArrayDeque<SqlNode> stack = new ArrayDeque<>();
    private final ArrayDeque<SqlNode> pending = new ArrayDeque<>();
    private final Set<SqlNode> queries = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<TableRef> implicit = new LinkedHashSet<>();
    private int next;
    private @Nullable SqlNode current;

    Slots(SqlNode root) {
        stack.push(root);
        while (!stack.isEmpty()) {
            SqlNode node = stack.pop();
            if (StatementKey.isQueryInFrom(node) && !queries.add(node)) {
                continue;
            }
            current = node;
            if (node instanceof ColumnRef<?> column
                    && column.owner() instanceof TableRef table
                    && table.implicitJoin() != null) {
                implicit.add(table);
            }
            node.describe(this);
            while (!pending.isEmpty()) {
                stack.push(pending.pop());
            }
        }
    }

    /** The first slot of a node. */
    int slotOf(SqlNode node) {
        Integer slot = byNode.get(node);
        if (slot == null) {
            throw new IllegalStateException("The node did not name its value in describe: " + node);
        }
        return slot;
    }

    /** The tables that join themselves, whose columns the statement uses. */
    Set<TableRef> implicitTables() {
        return implicit;
    }

    private void take(int count) {
        SqlNode node = current;
        if (node != null) {
            byNode.putIfAbsent(node, next);
        }
        next += count;
    }

    @Override
    public Description add(@Nullable Object structure) {
        return this;
    }

    @Override
    public Description child(@Nullable SqlNode child) {
        if (child != null) {
            pending.push(child);
        }
        return this;
    }

    @Override
    public Description value(SqlType<?> type, @Nullable Object value) {
        take(1);
        return this;
    }

    @Override
    public Description values(SqlType<?> type, List<?> values) {
        take(StatementKey.padded(values.size()));
        return this;
    }

    @Override
    public Description parameter(SqlType<?> type, String name) {
        take(1);
        return this;
    }
}
