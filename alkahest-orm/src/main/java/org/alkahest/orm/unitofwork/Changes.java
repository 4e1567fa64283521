package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;

/**
 * What a flush has to write, in no order but that in which it was found. Filled once, then read by the planner.
 *
 * @param links rows to add to association tables
 * @param unlinks rows to take out of association tables
 */
public record Changes(
        List<EntityEntry<?>> inserts,
        List<Update> updates,
        List<EntityEntry<?>> deletes,
        List<Link> links,
        List<Link> unlinks) {
    /** No changes yet. */
    public Changes() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    public boolean isEmpty() {
        return inserts.isEmpty() && updates.isEmpty() && deletes.isEmpty() && links.isEmpty() && unlinks.isEmpty();
    }

    /** A persistent object and the columns in which it differs from its snapshot. */
    public record Update(EntityEntry<?> entry, List<Column<?>> columns) {
        public Update {
            columns = List.copyOf(columns);
        }
    }

    /** A row of an association table, by the objects that it links. */
    public record Link(JoinTable table, EntityEntry<?> owner, EntityEntry<?> target) {}
}
