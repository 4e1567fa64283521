package org.alkahest.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table by name, whatever its aliases.
 *
 * @param schema the schema, or null for the connection's own
 */
public record TableName(@Nullable String schema, String name) {
    public TableName {
        Objects.requireNonNull(name, "name is null");
    }

    /** The name of a table or of an alias of it. */
    public static TableName of(TableRef table) {
        return new TableName(table.schema(), table.name());
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
