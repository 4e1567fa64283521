package org.alkahest.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;

/** What a dialect does with JDBC connections. Thread-safe. */
public interface ConnectionSetup {
    /** Nothing to set up. */
    ConnectionSetup NONE = new ConnectionSetup() {};

    /** Called once for each new physical connection, in auto-commit mode. */
    default void onConnect(Connection connection) throws SQLException {}

    /**
     * Called before a query whose rows must not be in memory all at once.
     *
     * @param rows how many the driver is to fetch at a time; at least 1
     */
    default void fetchInParts(PreparedStatement statement, int rows) throws SQLException {
        statement.setFetchSize(rows);
    }

    /** Called after each COMMIT and ROLLBACK, so that a connection which nobody uses holds no lock. */
    default void afterTransaction(Connection connection) throws SQLException {}

    /**
     * The levels of isolation that transactions can have, with the driver's numbers for them, as {@link
     * Connection#setTransactionIsolation} takes them; the standard's four with JDBC's numbers unless overridden.
     */
    default Map<IsolationLevel, Integer> isolationLevels() {
        return IsolationLevel.standard();
    }

    /** Gives a savepoint up, where the database can; what was done since stays done. */
    default void releaseSavepoint(Connection connection, Savepoint savepoint) throws SQLException {
        connection.releaseSavepoint(savepoint);
    }
}
