package org.alkahest.dialect.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ReflectedTable;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the catalog (https://duckdb.org/docs/stable/sql/meta/duckdb_table_functions, 2.0). Names keep the case in
 * which they were created, which never counts. Temporary tables are in a database of their own, whatever the schema.
 */
final class DuckdbInspector implements Inspector {
    static final Inspector INSTANCE = new DuckdbInspector();

    private static final String OWN = " WHERE database_name = current_database() AND lower(schema_name) =";

    private DuckdbInspector() {}

    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT schema_name FROM duckdb_schemas() WHERE database_name = current_database()"
                        + " ORDER BY schema_name")
                .strings(connection);
    }

    @Override
    public String defaultSchema(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT current_schema()").strings(connection).get(0);
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return DuckdbReflection.relations("DISTINCT c.table_name", lookup)
                .add("ORDER BY c.table_name")
                .strings(connection);
    }

    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        return inSchema("SELECT sequence_name FROM duckdb_sequences()", schema)
                .add("ORDER BY sequence_name")
                .strings(connection);
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        return new DuckdbReflection(connection, lookup).read();
    }

    /** Views have the name as well: CREATE TABLE would fail just the same. */
    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        return !names(connection, Lookup.tables().everyKind().in(schema).named(table))
                .isEmpty();
    }

    private static CatalogQuery inSchema(String select, @Nullable String schema) {
        return schema == null
                ? CatalogQuery.of(select + OWN + " lower(current_schema())")
                : CatalogQuery.of(select + OWN + " lower(?)", schema);
    }
}
