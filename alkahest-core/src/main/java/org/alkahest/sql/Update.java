package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code UPDATE table SET … [FROM …] [WHERE …] [ORDER BY … LIMIT …]}. Assignments keep the order in which they were given.
 * Immutable.
 */
public record Update(
        TableRef table,
        List<Assignment> assignments,
        OtherTables others,
        @Nullable Expression<Boolean> where,
        OrderedRows rows,
        List<SyntaxExtension> extensions)
        implements DmlStatement, AssignsColumns<Update> {
    public Update {
        Objects.requireNonNull(table, "table is null");
        assignments = List.copyOf(assignments);
        extensions = List.copyOf(extensions);
    }

    @Override
    public Update assign(ColumnRef<?> column, Expression<?> value) {
        return with(new Assignment.OfColumn(column, value));
    }

    /** Sets columns, in order, to the one row of a query; to NULL where it has no row. */
    public Update setFrom(QueryExpression<?> query, ColumnRef<?>... columns) {
        return with(new Assignment.OfRow(List.of(columns), query));
    }

    /**
     * Adds tables whose columns the condition and the new values may use; say in {@link #where} which of their rows belong
     * to which row of the target. Where several do, the database takes one of them or refuses.
     */
    public Update from(FromItem... items) {
        return new Update(table, assignments, others.with(items), where, rows, extensions);
    }

    /** Joins to the target or to an item of FROM, along a relationship or by foreign keys. */
    public Update join(JoinTarget target) {
        return join(JoinClause.Kind.INNER, target, null);
    }

    public Update join(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.INNER, item, Objects.requireNonNull(on, "on is null"));
    }

    /** Joins to an item of FROM; the target itself has only inner joins (ALK-1252). */
    public Update leftJoin(JoinTarget target) {
        return join(JoinClause.Kind.LEFT, target, null);
    }

    public Update leftJoin(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.LEFT, item, Objects.requireNonNull(on, "on is null"));
    }

    /** Adds a condition, joined to earlier ones by AND. */
    public Update where(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return new Update(
                table, assignments, others, where == null ? condition : where.and(condition), rows, extensions);
    }

    /** The order in which rows are updated, where the database has it. */
    public Update orderBy(OrderTerm... terms) {
        return new Update(table, assignments, others, where, rows.with(terms), extensions);
    }

    /** Updates at most so many rows, where the database has it; negative is refused (ALK-1114). */
    public Update limit(long number) {
        return new Update(table, assignments, others, where, rows.withLimit(number), extensions);
    }

    /** SQL of one's own at a seam of the statement: after UPDATE, after WHERE, or at the end. */
    public Update with(SyntaxExtension extension) {
        return new Update(table, assignments, others, where, rows, Lists.concat(extensions, List.of(extension)));
    }

    private Update join(JoinClause.Kind kind, JoinTarget target, @Nullable Expression<Boolean> on) {
        return new Update(
                table, assignments, others.with(new JoinClause(kind, target, null, on)), where, rows, extensions);
    }

    private Update with(Assignment assignment) {
        return new Update(table, Assignments.with(assignments, assignment), others, where, rows, extensions);
    }

    @Override
    public void describe(Description description) {
        description.add(Update.class).add(table.changeStructure()).child(table);
        Assignments.describe(assignments, description);
        others.describe(description);
        description.child(where);
        rows.describe(description);
        description.children(extensions);
    }

    @Override
    public Update mapChildren(NodeMapper mapper) {
        return new Update(
                mapper.map(table),
                Assignments.map(assignments, mapper),
                others.mapChildren(mapper),
                mapper.mapNullable(where),
                rows.mapChildren(mapper),
                mapper.mapAll(extensions));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        return Assignments.columns(assignments);
    }
}
