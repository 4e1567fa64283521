package org.alkahest.sql;

/**
 * A part of a statement: an immutable value that never renders itself. New kinds may be added in minor releases, so a
 * switch over nodes outside Alkahest needs a default branch.
 */
public interface SqlNode {
    /**
     * Names every part of the node once, in one fixed order: structure with {@link Description#add}, child nodes and bind
     * values. Cache keys, traversal and comparison are all derived from this one list.
     */
    void describe(Description description);
}
