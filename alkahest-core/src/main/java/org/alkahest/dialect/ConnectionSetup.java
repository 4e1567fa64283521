package org.alkahest.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** What a dialect does with JDBC connections. Thread-safe. */
public interface ConnectionSetup {
    /** Nothing to set up. */
    ConnectionSetup NONE = new ConnectionSetup() {};

    /** Called once for each new physical connection, in auto-commit mode. */
    default void onConnect(Connection connection) throws SQLException {}

    /** Gives a savepoint up, where the database can; what was done since stays done. */
    default void releaseSavepoint(Connection connection, Savepoint savepoint) throws SQLException {
        connection.releaseSavepoint(savepoint);
    }
}
