package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

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
        List<Assignment> all = new ArrayList<>(some);
        all.add(more);
        return all;
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
