package org.alkahest.reflect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, as Alkahest writes it. Immutable.
 *
 * @param schema the schema as the look-up gave it, null for the connection's own
 */
public record ObjectName(@Nullable String schema, String name) {
    public ObjectName {
        Objects.requireNonNull(name, "name is null");
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
