package org.alkahest.engine;

/**
 * A part of a transaction that can be undone alone. Ends with {@link #commit}, {@link #rollback}, or the end of what it is
 * part of. One thread at a time.
 */
public final class Savepoint implements AutoCloseable {
    private final TransactionState state;
    private final java.sql.Savepoint jdbc;

    Savepoint(TransactionState state, java.sql.Savepoint jdbc) {
        this.state = state;
        this.jdbc = jdbc;
    }

    java.sql.Savepoint jdbc() {
        return jdbc;
    }

    /** Whether it has not ended. */
    public boolean isActive() {
        return state.isCurrent(this);
    }

    /** Keeps what was done since, as part of the transaction. Errors with ALK-1012 if it has ended. */
    public void commit() {
        state.release(this);
    }

    /** Undoes what was done since, inner savepoints included. Errors with ALK-1012 if it has ended. */
    public void rollback() {
        state.rollback(this);
    }

    /** Rolls it back unless it has ended. */
    @Override
    public void close() {
        if (isActive() && !state.isBroken()) {
            state.rollback(this);
        }
    }
}
