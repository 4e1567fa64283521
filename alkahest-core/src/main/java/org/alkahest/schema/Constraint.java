package org.alkahest.schema;

import java.util.List;
import org.alkahest.sql.Expression;
import org.jspecify.annotations.Nullable;

/** A table constraint other than the primary key and foreign keys. */
public sealed interface Constraint {
    /** The constraint's name, or null for the naming convention's. */
    @Nullable
    String name();

    /** No two rows are equal in all of the columns. */
    record Unique(@Nullable String name, List<Column<?>> columns) implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /** The condition is not false in any row. */
    record Check(@Nullable String name, Expression<Boolean> condition) implements Constraint {}
}
