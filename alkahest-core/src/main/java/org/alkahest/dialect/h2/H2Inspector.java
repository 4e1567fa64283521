package org.alkahest.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.reflect.Inspector;
import org.jspecify.annotations.Nullable;

/**
 * Looks into INFORMATION_SCHEMA (https://h2database.com/html/systemtables.html, 2.5). A name that is written without
 * quotes was folded to upper case, or to whatever the database's settings say, so its case does not count.
 */
final class H2Inspector implements Inspector {
    private final IdentifierRules identifiers;

    H2Inspector(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(
                connection,
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND "
                        + inSchema(schema, "TABLE_SCHEMA") + " ORDER BY TABLE_NAME",
                schema,
                null);
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        return !names(
                        connection,
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE " + inSchema(schema, "TABLE_SCHEMA")
                                + " AND " + is(table, "TABLE_NAME"),
                        schema,
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES WHERE " + inSchema(schema, "TABLE_SCHEMA") + " AND "
                        + is(table, "TABLE_NAME")
                        + " AND INDEX_TYPE_NAME IN ('INDEX', 'UNIQUE INDEX') ORDER BY INDEX_NAME",
                schema,
                table);
    }

    private String inSchema(@Nullable String schema, String column) {
        return schema == null ? column + " = CURRENT_SCHEMA" : is(schema, column);
    }

    private String is(String name, String column) {
        return identifiers.isPlain(name) ? "UPPER(" + column + ") = UPPER(?)" : column + " = ?";
    }

    private List<String> names(Connection connection, String sql, @Nullable String schema, @Nullable String table)
            throws SQLException {
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
                    names.add(unfolded(rows.getString(1)));
                }
            }
            return names;
        }
    }

    /** A folded name as Alkahest writes it: in lower case. */
    private String unfolded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.equals(name.toUpperCase(Locale.ROOT)) && identifiers.isPlain(lower) ? lower : name;
    }
}
