package org.alkahest.orm;

import org.alkahest.type.AlkahestArgumentException;

/**
 * A session's transaction as a scope: {@link #close} rolls back what was not committed. It also ends with the session's own
 * {@code commit} and {@code rollback}. One thread at a time.
 */
public final class SessionTransaction implements AutoCloseable {
    private final SessionContext session;
    private final int number;

    SessionTransaction(SessionContext session, int number) {
        this.session = session;
        this.number = number;
    }

    /** Whether it has neither been committed nor rolled back. */
    public boolean isActive() {
        return session.isOpen() && session.transactionNumber() == number;
    }

    /** Flushes and commits. Errors with ALK-2125 if it has ended. */
    public void commit() {
        if (!isActive()) {
            throw new AlkahestArgumentException(
                    "ALK-2125", "Cannot commit the transaction: it has ended already. Begin another.");
        }
        session.guard().run(session::commit);
    }

    /** Rolls back, after a failed flush too; does nothing if it has ended otherwise. */
    public void rollback() {
        if (isActive() || session.hasFailedIn(number)) {
            session.guard().run(session::rollback);
        }
    }

    /** Rolls back unless it was committed. */
    @Override
    public void close() {
        rollback();
    }
}
