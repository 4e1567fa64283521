package org.alkahest.dialect.sqlserver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.reflect.Inspector;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the catalog views ("Object catalog views (Transact-SQL)", version 16). They compare names by the collation of
 * the database, as statements do, so that case counts where it counts in statements.
 */
final class SqlServerInspector implements Inspector {
    static final Inspector INSTANCE = new SqlServerInspector();

    private static final String IN_SCHEMA =
            " FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id WHERE s.name = COALESCE(?,"
                    + " SCHEMA_NAME())";

    private SqlServerInspector() {}

    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(
                connection,
                "SELECT o.name" + IN_SCHEMA + " AND o.type = 'U' AND o.is_ms_shipped = 0 ORDER BY o.name",
                schema,
                null);
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        // Views and synonyms have the name as well: CREATE TABLE would fail just the same.
        return !names(
                        connection,
                        "SELECT o.name" + IN_SCHEMA + " AND o.type IN ('U', 'V', 'SN') AND o.name = ?",
                        schema,
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT i.name FROM sys.indexes i WHERE i.object_id IN (SELECT o.object_id" + IN_SCHEMA
                        + " AND o.name = ?) AND i.name IS NOT NULL AND i.is_primary_key = 0"
                        + " AND i.is_unique_constraint = 0 ORDER BY i.name",
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
