package org.alkahest.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables and views from information_schema, one query per kind of part. What only these databases know of a column is
 * an option of its table, under the column's name: {@code added.on_update}. One thread at a time.
 */
final class MysqlReflection {
    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update (\\S+)");
    private static final Pattern ROW_FORMAT = Pattern.compile("(?i)\\brow_format=\\w+ ?");

    private final Connection connection;
    private final MysqlText texts;
    private final Lookup lookup;
    private final TableAssembly tables = new TableAssembly();
    /** By the names that the catalogue has; a look-up has one schema. */
    private final Map<String, Parts> parts = new HashMap<>();

    private final Map<String, String> collations = new HashMap<>();

    MysqlReflection(Connection connection, MysqlText texts, Lookup lookup) {
        this.connection = connection;
        this.texts = texts;
        this.lookup = lookup;
    }

    /**
     * The query of tables and views. Temporary tables are not found: only SHOW CREATE TABLE tells of one whose name is known
     * (9.7, "The INFORMATION_SCHEMA TABLES Table").
     */
    static CatalogQuery objects(String columns, Lookup lookup) {
        List<String> types = new ArrayList<>();
        if (lookup.has(ObjectKind.TABLE) && lookup.scope().hasLasting()) {
            types.addAll(List.of("BASE TABLE", "SYSTEM VERSIONED"));
        }
        if (lookup.has(ObjectKind.VIEW) && lookup.scope().hasLasting()) {
            types.addAll(List.of("VIEW", "SYSTEM VIEW"));
        }
        CatalogQuery query = in(lookup, CatalogQuery.of("SELECT " + columns + " FROM information_schema.TABLES x"));
        query.add(types.isEmpty() ? "AND FALSE" : "").andIn("x.TABLE_TYPE", types);
        if (!lookup.names().isEmpty()) {
            // MariaDB's catalogue compares without regard to case even where the names of tables do not.
            query.add("AND (@@lower_case_table_names <> 0 OR TRUE")
                    .andIn("BINARY x.TABLE_NAME", lookup.names())
                    .add(")");
        }
        return query.add("ORDER BY x.TABLE_NAME");
    }

    private static CatalogQuery in(Lookup lookup, CatalogQuery query) {
        if (lookup.schema() == null) {
            query.add("WHERE x.TABLE_SCHEMA = database()");
        } else {
            query.add("WHERE x.TABLE_SCHEMA = ?", lookup.schema());
        }
        return query.andIn("x.TABLE_NAME", lookup.names());
    }

    List<ReflectedTable> read() throws SQLException {
        objects("x.*", lookup).forEach(connection, this::begin);
        if (!parts.isEmpty()) {
            Set<String> json = new TreeSet<>();
            MysqlReflectedConstraints constraints = new MysqlReflectedConstraints(connection, texts, this);
            constraints.checks(json);
            columns(json);
            constraints.foreignKeys();
            constraints.indexes();
            views();
        }
        return tables.toTables();
    }

    private void begin(ResultSet row) throws SQLException {
        String name = row.getString("TABLE_NAME");
        String type = row.getString("TABLE_TYPE");
        boolean view = type.endsWith("VIEW");
        Parts table = tables.table(name(name), view ? ObjectKind.VIEW : ObjectKind.TABLE, false);
        parts.put(name, table);
        if (view) {
            return;
        }
        String collation = row.getString("TABLE_COLLATION");
        long next = row.getLong("AUTO_INCREMENT");
        if (collation != null) {
            collations.put(name, collation);
            table.option("charset", charset(collation)).option("collation", collation);
        }
        table.comment(row.getString("TABLE_COMMENT"))
                .option("engine", row.getString("ENGINE"))
                .option("row_format", row.getString("ROW_FORMAT"))
                .option("auto_increment", next > 1 ? Long.toString(next) : null)
                .option("create_options", notBlank(row.getString("CREATE_OPTIONS")))
                .option("system_versioned", type.equals("SYSTEM VERSIONED") ? "true" : null);
    }

    /** Without the format of rows, which is told by itself. */
    private static @Nullable String notBlank(@Nullable String options) {
        String rest = options == null
                ? ""
                : ROW_FORMAT.matcher(options).replaceAll("").strip();
        return rest.isEmpty() ? null : rest;
    }

    /** A collation's name begins with that of its character set. */
    private static String charset(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    ObjectName name(String table) {
        return new ObjectName(lookup.schema(), table);
    }

    /** The query of a view of parts, as {@code x}. */
    CatalogQuery of(String from) {
        return from("information_schema." + from);
    }

    /** As {@link #of}, of any table as {@code x} that has TABLE_SCHEMA and TABLE_NAME. */
    CatalogQuery from(String table) {
        return in(lookup, CatalogQuery.of("SELECT x.* FROM " + table));
    }

    Optional<Parts> find(ResultSet row) throws SQLException {
        return find(row.getString("TABLE_NAME"));
    }

    Optional<Parts> find(String table) {
        return Optional.ofNullable(parts.get(table));
    }

    /** @param json the columns, with their tables, that are text and checked to be JSON */
    private void columns(Set<String> json) throws SQLException {
        of("COLUMNS x").add("ORDER BY x.TABLE_NAME, x.ORDINAL_POSITION").forEach(connection, row -> {
            Parts table = find(row).orElse(null);
            if (table != null) {
                String column = row.getString("COLUMN_NAME");
                boolean isJson = json.contains(table.name().name() + "." + column);
                String type = isJson ? "json" : row.getString("COLUMN_TYPE");
                table.column(column(row, type));
                String extra = row.getString("EXTRA");
                Matcher onUpdate = ON_UPDATE.matcher(extra);
                String collation = collation(row, type);
                table.option(column + ".on_update", onUpdate.find() ? onUpdate.group(1) : null)
                        .option(column + ".invisible", extra.contains("INVISIBLE") ? "true" : null)
                        .option(column + ".charset", collation == null ? null : charset(collation));
            }
        });
    }

    private ReflectedColumn column(ResultSet row, String type) throws SQLException {
        String extra = row.getString("EXTRA");
        String expression = row.getString("GENERATION_EXPRESSION");
        boolean computed = expression != null && !expression.isEmpty();
        boolean numbered = extra.toLowerCase(Locale.ROOT).contains("auto_increment");
        String comment = row.getString("COLUMN_COMMENT");
        String value = texts.defaultValue(row.getString("COLUMN_DEFAULT"), row.getString("DATA_TYPE"), extra);
        return ReflectedColumn.of(
                        row.getString("COLUMN_NAME"),
                        MysqlReflectedTypes.of(type),
                        type,
                        row.getString("IS_NULLABLE").equals("YES"))
                .withDefault(computed ? null : value)
                .withIdentity(numbered ? new Identity(false, 1, 1) : null)
                .withComputed(computed ? new Computed(texts.expression(expression), !extra.contains("VIRTUAL")) : null)
                .withCollation(collation(row, type))
                .withComment(comment == null || comment.isEmpty() ? null : comment);
    }

    /** The column's collation where it is not the table's; JSON has always the same. */
    private @Nullable String collation(ResultSet row, String type) throws SQLException {
        String usual = collations.get(row.getString("TABLE_NAME"));
        String collation = row.getString("COLLATION_NAME");
        return usual == null || type.equals("json") || Objects.equals(usual, collation) ? null : collation;
    }

    private void views() throws SQLException {
        of("VIEWS x").forEach(connection, row -> {
            String query = row.getString("VIEW_DEFINITION");
            find(row).ifPresent(view -> view.definition(query == null || query.isEmpty() ? null : query));
        });
    }
}
