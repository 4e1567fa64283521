package org.alkahest.reflect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what exists in a database, over a JDBC connection. Thread-safe. Each call queries the database. */
public interface Inspector {
    /** The names of tables in a schema; null for the connection's own. */
    List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException;

    /** Whether a table exists in a schema; null for the connection's own. */
    boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException;

    /** The names of a table's indexes. */
    List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException;
}
