package org.alkahest.dialect.duckdb;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.reflect.ReflectedKey;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey.Action;

/**
 * Reads tables and views in five queries. The database forgets the names of constraints, of which it makes up others
 * (tried on 2.0), so they have none; it also forgets the directions of an index. One thread at a time.
 */
final class DuckdbReflection {
    private static final String TEMPORARY = "temp";
    private static final String RELATIONS = " FROM (SELECT database_name, schema_name, table_name, 'TABLE' AS kind,"
            + " comment, sql FROM duckdb_tables() WHERE NOT internal UNION ALL SELECT database_name, schema_name,"
            + " view_name, 'VIEW', comment, sql FROM duckdb_views() WHERE NOT internal) c";

    private final Connection connection;
    private final Lookup lookup;
    private final TableAssembly tables = new TableAssembly();
    private final Map<Key, Parts> parts = new HashMap<>();
    private final Map<Key, String> statements = new HashMap<>();
    private final Map<Key, Identity> sequences = new HashMap<>();

    DuckdbReflection(Connection connection, Lookup lookup) {
        this.connection = connection;
        this.lookup = lookup;
    }

    /** The query of tables and views. */
    static CatalogQuery relations(String columns, Lookup lookup) {
        List<String> kinds = new ArrayList<>();
        if (lookup.has(ObjectKind.TABLE)) {
            kinds.add("TABLE");
        }
        if (lookup.has(ObjectKind.VIEW)) {
            kinds.add("VIEW");
        }
        CatalogQuery query = CatalogQuery.of("SELECT " + columns + RELATIONS);
        return ofTables(query, lookup).add(kinds.isEmpty() ? "AND FALSE" : "").andIn("c.kind", kinds);
    }

    private static CatalogQuery where(CatalogQuery query, Lookup lookup) {
        String schema = lookup.schema();
        String lasting = lookup.scope().hasLasting() ? "c.database_name = current_database()" : "FALSE";
        if (schema != null) {
            return query.add("WHERE " + lasting + " AND lower(c.schema_name) = lower(?)", schema);
        }
        String temporary = lookup.scope().hasTemporary() ? "c.database_name = 'temp'" : "FALSE";
        return query.add("WHERE (" + lasting + " AND c.schema_name = current_schema() OR " + temporary + ")");
    }

