package org.alkahest.dialect.oracle;

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
 * Looks into the static data dictionary views (19c Database Reference, part II). A name that is written without quotes is
 * kept there in upper case.
 */
final class OracleInspector implements Inspector {
    private static final String CURRENT_SCHEMA = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";

    private final IdentifierRules identifiers;

    OracleInspector(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    /** Without what the recycle bin, nested tables, domain indexes and index-organised tables' overflow have for tables. */
    @Override
    public List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(
                connection,
                "SELECT TABLE_NAME FROM ALL_TABLES WHERE " + inSchema(schema, "OWNER")
                        + " AND DROPPED = 'NO' AND NESTED = 'NO' AND SECONDARY = 'N' AND IOT_NAME IS NULL"
                        + " ORDER BY TABLE_NAME",
                schema,
                null);
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        // Views and synonyms have the name as well: CREATE TABLE would fail just the same.
        return !names(
                        connection,
                        "SELECT OBJECT_NAME FROM ALL_OBJECTS WHERE " + inSchema(schema, "OWNER")
                                + " AND OBJECT_NAME = ?"
                                + " AND OBJECT_TYPE IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SYNONYM')",
                        schema,
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        return names(
                connection,
                "SELECT i.INDEX_NAME FROM ALL_INDEXES i WHERE " + inSchema(schema, "i.TABLE_OWNER")
                        + " AND i.TABLE_NAME = ? AND i.INDEX_TYPE <> 'LOB' AND NOT EXISTS (SELECT 1 FROM"
                        + " ALL_CONSTRAINTS c WHERE c.OWNER = i.TABLE_OWNER AND c.INDEX_NAME = i.INDEX_NAME) ORDER BY"
                        + " i.INDEX_NAME",
                schema,
                table);
    }

    private static String inSchema(@Nullable String schema, String column) {
        return column + " = " + (schema == null ? CURRENT_SCHEMA : "?");
    }

    private List<String> names(Connection connection, String sql, @Nullable String schema, @Nullable String table)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            if (schema != null) {
                statement.setString(index++, folded(schema));
            }
            if (table != null) {
                statement.setString(index, folded(table));
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

    private String folded(String name) {
        return identifiers.isPlain(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** A folded name as Alkahest writes it: in lower case. */
    private String unfolded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return folded(lower).equals(name) ? lower : name;
    }
}
