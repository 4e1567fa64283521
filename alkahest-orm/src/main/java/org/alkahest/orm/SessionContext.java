package org.alkahest.orm;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.orm.load.CollectionLoader;
import org.alkahest.orm.load.Loader;
import org.alkahest.orm.load.Loading;
import org.alkahest.orm.load.SiblingReferences;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.UndoLog;
import org.alkahest.orm.unitofwork.Attacher;
import org.alkahest.orm.unitofwork.ChangeCollector;
import org.alkahest.orm.unitofwork.FlushExecutor;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.orm.unitofwork.FlushPlanner;
import org.alkahest.orm.unitofwork.Relationships;
import org.alkahest.orm.unitofwork.Rollback;
import org.alkahest.sql.Statement;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * What a session is inside: its objects, its connection for the present transaction, its undo logs, and what loading and
 * collections ask of it.
 */
final class SessionContext implements Loading, AssociationBinder {
    private final Engine engine;
    private final SessionOptions options;
    private final IdentityMap identities = new IdentityMap();
    private final Loader loader = new Loader(this);
    private final CollectionLoader collections = new CollectionLoader(this, loader);
    private final Attacher attacher = new Attacher(identities, this);
    private final Autoflusher autoflusher = new Autoflusher(identities);
    private final Rollback rollback = new Rollback(identities);
    private final Deque<UndoLog> undo = new ArrayDeque<>();
    private @Nullable Connection connection;
    private @Nullable SessionSavepoint innermost;
    private @Nullable Throwable broken;
    private @Nullable SessionSavepoint brokenIn;
    private boolean open = true;
    private boolean flushing;
    private int epoch = 1;

    SessionContext(Engine engine, SessionOptions options) {
        this.engine = engine;
        this.options = options;
        undo.push(new UndoLog());
    }

    Loader loader() {
        return loader;
    }

    Attacher attacher() {
        return attacher;
    }

    @Override
    public IdentityMap identities() {
        return identities;
    }

