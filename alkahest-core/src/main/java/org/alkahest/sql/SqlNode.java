package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a statement: an immutable value that never renders itself. New kinds may be added in minor releases, so a
 * switch over nodes outside Alkahest needs a default branch.
 *
 * <p>A new node names its parts in {@link #describe}, and rebuilds itself from mapped children in {@link #mapChildren}:
 * {@code return new Between(mapper.map(operand), mapper.map(low), mapper.map(high), negated)}. Statements are traversed
 * by {@link #children} and {@link #descendants}, changed by {@link Rewrite}.
 *
 * <p>Nodes are records, so {@code equals} compares structure and values, and tables by schema, name and alias. It also
 * compares constructors of rows, which are lambdas and equal only to themselves: {@code StatementKey.isSame} compares two
 * statements without them, at any depth.
 */
public interface SqlNode {
    /**
     * Names every part of the node once, in one fixed order: structure with {@link Description#add}, child nodes and bind
     * values. Cache keys, traversal and comparison are all derived from this one list.
     */
    void describe(Description description);

    /**
     * The same node with its {@link #children} replaced by what the mapper gives for them. Always a new node, unless it has
     * no children and no values: {@link Rewrite} calls it only where something changed, and {@link Rewrite#identity} proves
     * that it forgets nothing.
     */
    SqlNode mapChildren(NodeMapper mapper);

    /**
     * The nodes that this one is made of, in order: those that it describes, and of a column its owner. Without cycles, but
     * a node may be met at several places.
     */
    default List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        describe(new ChildrenOnly() {
            @Override
            public Description child(@Nullable SqlNode child) {
                if (child != null) {
                    children.add(child);
                }
                return this;
            }
        });
        return children;
    }

    /** This node and all below it, each once, parents before children. Iterative, so any depth is fine. */
    default List<SqlNode> descendants() {
        return Rewrite.descendants(this);
    }
}
