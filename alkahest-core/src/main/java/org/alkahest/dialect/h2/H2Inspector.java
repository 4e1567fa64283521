package org.alkahest.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ReflectedTable;
import org.jspecify.annotations.Nullable;

/**
 * Looks into INFORMATION_SCHEMA (https://h2database.com/html/systemtables.html, 2.5). Upper-case names that need no quotes
 * are told in lower case. A name in lower case that was created in quotes is told as it is, and is another one in statements.
 */
final class H2Inspector implements Inspector {
    private final H2Names names;

    H2Inspector(IdentifierRules identifiers) {
        this.names = new H2Names(identifiers);
    }

    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return sorted(
                CatalogQuery.of("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME <>"
                        + " 'INFORMATION_SCHEMA'"),
                connection);
    }

    @Override
    public String defaultSchema(Connection connection) throws SQLException {
        return names.unfolded(
                CatalogQuery.of("SELECT CURRENT_SCHEMA").strings(connection).get(0));
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return sorted(H2Reflection.objects("t.TABLE_NAME", lookup, names), connection);
    }

    /** Without those that number a column. */
    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        return sorted(
                names.inSchema(
                        CatalogQuery.of("SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE"),
                        "SEQUENCE_SCHEMA",
                        schema),
                connection);
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        return new H2Reflection(connection, lookup, names).read();
    }

    /** Views and temporary tables have the name as well: CREATE TABLE would fail just the same. */
    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        CatalogQuery query = names.inSchema(
                CatalogQuery.of("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE"), "TABLE_SCHEMA", schema);
        return names.andAnyOf(query, "TABLE_NAME", List.of(table)).hasRow(connection);
    }

    private List<String> sorted(CatalogQuery query, Connection connection) throws SQLException {
        return query.strings(connection).stream().map(names::unfolded).sorted().toList();
    }
}
