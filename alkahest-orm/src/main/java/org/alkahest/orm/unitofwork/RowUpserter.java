package org.alkahest.orm.unitofwork;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.mapping.Versions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.FlushAction.InsertRows;
import org.alkahest.schema.Column;
import org.alkahest.sql.ConflictUpdate;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Row;
import org.alkahest.sql.Sql;
import org.alkahest.sql.TableRef;
import org.jspecify.annotations.Nullable;

/** Upserts the rows of objects, and reads what the database made of them by the columns that tell them apart. */
final class RowUpserter {
    private static final int CHUNK = 500;

    private final Function<TableRef, Connection> connections;
    private final RowVersions versions;
    private final NewKeys keys;

    RowUpserter(Function<TableRef, Connection> connections, Clock clock) {
        this.connections = connections;
        this.versions = new RowVersions(clock);
        this.keys = new NewKeys(connections, clock);
    }

    /** @param named the columns of a unique key; empty for the primary key */
    void upsert(List<EntityEntry<?>> entries, List<? extends Column<?>> named) {
        keys.assign(entries);
        List<FlushAction> actions = new ArrayList<>();
        Set<EntityTable<?>> tables = new LinkedHashSet<>();
        for (EntityEntry<?> entry : entries) {
            requireOneTable(entry);
            tables.add(entry.mapping().table().parts().get(0).table());
            versions.begin(entry.mapping().table().parts().get(0).table(), entry);
        }
        Batches.inserts(tables, entries, Map.of(), actions);
        for (FlushAction action : actions) {
            if (action instanceof InsertRows rows) {
                send(rows, named.isEmpty() ? rows.table().primaryKey() : own(rows, named));
            }
        }
    }

    private static void requireOneTable(EntityEntry<?> entry) {
        if (entry.mapping().table().parts().size() > 1) {
            throw new MappingException(
                    "ALK-2136",
                    "Cannot upsert " + entry
                            + ": its row lies in several tables, and a statement is of one. Ask for the"
                            + " key first, and insert or update the object.");
        }
    }

    private static List<Column<?>> own(InsertRows rows, List<? extends Column<?>> named) {
        List<Column<?>> own = new ArrayList<>();
        for (Column<?> column : named) {
            if (!rows.columns().contains(column)) {
                throw new MappingException(
                        "ALK-2136",
                        "Cannot upsert into " + rows.table().name() + " by '" + column.name()
                                + "': it is no column that the objects are inserted with. Name the columns of a unique"
                                + " key of theirs.");
            }
            own.add(column);
        }
        return own;
    }

    private void send(InsertRows rows, List<Column<?>> conflict) {
        Insert insert = RowInserter.insert(rows.table(), rows.columns());
        List<Column<?>> updated = new ArrayList<>();
        for (Column<?> column : rows.columns()) {
            if (!column.isPrimaryKey()
                    && !conflict.contains(column)
                    && EntityTable.use(column).updated()) {
                updated.add(column);
            }
        }
        Insert upsert = updated.isEmpty()
                ? insert.onConflict(conflict.toArray(new Column<?>[0])).doNothing()
                : insert.onConflict(conflict.toArray(new Column<?>[0])).doUpdate(u -> update(u, rows.table(), updated));
        connections.apply(rows.table()).executeBatch(upsert, new EntityRows(rows.entries(), rows.columns()));
        readBack(rows, conflict);
    }

    private static ConflictUpdate update(ConflictUpdate begun, EntityTable<?> table, List<Column<?>> columns) {
        ConflictUpdate update = begun;
        for (Column<?> column : columns) {
            Versioning versioning = RowVersions.of(table);
            update = versioning instanceof Versioning.Generated<?> generated
                            && generated.column().equals(column)
                    ? counted(update, generated)
                    : update.setExcluded(column);
        }
        return update;
    }

    /** Counters go on from the row's; others are new for each write. */
    @SuppressWarnings("unchecked") // the generator tells the column's type
    private static <T> ConflictUpdate counted(ConflictUpdate update, Versioning.Generated<T> version) {
        Column<T> column = version.column();
        if (version.generator().equals(Versions.INTEGER)) {
            return update.setTo((Column<Integer>) column, ((Column<Integer>) column).plus(1));
        }
        if (version.generator().equals(Versions.LONG)) {
            return update.setTo((Column<Long>) column, ((Column<Long>) column).plus(1L));
        }
        if (version.generator().equals(Versions.SHORT)) {
            return update.setTo((Column<Short>) column, ((Column<Short>) column).plus((short) 1));
        }
        return update.setExcluded(column);
    }

    private void readBack(InsertRows rows, List<Column<?>> conflict) {
        Set<Column<?>> wanted = new LinkedHashSet<>(rows.generated());
        wanted.addAll(ReadBack.afterSwitch(rows.table()));
        rows.table().primaryKey().stream()
                .filter(column -> !conflict.contains(column))
                .forEach(wanted::add);
        Versioning versioning = RowVersions.of(rows.table());
        if (versioning != null) {
            wanted.add(versioning.column());
        }
        if (!wanted.isEmpty()) {
            read(rows, conflict, List.copyOf(wanted));
        }
    }

    private void read(InsertRows rows, List<Column<?>> conflict, List<Column<?>> wanted) {
        List<Column<?>> selected = new ArrayList<>(conflict);
        selected.addAll(wanted);
        for (int from = 0; from < rows.size(); from += CHUNK) {
            Map<Object, EntityEntry<?>> byValue = new HashMap<>();
            for (EntityEntry<?> entry : rows.entries().subList(from, Math.min(rows.size(), from + CHUNK))) {
                List<Object> parts = new ArrayList<>();
                for (Column<?> column : conflict) {
                    parts.add(requireValue(entry.valueToWrite(column)));
                }
                byValue.put(key(parts), entry);
            }
            for (Row row : connections
                    .apply(rows.table())
                    .execute(Sql.selectRow(selected)
                            .from(rows.table())
                            .where(KeyConditions.in(conflict, List.copyOf(byValue.keySet()))))
                    .all()) {
                List<Object> parts = new ArrayList<>();
                for (int i = 0; i < conflict.size(); i++) {
                    parts.add(requireValue(row.value(i)));
                }
                EntityEntry<?> entry = byValue.get(key(parts));
                for (int i = 0; entry != null && i < wanted.size(); i++) {
                    ReadBack.set(entry, wanted.get(i), row.value(conflict.size() + i));
                }
            }
        }
    }

    private static Object requireValue(@Nullable Object part) {
        return Objects.requireNonNull(part, "what tells rows apart has no null");
    }

    private static Object key(List<Object> parts) {
        return parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
    }
}
