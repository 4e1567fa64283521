package org.alkahest.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done with each new connection beyond what its dialect does: settings of the session, attached databases, functions.
 * Called by any thread, in auto-commit mode, each time the driver opens a connection or the user's {@code DataSource} gives
 * one, which may be the same again.
 */
@FunctionalInterface
public interface ConnectionStep {
    /** An exception closes the connection, and reaches who wanted it as ALK-1003. */
    void onConnect(Connection connection) throws SQLException;
}
