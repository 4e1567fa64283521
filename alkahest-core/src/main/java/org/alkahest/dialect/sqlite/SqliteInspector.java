package org.alkahest.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the schema tables (https://www.sqlite.org/schematab.html), one for each database of a connection: its own, that
 * of temporary tables, and attached ones. Names keep their case, which never matters.
 */
final class SqliteInspector implements Inspector {
    static final Inspector INSTANCE = new SqliteInspector();

    private static final String OWN = "main";
    private static final String TEMPORARY = "temp";

    private SqliteInspector() {}

    /** The databases of the connection, but that of temporary tables. */
    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return CatalogQuery.of("SELECT name FROM pragma_database_list WHERE name <> 'temp' ORDER BY name")
                .strings(connection);
    }

    @Override
    public String defaultSchema(Connection connection) {
        return OWN;
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String database : databases(lookup)) {
            names.addAll(SqliteReflection.objects(database, "name", lookup).strings(connection));
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) {
        return List.of();
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        TableAssembly tables = new TableAssembly();
        for (String database : databases(lookup)) {
            new SqliteReflection(connection, lookup, database, database.equals(TEMPORARY)).read(tables);
        }
        return tables.toTables();
    }

    /** A view has the name as well: CREATE TABLE would fail just the same. */
    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        return !names(connection, Lookup.tables().everyKind().in(schema).named(table))
                .isEmpty();
    }

    /** The databases to look into: temporary tables have one of their own, whatever schema is asked for. */
    private static List<String> databases(Lookup lookup) {
        List<String> databases = new ArrayList<>();
        if (lookup.scope().hasLasting()) {
            databases.add(lookup.schema() == null ? OWN : lookup.schema());
        }
        if (lookup.scope().hasTemporary() && lookup.schema() == null) {
            databases.add(TEMPORARY);
        }
        return databases;
    }

    static String schemaTable(String database) {
        return '"' + database.replace("\"", "\"\"") + "\".sqlite_master";
    }

    static ObjectKind kind(String type) {
        return type.equals("view") ? ObjectKind.VIEW : ObjectKind.TABLE;
    }
}
