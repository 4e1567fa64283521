package org.alkahest.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all, for a database that lives in its connection: it never expires, and who wants it waits. A thread
 * that wants it while holding it would wait for itself, so it waits a second only: enough for another thread to which it
 * may have handed the connection.
 */
final class SharedSource implements ConnectionSource {
    private static final Duration OWN_THREAD = Duration.ofSeconds(1);

    private final Semaphore free = new Semaphore(1, true);
    private final String name;
    private final PhysicalConnections connections;
    private final Duration timeout;
    private volatile @Nullable Thread holder;
    private volatile @Nullable PhysicalConnection connection;

    SharedSource(String name, PhysicalConnections connections, Duration timeout) {
        this.name = name;
        this.connections = connections;
        this.timeout = timeout;
    }

    @Override
    public Connection acquire() throws SQLException {
        boolean own = Thread.currentThread().equals(holder);
        Duration patience = own && OWN_THREAD.compareTo(timeout) < 0 ? OWN_THREAD : timeout;
        if (!await(patience)) {
            throw ConnectionSource.exhausted(
                    name,
                    "this database lives in one connection, which "
                            + (own ? "the same thread has open already" : "was not free for " + timeout)
                            + ". Close the other connection or session first, or use it here too.");
        }
        try {
            PhysicalConnection current = connection;
            if (current == null || current.isClosed()) {
                current = connections.open();
                connection = current;
            }
            holder = Thread.currentThread();
            return current;
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private boolean await(Duration patience) throws SQLException {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("the thread was interrupted while it waited for a connection", e);
        }
    }

    @Override
    public void release(Connection released) throws SQLException {
        holder = null;
        try {
            if (!released.getAutoCommit()) {
                released.setAutoCommit(true);
            }
        } finally {
            free.release();
        }
    }

    @Override
    public void invalidate(Connection broken) {
        connection = null;
        holder = null;
        PhysicalConnections.closeQuietly(broken);
        free.release();
    }

    @Override
    public void close() {
        PhysicalConnection current = connection;
        connection = null;
        if (current != null) {
            PhysicalConnections.closeQuietly(current);
        }
    }
}
