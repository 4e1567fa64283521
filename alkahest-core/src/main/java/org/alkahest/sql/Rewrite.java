package org.alkahest.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A change of a whole statement by a function of its nodes: bottom-up, so that the function sees each node with its
 * children replaced already, and what the function gives is not entered again.
 *
 * <ul>
 *   <li>A node that stands at several places is rewritten once, and its replacement stands at all of them.
 *   <li>Where something in FROM is replaced, its columns follow, by name ({@link FromItem#correspondingColumn}).
 *   <li>What did not change stays the same object.
 * </ul>
 *
 * <p>The function must give a node of the same kind: an expression, of the same Java type, for an expression, something in
 * FROM for something in FROM, a query for a query; else ALK-1240. Iterative, so any depth is fine. Immutable; thread-safe
 * if the function is.
 */
@SuppressWarnings("ReferenceEquality") // nodes are told apart by identity, equal ones included
public final class Rewrite {
    private static final List<Class<? extends SqlNode>> KINDS =
            List.of(Expression.class, FromItem.class, QueryExpression.class, RowStatement.class, DmlStatement.class);

    private final UnaryOperator<SqlNode> function;
    private final boolean rebuildsAll;

    private Rewrite(UnaryOperator<SqlNode> function, boolean rebuildsAll) {
        this.function = Objects.requireNonNull(function, "function is null");
        this.rebuildsAll = rebuildsAll;
    }

    /** A rewrite by a function, which returns the node itself where nothing is to change. */
    public static Rewrite of(UnaryOperator<SqlNode> function) {
        return new Rewrite(function, false);
    }

    /**
     * Puts other tables in place of some, with their columns, found by name (ALK-1242 where one is missing). An alias of a
     * table becomes the same alias of the other, unless the map has the alias itself. Joins whose ON condition is left to
     * foreign keys take it from the new tables' keys.
     */
    public static Rewrite replacing(Map<? extends TableRef, ? extends TableRef> tables) {
        Map<TableRef, TableRef> replacements = Map.copyOf(tables);
        return of(node -> node instanceof TableRef table ? replacement(table, replacements) : node);
    }

    /**
     * Rebuilds every node and changes none: the result compiles to the same SQL with the same values. For tests of node
     * types, because a node that forgets a part in {@link SqlNode#mapChildren} loses it here.
     */
    public static Rewrite identity() {
        return new Rewrite(UnaryOperator.identity(), true);
    }

    /** The rewritten statement, or other node. */
    public <N extends SqlNode> N apply(N root) {
        return new Run().map(root);
    }

    private static TableRef replacement(TableRef table, Map<TableRef, TableRef> replacements) {
        TableRef exact = replacements.get(table);
        String alias = table.alias();
        if (exact != null || alias == null) {
            return exact == null ? table : exact;
        }
        for (Map.Entry<TableRef, TableRef> entry : replacements.entrySet()) {
            TableRef replaced = entry.getKey();
            if (replaced.alias() == null
                    && replaced.name().equals(table.name())
                    && Objects.equals(replaced.schema(), table.schema())) {
                return entry.getValue().as(alias);
            }
        }
        return table;
    }

    static List<SqlNode> descendants(SqlNode root) {
        List<SqlNode> all = new ArrayList<>();
        Set<SqlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<SqlNode> stack = new ArrayDeque<>();
        stack.push(root);
        while (!stack.isEmpty()) {
            SqlNode node = stack.pop();
            if (seen.add(node)) {
                all.add(node);
                pushInOrder(node.children(), stack);
            }
        }
        return all;
    }

    private static void pushInOrder(List<SqlNode> nodes, ArrayDeque<SqlNode> stack) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            stack.push(nodes.get(i));
        }
    }

    /** What an extension node without its own mapChildren becomes: itself, if it has no children to map. */
    static <N extends SqlNode> N withoutChildren(N node) {
        if (!node.children().isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1241",
                    "Cannot rewrite " + node.getClass().getSimpleName()
                            + ": it has children and does not say how to replace them. Implement mapChildren.");
        }
        return node;
    }

    /** One application: the replacements so far, by identity. */
    private final class Run implements NodeMapper {
        private final IdentityHashMap<SqlNode, SqlNode> done = new IdentityHashMap<>();
        private final IdentityHashMap<SqlNode, List<SqlNode>> entered = new IdentityHashMap<>();

        @Override
        @SuppressWarnings("unchecked") // of the same kind; a place that needs more is reported by rebuilt(…)
        public <N extends SqlNode> N map(N node) {
            SqlNode known = done.get(node);
            return (N) (known == null ? rewritten(node) : known);
        }

        private SqlNode rewritten(SqlNode root) {
            ArrayDeque<SqlNode> stack = new ArrayDeque<>();
            stack.push(root);
            while (!stack.isEmpty()) {
                SqlNode node = stack.peek();
                List<SqlNode> children = entered.get(node);
                if (children == null) {
                    children = node.children();
                    entered.put(node, children);
                    pushInOrder(children, stack);
                } else {
                    stack.pop();
                    if (!done.containsKey(node)) {
                        SqlNode rebuilt = rebuilt(node, children);
                        done.put(node, requireSameKind(rebuilt, function.apply(rebuilt)));
                    }
                }
            }
            return Objects.requireNonNull(done.get(root));
        }

        private SqlNode rebuilt(SqlNode node, List<SqlNode> children) {
            if (!rebuildsAll && children.stream().allMatch(child -> done.get(child) == child)) {
                return node;
            }
            try {
                return node.mapChildren(this);
            } catch (ClassCastException e) {
                throw new AlkahestArgumentException(
                        "ALK-1240",
                        "Cannot rewrite " + node.getClass().getSimpleName() + ": a child was replaced by "
                                + children.stream()
                                        .map(done::get)
                                        .filter(Objects::nonNull)
                                        .map(child -> child.getClass().getSimpleName())
                                        .toList()
                                + ", one of which cannot stand there. Replace columns that are assigned by columns,"
                                + " and tables that are written by tables.",
                        e);
            }
        }

        private static SqlNode requireSameKind(SqlNode before, @Nullable SqlNode after) {
            if (after == before) {
                return before;
            }
            Class<? extends SqlNode> kind = KINDS.stream()
                    .filter(each -> each.isInstance(before))
                    .findFirst()
                    .orElse(before.getClass());
            if (!kind.isInstance(after)) {
                throw wrongKind(
                        before, after == null ? "null" : "a " + after.getClass().getSimpleName());
            }
            if (before instanceof Expression<?> old
                    && after instanceof Expression<?> replacement
                    && old.type().javaType() != replacement.type().javaType()) {
                throw wrongKind(
                        before, "an expression of type " + replacement.type() + " where " + old.type() + " was");
            }
            return after;
        }

        private static AlkahestArgumentException wrongKind(SqlNode before, String after) {
            return new AlkahestArgumentException(
                    "ALK-1240",
                    "Cannot rewrite " + before.getClass().getSimpleName() + ": the function gave " + after
                            + ". Give a node of the same kind, and for an expression one of the same Java type.");
        }
    }
}