    private static CatalogQuery ofTables(CatalogQuery query, Lookup lookup) {
        return where(query, lookup)
                .andIn(
                        "lower(c.table_name)",
                        lookup.names().stream().map(DuckdbReflection::folded).toList());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<ReflectedTable> read() throws SQLException {
        relations("c.database_name, c.table_name, c.kind, c.comment, c.sql", lookup)
                .add("ORDER BY c.table_name, c.database_name = 'temp'") // of two of a name the one that is found stays
                .forEach(connection, this::begin);
        if (parts.isEmpty()) {
            return List.of();
        }
        sequences();
        columns();
        constraints();
        indexes();
        return tables.toTables();
    }

    private void begin(ResultSet row) throws SQLException {
        Key key = key(row, "table_name");
        String sql = row.getString("sql");
        boolean view = row.getString("kind").equals("VIEW");
        Parts table = tables.table(
                        new ObjectName(lookup.schema(), row.getString("table_name")),
                        view ? ObjectKind.VIEW : ObjectKind.TABLE,
                        key.database().equals(TEMPORARY))
                .comment(row.getString("comment"));
        parts.put(key, table);
        if (view) {
            String query = DuckdbText.after(sql, "AS");
            table.definition(query == null ? null : query.strip().replaceFirst(";$", ""));
        } else {
            statements.put(key, sql);
        }
    }

    private static Key key(ResultSet row, String name) throws SQLException {
        return new Key(row.getString("database_name"), folded(row.getString(name)));
    }

    private Optional<Parts> find(ResultSet row) throws SQLException {
        return Optional.ofNullable(parts.get(key(row, "table_name")));
    }

    private void sequences() throws SQLException {
        where(
                        CatalogQuery.of("SELECT c.database_name, c.sequence_name, c.start_value, c.increment_by"
                                + " FROM duckdb_sequences() c"),
                        lookup)
                .forEach(
                        connection,
                        row -> sequences.put(
                                key(row, "sequence_name"),
                                new Identity(false, row.getLong("start_value"), row.getLong("increment_by"))));
    }

    private void columns() throws SQLException {
        CatalogQuery query = CatalogQuery.of("SELECT c.database_name, c.table_name, c.column_name, c.data_type,"
                + " c.is_nullable, c.column_default, c.is_generated, c.generation_expression, c.comment"
                + " FROM duckdb_columns() c");
        ofTables(query, lookup)
                .add("AND NOT c.internal ORDER BY c.table_name, c.column_index")
                .forEach(connection, row -> {
                    Optional<Parts> table = find(row);
                    if (table.isPresent()) {
                        table.get().column(column(row));
                    }
                });
        statements.forEach(this::collations);
    }

    /** The columns' collations, which only the text of CREATE TABLE has. */
    private void collations(Key key, String sql) {
        Parts table = parts.get(key);
        for (String item : DuckdbText.list(sql)) {
            String collation = DuckdbText.after(item, "COLLATE");
            if (table != null && collation != null) {
                table.changeColumn(
                        DuckdbText.identifier(item),
                        column -> column.withCollation(collation.split(" ", 2)[0]));
            }
        }
    }

    private ReflectedColumn column(ResultSet row) throws SQLException {
        String name = row.getString("column_name");
        String type = row.getString("data_type");
        String comment = row.getString("comment");
        ReflectedColumn column = ReflectedColumn.of(
                        name, DuckdbReflectedTypes.of(name, type), type, row.getBoolean("is_nullable"))
                .withComment(comment == null || comment.isEmpty() ? null : comment);
        if (row.getBoolean("is_generated")) {
            return column.withComputed(new Computed(uncast(row.getString("generation_expression"), type), false));
        }
        String sql = row.getString("column_default");
        String sequence = DuckdbText.sequence(sql);
        // What CREATE TABLE writes for a column that numbers itself; a sequence of another name may serve others too.
        boolean own = sequence != null && sequence.equalsIgnoreCase(row.getString("table_name") + "_" + name + "_seq");
        Identity identity = sequence != null && own
                ? sequences.get(new Key(row.getString("database_name"), folded(sequence)))
                : null;
        return identity == null ? column.withDefault(sql) : column.withIdentity(identity);
    }

    /** The database adds a cast to the column's type, each time anew. */
    private static String uncast(String sql, String type) {
        String end = " AS " + type + ")";
        return sql.startsWith("CAST(") && sql.endsWith(end)
                ? DuckdbText.inner(sql.substring("CAST(".length(), sql.length() - end.length()))
                : sql;
    }

    private void constraints() throws SQLException {
        CatalogQuery query = CatalogQuery.of("SELECT c.database_name, c.table_name, c.constraint_index,"
                + " c.constraint_type, c.expression, c.constraint_column_names, r.table_name AS target,"
                + " c.referenced_column_names FROM duckdb_constraints() c LEFT JOIN duckdb_tables() r"
                + " ON r.database_name = c.database_name AND r.schema_name = c.schema_name"
                + " AND lower(r.table_name) = lower(c.referenced_table)");
        ofTables(query, lookup).add("ORDER BY c.table_name, c.constraint_index").forEach(connection, row -> {
            Optional<Parts> table = find(row);
            if (table.isPresent()) {
                constraint(table.get(), row);
            }
        });
    }

    private void constraint(Parts table, ResultSet row) throws SQLException {
        List<String> columns = strings(row.getArray("constraint_column_names"));
        long id = row.getLong("constraint_index");
        switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" -> table.primaryKey(new ReflectedKey(null, columns));
            case "UNIQUE" -> table.unique(id, new ReflectedKey(null, columns));
            case "CHECK" -> table.check(new ReflectedCheck(null, DuckdbText.inner(row.getString("expression"))));
            case "FOREIGN KEY" ->
                table.foreignKey(
                        id,
                        new ReflectedForeignKey(
                                null,
                                columns,
                                new ObjectName(lookup.schema(), row.getString("target")),
                                strings(row.getArray("referenced_column_names")),
                                Action.NO_ACTION,
                                Action.NO_ACTION,
                                false,
                                false,
                                null));
            default -> {} // NOT NULL, which is the column's
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String.class::cast)
                .toList();
    }

    private void indexes() throws SQLException {
        CatalogQuery query = CatalogQuery.of("SELECT c.database_name, c.table_name, c.index_name, c.is_unique, c.sql,"
                + " c.comment FROM duckdb_indexes() c");
        ofTables(query, lookup).add("ORDER BY c.table_name, c.index_name").forEach(connection, row -> {
            Optional<Parts> table = find(row);
            if (table.isPresent()) {
                table.get().index(index(row));
            }
        });
    }

    private static ReflectedIndex index(ResultSet row) throws SQLException {
        List<Item> items = DuckdbText.list(row.getString("sql")).stream()
                .map(text -> DuckdbText.isIdentifier(text)
                        ? Item.column(DuckdbText.identifier(text))
                        : Item.expression(DuckdbText.inner(text)))
                .toList();
        String comment = row.getString("comment");
        return new ReflectedIndex(
                row.getString("index_name"),
                items,
                row.getBoolean("is_unique"),
                null,
                List.of(),
                comment == null ? Map.of() : Map.of("comment", comment));
    }

    /** A table or sequence: temporary ones are in a database of their own; the case of names never counts. */
    private record Key(String database, String name) {}
}
