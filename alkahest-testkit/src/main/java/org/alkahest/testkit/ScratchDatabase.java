package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An empty database, or a schema in one, with a name of its own, dropped with all its content when closed.
 *
 * @param jdbcUrl leads straight into it, credentials included: what is created without a schema's name is created here
 * @param drop called once, when the test is over
 */
public record ScratchDatabase(String jdbcUrl, Drop drop) implements AutoCloseable {

    /** A JDBC connection of its own, beside any engine: to look at the database with other eyes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    @Override
    public void close() throws SQLException {
        drop.drop();
    }

    /** Removes what a test leaves behind. */
    @FunctionalInterface
    public interface Drop {
        void drop() throws SQLException;
    }
}
