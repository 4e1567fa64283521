package org.alkahest.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.alkahest.engine.Result;
import org.alkahest.orm.load.RowScope;
import org.alkahest.orm.load.SubclassRows;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntitySelection;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LoadSubclasses;
import org.alkahest.orm.mapping.SubclassLoading;
import org.alkahest.orm.mapping.TypedPath;
import org.alkahest.schema.Column;
import org.alkahest.sql.Delete;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath;
import org.alkahest.sql.JoinTarget;
import org.alkahest.sql.Locking;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Update;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A query for objects of one entity in one session. Each call that adds to it returns a new one; the others send SQL.
 *
 * @param <E> the entity
 */
public final class Query<E> {
    private final Session session;
    private final EntityTable<E> table;
    private final Select<E> select;
    private final EagerLoads.Wanted loads;
    private final boolean readOnly;
    private final SubclassLoading subclasses;

    Query(
            Session session,
            EntityTable<E> table,
            Select<E> select,
            EagerLoads.Wanted loads,
            boolean readOnly,
            SubclassLoading subclasses) {
        this.session = session;
        this.table = table;
        this.select = select;
        this.loads = loads;
        this.readOnly = readOnly;
        this.subclasses = subclasses;
    }

    /** Adds a condition, joined to earlier ones by AND. */
    public Query<E> where(Expression<Boolean> condition) {
        return with(select.where(condition));
    }

    /** Joins along a relationship; the result is still of the entity alone, each object once. */
    public Query<E> join(JoinTarget target) {
        return with(from().join(target));
    }

    public Query<E> join(JoinPath path, FromItem alias) {
        return with(from().join(path, alias));
    }

    public Query<E> join(FromItem item, Expression<Boolean> on) {
        return with(from().join(item, on));
    }

    public Query<E> leftJoin(JoinTarget target) {
        return with(from().leftJoin(target));
    }

    /** Adds sort keys after earlier ones. */
    public Query<E> orderBy(OrderTerm... items) {
        return with(select.orderBy(items));
    }

    /** At most so many rows. */
    public Query<E> limit(long rows) {
        return with(select.limit(rows));
    }

    /** Leaves out so many rows at the beginning. */
    public Query<E> offset(long rows) {
        return with(select.offset(rows));
    }

    /**
     * Locks the rows until the end of the transaction, where the database locks rows. Objects of locked rows are refreshed,
     * but for what was changed.
     */
    public Query<E> forUpdate() {
        return lock(Locking.forUpdate());
    }

    /** Locks the rows against change; else as {@link #forUpdate}. */
    public Query<E> forShare() {
        return lock(Locking.forShare());
    }

    /** Locks the rows in a way: {@code lock(Locking.forUpdate().skipLocked())}; else as {@link #forUpdate}. */
    public Query<E> lock(Locking locking) {
        return with(select.lock(locking));
    }

    /**
     * Loads associations of the objects together with them: one SELECT more for each association and batch of objects (500
     * unless {@link SessionOptions} says otherwise).
     */
    public Query<E> load(Association<?, ?>... associations) {
        return new Query<>(session, table, select, loads.and(List.of(associations), List.of()), readOnly, subclasses);
    }

    /**
     * Loads objects to be read alone: without snapshots, and no flush looks at them, so that changes of their fields are not
     * written. Also what is loaded from them later. What the session has to be changed already stays so, and what is loaded
     * so later, also by {@link Session#refresh(Object)}, can be changed from then on.
     */
    public Query<E> readOnly() {
        return new Query<>(session, table, select, loads, true, subclasses);
    }

    /** Loads objects that can be changed, also in a session whose options say that they are read alone. */
    public Query<E> writable() {
        return new Query<>(session, table, select, loads, false, subclasses);
    }

    /**
     * How the columns of subclasses with tables of their own are read: joined, or by one SELECT more for each subclass that
     * the result has objects of, and batch of them. {@link LoadSubclasses} at the class says it for all its queries. Where
     * all classes share a table, SELECT reads their columns from that; where each has a whole one, it changes nothing.
     */
    public Query<E> loadSubclasses(SubclassLoading how) {
        return new Query<>(session, table, select, loads, readOnly, Objects.requireNonNull(how, "how is null"));
    }

    /**
     * Loads the whole association behind a path to a subclass; an association of the subclass that is loaded next goes on
     * from its objects: {@code load(COMPANY.employees.ofType(ENGINEER)).load(ENGINEER.machines)}.
     */
    public Query<E> load(TypedPath<?, ?> path) {
        return load(path.association());
    }

    /**
     * Loads {@link Lazy} attributes, and their groups, together with the objects: those of the entity itself in the same
     * SELECT, those of what associations load by one SELECT more for each batch. Errors with ALK-2052 for a column that is
     * no lazy one.
     */
    public Query<E> load(Column<?> column, Column<?>... others) {
        Select<E> all = select;
        List<Column<?>> elsewhere = new ArrayList<>();
        for (Column<?> each : columns(column, others)) {
            if (EntitySelection.isLazy(table, each)) {
                EntitySelection<E> selection =
                        all.selection() instanceof EntitySelection<E> present ? present : table.selection();
                all = all.withSelection(selection.with(each));
            } else {
                elsewhere.add(each);
            }
        }
        return new Query<>(session, table, all, loads.and(List.of(), elsewhere), readOnly, subclasses);
    }

