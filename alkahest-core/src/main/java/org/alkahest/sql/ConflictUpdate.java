package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an upsert does to the row that is there already. Columns on the right side are that row's;
 * {@link Sql#excluded excluded(column)} is the row that was to be inserted. Immutable.
 *
 * @param all whether every inserted column that is neither set here nor part of the conflict takes the new row's value
 * @param where leaves other rows as they are, or null
 */
public record ConflictUpdate(
        boolean all, List<Assignment> assignments, @Nullable Expression<Boolean> where)
        implements AssignsColumns<ConflictUpdate> {
    static final ConflictUpdate EMPTY = new ConflictUpdate(false, List.of(), null);

    public ConflictUpdate {
        assignments = List.copyOf(assignments);
    }

    @Override
    public ConflictUpdate assign(ColumnRef<?> column, Expression<?> value) {
        return new ConflictUpdate(all, Assignments.with(assignments, new Assignment.OfColumn(column, value)), where);
    }

    /** Sets columns to the values that were to be inserted. */
    public ConflictUpdate setExcluded(ColumnRef<?>... columns) {
        ConflictUpdate update = this;
        for (ColumnRef<?> column : columns) {
            update = update.assign(column, new RowImage<>(RowImage.Kind.EXCLUDED, column));
        }
        return update;
    }

    /** Sets every inserted column, but those of the conflict and those set here, to the value that was to be inserted. */
    public ConflictUpdate setAllExcluded() {
        return new ConflictUpdate(true, assignments, where);
    }

    /** Updates only where the condition is true, joined to earlier ones by AND; else the row stays as it is. */
    public ConflictUpdate where(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return new ConflictUpdate(all, assignments, where == null ? condition : where.and(condition));
    }

    void describe(Description description) {
        description.add(all);
        Assignments.describe(assignments, description);
        description.child(where);
    }

    ConflictUpdate mapChildren(NodeMapper mapper) {
        return new ConflictUpdate(all, Assignments.map(assignments, mapper), mapper.mapNullable(where));
    }
}
