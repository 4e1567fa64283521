package org.alkahest.reflect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or unique constraint as a database describes it. Immutable.
 *
 * @param name the constraint's name, or null if it has none
 * @param columns in the order of the key, not empty
 */
public record ReflectedKey(
        @Nullable String name,
        List<String> columns,
        @Nullable String comment) {
    public ReflectedKey {
        columns = List.copyOf(columns);
    }

    public ReflectedKey(@Nullable String name, List<String> columns) {
        this(name, columns, null);
    }
}