    @Override
    public AssociationBinder binder() {
        return this;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public boolean isOpen() {
        return open;
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
        Connection present = connection;
        if (present == null) {
            present = engine.connect();
            connection = present;
        }
        return present;
    }

    @Override
    public void beforeQuery(Statement statement) {
        requireUsable();
        if (flushing) {
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

    /** The marks of what a delete cascades to are for the flush to set: an object that is added back has no such children. */
    FlushPlan plan() {
        List<EntityEntry<?>> unmarked = identities.all().stream()
                .filter(entry -> !entry.isMarkedDeleted())
                .toList();
        try {
            return flushing(collector -> FlushPlanner.plan(collector.collect()));
        } finally {
            unmarked.forEach(entry -> entry.setMarkedDeleted(false));
        }
    }

    void flush() {
        flushing(collector -> {
            FlushPlan plan = FlushPlanner.plan(collector.collect());
            collector.forget();
            collector.touched().forEach(current()::remember);
            if (!plan.isEmpty()) {
                execute(plan);
            }
            collector.finish();
            return plan;
        });
    }

    /** What collecting changes loads must not flush: changes are only half known then. */
    private FlushPlan flushing(Function<ChangeCollector, FlushPlan> work) {
        requireUsable();
        if (flushing) {
            throw new AlkahestArgumentException(
                    "ALK-2113", "Cannot flush: the session is flushing already. Do not flush from within a flush.");
        }
        flushing = true;
        try {
            return work.apply(new ChangeCollector(identities, attacher));
        } finally {
            flushing = false;
        }
    }

    /** A failed flush rolls back the innermost transaction or savepoint at once. */
    private void execute(FlushPlan plan) {
        try {
            new FlushExecutor(connection(), identities, epoch, options.clock()).execute(plan);
        } catch (RuntimeException | Error e) {
            EveryStep undone = EveryStep.after(e).run(this::failed);
            broken = e;
            undone.end();
        }
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
        flush();
        Connection present = connection;
        if (present != null) {
            try {
                present.commit();
            } catch (RuntimeException | Error e) {
                brokenIn = null;
                broken = e;
                EveryStep.after(e).run(this::rollbackAll).end();
            }
        }
        epoch++;
        ended();
    }

    void rollback() {
        if (!open) {
            requireUsable();
        }
        broken = null;
        rollbackAll();
    }

    private void rollbackAll() {
        EveryStep steps = new EveryStep();
        undoAll(steps);
        steps.run(rollback::discardUnflushed).run(identities::forgiveAll);
        epoch++;
        steps.run(this::ended).end();
    }

    private void undoAll(EveryStep steps) {
        Connection present = connection;
        if (present != null) {
            steps.run(present::rollback);
        }
        for (UndoLog log : undo) {
            steps.run(() -> rollback.undo(log));
        }
    }

    /** The transaction is over: the connection goes back, deleted objects are forgotten. */
    private void ended() {
        undo.clear();
        undo.push(new UndoLog());
        innermost = null;
        for (EntityEntry<?> entry : identities.all()) {
            if (entry.state() == State.DELETED) {
                identities.remove(entry);
                entry.setState(State.DETACHED);
            }
        }
        Connection present = connection;
        connection = null;
        if (present != null) {
            present.close();
        }
    }

    SessionSavepoint savepoint() {
        flush();
        SessionSavepoint savepoint =
                new SessionSavepoint(this, innermost, connection().savepoint());
        undo.push(new UndoLog());
        innermost = savepoint;
        return savepoint;
    }

    /** The log of the innermost savepoint goes to what encloses it. */
    void release(SessionSavepoint savepoint) {
        UndoLog log = undo.pop();
        log.moveTo(current());
        innermost = savepoint.outer();
    }

    /** Undoes what was flushed since the innermost savepoint; what was read since may be wrong, and is read again. */
    void undo(SessionSavepoint savepoint) {
        innermost = savepoint.outer();
        epoch++;
        rollback.undo(undo.pop());
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
        EveryStep steps = new EveryStep();
        undoAll(steps);
        steps.run(this::ended);
        open = false;
        steps.run(this::detachAll).end();
    }

    private void detachAll() {
        List.copyOf(identities.pending()).forEach(identities::release);
        for (EntityEntry<?> entry : identities.all()) {
            entry.setSiblings(null);
            entry.setState(State.DETACHED);
        }
        identities.clear();
    }

    private UndoLog current() {
        return undo.getFirst();
    }

    @Override
    public <T> Ref<T> reference(EntityEntry<?> owner, ToOne<?, T> association, @Nullable Object key) {
        if (key == null && !association.isInverse()) {
            return Ref.none();
        }
        Class<T> type = association.target().mapping().entityClass();
        EntityEntry<T> known =
                key == null ? null : identities.find(association.target().mapping(), key);
        SiblingReferences references = new SiblingReferences(this, loader, owner, association);
        if (known != null && key != null && known.epoch() != epoch) {
            return Ref.stale(type, key, known.entity(), references);
        }
        return Ref.bound(type, key, known == null ? null : known.entity(), references);
    }

    @Override
    public void load(CollectionState<?> collection) {
        if (collection.owner().state() != State.DETACHED) {
            collections.load(collection);
        } else if (!collection.isLoaded()) {
            throw new MappingException(
                    "ALK-2303",
                    "Cannot load '" + collection.association().name() + "' of " + collection.owner()
                            + ": the object was expunged from its session. Load it before, or load the object again.");
        }
    }

    @Override
    public void added(CollectionState<?> collection, Object element) {
        addedTo(collection, element);
    }

    @SuppressWarnings("unchecked") // the element came through the collection
    private <T> void addedTo(CollectionState<T> collection, Object element) {
        if (open && collection.owner().isAttached() && collection.association().cascades(Cascade.SAVE_UPDATE)) {
            attacher.add(element);
        }
        Relationships.entered(collection, (T) element, identities);
    }

    @Override
    public void removed(CollectionState<?> collection, Object element) {
        removedFrom(collection, element);
    }

    @SuppressWarnings("unchecked") // the element came through the collection
    private <T> void removedFrom(CollectionState<T> collection, Object element) {
        Relationships.left(collection, (T) element, identities);
        EntityEntry<?> entry = identities.find(element);
        if (entry != null
                && entry.state() == State.PENDING
                && collection.association().cascades(Cascade.DELETE_ORPHAN)) {
            identities.release(entry);
        }
    }

    /** Objects of a table are read again when they are met next. */
    void expire(String table) {
        for (var mapping : identities.mappings()) {
            if (mapping.table().name().equals(table)) {
                Collection<EntityEntry<?>> entries = identities.persistent(mapping);
                entries.forEach(entry -> entry.setEpoch(0));
            }
            for (Association<?, ?> association : mapping.table().associations()) {
                if (association instanceof ToMany<?, ?> toMany && reads(toMany, table)) {
                    identities.persistent(mapping).forEach(entry -> expire(entry.collection(toMany.index())));
                }
            }
        }
    }

    private static boolean reads(ToMany<?, ?> association, String table) {
        JoinTable through = association.joinTable();
        return association.target().name().equals(table)
                || (through != null && through.table().name().equals(table));
    }

    private static void expire(@Nullable CollectionState<?> collection) {
        if (collection != null) {
            collection.expire();
        }
    }
}
