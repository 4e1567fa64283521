package org.alkahest.reflect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table or view as a database describes it. {@link ReflectedTables} makes a {@link org.alkahest.schema.Table} of it.
 * Immutable.
 *
 * @param columns in the table's order
 * @param primaryKey null where there is none
 * @param indexes without those that only serve a primary key or unique constraint
 * @param definition the query of a view in the database's words; null for tables, and where it may not be seen
 * @param options what only this database knows of it, such as {@code engine → InnoDB}
 */
public record ReflectedTable(
        ObjectName name,
        ObjectKind kind,
        boolean temporary,
        List<ReflectedColumn> columns,
        @Nullable ReflectedKey primaryKey,
        List<ReflectedKey> uniques,
        List<ReflectedForeignKey> foreignKeys,
        List<ReflectedCheck> checks,
        List<ReflectedIndex> indexes,
        @Nullable String comment,
        @Nullable String definition,
        Map<String, String> options) {
    public ReflectedTable {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        options = Map.copyOf(options);
    }

    /** The column of a name, if there is one. */
    public Optional<ReflectedColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** The index of a name, if there is one. */
    public Optional<ReflectedIndex> index(String indexName) {
        return indexes.stream().filter(i -> i.name().equals(indexName)).findFirst();
    }
}
