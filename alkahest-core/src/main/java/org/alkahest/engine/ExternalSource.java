package org.alkahest.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** The connections of a user's DataSource, which pools them or not, and stays the user's to close. */
final class ExternalSource implements ConnectionSource {
    private final PhysicalConnections connections;

    ExternalSource(PhysicalConnections connections) {
        this.connections = connections;
    }

    @Override
    public Connection acquire() throws SQLException {
        Connection connection = connections.open();
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    @Override
    public void release(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } finally {
            connection.close();
        }
    }

    @Override
    public void invalidate(Connection connection) {
        PhysicalConnections.closeQuietly(connection);
    }

    @Override
    public void close() {}
}
