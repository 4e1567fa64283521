package org.alkahest.engine;

/**
 * Is told of what an engine does, on the thread that does it. What a listener throws is thrown to the caller. Must be
 * thread-safe.
 */
public interface EngineListener {
    /** Before a statement is sent; the event has no time yet. */
    default void beforeExecute(ExecutionEvent event) {}

    /** After a statement was sent, successfully or not. */
    default void afterExecute(ExecutionEvent event) {}

    /** After a transaction began, ended, or made a savepoint. */
    default void onTransaction(TransactionEvent event) {}
}
