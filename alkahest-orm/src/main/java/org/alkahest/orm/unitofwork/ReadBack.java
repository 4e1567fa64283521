package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.ColumnUse;
import org.alkahest.orm.mapping.ColumnUse.Reading;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.Row;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads what the database has put into rows that a flush has written. One thread at a time. */
final class ReadBack {
    /** Rows that one SELECT reads. */
    private static final int CHUNK = 500;

    private final Connection connection;

    ReadBack(Connection connection) {
        this.connection = connection;
    }

    /**
     * What may come with an INSERT by RETURNING: computed columns, and those whose default was taken. What no statement of a
     * flush writes, a trigger may.
     */
    static boolean isReturned(Column<?> column) {
        ColumnUse use = EntityTable.use(column);
        return column.options().computed() != null
                || (column.options().serverDefault() != null && (use.inserted() || use.updated()));
    }

    /**
     * What is selected after an INSERT: columns that nobody knows how the database fills, and the version if it does. Not by
     * RETURNING, which does not see what a trigger writes after the row on SQLite.
     */
    static List<Column<?>> afterInsert(EntityTable<?> table) {
        return table.columns().stream()
                .filter(c -> RowVersions.isByDatabase(table, c)
                        || (EntityTable.use(c).reading() != Reading.NEVER && !isReturned(c)))
                .collect(Collectors.toList());
    }

    /** What is selected after an UPDATE. */
    static List<Column<?>> afterUpdate(EntityTable<?> table) {
        return table.columns().stream()
                .filter(c ->
                        RowVersions.isByDatabase(table, c) || EntityTable.use(c).reading() == Reading.AFTER_WRITES)
                .collect(Collectors.toList());
    }

    /** What is selected after a new object has taken over a row: whatever the database may have put there. */
    static List<Column<?>> afterSwitch(EntityTable<?> table) {
        return table.columns().stream()
                .filter(c ->
                        RowVersions.isByDatabase(table, c) || EntityTable.use(c).reading() != Reading.NEVER)
                .collect(Collectors.toList());
    }

    /** What a plan says of columns that are selected after an action: nothing where there are none. */
    static String describe(List<Column<?>> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream().map(Column::name).collect(Collectors.joining(", ", " READING(", ")"));
    }

    /** Emits: one SELECT for each 500 rows. Nobody else writes them in between: this transaction has. */
    void read(EntityTable<?> table, List<Column<?>> wanted, List<EntityEntry<?>> entries) {
        if (wanted.isEmpty()) {
            return;
        }
        int keys = table.primaryKey().size();
        List<Column<?>> columns = new ArrayList<>(table.primaryKey());
        columns.addAll(wanted);
        for (int from = 0; from < entries.size(); from += CHUNK) {
            Map<Object, EntityEntry<?>> byKey = new LinkedHashMap<>();
            entries.subList(from, Math.min(entries.size(), from + CHUNK)).forEach(entry -> putByKey(byKey, entry));
            for (Row row : connection
                    .execute(Sql.selectRow(columns)
                            .from(table)
                            .where(KeyConditions.in(table.primaryKey(), List.copyOf(byKey.keySet()))))
                    .all()) {
                EntityEntry<?> entry = byKey.get(keyOf(row, keys));
                for (int i = 0; entry != null && i < wanted.size(); i++) {
                    set(entry, wanted.get(i), row.value(keys + i));
                }
            }
        }
    }

    /** Gives an object a column's value. */
    static <E> void set(EntityEntry<E> entry, Column<?> column, @Nullable Object value) {
        entry.mapping().setValue(entry.entity(), EntityTable.position(column), value);
    }

    private static <E> void putByKey(Map<Object, EntityEntry<?>> byKey, EntityEntry<E> entry) {
        Object key = entry.key() != null ? entry.key() : entry.mapping().key(entry.entity());
        if (key != null) {
            byKey.put(key, entry);
        }
    }

    private static Object keyOf(Row row, int parts) {
        if (parts == 1) {
            return part(row, 0);
        }
        List<Object> key = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            key.add(part(row, i));
        }
        return new CompositeKey(key);
    }

    private static Object part(Row row, int position) {
        return Objects.requireNonNull(row.value(position), "a key has no null");
    }
}