    private static List<Column<?>> columns(Column<?> first, Column<?>... others) {
        List<Column<?>> columns = new ArrayList<>();
        columns.add(first);
        columns.addAll(List.of(others));
        columns.forEach(EagerLoads::requireLazy);
        return columns;
    }

    /** The statement behind the query, to be refined or printed. */
    public Select<E> select() {
        return select;
    }

    /** All objects, each once, in the order of their first rows. Emits: one SELECT, and one for each {@link #load}. */
    public List<E> all() {
        return session.context().guard().call(this::read);
    }

    private List<E> read() {
        SessionContext context = session.context();
        if (isApart()) {
            return new QueryApart<>(context, table, select, origin(), readOnly).all(part -> load(context, part));
        }
        RowStatement<E> sent = context.hook().query(select, false);
        context.beforeQuery(sent);
        RowScope scope = context.scope(sent, origin(), readOnly);
        List<E> rows = Session.unique(context.hook().rows(sent, scope, false).all());
        scope.completed();
        new EagerLoads(context).load(rows, table, loads);
        return rows;
    }

    /** The first object in the query's order, empty if there is none. Emits: one SELECT with LIMIT 1. */
    public Optional<E> first() {
        List<E> rows = with(select.limit(1)).all();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The only object; errors with NoRowException or MultipleRowsException if there is not exactly one. */
    public E one() {
        return Result.over(all().iterator(), () -> {}).one();
    }

    /** The only object, empty if there is none; errors with MultipleRowsException if there are more. */
    public Optional<E> oneOrNone() {
        return Result.over(all().iterator(), () -> {}).oneOrNone();
    }

    /** How many rows the query has, its limit included. Emits: one SELECT. */
    public long count() {
        Select<Long> count = Sql.select(Sql.count()).from(from().unordered().asTable("counted"));
        return session.execute(count).one();
    }

    /** Whether the query has any row. Emits: one SELECT. */
    public boolean exists() {
        return first().isPresent();
    }

    /**
     * The objects as they are read, in parts of the session's batch size; close the stream. Objects stay in the session:
     * expunge them to keep memory flat. Emits: one SELECT, and one for each {@link #load} and part.
     */
    public Stream<E> stream() {
        return session.context().guard().call(this::open);
    }

    private boolean isApart() {
        return subclasses == SubclassLoading.SELECT && SubclassRows.canFollow(table);
    }

    private void load(SessionContext context, List<E> objects) {
        new EagerLoads(context).load(objects, table, loads);
    }

    private Stream<E> open() {
        SessionContext context = session.context();
        if (isApart()) {
            return new QueryApart<>(context, table, select, origin(), readOnly).stream(part -> load(context, part));
        }
        RowStatement<E> sent = context.hook().query(select, false);
        context.beforeQuery(sent);
        RowScope scope = context.scope(sent, origin(), readOnly);
        Result<E> result = context.hook().rows(sent, scope, false);
        return result.partitions(context.batchSize())
                .map(part -> context.guard().call(() -> {
                    scope.completed();
                    new EagerLoads(context).load(part, table, loads);
                    return Session.unique(part);
                }))
                .flatMap(List::stream)
                .onClose(result::close);
    }

    /**
     * Updates the rows that meet the query's conditions: {@code query.update(set -> set.set(STUDENT.city, "Lahore"))}. The
     * session's objects follow as {@link Synchronize#AUTO} says. Returns how many rows were updated. Emits: a flush if
     * pending changes may matter, one UPDATE. Errors with ALK-2134 for a query with more than conditions, else as
     * {@link Session#execute(DmlStatement, Synchronize)}.
     */
    public long update(UnaryOperator<Update> set) {
        return update(set, Synchronize.AUTO);
    }

    /** The same with another way for the session's objects to follow. */
    public long update(UnaryOperator<Update> set, Synchronize how) {
        Expression<Boolean> where = conditions("update");
        Update update = Objects.requireNonNull(set.apply(Sql.update(table)), "set gave null");
        return session.execute(where == null ? update : update.where(where), how)
                .rowCount();
    }

    /**
     * Deletes the rows that meet the query's conditions, without cascades of the mapping; else as {@link #update}. Returns
     * how many rows were deleted.
     */
    public long delete() {
        return delete(Synchronize.AUTO);
    }

    /** The same with another way for the session's objects to follow. */
    public long delete(Synchronize how) {
        Expression<Boolean> where = conditions("delete");
        Delete delete = Sql.delete(table);
        return session.execute(where == null ? delete : delete.where(where), how)
                .rowCount();
    }

    /** The condition, if the query has no more than that. */
    private @Nullable Expression<Boolean> conditions(String verb) {
        SelectBody body = select.body();
        boolean alone = body.from().isEmpty() || body.from().equals(List.of(table));
        if (!alone || !body.joins().isEmpty() || !body.isBare()) {
            throw new AlkahestArgumentException(
                    "ALK-2134",
                    "Cannot " + verb + " by a query of " + table.name()
                            + ": it has joins, an order, a limit or a lock besides its conditions. Give conditions"
                            + " alone, has(…) and any(…) too, and put the rest into a subquery of keys.");
        }
        return body.where();
    }

    private String origin() {
        return "was loaded by a query of " + table.mapping().entityClass().getSimpleName();
    }

    /** A join needs its left side: the entity itself, unless FROM was given. */
    private Select<E> from() {
        return select.body().from().isEmpty() ? select.from(table) : select;
    }

    private Query<E> with(Select<E> newSelect) {
        return new Query<>(session, table, Objects.requireNonNull(newSelect), loads, readOnly, subclasses);
    }
}
