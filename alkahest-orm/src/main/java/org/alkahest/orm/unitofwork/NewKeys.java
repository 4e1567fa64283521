package org.alkahest.orm.unitofwork;

import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyColumn;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.sql.TableRef;

/**
 * Gives new objects the keys that the program makes: all before the first INSERT, in the order in which the objects were
 * added, however their rows are grouped then.
 */
final class NewKeys {
    private final Function<TableRef, Connection> connections;
    private final Clock clock;

    NewKeys(Function<TableRef, Connection> connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** Keys that are set already stay. Errors with ALK-2204 for a generator that gives none. */
    void assign(Collection<EntityEntry<?>> pending) {
        pending.forEach(this::assign);
    }

    private <E> void assign(EntityEntry<E> entry) {
        if (entry.mapping().table().keyColumns().isEmpty() || entry.mapping().key(entry.entity()) != null) {
            return;
        }
        for (KeyColumn<?> key : entry.mapping().table().keyColumns()) {
            int position = EntityTable.position(key.column());
            if (Keys.isUnset(entry.mapping().value(entry.entity(), position))) {
                entry.mapping().setValue(entry.entity(), position, next(entry, key));
            }
        }
    }

    private Object next(EntityEntry<?> entry, KeyColumn<?> key) {
        Object value = key.generator().next(connections.apply(entry.mapping().table()), clock);
        if (value == null) {
            throw new MappingException(
                    "ALK-2204",
                    "Cannot insert " + entry + ": the generator of its key '"
                            + key.column().name() + "' returned null. Let it return a key.");
        }
        return value;
    }
}
