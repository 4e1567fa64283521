package org.alkahest.dialect.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables and views of one schema from the catalog views ("Object catalog views (Transact-SQL)", version 16), one query
 * for each kind of part. Temporary tables are in a database of their own and not read. One thread at a time.
 */
final class SqlServerReflection {
    /** The name of a catalog view in braces; a doubled brace stands for itself. */
    private static final Pattern CATALOG_VIEW = Pattern.compile("\\{\\{|\\{(\\w+)\\}");

    private final Connection connection;
    private final Lookup lookup;
    private final @Nullable SchemaName schema;
    private final UnaryOperator<String> sys;

    /**
     * @param schema the schema, or null for the user's own
     * @param sys a catalog view by its name, of the database that is looked into
     */
    SqlServerReflection(Connection connection, Lookup lookup, @Nullable SchemaName schema, UnaryOperator<String> sys) {
        this.connection = connection;
        this.lookup = lookup;
        this.schema = schema;
        this.sys = sys;
    }

    /** The names of what is looked up, in order. */
    List<String> names() throws SQLException {
        return objects("o.name", "").add("ORDER BY o.name").strings(connection);
    }

    void read(TableAssembly tables) throws SQLException {
        objects(
                        "o.name, o.type, CAST(p.value AS NVARCHAR(4000)), m.definition",
                        "LEFT JOIN {extended_properties} p ON p.class = 1 AND p.major_id = o.object_id AND p.minor_id"
                                + " = 0 AND p.name = N'MS_Description' LEFT JOIN {sql_modules} m ON m.object_id ="
                                + " o.object_id")
                .add("ORDER BY o.name")
                .forEach(
                        connection,
                        row -> tables.table(name(row), kind(row), false)
                                .comment(row.getString(3))
                                .definition(query(row.getString(4))));
        if (!tables.isEmpty()) {
            columns(tables);
            keys(tables);
            foreignKeys(tables);
            checks(tables);
            indexes(tables);
        }
    }

    /** What a query gives of the objects looked up; views of the catalog stand in braces. */
    private CatalogQuery objects(String columns, String joins) {
        List<String> types = new ArrayList<>();
        if (lookup.has(ObjectKind.TABLE)) {
            types.add("U");
        }
        if (lookup.has(ObjectKind.VIEW)) {
            types.add("V");
        }
        CatalogQuery query = CatalogQuery.of(catalog("SELECT " + columns + " FROM {objects} o JOIN {schemas} s"
                        + " ON s.schema_id = o.schema_id " + joins + " WHERE s.name = "))
                .add(
                        schema == null ? "SCHEMA_NAME()" : "?",
                        schema == null ? new Object[0] : new Object[] {schema.owner()})
                .add("AND o.is_ms_shipped = 0");
        if (types.isEmpty() || !lookup.scope().hasLasting()) {
            query.add("AND 1 = 0");
        }
        return query.andIn("o.type", types).andIn("o.name", lookup.names());
    }

    private String catalog(String sql) {
        StringBuilder text = new StringBuilder();
        Matcher view = CATALOG_VIEW.matcher(sql);
        while (view.find()) {
            view.appendReplacement(
                    text, Matcher.quoteReplacement(view.group(1) == null ? "{" : sys.apply(view.group(1))));
        }
        return view.appendTail(text).toString();
    }

    private ObjectName name(ResultSet row) throws SQLException {
        return new ObjectName(lookup.schema(), row.getString(1));
    }

    private static ObjectKind kind(ResultSet row) throws SQLException {
        return row.getString(2).strip().equals("V") ? ObjectKind.VIEW : ObjectKind.TABLE;
    }

    /** What follows AS in CREATE VIEW; null where the view is encrypted. */
    private static @Nullable String query(@Nullable String definition) {
        return definition == null
                ? null
                : definition.replaceFirst("(?is)^.*?\\bAS\\b\\s*", "").strip();
    }

