package org.alkahest.dialect.sqlserver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the catalog views ("Object catalog views (Transact-SQL)", version 16). They compare names by the collation of
 * the database, as statements do, so that case counts where it counts in statements.
 */
final class SqlServerInspector implements Inspector {
    private final IdentifierRules identifiers;

    SqlServerInspector(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    /** The objects of a schema, whose name is the first parameter: each database has a catalog of its own. */
    private String inSchema(@Nullable SchemaName schema) {
        return " FROM " + sys(schema, "objects") + " o JOIN " + sys(schema, "schemas")
                + " s ON s.schema_id = o.schema_id WHERE s.name = COALESCE(?, SCHEMA_NAME())";
    }

    private String sys(@Nullable SchemaName schema, String view) {
        String database = schema == null ? null : schema.database();
        return (database == null ? "" : identifiers.write(database) + ".") + "sys." + view;
    }

    private static @Nullable SchemaName parsed(@Nullable String schema) {
        return schema == null ? null : SchemaName.of(schema);
    }

    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT s.name FROM sys.schemas s WHERE s.schema_id < 16384"
                        + " AND s.name NOT IN ('sys', 'INFORMATION_SCHEMA', 'guest') ORDER BY s.name")
                .strings(connection);
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT SCHEMA_NAME()").strings(connection).get(0);
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return reflection(connection, lookup).names();
    }

    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        SchemaName where = parsed(schema);
        return names(connection, "SELECT o.name" + inSchema(where) + " AND o.type = 'SO' ORDER BY o.name", where, null);
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        TableAssembly tables = new TableAssembly();
        reflection(connection, lookup).read(tables);
        return tables.toTables();
    }

    private SqlServerReflection reflection(Connection connection, Lookup lookup) {
        SchemaName schema = parsed(lookup.schema());
        return new SqlServerReflection(connection, lookup, schema, view -> sys(schema, view));
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        SchemaName where = parsed(schema);
        // Views and synonyms have the name as well: CREATE TABLE would fail just the same.
        return !names(
                        connection,
                        "SELECT o.name" + inSchema(where) + " AND o.type IN ('U', 'V', 'SN') AND o.name = ?",
                        where,
                        table)
                .isEmpty();
    }

    @Override
    public List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        SchemaName where = parsed(schema);
        return names(
                connection,
                "SELECT i.name FROM " + sys(where, "indexes") + " i WHERE i.object_id IN (SELECT o.object_id"
                        + inSchema(where)
                        + " AND o.name = ?) AND i.name IS NOT NULL AND i.is_primary_key = 0"
                        + " AND i.is_unique_constraint = 0 ORDER BY i.name",
                where,
                table);
    }

    private static List<String> names(
            Connection connection, String sql, @Nullable SchemaName schema, @Nullable String table)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema == null ? null : schema.owner());
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
