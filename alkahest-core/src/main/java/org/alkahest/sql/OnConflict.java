package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT does where a row with the same key is there already: {@code ON CONFLICT (columns) DO UPDATE SET …}.
 *
 * @param columns the unique key, or none for whichever key is hit
 * @param constraint the unique key by the name of its constraint, or null
 * @param indexWhere the condition of the unique index, if it has one; its values are a part of the statement's text, as
 *     they are of the index
 * @param update what is done to the row that is there, or null to leave it as it is
 */
public record OnConflict(
        List<ColumnRef<?>> columns,
        @Nullable String constraint,
        @Nullable Expression<Boolean> indexWhere,
        @Nullable ConflictUpdate update) {
    public OnConflict {
        columns = List.copyOf(columns);
    }

    /** The assignments of the update, those of {@link ConflictUpdate#setAllExcluded} included; empty for DO NOTHING. */
    public List<Assignment> assignments(List<ColumnRef<?>> inserted) {
        if (update == null || !update.all()) {
            return update == null ? List.of() : update.assignments();
        }
        List<Assignment> assignments = new ArrayList<>();
        List<ColumnRef<?>> set = Assignments.columns(update.assignments());
        for (ColumnRef<?> column : inserted) {
            if (!columns.contains(column) && !set.contains(column)) {
                assignments.add(new Assignment.OfColumn(column, new RowImage<>(RowImage.Kind.EXCLUDED, column)));
            }
        }
        assignments.addAll(update.assignments());
        return assignments;
    }

    void describe(Description description) {
        // The condition is structure by its values, for they are a part of the text; and a child, to be traversed.
        description
                .children(columns)
                .add(constraint)
                .add(indexWhere)
                .child(indexWhere)
                .add(update == null);
        if (update != null) {
            update.describe(description);
        }
    }

    OnConflict mapChildren(NodeMapper mapper) {
        return new OnConflict(
                mapper.mapColumns(columns),
                constraint,
                mapper.mapNullable(indexWhere),
                update == null ? null : update.mapChildren(mapper));
    }
}