    private void columns(TableAssembly tables) throws SQLException {
        objects(
                        "o.name, c.name, t.name, c.max_length, c.precision, c.scale, c.is_nullable, c.collation_name,"
                                + " b.collation_name, d.definition, k.definition, k.is_persisted, i.seed_value,"
                                + " i.increment_value, CAST(p.value AS NVARCHAR(4000))",
                        "JOIN {columns} c ON c.object_id = o.object_id JOIN {types} t ON t.user_type_id ="
                                + " c.user_type_id LEFT JOIN sys.databases b ON b.database_id = " + databaseId()
                                + " LEFT JOIN {default_constraints} d ON d.object_id = c.default_object_id LEFT JOIN"
                                + " {computed_columns} k ON k.object_id = c.object_id AND k.column_id = c.column_id"
                                + " LEFT JOIN {identity_columns} i ON i.object_id = c.object_id AND i.column_id ="
                                + " c.column_id LEFT JOIN {extended_properties} p ON p.class = 1 AND p.major_id ="
                                + " o.object_id AND p.minor_id = c.column_id AND p.name = N'MS_Description'")
                .add("AND c.is_hidden = 0 ORDER BY o.name, c.column_id")
                .forEach(connection, row -> {
                    Optional<Parts> parts = tables.find(name(row));
                    if (parts.isPresent()) {
                        parts.get().column(column(row));
                    }
                });
    }

    private static ReflectedColumn column(ResultSet row) throws SQLException {
        SqlServerReflectedTypes type =
                new SqlServerReflectedTypes(row.getString(3), row.getInt(4), row.getInt(5), row.getInt(6));
        String collation = row.getString(8);
        String computed = row.getString(11);
        ReflectedColumn column = ReflectedColumn.of(row.getString(2), type.type(), type.text(), row.getBoolean(7))
                .withCollation(collation == null || collation.equals(row.getString(9)) ? null : collation)
                .withDefault(unwrapped(row.getString(10)))
                .withComment(row.getString(15));
        if (computed != null) {
            return column.withComputed(new Computed(inside(computed), row.getBoolean(12)));
        }
        // It refuses explicit values unless IDENTITY_INSERT is on, which inserts of Alkahest switch on.
        long seed = row.getLong(13);
        return row.wasNull() ? column : column.withIdentity(new Identity(false, seed, row.getLong(14)));
    }

    private void keys(TableAssembly tables) throws SQLException {
        objects(
                        "o.name, k.type, k.name, c.name",
                        "JOIN {key_constraints} k ON k.parent_object_id = o.object_id JOIN {index_columns} x"
                                + " ON x.object_id = o.object_id AND x.index_id = k.unique_index_id JOIN {columns} c"
                                + " ON c.object_id = x.object_id AND c.column_id = x.column_id")
                .add("ORDER BY o.name, k.name, x.key_ordinal")
                .forEach(connection, row -> {
                    boolean primary = row.getString(2).strip().equals("PK");
                    String key = row.getString(3);
                    String column = row.getString(4);
                    tables.find(name(row)).ifPresent(parts -> {
                        if (primary) {
                            parts.primaryKey(key, column);
                        } else {
                            parts.unique(key, key, column);
                        }
                    });
                });
    }

    private void foreignKeys(TableAssembly tables) throws SQLException {
        objects(
                        "o.name, f.name, c.name, s.name, rs.name, r.name, rc.name, f.delete_referential_action_desc,"
                                + " f.update_referential_action_desc",
                        "JOIN {foreign_keys} f ON f.parent_object_id = o.object_id JOIN {foreign_key_columns} x"
                                + " ON x.constraint_object_id = f.object_id JOIN {columns} c"
                                + " ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id"
                                + " JOIN {columns} rc ON rc.object_id = x.referenced_object_id"
                                + " AND rc.column_id = x.referenced_column_id JOIN {objects} r"
                                + " ON r.object_id = x.referenced_object_id JOIN {schemas} rs"
                                + " ON rs.schema_id = r.schema_id")
                .add("ORDER BY o.name, f.name, x.constraint_column_id")
                .forEach(connection, row -> {
                    Optional<Parts> parts = tables.find(name(row));
                    if (parts.isPresent()) {
                        parts.get()
                                .foreignKey(
                                        row.getString(2),
                                        row.getString(2),
                                        row.getString(3),
                                        target(row),
                                        row.getString(7),
                                        ReflectedForeignKey.action(row.getString(8)),
                                        ReflectedForeignKey.action(row.getString(9)));
                    }
                });
    }

