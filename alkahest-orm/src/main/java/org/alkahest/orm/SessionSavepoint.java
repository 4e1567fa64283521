package org.alkahest.orm;

import java.util.List;
import org.alkahest.engine.Savepoint;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A part of a session's transaction that can be undone alone: its rows and its objects. Objects that no flush wrote since
 * are left alone. Ends with {@link #commit}, {@link #rollback}, or the transaction. One thread at a time.
 */
public final class SessionSavepoint implements AutoCloseable {
    private final SessionContext session;
    private final @Nullable SessionSavepoint outer;
    private final List<Savepoint> savepoints;
    private boolean undone;

    SessionSavepoint(SessionContext session, @Nullable SessionSavepoint outer, List<Savepoint> savepoints) {
        this.session = session;
        this.outer = outer;
        this.savepoints = savepoints;
    }

    @Nullable
    SessionSavepoint outer() {
        return outer;
    }

    /** Flushes, and keeps what was done since as part of the transaction. Errors with ALK-2114 if it is not innermost. */
    public void commit() {
        session.guard().run(this::release);
    }

    private void release() {
        session.requireUsable();
        requireInnermost("commit");
        session.flush();
        savepoints.forEach(Savepoint::commit);
        session.release(this);
    }

    /** Undoes what was flushed since. Errors with ALK-2114 if it is not innermost and was not undone by a failed flush. */
    public void rollback() {
        session.guard().run(this::undoAll);
    }

    private void undoAll() {
        boolean mends = session.isBrokenIn(this);
        if (!(mends && undone)) {
            requireInnermost("roll back");
            undo();
        }
        if (mends) {
            session.mended();
        }
        session.events().deliver();
    }

    void undo() {
        undone = true;
        EveryStep steps = new EveryStep();
        savepoints.forEach(savepoint -> steps.run(savepoint::rollback));
        steps.run(() -> session.undo(this)).end();
    }

    /** Rolls it back unless it has ended. */
    @Override
    public void close() {
        if (session.isBrokenIn(this) || (session.isOpen() && session.isInnermost(this))) {
            rollback();
        }
    }

    private void requireInnermost(String verb) {
        if (!session.isInnermost(this)) {
            throw new AlkahestArgumentException(
                    "ALK-2114",
                    "Cannot " + verb
                            + " the savepoint: it has ended, or an inner one has not. End the inner one first.");
        }
    }
}
