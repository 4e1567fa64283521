package org.alkahest.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/** The PostgreSQL servers of the test kit. */
final class PostgresServers {
    private PostgresServers() {}

    /** One that already runs here, as on a developer's machine. */
    static String running() {
        return "jdbc:postgresql://127.0.0.1:5432/test?user=root&connectTimeout=5";
    }

    /**
     * A real server from Maven Central, started in this process's name and stopped by its shutdown hook. It may lose its
     * data in a crash of the machine, which nobody minds and which makes it several times faster.
     */
    static String embedded() throws SQLException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_prepared_transactions", "20")
                    .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException | IllegalStateException e) {
            throw new SQLException("the embedded server does not start: " + e.getMessage(), e);
        }
    }
}
