package org.alkahest.orm;

import org.alkahest.engine.Connection;

/**
 * What a session on a connection of its user's ({@link Session#open(Connection, SessionOptions)}) does with the transaction
 * that it finds there; the innermost savepoint, if there is one, stands for the transaction. The names and rules are
 * SQLAlchemy's ({@code join_transaction_mode}). On a connection without a transaction the session begins and ends its own,
 * whatever the mode.
 */
public enum JoinMode {
    /** {@link #CREATE_SAVEPOINT} where the connection is in a savepoint, else {@link #ROLLBACK_ONLY}. */
    CONDITIONAL_SAVEPOINT,
    /**
     * The session's rollback, and a failed flush, roll the transaction back; its commit only flushes, and its close does
     * nothing to it: what was flushed is the transaction's.
     */
    ROLLBACK_ONLY,
    /** Commit, rollback and close of the session are those of the transaction. */
    CONTROL_FULLY,
    /**
     * The session works in a savepoint of its own, made anew after each commit and rollback; the transaction stays as it
     * was. Needs a database with savepoints (ALK-1013).
     */
    CREATE_SAVEPOINT
}
