package org.alkahest.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.ConnectionException;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.DeadlockException;
import org.alkahest.dialect.IsolationLevel;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** A connection's transaction: whether there is one, its savepoints, its open results, and what broke it. */
final class TransactionState {
    private final Link link;
    private final List<Result<?>> results = new ArrayList<>();
    private final List<Savepoint> savepoints = new ArrayList<>();
    private @Nullable Transaction present;
    private @Nullable Transaction block;
    private @Nullable TwoPhase twoPhase;
    private @Nullable DatabaseException broken;
    private @Nullable DatabaseException aborted;
    private boolean active;
    private int savepointCount;

    TransactionState(Link link) {
        this.link = link;
    }

    boolean isActive() {
        return active;
    }

    /** Whether only a rollback is possible. */
    boolean isBroken() {
        return broken != null;
    }

    boolean isCurrent(Transaction transaction) {
        return transaction.equals(present);
    }

    boolean isCurrent(Savepoint savepoint) {
        return savepoints.contains(savepoint);
    }

    /** Begins a transaction unless there is one. The database learns of it with the next statement. */
    void autobegin() {
        requireUsable();
        if (active) {
            requireUnprepared();
            return;
        }
        if (block != null) {
            throw new AlkahestArgumentException(
                    "ALK-1015",
                    "Cannot go on in the block of begin(): its transaction has ended, and what follows would be lost."
                            + " Close the Transaction first, or begin another.");
        }
        try {
            link.isolation().apply(link.jdbc());
            link.jdbc().setAutoCommit(false);
        } catch (SQLException e) {
            throw failed("Cannot begin a transaction", null, e);
        }
        active = true;
        present = new Transaction(this);
        link.observer().transaction(TransactionEvent.BEGIN);
    }

    @Nullable
    Transaction present() {
        return present;
    }

    @Nullable
    Savepoint innermost() {
        return savepoints.isEmpty() ? null : savepoints.getLast();
    }

    void isolate(@Nullable IsolationLevel level) {
        requireUsable();
        if (active) {
            throw new AlkahestArgumentException(
                    "ALK-1025",
                    "Cannot set the isolation level to " + (level == null ? "the database's own" : level.sql())
                            + ": a transaction has begun, and keeps its own. Set it before the first statement, or"
                            + " commit or roll back first.");
        }
        link.isolation().want(level);
    }

    Transaction begin() {
        requireUsable();
        if (active) {
            throw new AlkahestArgumentException(
                    "ALK-1011",
                    "Cannot begin a transaction: the connection is in one, which its first statement began. Commit or"
                            + " roll it back first, or use savepoint() inside it.");
        }
        block = null;
        autobegin();
        Transaction begun = Objects.requireNonNull(present);
        block = begun;
        return begun;
    }

    TwoPhaseTransaction beginTwoPhase(String name) {
        requireUsable();
        TwoPhase phases = new TwoPhase(link, name);
        Transaction begun = begin();
        twoPhase = phases;
        try {
            phases.begin();
        } catch (SQLException e) {
            DatabaseException error = failed("Cannot begin a two-phase transaction", null, e);
            twoPhase = null;
            rollback();
            throw error;
        }
        return new TwoPhaseTransaction(this, begun, name);
    }

    void prepare(Transaction transaction) {
        requireUsable();
        TwoPhase phases = twoPhase;
        if (phases == null || !isCurrent(transaction)) {
            throw new AlkahestArgumentException(
                    "ALK-1012", "Cannot prepare the transaction: it has ended already. Begin another.");
        }
        requireUnprepared();
        requireNotAborted();
        closeResults("the transaction was prepared");
        try {
            phases.prepare();
        } catch (SQLException e) {
            throw failed("Cannot prepare the transaction", null, e);
        }
        savepoints.clear();
        link.observer().transaction(TransactionEvent.PREPARE);
    }

    private void requireUnprepared() {
        if (twoPhase != null && twoPhase.isPrepared()) {
            throw new AlkahestArgumentException(
                    "ALK-1332",
                    "Cannot go on in the transaction: it is prepared, and nothing can be added to it any more. Commit"
                            + " it, roll it back, or leave it and begin another.");
        }
    }

    /** Nobody knows it here any more; hanging up leaves it prepared. */
    void leave(Transaction transaction) {
        if (twoPhase == null || !isCurrent(transaction) || !twoPhase.isPrepared()) {
            throw new AlkahestArgumentException(
                    "ALK-1333",
                    "Cannot leave the transaction: it is not prepared, and would be lost. Call prepare() first.");
        }
        link.invalidate();
        forget();
    }

    void endPrepared(String name, boolean commit) {
        requireOutside(commit ? "commit" : "roll back");
        try {
            TwoPhase.end(link, name, commit);
        } catch (SQLException e) {
            throw failed("Cannot " + (commit ? "commit" : "roll back") + " prepared transaction " + name, null, e);
        }
    }

    List<String> recover() {
        requireOutside("list");
        try {
            return TwoPhase.recover(link);
        } catch (SQLException e) {
            throw failed("Cannot list prepared transactions", null, e);
        }
    }

    private void requireOutside(String verb) {
        requireUsable();
        if (active) {
            throw new AlkahestArgumentException(
                    "ALK-1334",
                    "Cannot " + verb + " prepared transactions: the connection is in a transaction of its own. End that"
                            + " first, or use another connection.");
        }
    }

    /** The block of a transaction was left: statements may begin transactions by themselves again. */
    void left(Transaction transaction) {
        if (transaction.equals(block)) {
            block = null;
        }
    }