    /** A foreign key stays within its database. */
    private ObjectName target(ResultSet row) throws SQLException {
        String owner = row.getString(5);
        if (row.getString(4).equals(owner)) {
            return new ObjectName(lookup.schema(), row.getString(6));
        }
        String database = schema == null ? null : schema.database();
        return new ObjectName(new SchemaName(database, owner).text(), row.getString(6));
    }

    private String databaseId() {
        String database = schema == null ? null : schema.database();
        return database == null
                ? "DB_ID()"
                : "DB_ID(N'" + database.replace("'", "''").replace("{", "{{") + "')";
    }

    private void checks(TableAssembly tables) throws SQLException {
        objects("o.name, k.name, k.definition", "JOIN {check_constraints} k ON k.parent_object_id = o.object_id")
                .add("ORDER BY o.name, k.name")
                .forEach(connection, row -> {
                    ReflectedCheck check = new ReflectedCheck(row.getString(2), inside(row.getString(3)));
                    tables.find(name(row)).ifPresent(parts -> parts.check(check));
                });
    }

    /** The column by which an index is partitioned stands among its columns without a place in its key. */
    private void indexes(TableAssembly tables) throws SQLException {
        objects(
                        "o.name, i.name, i.is_unique, i.type_desc, i.filter_definition, c.name, x.is_included_column,"
                                + " x.is_descending_key",
                        "JOIN {indexes} i ON i.object_id = o.object_id JOIN {index_columns} x"
                                + " ON x.object_id = i.object_id AND x.index_id = i.index_id JOIN {columns} c"
                                + " ON c.object_id = x.object_id AND c.column_id = x.column_id")
                .add("AND i.name IS NOT NULL AND i.is_primary_key = 0 AND i.is_unique_constraint = 0 AND"
                        + " i.is_hypothetical = 0 AND (x.key_ordinal > 0 OR x.is_included_column = 1 OR i.type_desc"
                        + " LIKE '%COLUMNSTORE') ORDER BY o.name, i.name, x.is_included_column, x.key_ordinal,"
                        + " x.index_column_id")
                .forEach(connection, row -> {
                    ReflectedIndex index = index(row);
                    tables.find(name(row)).ifPresent(parts -> parts.index(index));
                });
    }

    private static ReflectedIndex index(ResultSet row) throws SQLException {
        String kind = row.getString(4);
        String filter = row.getString(5);
        String column = row.getString(6);
        boolean included = row.getBoolean(7);
        var item = new ReflectedIndex.Item(column, false, row.getBoolean(8), null);
        return new ReflectedIndex(
                row.getString(2),
                included ? List.of() : List.of(item),
                row.getBoolean(3),
                filter == null ? null : inside(filter),
                included ? List.of(column) : List.of(),
                kind.equals("NONCLUSTERED") ? Map.of() : Map.of("type", kind));
    }

    private static @Nullable String unwrapped(@Nullable String definition) {
        return definition == null ? null : inside(definition);
    }

    /** The server keeps expressions in parentheses of its own, numbers in two pairs. */
    static String inside(String definition) {
        String sql = definition.strip();
        while (isWrapped(sql)) {
            sql = sql.substring(1, sql.length() - 1).strip();
        }
        return sql;
    }

    private static boolean isWrapped(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")")) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                quote = ']';
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0 && i < sql.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }
}
