package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.AlkahestArgumentException;

/** The values that a branch of MERGE gives to columns; their order is kept. Immutable. */
public record Assignments(List<Assignment> all) implements AssignsColumns<Assignments> {
    static final Assignments NONE = new Assignments(List.of());

    public Assignments {
        all = List.copyOf(all);
    }

    @Override
    public Assignments assign(ColumnRef<?> column, Expression<?> value) {
        return new Assignments(with(all, new Assignment.OfColumn(column, value)));
    }

    static List<Assignment> with(List<Assignment> some, Assignment more) {
        List<ColumnRef<?>> set = columns(some);
        for (ColumnRef<?> column : more.columns()) {
            if (set.contains(column)) {
                throw new AlkahestArgumentException(
                        "ALK-1116",
                        "Cannot set '" + column.name() + "' of " + column.owner()
                                + ": the statement has set it already. Set it once.");
            }
        }
        return Lists.concat(some, List.of(more));
    }

    static List<ColumnRef<?>> columns(List<Assignment> assignments) {
        List<ColumnRef<?>> columns = new ArrayList<>();
        assignments.forEach(assignment -> columns.addAll(assignment.columns()));
        return columns;
    }

    static void describe(List<Assignment> assignments, Description description) {
        description.add(assignments.size());
        assignments.forEach(assignment -> assignment.describe(description));
    }

    static List<Assignment> map(List<Assignment> assignments, NodeMapper mapper) {
        return assignments.stream()
                .map(assignment -> assignment.mapChildren(mapper))
                .toList();
    }
}
