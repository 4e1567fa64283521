package org.alkahest.reflect;

import java.util.List;
import org.alkahest.schema.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as a database describes it. Immutable.
 *
 * @param name the constraint's name, or null if it has none
 * @param target the table that it refers to; its schema is null if it is that of the look-up, which gave none
 * @param targetColumns in the order of {@code columns}
 * @param deferrable whether it can be checked at the end of the transaction
 * @param deferred whether it is unless a transaction says otherwise
 */
public record ReflectedForeignKey(
        @Nullable String name,
        List<String> columns,
        ObjectName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        boolean deferrable,
        boolean deferred,
        @Nullable String comment) {
    public ReflectedForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The action that a database names in SQL's words, with or without an underscore; NO ACTION for others. */
    public static Action action(@Nullable String sql) {
        String words = sql == null ? "" : sql.replace('_', ' ');
        for (Action action : Action.values()) {
            if (action.sql().equalsIgnoreCase(words)) {
                return action;
            }
        }
        return Action.NO_ACTION;
    }
}
