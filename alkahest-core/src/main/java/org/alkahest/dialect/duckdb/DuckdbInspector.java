package org.alkahest.dialect.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.reflect.Inspector;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the catalog (https://duckdb.org/docs/stable/sql/meta/duckdb_table_functions, 2.0). Names keep the case in
 * which they were created, which never counts.
 */
final class DuckdbInspector implements Inspector {
    static final Inspector INSTANCE = new DuckdbInspector();

    private static final String SCHEMA =
            " WHERE database_name = current_database() AND lower(schema_name) = lower(coalesce(?, current_schema()))";

    private DuckdbInspector() {}

    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(
                connection, "SELECT table_name FROM duckdb_tables()" + SCHEMA + " ORDER BY table_name", schema, null);
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        // Views have the name as well: CREATE TABLE would fail just the same.
        return !names(
                        connection,
                        "SELECT name FROM (SELECT table_name AS name, database_name, schema_name FROM duckdb_tables()"
                                + " UNION ALL SELECT view_name, database_name, schema_name FROM duckdb_views())"
                                + SCHEMA + " AND lower(name) = lower(?)",
                        schema,
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT index_name FROM duckdb_indexes()" + SCHEMA
                        + " AND lower(table_name) = lower(?) ORDER BY index_name",
                schema,
                table);
    }

    private static List<String> names(
            Connection connection, String sql, @Nullable String schema, @Nullable String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            if (table != null) {
                statement.setString(2, table);
            }
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
