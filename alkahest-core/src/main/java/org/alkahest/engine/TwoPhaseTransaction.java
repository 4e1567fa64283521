package org.alkahest.engine;

/**
 * A transaction that is committed in two phases: {@link #prepare} makes the database promise that a commit will succeed, and
 * the transaction outlives its connection from then on. {@link Connection#commit} and {@link Connection#rollback} end it,
 * too. One thread at a time.
 */
public final class TwoPhaseTransaction implements AutoCloseable {
    private final TransactionState state;
    private final Transaction transaction;
    private final String name;

    TwoPhaseTransaction(TransactionState state, Transaction transaction, String name) {
        this.state = state;
        this.transaction = transaction;
        this.name = name;
    }

    /** By which the database knows it when it is prepared. */
    public String name() {
        return name;
    }

    /** Whether it is neither committed, rolled back nor left. */
    public boolean isActive() {
        return transaction.isActive();
    }

    /**
     * Prepares it; afterwards it can only be committed, rolled back or left (ALK-1332). Errors with ALK-1012 if it has ended.
     * Emits: the database's command.
     */
    public void prepare() {
        state.prepare(transaction);
    }

    /** Commits it, prepared or not. Errors with ALK-1012 if it has ended. Emits: the database's command. */
    public void commit() {
        transaction.commit();
    }

    /** Rolls it back, prepared or not; does nothing if it has ended. */
    public void rollback() {
        transaction.rollback();
    }

    /**
     * Leaves it prepared, for {@link Connection#commitPrepared} or {@link Connection#rollbackPrepared} of any connection. The
     * JDBC connection is given up. Errors with ALK-1333 if it is not prepared.
     */
    public void leave() {
        state.leave(transaction);
    }

    /** Rolls it back unless it was committed or left. */
    @Override
    public void close() {
        transaction.close();
    }
}
