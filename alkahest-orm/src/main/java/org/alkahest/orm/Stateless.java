package org.alkahest.orm;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.StatelessWork;
import org.alkahest.schema.Column;
import org.alkahest.sql.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of objects at once, without an identity map: for imports and jobs that know what they do. Rows go in the
 * order and batches of a flush, objects are given generated keys and what the database made, versions are checked and
 * counted (ALK-2203). Nothing cascades, collections and association tables are not written, and neither listeners,
 * callbacks nor validation are asked. References are written by their key, which has to be there (ALK-2201).
 *
 * <p>Errors with ALK-2001 for a class without a mapping, ALK-2136 for an object without a key or a column that cannot be
 * written, ALK-2137 for an object that the session has. After an error the transaction is the caller's to roll back, and the
 * objects may have keys of rows that are not there. One thread at a time.
 */
public final class Stateless {
    private final Function<TableRef, Connection> connections;
    private final Clock clock;
    private final @Nullable IdentityMap session;
    private final ConcurrencyGuard guard;

    private Stateless(
            Function<TableRef, Connection> connections,
            Clock clock,
            @Nullable IdentityMap session,
            ConcurrencyGuard guard) {
        this.connections = connections;
        this.clock = clock;
        this.session = session;
        this.guard = guard;
    }

    /** On a connection, in its transaction, which the caller commits. Emits: nothing. */
    public static Stateless of(Connection connection) {
        Objects.requireNonNull(connection, "connection is null");
        return new Stateless(table -> connection, Clock.systemUTC(), null, new ConcurrencyGuard());
    }

    static Stateless of(SessionContext context) {
        return new Stateless(context::connection, context.clock(), context.identities(), context.guard());
    }

    /** Inserts an object. Emits: one INSERT for each table, and a SELECT where the database cannot return what it made. */
    public void insert(Object entity) {
        insertAll(List.of(entity));
    }

    /** Inserts objects of any classes, targets of references before those that refer to them. Emits: batches of INSERT. */
    public void insertAll(Collection<?> entities) {
        write("insert", entities, work -> work.insert(List.copyOf(entities)));
    }

    /** Updates an object's row by its key: the named columns, or all that can be updated. Emits: one UPDATE each table. */
    public void update(Object entity, Column<?>... columns) {
        updateAll(List.of(entity), columns);
    }

    /** The same of several objects. Emits: batches of UPDATE. Errors with ALK-2106 if two have one key. */
    public void updateAll(Collection<?> entities, Column<?>... columns) {
        write("update", entities, work -> work.update(List.copyOf(entities), List.of(columns)));
    }

    /**
     * Inserts an object, or updates the row that has its key, or its values in the named columns of a unique key: all
     * columns that can be updated, and the version counted but not checked. An object without a key is inserted, if no
     * column is named. Emits: one upsert, and a SELECT of what the database made.
     */
    public void upsert(Object entity, Column<?>... columns) {
        upsertAll(List.of(entity), columns);
    }

    /** The same of several objects. Emits: batches of upserts, and one SELECT for each 500 rows if need be. */
    public void upsertAll(Collection<?> entities, Column<?>... columns) {
        write("upsert", entities, work -> work.upsert(List.copyOf(entities), List.of(columns)));
    }

    /** Deletes an object's row by its key. Emits: one DELETE for each table. */
    public void delete(Object entity) {
        deleteAll(List.of(entity));
    }

    /** Deletes the rows of objects, those that refer to others first. Emits: batches of DELETE. */
    public void deleteAll(Collection<?> entities) {
        write("delete", entities, work -> work.delete(List.copyOf(entities)));
    }

    private void write(String verb, Collection<?> entities, Consumer<StatelessWork> work) {
        guard.run(() -> {
            Set<String> tables = new LinkedHashSet<>();
            for (Object entity : entities) {
                requireOutside(verb, entity);
                Mappings.tableOf(entity)
                        .parts()
                        .forEach(part -> tables.add(part.table().name()));
            }
            if (!tables.isEmpty()) {
                work.accept(new StatelessWork(connections, clock));
                IdentityMap known = session;
                if (known != null) {
                    tables.forEach(new Expiry(known)::expire);
                }
            }
        });
    }

    private void requireOutside(String verb, Object entity) {
        if (session != null && session.has(entity)) {
            throw new MappingException(
                    "ALK-2137",
                    "Cannot " + verb + " a " + entity.getClass().getSimpleName()
                            + " by a stateless verb: the session has the object, and writes it with its next flush."
                            + " Let the session do it, or expunge the object.");
        }
    }
}
