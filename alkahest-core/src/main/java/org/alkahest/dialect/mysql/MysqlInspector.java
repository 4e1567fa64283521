package org.alkahest.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.reflect.Inspector;
import org.jspecify.annotations.Nullable;

/**
 * Looks into INFORMATION_SCHEMA (https://dev.mysql.com/doc/refman/9.7/en/information-schema.html), in which a schema is a
 * database. Names compare as table names do, by case or not as the server's file system has it.
 */
final class MysqlInspector implements Inspector {
    static final Inspector INSTANCE = new MysqlInspector();

    private MysqlInspector() {}

    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(
                connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = coalesce(?, database())"
                        + " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY table_name",
                schema);
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        return !names(
                        connection,
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = coalesce(?, database())"
                                + " AND table_name = ?",
                        schema,
                        table)
                .isEmpty();
    }

    /** Without those that stand for constraints. A unique index is one: the two cannot be told apart. */
    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT DISTINCT s.index_name FROM information_schema.statistics s WHERE s.table_schema ="
                        + " coalesce(?, database()) AND s.table_name = ? AND NOT EXISTS (SELECT 1 FROM"
                        + " information_schema.table_constraints c WHERE c.table_schema = s.table_schema AND"
                        + " c.table_name = s.table_name AND c.constraint_name = s.index_name) ORDER BY s.index_name",
                schema,
                table);
    }

    private static List<String> names(Connection connection, String sql, @Nullable String... arguments)
            throws SQLException {
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
