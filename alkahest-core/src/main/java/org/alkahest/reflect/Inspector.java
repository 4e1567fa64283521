package org.alkahest.reflect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what exists in a database, over a JDBC connection. Thread-safe. Each call queries the database, once or a few
 * times for any number of tables. Names are given and taken as Alkahest writes them: on a database that folds names to upper
 * case in lower case, if they need no quotes.
 */
public interface Inspector {
    /** The names of the schemas that the user may see, without those of the database itself. */
    List<String> schemaNames(Connection connection) throws SQLException;

    /** The schema in which names without one are created, or null if it has none. */
    @Nullable
    String defaultSchema(Connection connection) throws SQLException;

    /** The names of tables and views, in order of their names. */
    List<String> names(Connection connection, Lookup lookup) throws SQLException;

    /** The names of sequences in a schema, null for the connection's own; empty where the database has none. */
    List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException;

    /** Everything about tables and views, in order of their names. */
    List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException;

    /** Whether a table or view exists in a schema; null for the connection's own. */
    boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException;

    /** The names of a table's indexes, without those that only serve a constraint; null for the connection's own schema. */
    default List<String> indexNames(Connection connection, @Nullable String schema, String table) throws SQLException {
        Lookup lookup =
                Lookup.tables().everyKind().scope(Lookup.Scope.ANY).in(schema).named(table);
        return tables(connection, lookup).stream()
                .flatMap(found -> found.indexes().stream())
                .map(ReflectedIndex::name)
                .sorted()
                .toList();
    }

    /** The names of tables in a schema, without temporary ones; null for the connection's own. */
    default List<String> tableNames(Connection connection, @Nullable String schema) throws SQLException {
        return names(connection, Lookup.tables().in(schema));
    }
}
