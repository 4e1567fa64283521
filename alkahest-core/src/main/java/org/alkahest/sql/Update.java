package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code UPDATE table SET … [WHERE …]}. Assignments keep the order in which they were given. Immutable. */
public record Update(
        TableRef table,
        List<Assignment> assignments,
        @Nullable Expression<Boolean> where) implements DmlStatement {
    public Update {
        Objects.requireNonNull(table, "table is null");
        assignments = List.copyOf(assignments);
    }

    /** Sets a column to a value, which is not null; see {@link #setNull}. */
    public <T> Update set(ColumnRef<T> column, T value) {
        return setTo(column, Operators.literal(column, value));
    }

    /** Sets a column to the value of an expression. */
    public <T> Update setTo(ColumnRef<T> column, Expression<? extends T> value) {
        return assign(column, value);
    }

    /** Sets a column to NULL. */
    public Update setNull(ColumnRef<?> column) {
        return assign(column, nullOf(column));
    }

    /** Adds a condition, joined to earlier ones by AND. */
    public Update where(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return new Update(table, assignments, where == null ? condition : where.and(condition));
    }

    private Update assign(ColumnRef<?> column, Expression<?> value) {
        List<Assignment> all = new ArrayList<>(assignments);
        all.add(new Assignment(column, value));
        return new Update(table, all, where);
    }

    static <T> Literal<T> nullOf(ColumnRef<T> column) {
        return new Literal<>(null, column.type());
    }

    @Override
    public void describe(Description description) {
        description.add(Update.class).child(table).add(assignments.size());
        for (Assignment assignment : assignments) {
            description.child(assignment.column()).child(assignment.value());
        }
        description.child(where);
    }

    @Override
    public Update mapChildren(NodeMapper mapper) {
        List<Assignment> mapped = new ArrayList<>();
        for (Assignment assignment : assignments) {
            mapped.add(new Assignment(mapper.map(assignment.column()), mapper.map(assignment.value())));
        }
        return new Update(mapper.map(table), mapped, mapper.mapNullable(where));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        List<ColumnRef<?>> columns = new ArrayList<>();
        assignments.forEach(assignment -> columns.add(assignment.column()));
        return columns;
    }
}
