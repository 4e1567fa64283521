package org.alkahest.orm;

import java.util.Optional;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Savepoint;
import org.alkahest.engine.Transaction;
import org.alkahest.engine.TwoPhaseTransaction;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A session's hold on a connection for one transaction: what the session's commit, rollback and close end. One thread at a
 * time.
 */
final class SessionWork {
    private final Connection connection;
    private final Part part;
    private final @Nullable Transaction transaction;
    private final @Nullable Savepoint savepoint;
    private @Nullable TwoPhaseTransaction twoPhase;

    private SessionWork(
            Connection connection, Part part, @Nullable Transaction transaction, @Nullable Savepoint savepoint) {
        this.connection = connection;
        this.part = part;
        this.transaction = transaction;
        this.savepoint = savepoint;
    }

    /** What of a connection is the session's. */
    private enum Part {
        CONNECTION,
        TRANSACTION,
        ROLLBACK
    }

    static SessionWork own(Connection connection) {
        return new SessionWork(connection, Part.CONNECTION, null, null);
    }

    /** A part in the transaction that a connection has, or one of the session's own if it has none. */
    static SessionWork joined(Connection connection, JoinMode mode) {
        Optional<Transaction> transaction = connection.transaction();
        Optional<Savepoint> innermost = connection.innermostSavepoint();
        if (transaction.isEmpty()) {
            return new SessionWork(connection, Part.TRANSACTION, null, null);
        }
        return switch (mode) {
            case CONDITIONAL_SAVEPOINT ->
                joined(connection, innermost.isPresent() ? JoinMode.CREATE_SAVEPOINT : JoinMode.ROLLBACK_ONLY);
            case CREATE_SAVEPOINT -> new SessionWork(connection, Part.TRANSACTION, null, connection.savepoint());
            case CONTROL_FULLY ->
                new SessionWork(connection, Part.TRANSACTION, transaction.get(), innermost.orElse(null));
            case ROLLBACK_ONLY -> new SessionWork(connection, Part.ROLLBACK, transaction.get(), innermost.orElse(null));
        };
    }

    /** The connection. Errors with ALK-2140 if what the session has joined was ended by somebody else. */
    Connection connection() {
        if (hasEnded()) {
            throw new AlkahestArgumentException(
                    "ALK-2140",
                    "Cannot go on in the transaction that the session has joined: its owner has committed it or rolled"
                            + " it back meanwhile, or ended its savepoint. Call rollback() or close() of the session;"
                            + " end the session's work before the transaction next time.");
        }
        return connection;
    }

    private boolean hasEnded() {
        return savepoint != null ? !savepoint.isActive() : transaction != null && !transaction.isActive();
    }

    void commit() {
        Connection present = connection();
        if (part == Part.ROLLBACK) {
            return;
        }
        if (savepoint != null) {
            savepoint.commit();
        } else {
            present.commit();
        }
    }

    void rollback() {
        if (savepoint != null) {
            savepoint.close();
        } else if (transaction != null) {
            transaction.rollback();
        } else if (!connection.isClosed()) {
            connection.rollback();
        }
    }

    /** Begins a transaction that can be prepared. */
    void prepareTo(String name) {
        twoPhase = connection.beginTwoPhase(name);
    }

    void prepare() {
        if (twoPhase != null) {
            twoPhase.prepare();
        }
    }

    /** Leaves what is prepared, and gives its name; null if nothing is, and it was rolled back. */
    @Nullable
    String leave() {
        TwoPhaseTransaction phases = twoPhase;
        if (phases == null || !phases.isActive()) {
            rollback();
            return null;
        }
        phases.leave();
        return phases.name();
    }

    Engine engine() {
        return connection.engine();
    }

    /** Whether the end of the session rolls back. */
    boolean endsWithSession() {
        return part != Part.ROLLBACK;
    }

    /** The connection goes back where it came from. */
    void release() {
        if (part == Part.CONNECTION) {
            connection.close();
        }
    }
}
