package org.alkahest.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.alkahest.dialect.ConnectionException;

/** Where an engine's connections come from and go to. Thread-safe. */
interface ConnectionSource {
    /**
     * A connection in auto-commit mode, which unwraps to a {@link PhysicalConnection}. Waits for one to be free; errors with
     * ALK-1006 if none becomes so.
     */
    Connection acquire() throws SQLException;

    /** Takes a connection back, without a transaction. */
    void release(Connection connection) throws SQLException;

    /** Takes a broken connection back, never to be used again. */
    void invalidate(Connection connection);

    void close();

    /** The error that nothing was free in time. */
    static ConnectionException exhausted(String name, String reason) {
        return new ConnectionException("ALK-1006", "Cannot connect to " + name + ": " + reason, null, null);
    }
}
