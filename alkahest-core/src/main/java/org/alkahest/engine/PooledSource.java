package org.alkahest.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** A pool of connections that grows on demand. */
final class PooledSource implements ConnectionSource {
    private final String name;
    private final HikariDataSource pool;

    PooledSource(String name, PhysicalConnections connections, EngineOptions options) {
        this.name = name;
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setPoolName("alkahest");
        config.setMaximumPoolSize(options.poolSize());
        config.setMinimumIdle(1);
        // The least that the pool accepts.
        config.setConnectionTimeout(Math.max(250, options.connectTimeout().toMillis()));
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Connection acquire() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw ConnectionSource.exhausted(
                    name,
                    "all " + pool.getMaximumPoolSize() + " connections of the pool were in use for "
                            + pool.getConnectionTimeout()
                            + " ms. Close connections and sessions when done, or raise EngineOptions.poolSize.");
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public void invalidate(Connection connection) {
        pool.evictConnection(connection); // closes it, too
    }

    @Override
    public void close() {
        pool.close();
    }
}
