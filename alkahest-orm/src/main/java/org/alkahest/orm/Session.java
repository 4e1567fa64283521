package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Result;
import org.alkahest.engine.UpdateResult;
import org.alkahest.orm.load.RowScope;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntitySelection;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.DeleteCascade;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.schema.Column;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Sql;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TextStatement;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work: objects that are loaded, added, changed and deleted as plain Java objects, and written in one flush. A
 * transaction begins with the first statement and ends with {@link #commit} or {@link #rollback}; after either, the
 * session goes on. One thread at a time: a call from another one in the middle of a call errors with ALK-2126.
 *
 * <p>On a closed session every method that would change or send something errors with ALK-2110; after a failed flush all
 * but {@link #rollback} and {@link #close} error with ALK-2111.
 */
public final class Session implements AutoCloseable {
    private final SessionContext context;

    Session(SessionBind bind, SessionOptions options) {
        this.context = new SessionContext(this, bind, options);
    }

    /** A new session. Emits: nothing; a connection is taken with the first statement. */
    public static Session open(Engine engine) {
        return open(engine, SessionOptions.DEFAULT);
    }

    /** A new session with options. Emits: nothing. */
    public static Session open(Engine engine, SessionOptions options) {
        return new Session(new SessionBind.OfEngine(engine), options);
    }

    /**
     * A new session on a connection, which stays open. If that is in a transaction, the session joins it as
     * {@link SessionOptions#joinMode} says; else it begins and ends its own. Errors with ALK-2140 if the transaction is
     * ended under the session. Emits: nothing; with the first statement a savepoint, if the mode makes one.
     */
    public static Session open(Connection connection, SessionOptions options) {
        return new Session(new SessionBind.OfConnection(connection), options);
    }

    /**
     * Adds an object and what its associations cascade to; the next flush inserts them. Does nothing if the session has it.
     * Emits: nothing. Errors with ALK-2001 for a class without a mapping, ALK-2101 for a detached object, which is for
     * {@link #merge} or {@link #attach}.
     */
    public void add(Object entity) {
        Objects.requireNonNull(entity, "entity is null");
        guard().run(() -> context.add(entity));
    }

    /** Adds several objects, in order. */
    public void addAll(Collection<?> entities) {
        Objects.requireNonNull(entities, "entities is null").forEach(this::add);
    }

    /**
     * Marks an object for deletion by the next flush; a pending one is forgotten at once, with the pending ones that its
     * associations cascade to, and comes back only by {@link #add}. Emits: nothing. Errors with ALK-2105 for
     * an object that the session does not have.
     */
    public void delete(Object entity) {
        guard().run(() -> {
            new DeleteCascade(context.identities()).delete(requireWritable(require(entity, "delete"), "delete"));
            context.events().deliver();
        });
    }

    /** The object of a key, empty if there is no such row. Emits: nothing if the session has it fresh, else one SELECT. */
    public <E> Optional<E> get(Class<E> entityClass, Object key) {
        return get(Mappings.table(entityClass), key);
    }

    /**
     * The object of a key, empty if there is no such row; then an unchanged object that the session had of it is detached.
     * Emits: nothing if the session has it fresh, else one SELECT; one more for each association to load with it.
     */
    public <E> Optional<E> get(EntityTable<E> table, Object key, Association<?, ?>... loads) {
        return guard().call(() -> new Lookups(context).get(table, key, List.of(loads)));
    }

    /**
     * The object of a key, its row locked until the end of the transaction and read in any case; empty if there is no such
     * row, or it is locked and the lock skips such. Emits: one SELECT, and one for each association. Errors with ALK-2121 if
     * the session has read it in this transaction or changed it, and its row has another version now.
     */
    public <E> Optional<E> get(EntityTable<E> table, Object key, Locking lock, Association<?, ?>... loads) {
        return guard().call(() -> new Lookups(context).get(table, key, lock, List.of(loads)));
    }

    /** A query for objects of an entity. Emits: nothing until it is asked for rows. */
    public <E> Query<E> query(EntityTable<E> table) {
        return new Query<>(
                this,
                table,
                Sql.select(table),
                EagerLoads.Wanted.NOTHING,
                context.readsOnly(),
                table.subclassLoading());
    }

    /** A query for elements of a write-only collection, in its order. Errors with ALK-2065 while its owner has no row. */
    public <E> Query<E> query(WriteOnly<E> collection) {
        EntityTable<E> elements = collection.elements();
        return new Query<>(
                this,
                elements,
                collection.select(),
                EagerLoads.Wanted.NOTHING,
                context.readsOnly(),
                elements.subclassLoading());
    }

    /**
     * Executes a statement that returns rows; entities come through the identity map, each once where the rows are one
     * entity. Emits: a flush if pending changes may matter to the statement, then the statement.
     */
    public <R> Result<R> execute(RowStatement<R> statement) {
        return guard().call(() -> run(statement, context.readsOnly()));
    }

    /** As {@link #execute(RowStatement)}, with entities that are read alone, as {@link Query#readOnly} gives them. */
    public <R> Result<R> executeReadOnly(RowStatement<R> statement) {
        return guard().call(() -> run(statement, true));
    }

    private <R> Result<R> run(RowStatement<R> given, boolean readOnly) {
        RowStatement<R> statement = context.hook().query(given, false);
        if (statement instanceof Returning<R> returning) {
            return new Changing(this).run(returning);
        }
        context.beforeQuery(statement);
        RowScope scope = context.scope(statement, "was loaded by execute", readOnly);
        Result<R> result = context.hook().rows(statement, scope, false);
        if (!scope.hasEntities()) {
            return result;
        }
        List<R> rows = result.all();
        scope.completed();
        boolean isOneEntity =
                given.selection() instanceof EntityTable<?> || given.selection() instanceof EntitySelection<?>;
        List<R> shown = isOneEntity ? unique(rows) : rows;
        return Result.over(shown.iterator(), () -> {});
    }

    /** Changes rows directly; objects of an entity's table follow as {@link Synchronize#AUTO} says. */
    public UpdateResult execute(DmlStatement statement) {
        return execute(statement, Synchronize.AUTO);
    }

    /**
     * Changes rows directly. Of an entity with a version the UPDATE counts it, unless it sets the column. Cascades of the
     * mapping are not followed. Emits: a flush if pending changes may matter to the statement, the statement, and what
     * {@code how} says. Errors with ALK-2130 for a condition that cannot be evaluated, ALK-2131 for a DELETE of a class
     * with rows in several tables, ALK-2132 for an UPDATE of keys, ALK-2133 for a version that cannot be counted.
     *
     * @param how how the session's objects of the table follow an UPDATE or DELETE
     */
    public UpdateResult execute(DmlStatement statement, Synchronize how) {
        Objects.requireNonNull(how, "how is null");
        return guard().call(() -> new Changing(this).run(context.hook().change(statement), how));
    }

    /** Runs SQL text. Emits: a flush if there is anything to write, then the statement. */
    public UpdateResult execute(TextStatement statement) {
        return guard().call(() -> {
            TextStatement sent = context.hook().text(statement);
            context.beforeQuery(sent);
            return context.connection(sent).execute(sent);
        });
    }

    /** Writes all changes. Emits: the statements of {@link #flushPlan}, if any. */
    public void flush() {
        guard().run(context::flush);
    }

    /** What {@link #flush} would do now. Emits: SELECTs where deletes cascade into what is not loaded, else nothing. */
    public FlushPlan flushPlan() {
        return guard().call(context::plan);
    }

    /** Flushes and commits; objects stay readable, and are read again when they are next met. */
    public void commit() {
        guard().run(context::commit);
    }

    /**
     * Begins a transaction as a scope, which rolls back what it does not commit. Emits: nothing; a connection is taken.
     * Errors with ALK-2125 if one has begun already, by an earlier statement for instance.
     */
    public SessionTransaction begin() {
        return guard().call(context::begin);
    }

    /** Does work during which no query flushes by itself, for half-made objects that must not be sent yet. */
    public <T> T withoutAutoflush(Supplier<T> work) {
        return guard().call(() -> context.withoutAutoflush(work));
    }

    /** The same for work without a result. */
    public void withoutAutoflush(Runnable work) {
        guard().run(() -> context.withoutAutoflush(() -> {
            work.run();
            return true;
        }));
    }

    /** Rolls back; objects are again what they were when the transaction began, and new ones are transient. */
    public void rollback() {
        guard().run(context::rollback);
    }

    /** Flushes, and begins a part of the transaction that can be undone alone. */
    public SessionSavepoint savepoint() {
        return guard().call(context::savepoint);
    }

    /**
     * The state of an object with respect to this session. One that the session does not know is detached if the database
     * generated its key, or a flush its version, else transient: of a key that the user assigned nobody knows whether it
     * has a row. Errors with ALK-2001 for a class without a mapping.
     */
    public State state(Object entity) {
        EntityEntry<?> entry = context.identities().find(Objects.requireNonNull(entity, "entity is null"));
        if (entry != null) {
            return entry.state();
        }
        return Mappings.tableOf(entity).looksStored(entity) ? State.DETACHED : State.TRANSIENT;
    }

    /** Whether the session has the object, pending or persistent. */
    public boolean contains(Object entity) {
        EntityEntry<?> entry = context.identities().find(entity);
        return entry != null && entry.state() != State.DELETED;
    }

    /** Whether the next flush would write the object. Emits: nothing. */
    public boolean isModified(Object entity) {
        EntityEntry<?> entry = require(entity, "inspect");
        return entry.state() == State.PENDING
                || entry.isMarkedDeleted()
                || Autoflusher.isChanged(entry, context.identities());
    }

    /**
     * How a column's attribute differs from the last flush or load. The key of a target that has none yet is left out.
     * Emits: nothing. Errors with ALK-2105 for an object that the session does not have, ALK-2116 for another entity's
     * column.
     */
    public <T> AttributeHistory<@Nullable T> history(Object entity, Column<T> column) {
        return Histories.ofColumn(requireWritable(require(entity, "inspect"), "compare"), column, context.identities());
    }

    /**
     * Sets a column's attribute as if the row had the value: no UPDATE follows, and other changes stay changes. A pending
     * object is written whole. Emits: nothing. Errors with ALK-2105 for an object that the session does not have, ALK-2092
     * for a column of the key or of another entity, ALK-2093 for a foreign key.
     */
    public <T> void setCommitted(Object entity, Column<T> column, @Nullable T value) {
        guard().run(() -> AttributeStates.setCommitted(
                requireWritable(require(entity, "set an attribute of"), "set an attribute of"),
                column,
                value,
                context.binder()));
    }

    /**
     * Sets a reference as if the row had its key: no UPDATE follows, and the other side is left as it is. Emits: nothing.
     * Errors with ALK-2105 for an object that the session does not have, ALK-2123 for another entity's association,
     * ALK-2053 for a target that has no row which the session knows.
     */
    public <T> void setCommitted(Object entity, ToOne<?, T> association, Ref<? extends T> reference) {
        guard().run(() -> committed(entity).set(association, reference));
    }

    /**
     * Sets the members of a collection as if the database had these: nothing is written, unflushed changes of the collection
     * are lost, and the other side is left as it is. Emits: nothing. Else as above.
     */
    public <T> void setCommitted(Object entity, ToMany<?, T> association, Collection<? extends T> members) {
        guard().run(() -> committed(entity).set(association, members));
    }

    private CommittedAssociations<?> committed(Object entity) {
        return new CommittedAssociations<>(context, require(entity, "set an attribute of"));
    }

    /**
     * Lets the next flush write a column although its attribute does not differ, for values that change where no diff can
     * see it. A rollback and {@link #expunge} forget it. Emits: nothing. Errors with ALK-2105 for an object that the session
     * does not have, ALK-2092 for a column of the key or of another entity, or a version that the flush writes.
     */
    public void flagModified(Object entity, Column<?> column) {
        guard().run(() -> AttributeStates.flagModified(
                requireWritable(require(entity, "flag an attribute of"), "flag an attribute of"),
                column,
                context.identities().flagged()));
    }

    /** How a reference differs from the last flush or load; a plain field's target is shown as a Ref. Else as above. */
    public <T> AttributeHistory<Ref<T>> history(Object entity, ToOne<?, T> association) {
        return Histories.ofReference(requireWritable(require(entity, "inspect"), "compare"), association);
    }

    /** How a collection differs from the last flush or load; empty while it is not loaded. Else as above. */
    public <T> AttributeHistory<T> history(Object entity, ToMany<?, T> association) {
        return Histories.ofCollection(requireWritable(require(entity, "inspect"), "compare"), association);
    }

    /** The objects that the next flush inserts, in the order in which they were added. Emits: nothing. */
    public List<Object> newObjects() {
        return entities(context.identities().pending().stream());
    }

    /** The persistent objects that differ from their rows, in the order in which they came. Emits: nothing. */
    public List<Object> changedObjects() {
        return entities(context.identities()
                .persistent()
                .filter(entry -> !entry.isMarkedDeleted() && Autoflusher.isChanged(entry, context.identities())));
    }

    /**
     * The objects that the next flush deletes, in the order in which they came; what they cascade to is found by the flush,
     * and is there in {@link SessionListener#beforeFlush}. Emits: nothing.
     */
    public List<Object> deletedObjects() {
        return entities(context.identities().persistent().filter(EntityEntry::isMarkedDeleted));
    }

    private static List<Object> entities(Stream<EntityEntry<?>> entries) {
        return entries.<Object>map(EntityEntry::entity).toList();
    }

    /** Adds a listener after earlier ones. */
    public void addListener(SessionListener listener) {
        context.events().add(listener);
    }

    /** Takes a listener away, one of the options too, for this session; whether it was there. */
    public boolean removeListener(SessionListener listener) {
        return context.events().remove(listener);
    }

    /** Takes an object out of the session, and what DETACH cascades to; unflushed changes are not written. */
    public void expunge(Object entity) {
        guard().run(() -> context.expunge(require(entity, "expunge")));
    }

    /**
     * Copies an object of anywhere into the session's object of the same key, or a new one, together with what MERGE
     * cascades to; the given object stays outside. Keys that are not known yet are read; a collection takes the members
     * that the given one has, unless that is null or was never loaded. Returns the session's object. Emits: SELECTs, one
     * for each entity and batch, and one for each association to load with the root. Errors with ALK-2121 if a version
     * differs from the row's, ALK-2122 if the row of a detached object is not there any more.
     */
    public <E> E merge(E entity, Association<?, ?>... loads) {
        Objects.requireNonNull(entity, "entity is null");
        return guard().call(() -> new Merging(context).merge(entity, List.of(loads)));
    }

    /**
     * As {@link #merge}, but believes that a detached object is what its row is: the copy is clean, and an object that the
     * session has already is given back as it is. Emits: nothing. For objects of a cache.
     */
    public <E> E mergeClean(E entity) {
        Objects.requireNonNull(entity, "entity is null");
        return guard().call(() -> new Merging(context).mergeClean(entity));
    }

    /**
     * Adopts a detached object itself, with the loaded ones that SAVE_UPDATE reaches, as what their rows have: only later
     * changes are written, and those that were made before are lost to the database. Objects of their graph without a row
     * are pending. Emits: nothing. Errors with ALK-2120 for an object without a key, ALK-2106 if the session has another
     * object of a key, ALK-2102 if another open session has it.
     */
    public void attach(Object entity) {
        Objects.requireNonNull(entity, "entity is null");
        guard().run(() -> context.adopt(entity, false));
    }

    /** As {@link #attach}, but the next flush writes every column of these objects, for nobody knows what was changed. */
    public void attachModified(Object entity) {
        Objects.requireNonNull(entity, "entity is null");
        guard().run(() -> context.adopt(entity, true));
    }

    /**
     * Reads an object's row again, and what REFRESH cascades to; unflushed changes are kept. Emits: one SELECT for each
     * entity and batch. Errors with ALK-2107 if a row is gone.
     */
    public void refresh(Object entity) {
        guard().run(() -> new Refreshing(context).refresh(require(entity, "refresh")));
    }

    /** Locks an object's row, and reads it again. Errors as {@link #refresh(Object)} and {@link #get} with a lock. */
    public void refresh(Object entity, Locking lock) {
        guard().run(() -> new Refreshing(context)
                .refresh(require(entity, "refresh"), Objects.requireNonNull(lock, "lock is null")));
    }

    /** Reads columns of an object again, and only these: changes of theirs are lost. Emits: one SELECT of them. */
    public void refresh(Object entity, Column<?>... columns) {
        guard().run(() -> new SingleAttributes<>(context, require(entity, "refresh")).refresh(columns));
    }

    /** Reads references and collections of an object again, and only these: changes of theirs are lost. */
    public void refresh(Object entity, Association<?, ?>... associations) {
        guard().run(() -> new SingleAttributes<>(context, require(entity, "refresh")).refresh(associations));
    }

    /** Discards the unflushed changes of an object, which is read again when it is next met. Emits: nothing. */
    public void expire(Object entity) {
        guard().run(() -> new Refreshing(context).expire(require(entity, "expire")));
    }

    /** Discards unflushed changes of columns; the object is read again when it is next met. Emits: nothing. */
    public void expire(Object entity, Column<?>... columns) {
        guard().run(() -> new SingleAttributes<>(context, require(entity, "expire")).expire(columns));
    }

    /** Discards unflushed changes of references and collections, which are read again when touched. Emits: nothing. */
    public void expire(Object entity, Association<?, ?>... associations) {
        guard().run(() -> new SingleAttributes<>(context, require(entity, "expire")).expire(associations));
    }

    /** Discards all unflushed changes of persistent objects, which are read again when they are next met. */
    public void expireAll() {
        context.requireUsable();
        guard().run(() -> new Refreshing(context).expireAll());
    }

    /**
     * Verbs that write rows at once, in the session's transaction, of objects that the session does not have. Its own
     * objects of these tables are stale then; nothing is flushed before. Emits: nothing.
     */
    public Stateless stateless() {
        context.requireUsable();
        return Stateless.of(context);
    }

    /** The connection of the present transaction: the way down to Core and JDBC. It belongs to the session. */
    public Connection connection() {
        return guard().call(context::connection);
    }

    /** As {@link #connection()}, of the engine that a table is bound to by {@link SessionOptions#withBind}. */
    public Connection connection(TableRef table) {
        Objects.requireNonNull(table, "table is null");
        return guard().call(() -> context.connection(table));
    }

    public boolean isOpen() {
        return context.isOpen();
    }

    /** As {@link #close}, but the session can go on, as a new one. Errors with ALK-2110 on a closed session. */
    public void reset() {
        guard().run(context::reset);
    }

    /** Rolls back what was not committed and lets go of all objects, which keep what was loaded. Can be called again. */
    @Override
    public void close() {
        guard().run(context::close);
    }

    private ConcurrencyGuard guard() {
        return context.guard();
    }

    SessionContext context() {
        return context;
    }

    static <R> List<R> unique(List<R> rows) {
        IdentityHashMap<@Nullable Object, Boolean> seen = new IdentityHashMap<>();
        return rows.stream()
                .filter(row -> seen.put(row, true) == null)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether the object was loaded to be read alone: no flush looks at it. Errors with ALK-2105 as {@link #isModified}. */
    public boolean isReadOnly(Object entity) {
        return require(entity, "inspect").isReadOnly();
    }

    private static EntityEntry<?> requireWritable(EntityEntry<?> entry, String verb) {
        if (entry.isReadOnly()) {
            throw new MappingException(
                    "ALK-2135",
                    "Cannot " + verb + " " + entry + ": it was loaded read-only. Load it to be changed:"
                            + " session.refresh(object), or a query without readOnly().");
        }
        return entry;
    }

    private EntityEntry<?> require(Object entity, String verb) {
        context.requireUsable();
        EntityEntry<?> entry = context.identities().find(Objects.requireNonNull(entity, "entity is null"));
        if (entry == null) {
            throw new MappingException(
                    "ALK-2105",
                    "Cannot " + verb + " a " + entity.getClass().getSimpleName() + ": it is "
                            + state(entity).toString().toLowerCase(Locale.ROOT)
                            + " and not in this session. Load it with session.get, or add it first.");
        }
        return entry;
    }
}
