package org.alkahest.testkit;

import java.sql.SQLException;

/** A schema of its own in a PostgreSQL server. */
final class PostgresTestDatabase extends ServerTestDatabase {
    PostgresTestDatabase(String name, Server server, boolean takesSharedUrl) {
        super(name, "postgresql", server, takesSharedUrl);
    }

    @Override
    ScratchDatabase open(String base, String schema) throws SQLException {
        execute(base, "CREATE SCHEMA " + schema);
        String url = base + (base.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        // A forgotten transaction would hold the drop up for ever.
        return new ScratchDatabase(
                url, () -> execute(base, "SET lock_timeout = '10s'", "DROP SCHEMA " + schema + " CASCADE"));
    }
}
