package org.alkahest.engine;

import org.alkahest.type.AlkahestArgumentException;

/**
 * A transaction of a connection: committed once, or rolled back by {@link #close}. Between the end of one that was begun with
 * {@link Connection#begin} and {@code close} the connection refuses statements (ALK-1015), since nobody would commit them.
 * One thread at a time.
 */
public final class Transaction implements AutoCloseable {
    private final TransactionState state;

    Transaction(TransactionState state) {
        this.state = state;
    }

    /** Whether it is neither committed nor rolled back. */
    public boolean isActive() {
        return state.isCurrent(this);
    }

    /** Commits it, savepoints that are open included. Errors with ALK-1012 if it has ended. */
    public void commit() {
        if (!isActive()) {
            throw new AlkahestArgumentException(
                    "ALK-1012", "Cannot commit the transaction: it has ended already. Begin another.");
        }
        state.commit();
    }

    /** Rolls it back; does nothing if it has ended. */
    public void rollback() {
        if (isActive()) {
            state.rollback();
        }
    }

    /** Rolls it back unless it was committed. */
    @Override
    public void close() {
        rollback();
        state.left(this);
    }
}
