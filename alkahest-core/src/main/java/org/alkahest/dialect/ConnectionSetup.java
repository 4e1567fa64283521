package org.alkahest.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** What a dialect does with JDBC connections. Thread-safe. */
public interface ConnectionSetup {
    /** Nothing to set up. */
    ConnectionSetup NONE = new ConnectionSetup() {};

    /** Called once for each new physical connection, in auto-commit mode. */
    default void onConnect(Connection connection) throws SQLException {}
}
