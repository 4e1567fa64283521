package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Receives the parts of a node; see {@link SqlNode#describe}. */
public interface Description {
    /** A part of the structure: compared by {@code equals}, so it must be an immutable value without user data. */
    Description add(@Nullable Object structure);

    /** A child node; absent children count as structure. */
    Description child(@Nullable SqlNode child);

    /** Child nodes in order; their number is structure. */
    default Description children(List<? extends SqlNode> children) {
        add(children.size());
        for (SqlNode child : children) {
            child(child);
        }
        return this;
    }

    /** A value that is sent as a bind parameter: its type is structure, the value is not. */
    Description value(SqlType<?> type, @Nullable Object value);

    /** Values of one IN list: their type and padded number are structure, the values are not. */
    Description values(SqlType<?> type, List<?> values);

    /**
     * Says that the description does not tell all of the node's structure, as that of a node which writes SQL that it
     * cannot know beforehand: the statement is compiled for every execution. Nodes that are described whole never say it.
     */
    default Description unkeyed() {
        return this;
    }

    /** A parameter whose value is given at execution, by name. */
    Description parameter(SqlType<?> type, String name);
}
