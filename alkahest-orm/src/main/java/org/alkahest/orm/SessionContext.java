package org.alkahest.orm;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.alkahest.engine.Connection;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.engine.Result;
import org.alkahest.orm.load.Loader;
import org.alkahest.orm.load.Loading;
import org.alkahest.orm.load.RowScope;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.LifecycleEvent;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.UndoLog;
import org.alkahest.orm.unitofwork.Adopter;
import org.alkahest.orm.unitofwork.Attacher;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.orm.unitofwork.Reach;
import org.alkahest.orm.unitofwork.Rollback;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableRef;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * What a session is inside: its objects, its connection for the present transaction, its undo logs, and what loading asks of
 * it. Flushes are in {@link SessionFlush}, what references and collections ask in {@link SessionBinder}.
 */
final class SessionContext implements Loading {
    private final Session session;
    private final SessionConnections connections;
    private final SessionOptions options;
    private final SessionEvents events;
    private final StatementHook hook;
    private final IdentityMap identities;
    private final Loader loader = new Loader(this);
    private final Attacher attacher;
    private final Autoflusher autoflusher;
    private final Rollback rollback;
    private final SessionBinder binder;
    private final SessionFlush flush;
    private final ConcurrencyGuard guard = new ConcurrencyGuard();
    private final Deque<UndoLog> undo = new ArrayDeque<>();
    private @Nullable SessionSavepoint innermost;
    private @Nullable Throwable broken;
    private @Nullable SessionSavepoint brokenIn;
    private boolean open = true;
    private int quiet;
    private int epoch = 1;
    private int transactions;

    SessionContext(Session session, SessionBind bind, SessionOptions options) {
        this.session = session;
        this.connections = new SessionConnections(bind, options, this::begun);
        this.options = options;
        this.events = new SessionEvents(session, options.listeners());
        this.hook = new StatementHook(session, events);
        this.identities = new IdentityMap(events);
        this.binder = new SessionBinder(this);
        this.attacher = new Attacher(identities, binder);
        this.autoflusher = new Autoflusher(identities, options.tables());
        this.rollback = new Rollback(identities);
        this.flush = new SessionFlush(session, this, options);
        undo.push(new UndoLog());
    }

    /** What every call goes through that changes or sends something. */
    ConcurrencyGuard guard() {
        return guard;
    }

    Clock clock() {
        return options.clock();
    }

    /** An object's row was deleted behind the session's back. */
    void deleted(EntityEntry<?> entry) {
        current().remember(entry);
        identities.unfile(entry);
        identities.move(entry, State.DELETED);
        entry.setMarkedDeleted(false);
    }

    Loader loader() {
        return loader;
    }

    Attacher attacher() {
        return attacher;
    }

    StatementHook hook() {
        return hook;
    }

    @Override
    public <R> RowStatement<R> toSend(RowStatement<R> statement) {
        return hook.query(statement, true);
    }

    @Override
    public <R> Result<R> rows(RowStatement<R> statement, DecodeScope scope) {
        return hook.rows(statement, scope, true);
    }

    SessionEvents events() {
        return events;
    }

    void add(Object entity) {
        requireUsable();
        events.undoable(() -> attacher.add(entity));
        events.deliver();
    }

    void adopt(Object entity, boolean modified) {
        requireUsable();
        events.undoable(() -> new Adopter(identities, binder, attacher).adopt(entity, modified));
        events.deliver();
    }

    /** Pending objects are transient again, the others detached. */
    void expunge(EntityEntry<?> root) {
        for (EntityEntry<?> entry : Reach.of(root, Cascade.DETACH, identities)) {
            if (entry.state() == State.PENDING) {
                identities.release(entry);
            } else {
                identities.remove(entry);
                identities.move(entry, State.DETACHED);
            }
        }
        events.deliver();
    }

    /** Whether objects are loaded to be read alone where nobody says otherwise. */
    boolean readsOnly() {
        return options.readOnly();
    }

    /** The scope of a statement's result: what it locks is read again. */
    RowScope scope(RowStatement<?> statement, String origin, boolean readOnly) {
        RowScope scope = loader.scope(origin).readOnly(readOnly);
        return statement instanceof Select<?> select && !select.body().locks().isEmpty() ? scope.refreshing() : scope;
    }

