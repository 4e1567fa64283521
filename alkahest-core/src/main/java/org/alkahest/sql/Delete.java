package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code DELETE FROM table [USING …] [WHERE …] [ORDER BY … LIMIT …]}. Immutable. */
public record Delete(
        TableRef table,
        OtherTables others,
        @Nullable Expression<Boolean> where,
        OrderedRows rows,
        List<SyntaxExtension> extensions)
        implements DmlStatement {
    public Delete {
        Objects.requireNonNull(table, "table is null");
        extensions = List.copyOf(extensions);
    }

    /** Adds tables whose columns the condition may use; a row is deleted once, however many rows of theirs match. */
    public Delete using(FromItem... items) {
        return new Delete(table, others.with(items), where, rows, extensions);
    }

    /** Joins to the target or to an item of USING, along a relationship or by foreign keys. */
    public Delete join(JoinTarget target) {
        return join(JoinClause.Kind.INNER, target, null);
    }

    public Delete join(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.INNER, item, Objects.requireNonNull(on, "on is null"));
    }

    /** Joins to an item of USING; the target itself has only inner joins (ALK-1252). */
    public Delete leftJoin(JoinTarget target) {
        return join(JoinClause.Kind.LEFT, target, null);
    }

    public Delete leftJoin(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.LEFT, item, Objects.requireNonNull(on, "on is null"));
    }

    /** Adds a condition, joined to earlier ones by AND. */
    public Delete where(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return new Delete(table, others, where == null ? condition : where.and(condition), rows, extensions);
    }

    /** The order in which rows are deleted, where the database has it. */
    public Delete orderBy(OrderTerm... terms) {
        return new Delete(table, others, where, rows.with(terms), extensions);
    }

    /** Deletes at most so many rows, where the database has it; negative is refused (ALK-1114). */
    public Delete limit(long number) {
        return new Delete(table, others, where, rows.withLimit(number), extensions);
    }

    /** SQL of one's own at a seam of the statement: after DELETE, after WHERE, or at the end. */
    public Delete with(SyntaxExtension extension) {
        return new Delete(table, others, where, rows, Lists.concat(extensions, List.of(extension)));
    }

    private Delete join(JoinClause.Kind kind, JoinTarget target, @Nullable Expression<Boolean> on) {
        return new Delete(table, others.with(new JoinClause(kind, target, null, on)), where, rows, extensions);
    }

    @Override
    public void describe(Description description) {
        description.add(Delete.class).add(table.changeStructure()).child(table);
        others.describe(description);
        description.child(where);
        rows.describe(description);
        description.children(extensions);
    }

    @Override
    public Delete mapChildren(NodeMapper mapper) {
        return new Delete(
                mapper.map(table),
                others.mapChildren(mapper),
                mapper.mapNullable(where),
                rows.mapChildren(mapper),
                mapper.mapAll(extensions));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        return List.of();
    }
}
