package org.alkahest.dialect.sqlserver;

import java.sql.Connection;
import java.sql.SQLException;
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

    /** The objects of a schema: each database has a catalog of its own. */
    private CatalogQuery inSchema(@Nullable SchemaName schema) {
        return CatalogQuery.of(
                "SELECT o.name FROM " + sys(schema, "objects") + " o JOIN " + sys(schema, "schemas")
                        + " s ON s.schema_id = o.schema_id WHERE s.name = COALESCE(?, SCHEMA_NAME())",
                schema == null ? null : schema.owner());
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
                .list(connection, row -> new SchemaName(null, row.getString(1)).text());
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT SCHEMA_NAME()")
                .list(connection, row -> new SchemaName(null, row.getString(1)).text())
                .get(0);
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return reflection(connection, lookup).names();
    }

    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        return inSchema(parsed(schema)).add("AND o.type = 'SO' ORDER BY o.name").strings(connection);
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
        // Views and synonyms have the name as well: CREATE TABLE would fail just the same.
        return inSchema(parsed(schema))
                .add("AND o.type IN ('U', 'V', 'SN') AND o.name = ?", table)
                .hasRow(connection);
    }
}