    /** Everything is stale. */
    void nextEpoch() {
        epoch++;
    }

    /** Does work during which no query flushes. */
    <T> T withoutAutoflush(Supplier<T> work) {
        quiet++;
        try {
            return work.get();
        } finally {
            quiet--;
        }
    }

    @Override
    public IdentityMap identities() {
        return identities;
    }

    @Override
    public AssociationBinder binder() {
        return binder;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public boolean announcesLoads(EntityMapping<?> mapping) {
        return events.hasListeners() || mapping.lifecycle().contains(LifecycleEvent.POST_LOAD);
    }

    @Override
    public void loaded(List<Loaded> objects) {
        for (Loaded object : objects) {
            Object entity = object.entry().entity();
            events.later(
                    object.isNew()
                            ? listener -> listener.loaded(session, entity)
                            : listener -> listener.refreshed(session, entity));
            afterLoad(object.entry());
        }
        events.deliver();
    }

    private <E> void afterLoad(EntityEntry<E> entry) {
        if (entry.mapping().lifecycle().contains(LifecycleEvent.POST_LOAD)) {
            events.callLater(() -> entry.mapping().call(LifecycleEvent.POST_LOAD, entry.entity()));
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public <T> T exclusively(Supplier<T> work) {
        return guard.call(work);
    }

    @Override
    public int batchSize() {
        return options.batchSize();
    }

    /** Errors with ALK-2110 on a closed session, ALK-2111 after a failed flush. */
    void requireUsable() {
        if (!open) {
            throw new AlkahestArgumentException(
                    "ALK-2110", "Cannot use the session: it is closed. Open another with Sessions.open().");
        }
        if (broken != null) {
            throw new PendingRollbackException(
                    "ALK-2111",
                    "Cannot use the session: a flush failed and its transaction was rolled back. Call rollback(), then"
                            + " go on; the cause is what failed first.",
                    broken);
        }
    }

    @Override
    public Connection connection() {
        requireUsable();
        return connections.main();
    }

    /** The connection of the engine that a table is bound to. */
    Connection connection(TableRef table) {
        requireUsable();
        return connections.of(table);
    }

    /** The connection of the engine that a statement's tables are bound to; errors with ALK-2146 if they are of several. */
    Connection connection(Statement statement) {
        requireUsable();
        return connections.of(statement);
    }

    /** @param givesBack what undoes the beginning */
    private void begun(Runnable givesBack) {
        try {
            events.tell(listener -> listener.transactionBegun(session));
        } catch (RuntimeException | Error e) {
            EveryStep.after(e).run(givesBack).end();
        }
    }

    @Override
    public void beforeQuery(Statement statement) {
        requireUsable();
        if (flush.isRunning() || quiet > 0) {
            return;
        }
        switch (options.autoflush()) {
            case ALWAYS -> flush();
            case WHEN_IT_MATTERS -> {
                if (autoflusher.isNeeded(statement)) {
                    flush();
                }
            }
            case NEVER -> {}
        }
    }

    FlushPlan plan() {
        return flush.plan();
    }

    void flush() {
        flush.flush();
    }

    /** A failed flush rolls back the innermost transaction or savepoint at once. Throws what failed. */
    void fail(Throwable cause) {
        EveryStep undone = EveryStep.after(cause).run(this::failed);
        broken = cause;
        undone.run(events::deliver).end();
    }

    private void failed() {
        SessionSavepoint savepoint = innermost;
        brokenIn = savepoint;
        if (savepoint != null) {
            savepoint.undo();
        } else {
            rollbackAll();
        }
    }

    void commit() {
        requireUsable();
        flush.refuse("commit");
        events.tell(listener -> listener.beforeCommit(session));
        flush();
        for (int round = 0; flush.hasFurtherChanges(); round++) {
            if (round == FlushPreparation.ROUNDS) {
                throw FlushPreparation.endless("commit");
            }
            flush();
        }
        if (!connections.isEmpty()) {
            try {
                connections.commit();
            } catch (RuntimeException | Error e) {
                brokenIn = null;
                broken = e;
                EveryStep.after(e).run(this::rollbackAll).run(events::deliver).end();
            }
            events.later(listener -> listener.committed(session));
        }
        epoch++;
        ended();
        events.deliver();
    }

    void rollback() {
        if (!open) {
            requireUsable();
        }
        flush.refuse("roll back");
        broken = null;
        new EveryStep().run(this::rollbackAll).run(events::deliver).end();
    }

    private void rollbackAll() {
        EveryStep steps = new EveryStep();
        undoAll(steps);
        steps.run(rollback::discardUnflushed).run(identities::forgiveAll);
        epoch++;
        steps.run(this::ended).end();
    }

    private void undoAll(EveryStep steps) {
        if (!connections.isEmpty()) {
            connections.rollback(steps);
            events.later(listener -> listener.rolledBack(session));
        }
        for (UndoLog log : undo) {
            steps.run(() -> rollback.undo(log));
        }
    }

    /** The transaction is over: the connection goes back, deleted objects are forgotten. */
    private void ended() {
        transactions++;
        undo.clear();
        undo.push(new UndoLog());
        innermost = null;
        for (EntityEntry<?> entry : identities.all()) {
            if (entry.state() == State.DELETED) {
                identities.remove(entry);
                identities.move(entry, State.DETACHED);
            }
        }
        EveryStep steps = new EveryStep();
        connections.release(steps);
        steps.end();
    }

    /** Which of the session's transactions is the present one. */
    int transactionNumber() {
        return transactions;
    }

    /** Whether a transaction was rolled back since it failed, which nobody has acknowledged yet. */
    boolean hasFailedIn(int number) {
        return open && broken != null && connections.isEmpty() && transactions == number + 1;
    }

    SessionTransaction begin() {
        requireUsable();
        if (!connections.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-2125",
                    "Cannot begin a transaction: the session has one already, which began with a statement or a begin()"
                            + " before. Commit it or roll it back first; for a part of it use savepoint().");
        }
        connection();
        return new SessionTransaction(this, transactions);
    }

    SessionSavepoint savepoint() {
        flush();
        SessionSavepoint savepoint = new SessionSavepoint(this, innermost, connections.savepoints());
        undo.push(new UndoLog());
        innermost = savepoint;
        events.later(listener -> listener.savepointBegun(session));
        events.deliver();
        return savepoint;
    }

    /** The log of the innermost savepoint goes to what encloses it. */
    void release(SessionSavepoint savepoint) {
        UndoLog log = undo.pop();
        log.moveTo(current());
        innermost = savepoint.outer();
        events.later(listener -> listener.savepointReleased(session));
        events.deliver();
    }

    /** Undoes what was flushed since the innermost savepoint; what was read since may be wrong, and is read again. */
    void undo(SessionSavepoint savepoint) {
        innermost = savepoint.outer();
        epoch++;
        rollback.undo(undo.pop());
        events.later(listener -> listener.savepointRolledBack(session));
    }

    /** Whether a flush failed in a savepoint, or in one inside it. */
    boolean isBrokenIn(SessionSavepoint savepoint) {
        SessionSavepoint failed = broken == null ? null : brokenIn;
        while (failed != null && !failed.equals(savepoint)) {
            failed = failed.outer();
        }
        return failed != null;
    }

    /** What failed has been rolled back by the user too: the session goes on. */
    void mended() {
        broken = null;
        brokenIn = null;
    }

    boolean isInnermost(SessionSavepoint savepoint) {
        return savepoint.equals(innermost);
    }

    void close() {
        if (!open) {
            return;
        }
        flush.refuse("close");
        letGo(() -> open = false);
    }

    /** The session is as new. */
    void reset() {
        if (!open) {
            requireUsable();
        }
        flush.refuse("reset");
        letGo(() -> {
            mended();
            epoch++;
        });
    }

    private void letGo(Runnable state) {
        EveryStep steps = new EveryStep();
        if (connections.endWithSession()) {
            undoAll(steps);
        }
        steps.run(this::ended);
        state.run();
        steps.run(this::detachAll).run(events::deliver).end();
    }

    private void detachAll() {
        List.copyOf(identities.pending()).forEach(identities::release);
        for (EntityEntry<?> entry : identities.all()) {
            entry.setSiblings(null);
            identities.move(entry, State.DETACHED);
        }
        identities.clear();
    }

    /** What the innermost savepoint, or else the transaction, has to undo. */
    UndoLog current() {
        return undo.getFirst();
    }
}