    Savepoint savepoint() {
        requireUsable();
        if (!link.dialect().traits().has(Feature.SAVEPOINTS)) {
            throw new AlkahestArgumentException(
                    "ALK-1013",
                    "Cannot make a savepoint: " + link.dialect().traits().dialect() + " "
                            + link.dialect().traits().version()
                            + " has none. Use a transaction of its own for what may fail.");
        }
        autobegin();
        savepointCount++;
        try {
            Savepoint made = new Savepoint(this, link.jdbc().setSavepoint("alkahest_" + savepointCount));
            savepoints.add(made);
            link.observer().transaction(TransactionEvent.SAVEPOINT);
            return made;
        } catch (SQLException e) {
            throw failed("Cannot make a savepoint", null, e);
        }
    }

    void commit() {
        requireUsable();
        if (!active) {
            return;
        }
        requireNotAborted();
        closeResults("the transaction was committed");
        try {
            if (twoPhase == null) {
                link.jdbc().commit();
            } else {
                twoPhase.commit();
            }
            link.dialect().connectionSetup().afterTransaction(link.jdbc());
        } catch (SQLException e) {
            throw failed("Cannot commit the transaction", null, e);
        }
        ended(TransactionEvent.COMMIT);
    }

    void rollback() {
        link.requireOpen();
        if (!active) {
            return;
        }
        closeResults("the transaction was rolled back");
        if (broken == null) {
            try {
                if (twoPhase == null) {
                    link.jdbc().rollback();
                } else {
                    twoPhase.rollback();
                }
                link.dialect().connectionSetup().afterTransaction(link.jdbc());
            } catch (SQLException e) {
                link.invalidate(); // nobody knows what state it is in, and hanging up rolls back too
            }
        }
        ended(TransactionEvent.ROLLBACK);
    }

    void release(Savepoint savepoint) {
        requireCurrent(savepoint);
        try {
            link.dialect().connectionSetup().releaseSavepoint(link.jdbc(), savepoint.jdbc());
        } catch (SQLException e) {
            throw failed("Cannot release the savepoint", null, e);
        }
        drop(savepoint, TransactionEvent.RELEASE_SAVEPOINT);
    }

    void rollback(Savepoint savepoint) {
        requireCurrent(savepoint);
        closeResults("a savepoint was rolled back");
        try {
            link.jdbc().rollback(savepoint.jdbc());
        } catch (SQLException e) {
            throw failed("Cannot roll back to the savepoint", null, e);
        }
        aborted = null;
        drop(savepoint, TransactionEvent.ROLLBACK_TO_SAVEPOINT);
    }

    /** Ends everything; called once, when the connection is closed. */
    void close() {
        closeResults("its connection was closed");
        rollback();
    }

    /** A result over a cursor, which is closed with the transaction at the latest. */
    <R> Result<R> opened(RowCursor<R> cursor) {
        AtomicReference<@Nullable Result<R>> self = new AtomicReference<>();
        Result<R> result = Result.over(cursor, () -> {
            cursor.close();
            results.remove(self.get());
        });
        self.set(result);
        results.add(result);
        return result;
    }

    /** The exception for a driver's error. A lost connection breaks the transaction. */
    DatabaseException failed(String attempt, @Nullable String sql, SQLException error) {
        DatabaseException translated = link.translate(attempt, sql, error);
        if (translated instanceof ConnectionException) {
            if (active) {
                broken = translated;
            }
            link.invalidate();
        } else if (active && aborted == null && abortsTransaction(translated)) {
            aborted = translated;
        }
        return translated;
    }

    /** To end a deadlock most databases undo one of the transactions as a whole. */
    private boolean abortsTransaction(DatabaseException error) {
        return error instanceof DeadlockException || link.dialect().traits().errorsAbortTransactions();
    }

    /** A COMMIT of an aborted transaction is a ROLLBACK that reports success (PostgreSQL 18, COMMIT): errors with ALK-1020. */
    private void requireNotAborted() {
        DatabaseException cause = aborted;
        if (cause != null) {
            throw new PendingRollbackException(
                    "ALK-1020",
                    "Cannot commit the transaction: a statement of it failed, and the database has undone it as a"
                            + " whole. Call rollback(); next time put what may fail into a savepoint.",
                    cause);
        }
    }

    /** Errors with ALK-1010 if the connection is closed, ALK-1014 if its transaction is broken. */
    void requireUsable() {
        link.requireOpen();
        DatabaseException cause = broken;
        if (cause != null) {
            throw new PendingRollbackException(
                    "ALK-1014",
                    "Cannot use the connection: its transaction is gone, because the connection to the database was"
                            + " lost. Call rollback(), then do the whole transaction again.",
                    cause);
        }
    }

    private void requireCurrent(Savepoint savepoint) {
        requireUsable();
        if (!savepoints.contains(savepoint)) {
            throw new AlkahestArgumentException(
                    "ALK-1012",
                    "Cannot end the savepoint: it has ended, or its transaction has. Make another with savepoint().");
        }
    }

    private void drop(Savepoint savepoint, TransactionEvent event) {
        savepoints.subList(savepoints.indexOf(savepoint), savepoints.size()).clear();
        link.observer().transaction(event);
    }

    private void ended(TransactionEvent event) {
        forget();
        link.observer().transaction(event);
    }

    private void forget() {
        active = false;
        twoPhase = null;
        present = null;
        broken = null;
        aborted = null;
        savepoints.clear();
        savepointCount = 0;
    }

    private void closeResults(String reason) {
        for (Result<?> result : List.copyOf(results)) {
            result.close(reason);
        }
        results.clear();
    }
}
