package org.alkahest.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.reflect.Inspector;
import org.jspecify.annotations.Nullable;

/** Looks into the schema table (https://www.sqlite.org/schematab.html). Names keep their case, which never matters. */
final class SqliteInspector implements Inspector {
    static final Inspector INSTANCE = new SqliteInspector();

    private SqliteInspector() {}

    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(
                connection,
                "SELECT name FROM " + schemaTable(schema)
                        + " WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name");
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        // A view has the name as well: CREATE TABLE would fail just the same.
        return !names(
                        connection,
                        "SELECT name FROM " + schemaTable(schema)
                                + " WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE",
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT name FROM " + schemaTable(schema)
                        + " WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? COLLATE NOCASE ORDER BY name",
                table);
    }

    private static String schemaTable(@Nullable String schema) {
        return schema == null ? "sqlite_master" : '"' + schema.replace("\"", "\"\"") + "\".sqlite_master";
    }

    private static List<String> names(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
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
