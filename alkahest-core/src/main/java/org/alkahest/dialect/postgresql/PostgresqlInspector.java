package org.alkahest.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.Lookup.Scope;
import org.alkahest.reflect.ReflectedTable;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the system catalogs (https://www.postgresql.org/docs/18/catalogs.html), which hold names as they are written
 * in quotes. Without a schema a table of a given name is one that a statement would find on the search path, and all
 * tables are those of {@code current_schema()}.
 */
final class PostgresqlInspector implements Inspector {
    static final Inspector INSTANCE = new PostgresqlInspector();

    private PostgresqlInspector() {}

    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_'"
                        + " AND nspname <> 'information_schema'"
                        + " AND pg_catalog.has_schema_privilege(oid, 'USAGE') ORDER BY nspname")
                .strings(connection);
    }

    /** The first schema of the search path that exists. */
    @Override
    @Nullable
    public String defaultSchema(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT pg_catalog.current_schema()")
                .strings(connection)
                .get(0);
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return PostgresqlRelations.where(
                        CatalogQuery.of("SELECT DISTINCT c.relname FROM pg_catalog.pg_class c"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"),
                        lookup,
                        connection)
                .add("ORDER BY c.relname")
                .strings(connection);
    }

    /** Without those that are part of an identity column. */
    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        return CatalogQuery.of(
                        "SELECT c.relname FROM pg_catalog.pg_class c"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE c.relkind = 'S'"
                                + " AND n.nspname = COALESCE(CAST(? AS text), pg_catalog.current_schema())"
                                + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid = c.oid"
                                + " AND d.classid = CAST('pg_catalog.pg_class' AS regclass) AND d.deptype = 'i')"
                                + " ORDER BY c.relname",
                        schema)
                .strings(connection);
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        return new PostgresqlRelations(connection, lookup).read();
    }

    /** Views and foreign tables have the name as well: CREATE TABLE would fail just the same. */
    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        return !names(connection, one(schema, table)).isEmpty();
    }

    private static Lookup one(@Nullable String schema, String table) {
        return Lookup.tables().everyKind().scope(Scope.ANY).in(schema).named(table);
    }
}
