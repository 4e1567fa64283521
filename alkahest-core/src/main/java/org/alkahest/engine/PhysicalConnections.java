package org.alkahest.engine;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.ConnectionStep;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens physical connections and sets them up for the dialect. What the pool draws from. Thread-safe. */
final class PhysicalConnections implements DataSource {
    private final Opener opener;
    private final ConnectionSetup setup;
    private final List<ConnectionStep> steps;
    private final int preparedStatementCacheSize;
    private final AtomicLong schemaVersion;
    private final AtomicReference<@Nullable PhysicalConnection> first = new AtomicReference<>();

    PhysicalConnections(
            Opener opener,
            ConnectionSetup setup,
            List<ConnectionStep> steps,
            int preparedStatementCacheSize,
            AtomicLong schemaVersion) {
        this.opener = opener;
        this.setup = setup;
        this.steps = steps;
        this.preparedStatementCacheSize = preparedStatementCacheSize;
        this.schemaVersion = schemaVersion;
    }

    /** Sets up a connection that is open already, to be given out first. */
    void adopt(Connection raw) throws SQLException {
        first.set(setUp(raw));
    }

    PhysicalConnection open() throws SQLException {
        PhysicalConnection adopted = first.getAndSet(null);
        return adopted != null ? adopted : setUp(opener.open());
    }

    private PhysicalConnection setUp(Connection raw) throws SQLException {
        try {
            setup.onConnect(raw);
            for (ConnectionStep step : steps) {
                step.onConnect(raw);
            }
            return new PhysicalConnection(raw, preparedStatementCacheSize, schemaVersion);
        } catch (SQLException | RuntimeException e) {
            closeQuietly(raw);
            throw e;
        }
    }

    /** Closes a connection whose errors interest nobody any more. */
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LoggerFactory.getLogger(PhysicalConnections.class).debug("Closing a connection failed", e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the engine's URL holds the credentials");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        // In seconds. HikariCP waits so long for its threads when it closes; at 0 it warns that they did not end at
        // once.
        return 5;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    /** Opens a driver's connection. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }
}
