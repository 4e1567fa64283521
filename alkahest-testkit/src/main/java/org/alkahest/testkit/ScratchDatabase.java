package org.alkahest.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An empty database, or a schema in one, with a name of its own, dropped with all its content when closed.
 *
 * @param jdbcUrl leads straight into it: what is created without a schema's name is created here
 * @param user null where none is needed
 * @param password null where none is needed
 * @param drop called once, when the test is over
 */
public record ScratchDatabase(
        String jdbcUrl, @Nullable String user, @Nullable String password, Drop drop) implements AutoCloseable {

    /** A JDBC connection of its own, beside any engine: to look at the database with other eyes. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(jdbcUrl, properties);
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
