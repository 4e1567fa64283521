package org.alkahest.engine;

/** What happens to a transaction. */
public enum TransactionEvent {
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE_SAVEPOINT,
    ROLLBACK_TO_SAVEPOINT
}
