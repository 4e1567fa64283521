package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a flush has to write, in no order but that in which it was found. Filled once, then read by the planner.
 *
 * @param links rows to add to association tables
 * @param unlinks rows to take out of association tables
 * @param clears objects all of whose rows go from an association table
 * @param moved rows of association tables whose element has another place now
 * @param switches those of the new objects that take over the row of a deleted one
 * @param keys keys that change, in an order in which each is free when it is taken
 */
public record Changes(
        List<EntityEntry<?>> inserts,
        List<Update> updates,
        List<EntityEntry<?>> deletes,
        List<Link> links,
        List<Link> unlinks,
        List<Clear> clears,
        List<Link> moved,
        List<Switch> switches,
        List<KeyChange> keys) {
    /** No changes yet. */
    public Changes() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    public boolean isEmpty() {
        return inserts.isEmpty()
                && keys.isEmpty()
                && updates.isEmpty()
                && deletes.isEmpty()
                && links.isEmpty()
                && unlinks.isEmpty()
                && clears.isEmpty()
                && moved.isEmpty();
    }

    /** An object that leaves an association table with all of its rows; the table is seen from its side. */
    public record Clear(JoinTable table, EntityEntry<?> owner) {}

    /** A persistent object and the columns in which it differs from its snapshot. */
    public record Update(EntityEntry<?> entry, List<Column<?>> columns) {
        public Update {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row of an association table, by the objects that it links.
     *
     * @param place where the target stands in the owner's collection, or null where the table does not keep that
     */
    public record Link(
            JoinTable table,
            EntityEntry<?> owner,
            EntityEntry<?> target,
            @Nullable Place place) {
        public Link(JoinTable table, EntityEntry<?> owner, EntityEntry<?> target) {
            this(table, owner, target, null);
        }

        /** The same row with a place. */
        public Link at(Place newPlace) {
            return new Link(table, owner, target, newPlace);
        }
    }

    /** What a column of an association table says about an element: its position or key. */
    public record Place(Column<?> column, Object value) {}

    /**
     * A new object, and the deleted one whose row it takes over.
     *
     * @param columns those in which it differs from the row
     */
    public record Switch(EntityEntry<?> now, EntityEntry<?> before, List<Column<?>> columns) {
        public Switch {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A persistent object whose key changes.
     *
     * @param columns the key's that differ, and others that are written along
     * @param referring columns without a foreign key in the database, which the flush has to change
     */
    public record KeyChange(
            EntityEntry<?> entry, List<Column<?>> columns, Object before, Object after, List<Referring> referring) {
        public KeyChange {
            columns = List.copyOf(columns);
            referring = List.copyOf(referring);
        }
    }

    /** Columns of a table that refer to a key. */
    public record Referring(Table table, List<Column<?>> columns) {
        public Referring {
            columns = List.copyOf(columns);
        }
    }
}
