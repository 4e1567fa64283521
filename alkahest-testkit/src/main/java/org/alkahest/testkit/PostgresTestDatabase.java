package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A schema of its own in a PostgreSQL server, which is started, found, or named by the environment. */
final class PostgresTestDatabase implements TestDatabase {
    private final String name;
    private final PostgresServer server;
    private final boolean takesSharedUrl;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Probe probe;

    /** @param takesSharedUrl whether this is the leg for a URL that is given for all PostgreSQL legs together */
    PostgresTestDatabase(String name, PostgresServer server, boolean takesSharedUrl) {
        this.name = name;
        this.server = server;
        this.takesSharedUrl = takesSharedUrl;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.ofNullable(probe().reason);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public ScratchDatabase open() {
        Probe found = probe();
        String base = found.url;
        if (base == null) {
            throw new TestDatabaseException(name, String.valueOf(found.reason), null);
        }
        String schema = ScratchNames.next();
        try {
            execute(base, "CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new TestDatabaseException(name, "schema " + schema + " cannot be created: " + e.getMessage(), e);
        }
        String url = base + (base.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        // A forgotten transaction would hold the drop up for ever.
        String drop = "SET lock_timeout = '10s'; DROP SCHEMA " + schema + " CASCADE";
        return new ScratchDatabase(url, () -> execute(base, drop));
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
            return new Probe(null, place + e.getMessage());
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One of the two is null. */
    private record Probe(@Nullable String url, @Nullable String reason) {}
}
