package org.alkahest.engine;

/** What happens to a transaction. */
public enum TransactionEvent {
    BEGIN,
    /** A two-phase transaction was prepared. */
    PREPARE,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE_SAVEPOINT,
    ROLLBACK_TO_SAVEPOINT
}
