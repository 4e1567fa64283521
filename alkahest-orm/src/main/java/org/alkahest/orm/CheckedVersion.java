package org.alkahest.orm;

import java.util.List;
import java.util.Objects;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.SelectableExtension;
import org.alkahest.type.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * An entity whose row must still have the version that the session's object has, looked at before the object is changed.
 */
record CheckedVersion<E>(EntityTable<E> table, EntityEntry<E> entry) implements SelectableExtension<E> {
    @Override
    public List<? extends Expression<?>> expressions() {
        return table.expressions();
    }

    @Override
    public Decoder<E> decoder(int position, DecodeScope scope) {
        Decoder<E> entities = table.decoder(position, scope);
        Versioning versioning = table.versioning();
        if (versioning == null) {
            return entities;
        }
        int column = position + table.expressions().indexOf(versioning.column());
        return row -> {
            requireSame(versioning, row.at(column));
            return entities.decode(row);
        };
    }

    private void requireSame(Versioning versioning, @Nullable Object found) {
        EntityMapping<E> mapping = entry.mapping();
        Object snapshot = entry.snapshot();
        Object known =
                snapshot == null ? null : mapping.snapshotValue(snapshot, EntityTable.position(versioning.column()));
        if (!Objects.equals(known, found)) {
            throw staleVersion("lock", entry, versioning, known, found);
        }
    }

    static StaleDataException staleVersion(
            String verb, EntityEntry<?> entry, Versioning versioning, @Nullable Object known, @Nullable Object found) {
        return new StaleDataException(
                "ALK-2121",
                "Cannot " + verb + " " + entry + ": it has "
                        + versioning.column().name() + " = " + known
                        + ", and its row has " + found
                        + "; another transaction changed it. Roll back, or refresh the object, and decide again.");
    }
}
