package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A part of its own in a server, which is started, found, or named by the environment. */
abstract class ServerTestDatabase implements TestDatabase {
    private final String name;
    private final String dialect;
    private final Server server;
    private final boolean takesSharedUrl;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Probe probe;

    /** @param takesSharedUrl whether this is the leg for a URL that is given for all legs of the dialect together */
    ServerTestDatabase(String name, String dialect, Server server, boolean takesSharedUrl) {
        this.name = name;
        this.dialect = dialect;
        this.server = server;
        this.takesSharedUrl = takesSharedUrl;
    }

    /**
     * Makes an empty part of the server.
     *
     * @param base leads to the server, with credentials
     * @param part its name, which nobody else has taken
     */
    abstract ScratchDatabase open(String base, String part) throws SQLException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String dialect() {
        return dialect;
    }

    @Override
    public final Optional<String> unavailable() {
        return Optional.ofNullable(probe().reason);
    }

    @Override
    public final boolean isShared() {
        return true;
    }

    @Override
    public final ScratchDatabase open() {
        Probe found = probe();
        String base = found.url;
        if (base == null) {
            throw new TestDatabaseException(name, String.valueOf(found.reason), null);
        }
        String part = ScratchNames.next();
        try {
            return open(base, part);
        } catch (SQLException e) {
            throw new TestDatabaseException(name, part + " cannot be created in it: " + e.getMessage(), e);
        }
    }

    private Probe probe() {
        lock.lock();
        try {
            Probe known = probe;
            if (known == null) {
                known = look();
                probe = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Probe look() {
        TestSetting setting = TestSetting.of(this);
        if (setting.isOff()) {
            return new Probe(null, setting.variable() + " is off");
        }
        if (setting.isShared() && setting.url().isPresent() && !takesSharedUrl) {
            return new Probe(null, setting.variable() + " names the server to use instead");
        }
        Optional<String> given = setting.url();
        try {
            String url = given.isPresent() ? given.get() : server.jdbcUrl();
            execute(url, "SELECT 1");
            return new Probe(url, null);
        } catch (SQLException e) {
            String place = given.map(value -> setting.variable() + " is '" + value + "', but there ")
                    .orElse("");
            return new Probe(null, place + firstLine(e));
        }
    }

    private static String firstLine(SQLException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("").strip();
    }

    /** Sends statements over one connection. */
    static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Where a server comes from. */
    @FunctionalInterface
    interface Server {
        /** The server's URL with credentials, after starting it if need be; called once. An error's message is the reason to skip. */
        String jdbcUrl() throws SQLException;
    }

    /** One of the two is null. */
    private record Probe(@Nullable String url, @Nullable String reason) {}
}
