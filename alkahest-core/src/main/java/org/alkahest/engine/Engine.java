package org.alkahest.engine;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.alkahest.dialect.ConnectionException;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.DialectFactory.JdbcUrl;
import org.alkahest.dialect.IsolationLevel;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.SchemaTarget;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * One database: its pool of connections, its dialect, and the statements compiled for it. A program makes one and keeps
 * it. Nothing is connected before first use. Thread-safe.
 */
public final class Engine implements AutoCloseable, SchemaTarget {
    private final String name;
    private final PhysicalConnections.Opener opener;
    private final Kind kind;
    private final EngineOptions options;
    private final StatementCache cache;
    private final PageCache pages;
    private final List<EngineListener> listeners;
    private final Observer observer;
    private final AtomicLong schemaVersion = new AtomicLong();
    private final AtomicInteger openConnections = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Ready ready;
    private volatile boolean closed;

    private Engine(String name, PhysicalConnections.Opener opener, Kind kind, EngineOptions options) {
        this.name = name;
        this.opener = opener;
        this.kind = kind;
        this.options = options;
        this.cache = new StatementCache(options.statementCacheSize());
        this.pages = new PageCache(options.statementCacheSize());
        this.listeners = new CopyOnWriteArrayList<>(options.listeners());
        this.observer = new Observer(listeners, options.echo());
    }

    /** As {@link #create(String, EngineOptions)} with the default options. */
    public static Engine create(String url) {
        return create(url, EngineOptions.defaults());
    }

    /**
     * An engine for a short URL ({@code dialect:…}, as each dialect documents it) or a JDBC URL. Its connections are
     * pooled, or are one if the database lives in its connection. Sends nothing. Errors: ALK-1001 for a URL that no
     * dialect knows, ALK-1002 for a missing driver.
     */
    public static Engine create(String url, EngineOptions options) {
        JdbcUrl jdbcUrl = DatabaseUrls.resolve(url);
        Driver driver = DatabaseUrls.driver(jdbcUrl.url());
        Properties properties = DatabaseUrls.properties(jdbcUrl);
        PhysicalConnections.Opener opener = () -> {
            java.sql.Connection connection = driver.connect(jdbcUrl.url(), (Properties) properties.clone());
            if (connection == null) {
                throw new SQLException("the driver " + driver.getClass().getName() + " does not take this URL");
            }
            return connection;
        };
        return new Engine(
                DatabaseUrls.masked(url), opener, jdbcUrl.singleConnection() ? Kind.SHARED : Kind.POOLED, options);
    }

    /** As {@link #create(DataSource, EngineOptions)} with the default options. */
    public static Engine create(DataSource dataSource) {
        return create(dataSource, EngineOptions.defaults());
    }

    /**
     * An engine over a DataSource, which pools as it likes and is not closed with the engine; of the options those of the
     * pool are not used. Sends nothing.
     */
    public static Engine create(DataSource dataSource, EngineOptions options) {
        Objects.requireNonNull(dataSource, "dataSource is null");
        return new Engine(dataSource.getClass().getName(), dataSource::getConnection, Kind.EXTERNAL, options);
    }

    /**
     * A connection, free for one thread at a time. Waits for one to be free in the pool; sends nothing, but for the
     * set-up of a new physical connection. Errors: ALK-1003 if the database cannot be reached, ALK-1006 if none became
     * free in time.
     */
    public Connection connect() {
        return connect(options.isolation());
    }

    /**
     * A connection whose transactions have a level of isolation; see {@link #connect()} and {@link Connection#setIsolation}.
     * Errors with ALK-1210 if the database lacks the level.
     *
     * @param isolation null for the one that the database or the pool has anyway
     */
    public Connection connect(@Nullable IsolationLevel isolation) {
        Ready now = ready();
        Isolation.require(now.dialect, isolation);
        java.sql.Connection jdbc = acquire(now);
        openConnections.incrementAndGet();
        return new Connection(this, now.dialect, jdbc, isolation);
    }

    /** Runs work on a connection, then commits; rolls back if it throws. Closes the connection either way. */
    public void begin(Consumer<? super Connection> work) {
        transaction(connection -> {
            work.accept(connection);
            return "";
        });
    }

    /** As {@link #begin}, for work that has a result. */
    public <T> T transaction(Function<? super Connection, T> work) {
        try (Connection connection = connect()) {
            T result = work.apply(connection);
            connection.commit();
            return result;
        }
    }

    /** Creates tables and commits. Emits: look-ups if {@code checkFirst}, then DDL. */
    @Override
    public void createAll(MetaData metaData, boolean checkFirst) {
        begin(connection -> connection.createAll(metaData, checkFirst));
    }

