package org.alkahest.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door through which relationships become join targets. */
public non-sealed interface JoinPath extends JoinTarget {
    /**
     * The joins that lead from the path's source to its target, in order: one, or two through an association table.
     *
     * @param alias the target to join instead of the canonical one, or null; it must be an alias of the same table
     */
    List<Step> steps(@Nullable FromItem alias);

    /**
     * The path as one statement takes it up: one whose conditions have values makes its joins once, because a statement
     * knows its values by identity.
     */
    default JoinPath settled(@Nullable FromItem alias) {
        return this;
    }

    /** The source and name of the path, for error messages: {@code students.fees}. */
    String describePath();

    /** One join. */
    record Step(FromItem item, Expression<Boolean> on) {}
}
