package org.alkahest.orm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.Row;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Sql;

/** What the database says of the objects that a session has, whatever rows a statement has changed besides theirs. */
final class FetchedObjects {
    private FetchedObjects() {}

    /** Reads objects again; one whose row is not there stays as it is. Emits: one SELECT for each batch. */
    static <E> void refresh(SessionContext context, EntityTable<E> table, List<EntityEntry<?>> objects) {
        List<Object> keys = new ArrayList<>();
        for (EntityEntry<?> entry : objects) {
            context.current().remember(entry);
            entry.expire();
            keys.add(keyOf(entry));
        }
        context.loader().findAll(table.mapping().table(), keys, "was read again after an UPDATE");
    }

    /** Those of the objects that have a row. Emits: one SELECT for each batch. */
    static List<EntityEntry<?>> withRow(
            SessionContext context, EntityTable<?> occurrence, List<EntityEntry<?>> objects) {
        EntityTable<?> table = occurrence.mapping().table();
        Set<Object> found = new HashSet<>();
        for (int from = 0; from < objects.size(); from += context.batchSize()) {
            List<Object> keys = new ArrayList<>();
            objects.subList(from, Math.min(objects.size(), from + context.batchSize()))
                    .forEach(entry -> keys.add(keyOf(entry)));
            RowStatement<Row> sent = context.hook()
                    .query(
                            Sql.selectRow(table.primaryKey())
                                    .from(table)
                                    .where(KeyConditions.in(table.primaryKey(), keys)),
                            true);
            context.connection(sent).execute(sent).all().forEach(row -> found.add(keyOf(row, table.primaryKey())));
        }
        return objects.stream().filter(entry -> found.contains(keyOf(entry))).toList();
    }

    private static Object keyOf(EntityEntry<?> entry) {
        return Objects.requireNonNull(entry.key(), "a persistent object has a key");
    }

    private static Object keyOf(Row row, List<Column<?>> columns) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(Objects.requireNonNull(row.value(i), "a key has no null"));
        }
        return parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
    }
}