    /** Drops tables and commits. Emits: look-ups if {@code checkFirst}, then DDL. */
    @Override
    public void dropAll(MetaData metaData, boolean checkFirst) {
        begin(connection -> connection.dropAll(metaData, checkFirst));
    }

    /** The dialect at the database's version; connects at first use. */
    public Dialect dialect() {
        return ready().dialect;
    }

    public EngineOptions options() {
        return options;
    }

    /** The listeners, told in order; may be added to and removed from at any time. */
    public List<EngineListener> listeners() {
        return listeners;
    }

    /** What was done so far. */
    public EngineStatistics statistics() {
        return new EngineStatistics(
                observer.statements(), cache.hits(), cache.misses(), cache.size(), openConnections.get());
    }

    /** Closes the pool and its connections. Further calls do nothing; connecting again errors with ALK-1008. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            Ready now = ready;
            ready = null;
            if (now != null) {
                now.source.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The engine's URL without passwords. */
    @Override
    public String toString() {
        return "Engine(" + name + ")";
    }

    StatementCache cache() {
        return cache;
    }

    PageCache pages() {
        return pages;
    }

    Observer observer() {
        return observer;
    }

    /** Makes every connection forget its prepared statements, which may have been planned for tables as they were. */
    void schemaChanged() {
        schemaVersion.incrementAndGet();
    }

    void release(java.sql.Connection jdbc) throws SQLException {
        openConnections.decrementAndGet();
        source().release(jdbc);
    }

    void invalidate(java.sql.Connection jdbc) {
        openConnections.decrementAndGet();
        source().invalidate(jdbc);
    }

    private ConnectionSource source() {
        Ready now = ready;
        return now == null ? CLOSED : now.source;
    }

    /** Another connection in place of one that was invalidated. */
    java.sql.Connection reacquire() {
        java.sql.Connection jdbc = acquire(ready());
        openConnections.incrementAndGet();
        return jdbc;
    }

    private java.sql.Connection acquire(Ready now) {
        try {
            return now.source.acquire();
        } catch (SQLException e) {
            throw cannotConnect(e);
        }
    }

    private Ready ready() {
        Ready now = ready;
        if (now != null) {
            return now;
        }
        lock.lock();
        try {
            if (closed) {
                throw new AlkahestArgumentException(
                        "ALK-1008", "Cannot connect: " + this + " is closed. Create another one.");
            }
            if (ready == null) {
                ready = firstConnect();
            }
            return Objects.requireNonNull(ready);
        } finally {
            lock.unlock();
        }
    }

    private Ready firstConnect() {
        java.sql.Connection first;
        try {
            first = opener.open();
        } catch (SQLException e) {
            throw cannotConnect(e);
        }
        try {
            Dialect dialect = DatabaseUrls.detect(first);
            PhysicalConnections connections = new PhysicalConnections(
                    opener,
                    dialect.connectionSetup(),
                    options.onConnect(),
                    options.preparedStatementCacheSize(),
                    schemaVersion);
            connections.adopt(first);
            ConnectionSource source = switch (kind) {
                case POOLED -> new PooledSource(name, connections, options);
                case SHARED -> new SharedSource(name, connections, options.connectTimeout());
                case EXTERNAL -> new ExternalSource(connections);
            };
            return new Ready(dialect, source);
        } catch (SQLException e) {
            PhysicalConnections.closeQuietly(first);
            throw cannotConnect(e);
        } catch (RuntimeException e) {
            PhysicalConnections.closeQuietly(first);
            throw e;
        }
    }

    private ConnectionException cannotConnect(SQLException error) {
        return new ConnectionException(
                "ALK-1003",
                "Cannot connect to " + name + ": " + firstLine(error)
                        + " Check the address and the credentials, and that the database is running.",
                null,
                error);
    }

    private static String firstLine(SQLException error) {
        String message = String.valueOf(error.getMessage()).strip();
        String line = message.lines().findFirst().orElse(message).strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private enum Kind {
        POOLED,
        SHARED,
        EXTERNAL
    }

    private record Ready(Dialect dialect, ConnectionSource source) {}

    /** Takes what is returned after the engine was closed. */
    private static final ConnectionSource CLOSED = new ConnectionSource() {
        @Override
        public java.sql.Connection acquire() throws SQLException {
            throw new SQLException("the engine is closed");
        }

        @Override
        public void release(java.sql.Connection connection) {
            PhysicalConnections.closeQuietly(connection);
        }

        @Override
        public void invalidate(java.sql.Connection connection) {
            PhysicalConnections.closeQuietly(connection);
        }

        @Override
        public void close() {}
    };
}
