package org.alkahest.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where a PostgreSQL server comes from. */
@FunctionalInterface
interface PostgresServer {
    /** Starts or names the server; called once. The error's message is the reason to skip its tests. */
    Login login() throws SQLException;

    /** One that already runs here, as on a developer's machine. */
    static Login running() {
        return new Login("jdbc:postgresql://127.0.0.1:5432/test?connectTimeout=5", "root");
    }

    /**
     * A real server from Maven Central, started in this process's name and stopped by its shutdown hook. It may lose its
     * data in a crash of the machine, which nobody minds and which makes it several times faster.
     */
    static Login embedded() throws SQLException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            return new Login(server.getJdbcUrl("postgres", "postgres"), "postgres");
        } catch (IOException | IllegalStateException e) {
            throw new SQLException("the embedded server does not start: " + e.getMessage(), e);
        }
    }

    /** A JDBC URL and, where the URL has none, a user. */
    record Login(String url, @Nullable String user) {}
}
