package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.SQLException;

/** What one test has of one database. One thread at a time, but for what it hands out. */
public final class DatabaseFixture implements AutoCloseable {
    private final TestDatabase database;
    private final ScratchDatabase scratch;

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

    /** Leads to the test's own database or schema. */
    public String jdbcUrl() {
        return scratch.jdbcUrl();
    }

    /** A JDBC connection beside the engine, to look at the database with other eyes; the caller closes it. */
    public Connection connect() throws SQLException {
        return scratch.connect();
    }

    @Override
    public void close() throws SQLException {
        scratch.close();
    }

    @Override
    public String toString() {
        return name();
    }
}
