package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alkahest.sql.SyntaxExtension.Position;
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
        return with(b -> b.distinct = Distinct.ROWS);
    }

    /** The first row, in the query's order, of those that are equal in the expressions. */
    public Select<R> distinctOn(Expression<?>... expressions) {
        return with(b -> b.distinct = new Distinct(List.of(expressions)));
    }

    /** Adds items to FROM. */
    public Select<R> from(FromItem... items) {
        return with(b -> b.from = Lists.concat(b.from, List.of(items)));
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
        return new Select<>(selection, body.withWhere(SelectBody.and(body.where(), condition)));
    }

    /** Adds expressions, {@link Sql#rollup}, {@link Sql#cube} or {@link Sql#groupingSets} to GROUP BY. */
    public Select<R> groupBy(GroupingElement... elements) {
        return with(b -> b.groupBy = Lists.concat(b.groupBy, Operators.nonNull("groupBy", elements)));
    }

    /** Adds a condition on groups, joined to earlier ones by AND. */
    public Select<R> having(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return with(b -> b.having = SelectBody.and(b.having, condition));
    }

    /** Adds a condition on window functions, joined to earlier ones by AND. */
    public Select<R> qualify(Expression<Boolean> condition) {
        Objects.requireNonNull(condition, "condition is null");
        return with(b -> b.qualify = SelectBody.and(b.qualify, condition));
    }

    /** Adds sort keys after earlier ones; errors with ALK-1163 after {@link #seekAfter}. */
    public Select<R> orderBy(OrderTerm... items) {
        Seek.requireNone(body, "orderBy");
        List<OrderItem> all = new ArrayList<>(body.orderBy());
        all.addAll(Operators.orderItems(items));
        return with(b -> b.orderBy = all);
    }

    /** The same statement without an order, and without {@link #seekAfter}. */
    public Select<R> unordered() {
        return with(b -> {
            b.orderBy = List.of();
            b.seek = List.of();
        });
    }

    /**
     * Only rows after a place in the order: keyset paging, whose pages cost the same however far they are, and which
     * neither skips nor repeats rows when others come or go. Give the values that the last row seen has in the sort keys;
     * the keys have to tell every two rows apart, so end with a key of the table. Rows in which a sort key is NULL are
     * left out. Errors with ALK-1163 unless there is one value per sort key, of its type and not null.
     */
    public Select<R> seekAfter(Object... values) {
        List<Literal<?>> seek = Seek.values(body.orderBy(), values);
        return with(b -> b.seek = seek);
    }

    /** At most so many rows; negative is refused (ALK-1114). */
    public Select<R> limit(long rows) {
        return limit(body.limit().withLimit(rows));
    }

    public Select<R> limit(Expression<? extends Number> rows) {
        return limit(body.limit().withLimit(rows));
    }

    /** At most so many percent of the rows, from 0 to 100 (ALK-1114). */
    public Select<R> limitPercent(double percent) {
        return limit(body.limit().withPercent(percent));
    }

    /** With a limit: also the rows that equal the last one in all sort keys. */
    public Select<R> withTies() {
        return limit(body.limit().includingTies());
    }

    /** Leaves out so many rows at the beginning; negative is refused (ALK-1114). */
    public Select<R> offset(long rows) {
        return limit(body.limit().withOffset(rows));
    }

    public Select<R> offset(Expression<? extends Number> rows) {
        return limit(body.limit().withOffset(rows));
    }

    /**
     * Locks the rows until the end of the transaction. A database with one writer at a time has no such lock: there it is
     * left out, and the rows are not protected before the transaction writes. Variants of it (no wait, skip locked, of a
     * table) are refused there (ALK-1210).
     */
    public Select<R> forUpdate() {
        return lock(Locking.forUpdate());
    }

    /** Locks the rows against change, but not against other shared locks. */
    public Select<R> forShare() {
        return lock(Locking.forShare());
    }

    /** Locks rows: {@code lock(Locking.forUpdate().of(BOOKS).skipLocked())}. Several locks add up. */
    public Select<R> lock(Locking locking) {
        return with(b -> b.locks = Lists.concat(b.locks, List.of(locking)));
    }

    /** Text after SELECT, such as a hint; written as it is, in every dialect. */
    public Select<R> prefix(String sql) {
        return with(new ClauseText(Position.POST_SELECT, null, TextTemplate.parse(sql)));
    }

    /** Text after SELECT in one dialect only, by the dialect's name. */
    public Select<R> prefix(String dialect, String sql) {
        return with(new ClauseText(Position.POST_SELECT, dialect, TextTemplate.parse(sql)));
    }

    /** Text at the end; written as it is, in every dialect. */
    public Select<R> suffix(String sql) {
        return with(new ClauseText(Position.POST_BODY, null, TextTemplate.parse(sql)));
    }

    /** Text at the end in one dialect only, by the dialect's name. */
    public Select<R> suffix(String dialect, String sql) {
        return with(new ClauseText(Position.POST_BODY, dialect, TextTemplate.parse(sql)));
    }

    /** Text after a table in FROM in one dialect only, such as {@code USE INDEX (i)}; written as it is. */
    public Select<R> hint(FromItem table, String dialect, String sql) {
        return hint(new TableHint(table, Set.of(dialect), TableHint.Place.AFTER, sql));
    }

    /** Text beside a table in FROM, in some dialects. */
    public Select<R> hint(TableHint hint) {
        Objects.requireNonNull(hint, "hint is null");
        return with(b -> b.hints = Lists.concat(b.hints, List.of(hint)));
    }

    /** SQL of one's own at a seam of the statement. */
    public Select<R> with(SyntaxExtension extension) {
        Objects.requireNonNull(extension, "extension is null");
        return with(b -> b.extensions = Lists.concat(b.extensions, List.of(extension)));
    }

    private Select<R> limit(RowLimit limit) {
        return with(b -> b.limit = limit);
    }

    private Select<R> join(
            JoinClause.Kind kind, JoinTarget target, @Nullable FromItem alias, @Nullable Expression<Boolean> on) {
        JoinClause join = new JoinClause(kind, target, alias, on);
        return new Select<>(selection, body.withJoins(Lists.concat(body.joins(), List.of(join))));
    }

    private Select<R> with(Consumer<SelectBody.Builder> change) {
        return new Select<>(selection, body.with(change));
    }

    @Override
    public void describe(Description description) {
        description.children(selection.expressions());
        body.describe(description);
    }

    @Override
    public Select<R> mapChildren(NodeMapper mapper) {
        return new Select<>(selection.mapParts(mapper), body.mapChildren(mapper));
    }
}
