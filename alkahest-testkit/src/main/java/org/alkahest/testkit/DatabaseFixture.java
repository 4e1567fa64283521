package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** What one test has of one database. One thread at a time, but for what it hands out. */
public final class DatabaseFixture implements AutoCloseable {
    private final TestDatabase database;
    private final ScratchDatabase scratch;
    private final StatementRecorder recorder = new StatementRecorder();
    private final List<Engine> engines = new ArrayList<>();
    private @Nullable Engine engine;

    DatabaseFixture(TestDatabase database) {
        this.database = database;
        this.scratch = database.open();
    }

    /** The database's name, such as {@code sqlite-file}. */
    public String name() {
        return database.name();
    }

    /** The name of the database's dialect, such as {@code sqlite}. */
    public String dialect() {
        return database.dialect();
    }

    /** Whether all connections and engines see the same tables; in-memory databases may be one connection's own. */
    public boolean isShared() {
        return database.isShared();
    }

    /** Whether the database at its version has a feature; connects at first use. */
    public boolean supports(Feature feature) {
        return engine().dialect().traits().has(feature);
    }

    /** The test's engine, always the same. Closed with the fixture; its statements are in {@link #recorder}. */
    public Engine engine() {
        Engine known = engine;
        if (known == null) {
            known = newEngine(EngineOptions.defaults().withListener(recorder));
            engine = known;
        }
        return known;
    }

    /** What {@link #engine} has sent so far. */
    public StatementRecorder recorder() {
        return recorder;
    }

    /** Another engine on the same database, or on another empty one unless {@link #isShared}; closed with the fixture. */
    public Engine newEngine() {
        return newEngine(EngineOptions.defaults());
    }

    /** As {@link #newEngine()}, with options. */
    public Engine newEngine(EngineOptions options) {
        Engine added = Engine.create(jdbcUrl(), StatementRebuilding.in(options));
        engines.add(added);
        return added;
    }

    /** Leads to the test's own database or schema, credentials included. */
    public String jdbcUrl() {
        return scratch.jdbcUrl();
    }

    /**
     * A JDBC connection beside the engine, to look at the database with other eyes; the caller closes it. Errors with
     * ALK-4003 where it would see another database than the engine does.
     */
    public Connection connect() throws SQLException {
        if (!isShared()) {
            throw new AlkahestArgumentException(
                    "ALK-4003",
                    "Cannot open a second connection to " + name() + ": its tables are in the memory of the first."
                            + " Use engine().connect() and withJdbc, or leave this database out.");
        }
        return scratch.connect();
    }

    /**
     * Closes the engines and drops the database.
     *
     * @throws AssertionError if the test left a connection open
     */
    @Override
    public void close() throws SQLException {
        List<String> leaks = new ArrayList<>();
        for (Engine each : engines) {
            int open = each.statistics().openConnections();
            if (open > 0) {
                leaks.add(open + " of " + each);
            }
            each.close();
        }
        scratch.close();
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    "The test left connections open: " + String.join(", ", leaks) + ". Close each in a try statement.");
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
