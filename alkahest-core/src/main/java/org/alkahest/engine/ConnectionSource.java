package org.alkahest.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** Where an engine's connections come from and go to. Thread-safe. */
interface ConnectionSource {
    /** A connection in auto-commit mode, which unwraps to a {@link PhysicalConnection}; waits for one to be free. */
    Connection acquire() throws SQLException;

    /** Takes a connection back, without a transaction. */
    void release(Connection connection) throws SQLException;

    /** Takes a broken connection back, never to be used again. */
    void invalidate(Connection connection);

    void close();

    /** Says that nothing was free in time. */
    final class Exhausted extends SQLException {
        private static final long serialVersionUID = 1L;

        Exhausted(String message) {
            super(message);
        }
    }
}
