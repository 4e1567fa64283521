package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT statement. Clauses may be given in any order; each call returns a new statement. Without {@code from}, the
 * tables of the selected columns are taken. Immutable; sends nothing until it is executed.
 *
 * @param <R> what one row becomes
 */
public record Select<R>(Selectable<R> selection, SelectBody body) implements QueryExpression<R> {
    public Select {
        Objects.requireNonNull(selection, "selection is null");
    }

    /** The same statement whose rows are converted; the SQL does not change. */
    public <S> Select<S> map(Function<R, S> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        return new Select<>(new RowOf1<>(selection).as(mapper::apply), body);
    }

    /** Other columns for the same body: how a query is counted, or its keys taken. */
    public <S> Select<S> withSelection(Selectable<S> other) {
        return new Select<>(other, body);
    }

    public Select<R> distinct() {
        return with(body.withDistinct());
    }

    /** Adds items to FROM. */
    public Select<R> from(FromItem... items) {
        return with(body.withFrom(List.of(items)));
    }

    /** Joins along a relationship, or to a table whose ON condition its foreign keys tell. */
    public Select<R> join(JoinTarget target) {
        return join(JoinClause.Kind.INNER, target, null, null);
    }

    /** Joins along a path to an alias of its target. */
    public Select<R> join(JoinPath path, FromItem alias) {
        return join(JoinClause.Kind.INNER, path, Objects.requireNonNull(alias, "alias is null"), null);
    }

    public Select<R> join(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.INNER, item, null, Objects.requireNonNull(on, "on is null"));
    }

    public Select<R> leftJoin(JoinTarget target) {
        return join(JoinClause.Kind.LEFT, target, null, null);
    }

    public Select<R> leftJoin(JoinPath path, FromItem alias) {
        return join(JoinClause.Kind.LEFT, path, Objects.requireNonNull(alias, "alias is null"), null);
    }

    public Select<R> leftJoin(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.LEFT, item, null, Objects.requireNonNull(on, "on is null"));
    }

    public Select<R> rightJoin(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.RIGHT, item, null, Objects.requireNonNull(on, "on is null"));
    }

    public Select<R> fullJoin(FromItem item, Expression<Boolean> on) {
        return join(JoinClause.Kind.FULL, item, null, Objects.requireNonNull(on, "on is null"));
    }

    public Select<R> crossJoin(FromItem item) {
        return join(JoinClause.Kind.CROSS, item, null, null);
    }

    /** Adds a condition, joined to earlier ones by AND. */
    public Select<R> where(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return with(body.withWhere(condition));
    }

    public Select<R> groupBy(Expression<?>... expressions) {
        return with(body.withGroupBy(List.of(expressions)));
    }

    /** Adds a condition on groups, joined to earlier ones by AND. */
    public Select<R> having(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return with(body.withHaving(condition));
    }

    /** Adds sort keys after earlier ones. */
    public Select<R> orderBy(OrderTerm... items) {
        List<OrderItem> all = new ArrayList<>(body.orderBy());
        for (OrderTerm item : items) {
            all.add(item.toOrderItem());
        }
        return with(body.withOrderBy(all));
    }

    /** The same statement without an order. */
    public Select<R> unordered() {
        return with(body.withOrderBy(List.of()));
    }

    /** At most so many rows; negative is refused (ALK-1114). */
    public Select<R> limit(long rows) {
        return with(body.withLimit(SelectBody.rowCount("limit", rows)));
    }

    public Select<R> limit(Expression<Long> rows) {
        return with(body.withLimit(rows));
    }

    /** Leaves out so many rows at the beginning; negative is refused (ALK-1114). */
    public Select<R> offset(long rows) {
        return with(body.withOffset(SelectBody.rowCount("offset", rows)));
    }

    public Select<R> offset(Expression<Long> rows) {
        return with(body.withOffset(rows));
    }

    /** Locks the rows until the end of the transaction; left out by databases that lock more anyway (SQLite). */
    public Select<R> forUpdate() {
        return with(body.withLocking(new SelectBody.Locking(false, SelectBody.Locking.Wait.WAIT)));
    }

    /** As {@link #forUpdate()}, with a choice for rows that are locked already. */
    public Select<R> forUpdate(SelectBody.Locking.Wait wait) {
        return with(body.withLocking(new SelectBody.Locking(false, wait)));
    }

    /** Locks the rows against change, but not against other shared locks. */
    public Select<R> forShare() {
        return with(body.withLocking(new SelectBody.Locking(true, SelectBody.Locking.Wait.WAIT)));
    }

    private Select<R> join(
            JoinClause.Kind kind, JoinTarget target, @Nullable FromItem alias, @Nullable Expression<Boolean> on) {
        return with(body.withJoin(new JoinClause(kind, target, alias, on)));
    }

    private Select<R> with(SelectBody newBody) {
        return new Select<>(selection, newBody);
    }

    @Override
    public void describe(Description description) {
        description.add(Select.class).children(selection.expressions());
        body.describe(description);
    }

    @Override
    public Select<R> mapChildren(NodeMapper mapper) {
        return new Select<>(selection.mapParts(mapper), body.mapChildren(mapper));
    }
}
