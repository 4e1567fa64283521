package org.alkahest.orm.unitofwork;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.alkahest.sql.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of objects at once, as a flush of just these would: in the same order, batches and statements, with the
 * same keys, versions and errors; but nothing cascades, collections are not looked at, and nothing is kept afterwards. One
 * thread at a time.
 */
public final class StatelessWork {
    private final Function<TableRef, Connection> connections;
    private final Clock clock;
    private final IdentityMap known = new IdentityMap((entry, from, to) -> {});

    /**
     * For one call: what was written is forgotten with it.
     *
     * @param connections the connection of a table, the same one each time
     */
    public StatelessWork(Function<TableRef, Connection> connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** Inserts objects, whose generated keys and values they are given. */
    public void insert(List<?> entities) {
        Changes changes = new Changes();
        entities.forEach(entity -> changes.inserts().add(pending(entity)));
        execute(changes);
    }

    /** Updates columns of the rows of objects, all that can be if none is named. */
    public void update(List<?> entities, List<? extends Column<?>> columns) {
        Changes changes = new Changes();
        for (Object entity : entities) {
            changes.updates().add(update(persistent("update", entity), columns));
        }
        execute(changes);
    }

    /** Deletes the rows of objects. */
    public void delete(List<?> entities) {
        Changes changes = new Changes();
        entities.forEach(entity -> changes.deletes().add(persistent("delete", entity)));
        execute(changes);
    }

    /** Inserts objects, or updates the rows that have the same values in the columns, those of the key if none is named. */
    public void upsert(List<?> entities, List<? extends Column<?>> columns) {
        List<Object> added = new ArrayList<>();
        List<EntityEntry<?>> entries = new ArrayList<>();
        for (Object entity : entities) {
            if (columns.isEmpty() && keyOf(entity) == null) {
                added.add(entity); // a generated key: no row can have it
            } else {
                entries.add(pending(entity));
            }
        }
        insert(added);
        new RowUpserter(connections, clock).upsert(entries, columns);
    }

    private void execute(Changes changes) {
        FlushPlan plan = FlushPlanner.plan(changes);
        if (!plan.isEmpty()) {
            new FlushRun(connections, known, 1, clock).execute(plan);
        }
    }

    private EntityEntry<?> pending(Object entity) {
        EntityEntry<?> entry = new EntityEntry<>(entity, mapping(entity), State.PENDING);
        known.addPending(entry);
        return entry;
    }

    private EntityEntry<?> persistent(String verb, Object entity) {
        Object key = keyOf(entity);
        if (key == null) {
            throw new MappingException(
                    "ALK-2136",
                    "Cannot " + verb + " a " + entity.getClass().getSimpleName()
                            + " without a session: its key is not set, so nobody knows which row is meant. Set the key,"
                            + " or insert the object.");
        }
        EntityEntry<?> entry = new EntityEntry<>(entity, mapping(entity), State.PERSISTENT);
        known.file(entry, key);
        entry.takeSnapshot();
        return entry;
    }

    private static Changes.Update update(EntityEntry<?> entry, List<? extends Column<?>> columns) {
        EntityTable<?> table = entry.mapping().table();
        Versioning versioning = table.versioning();
        List<Column<?>> written = new ArrayList<>();
        for (Column<?> column : table.mappedColumns()) {
            boolean isVersion =
                    versioning != null && EntityTable.position(versioning.column()) == EntityTable.position(column);
            if (columns.isEmpty()
                    && !column.isPrimaryKey()
                    && !isVersion
                    && EntityTable.use(column).updated()) {
                written.add(column);
            }
        }
        for (Column<?> column : columns) {
            requireWritable(entry, column);
            written.add(table.mappedColumns().get(EntityTable.position(column)));
        }
        return new Changes.Update(entry, written);
    }

    private static void requireWritable(EntityEntry<?> entry, Column<?> column) {
        boolean own = column.owner() instanceof EntityTable<?> table
                && table.mapping().entityClass().isInstance(entry.entity());
        Versioning versioning = entry.mapping().table().versioning();
        boolean isVersion =
                own && versioning != null && EntityTable.position(versioning.column()) == EntityTable.position(column);
        if (!own
                || column.isPrimaryKey()
                || isVersion
                || !EntityTable.use(column).updated()) {
            throw new MappingException(
                    "ALK-2136",
                    "Cannot update '" + column.name() + "' of " + entry + " without a session: "
                            + (!own
                                    ? "it is a column of " + column.owner().name()
                                    : column.isPrimaryKey()
                                            ? "it is part of the key, by which the row is found"
                                            : isVersion
                                                    ? "it is the version, which is counted anyway"
                                                    : "no UPDATE writes it")
                            + ". Name other columns.");
        }
    }

    private static EntityMapping<Object> mapping(Object entity) {
        return Mappings.tableOf(entity).mapping();
    }

    private static @Nullable Object keyOf(Object entity) {
        return mapping(entity).key(entity);
    }
}
