package org.alkahest.engine;

import java.sql.SQLException;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.Dialect;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A connection's hold on the pool's: lost when the database hangs up, and taken again at the next use. */
final class Link {
    private final Engine engine;
    private final Dialect dialect;
    private java.sql.@Nullable Connection jdbc;
    private @Nullable PhysicalConnection physical;
    private final Isolation isolation;
    private boolean closed;

    Link(Engine engine, Dialect dialect, java.sql.Connection jdbc, Isolation isolation) {
        this.isolation = isolation;
        this.engine = engine;
        this.dialect = dialect;
        this.jdbc = jdbc;
    }

    Engine engine() {
        return engine;
    }

    Dialect dialect() {
        return dialect;
    }

    Isolation isolation() {
        return isolation;
    }

    Observer observer() {
        return engine.observer();
    }

    boolean isClosed() {
        return closed;
    }

    void requireOpen() {
        if (closed) {
            throw new AlkahestArgumentException(
                    "ALK-1010",
                    "Cannot use the connection to " + engine + ": it is closed. Open another with engine.connect().");
        }
    }

    /** The pool's connection, which knows what to reset. */
    java.sql.Connection jdbc() {
        java.sql.Connection now = jdbc;
        if (now == null) {
            now = engine.reacquire();
            jdbc = now;
        }
        return now;
    }

    /** The connection below the pool's, with its prepared statements. */
    PhysicalConnection physical() throws SQLException {
        PhysicalConnection now = physical;
        if (now == null) {
            now = jdbc().unwrap(PhysicalConnection.class);
            physical = now;
        }
        return now;
    }

    DatabaseException translate(String attempt, @Nullable String sql, SQLException error) {
        return dialect.errors().translate(attempt, sql, error);
    }

    /** Gives the physical connection up: nobody gets it again. */
    void invalidate() {
        java.sql.Connection now = jdbc;
        jdbc = null;
        physical = null;
        isolation.forget();
        if (now != null) {
            engine.invalidate(now);
        }
    }

    void close() {
        closed = true;
        java.sql.Connection now = jdbc;
        jdbc = null;
        physical = null;
        if (now != null && isRestored(now)) {
            try {
                engine.release(now);
            } catch (SQLException e) {
                LoggerFactory.getLogger(Link.class).warn("Giving a connection back to the pool failed", e);
            }
        }
    }

    /** Whether the next user finds the connection as it was; if not, nobody gets it again. */
    private boolean isRestored(java.sql.Connection now) {
        try {
            isolation.restore(now);
            return true;
        } catch (SQLException e) {
            LoggerFactory.getLogger(Link.class).warn("Setting the isolation level back failed", e);
            engine.invalidate(now);
            return false;
        }
    }
}
