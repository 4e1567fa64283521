package org.alkahest.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.reflect.Inspector;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the system catalogs (https://www.postgresql.org/docs/18/catalogs.html), which hold names as they are written
 * in quotes. Without a schema a table is one that a statement would find on the search path.
 */
final class PostgresqlInspector implements Inspector {
    static final Inspector INSTANCE = new PostgresqlInspector();

    private static final String RELATIONS =
            " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n" + " ON n.oid = c.relnamespace WHERE ";

    private PostgresqlInspector() {}

    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        String where = schema == null ? "n.nspname = current_schema()" : "n.nspname = ?";
        return names(
                connection,
                "SELECT c.relname" + RELATIONS + where + " AND c.relkind IN ('r', 'p') ORDER BY c.relname",
                schema,
                null);
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        // Views and foreign tables have the name as well: CREATE TABLE would fail just the same.
        return !names(
                        connection,
                        "SELECT c.relname" + RELATIONS + inSchema(schema)
                                + " AND c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')",
                        schema,
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT i.relname FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid"
                        + " WHERE x.indrelid IN (SELECT c.oid" + RELATIONS + inSchema(schema) + " AND c.relname = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = i.oid)"
                        + " ORDER BY i.relname",
                schema,
                table);
    }

    private static String inSchema(@Nullable String schema) {
        return schema == null ? "pg_catalog.pg_table_is_visible(c.oid)" : "n.nspname = ?";
    }

    private static List<String> names(
            Connection connection, String sql, @Nullable String schema, @Nullable String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            if (schema != null) {
                statement.setString(index++, schema);
            }
            if (table != null) {
                statement.setString(index, table);
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
