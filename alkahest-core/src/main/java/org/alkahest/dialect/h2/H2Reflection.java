package org.alkahest.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables from INFORMATION_SCHEMA, one query per view of it: these views have no indexes, so that joining them would
 * compute the second once for each row of the first. One thread at a time.
 */
final class H2Reflection {
    /** The indexes that were created as such, with their names. */
    static final String OWN_INDEXES = "IS_GENERATED = FALSE AND INDEX_TYPE_NAME NOT LIKE 'PRIMARY KEY%'";

    private static final String TEMPORARY = "('GLOBAL TEMPORARY', 'LOCAL TEMPORARY')";
    private static final String LINK = "'TABLE LINK'";
    /** TABLE_TYPE calls them views as well. */
    private static final String MATERIALIZED = "t.TABLE_CLASS LIKE '%.MaterializedView'";

    private final Connection connection;
    private final Lookup lookup;
    private final H2Names names;
    private final TableAssembly tables = new TableAssembly();
    /** By the names that the catalogue has. */
    private final Map<CatalogName, Parts> parts = new HashMap<>();

    H2Reflection(Connection connection, Lookup lookup, H2Names names) {
        this.connection = connection;
        this.lookup = lookup;
        this.names = names;
    }

    /** The query of tables and views, those in upper case first. */
    static CatalogQuery objects(String columns, Lookup lookup, H2Names names) {
        List<String> conditions = new ArrayList<>();
        if (lookup.has(ObjectKind.TABLE) && lookup.scope().hasLasting()) {
            conditions.add("t.TABLE_TYPE = 'BASE TABLE' AND t.STORAGE_TYPE <> " + LINK);
        }
        if (lookup.has(ObjectKind.TABLE) && lookup.scope().hasTemporary()) {
            conditions.add("t.TABLE_TYPE IN " + TEMPORARY);
        }
        if (lookup.has(ObjectKind.FOREIGN_TABLE) && lookup.scope().hasLasting()) {
            conditions.add("t.STORAGE_TYPE = " + LINK);
        }
        if (lookup.has(ObjectKind.VIEW) && lookup.scope().hasLasting()) {
            conditions.add("t.TABLE_TYPE = 'VIEW' AND NOT " + MATERIALIZED);
        }
        if (lookup.has(ObjectKind.MATERIALIZED_VIEW) && lookup.scope().hasLasting()) {
            conditions.add(MATERIALIZED);
        }
        CatalogQuery query = CatalogQuery.of("SELECT " + columns + " FROM INFORMATION_SCHEMA.TABLES t WHERE");
        query.add("(FALSE");
        conditions.forEach(condition -> query.add("OR " + condition));
        names.inSchema(query.add(") AND"), "t.TABLE_SCHEMA", lookup.schema());
        return names.andAnyOf(query, "t.TABLE_NAME", lookup.names()).add("ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME");
    }

    List<ReflectedTable> read() throws SQLException {
        objects("t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, t.STORAGE_TYPE, t.REMARKS, " + MATERIALIZED, lookup, names)
                .forEach(connection, this::begin);
        if (!parts.isEmpty()) {
            columns();
            new H2ReflectedConstraints(connection, names, this).read();
            indexes();
            definitions();
        }
        return tables.toTables().stream()
                .sorted(Comparator.comparing(table -> table.name().name()))
                .toList();
    }

    /** Of two names that only quotes tell apart, the first is the one that statements mean. */
    private void begin(ResultSet row) throws SQLException {
        CatalogName key = new CatalogName(row.getString(1), row.getString(2));
        ObjectName name = new ObjectName(lookup.schema(), names.unfolded(key.name()));
        if (tables.find(name).isPresent()) {
            return;
        }
        String type = row.getString(3);
        boolean link = row.getString(4).equals("TABLE LINK");
        ObjectKind view = row.getBoolean(6) ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
        ObjectKind table = link ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE;
        boolean temporary = type.endsWith("TEMPORARY");
        parts.put(
                key,
                tables.table(name, type.equals("VIEW") ? view : table, temporary)
                        .comment(row.getString(5))
                        .option("temporary", temporary ? type.split(" ", 2)[0].toLowerCase(Locale.ROOT) : null));
    }

    /** A query of a view of parts, with the conditions for the tables that were found. */
    CatalogQuery of(String columns, String view) {
        CatalogQuery query = CatalogQuery.of("SELECT " + columns + " FROM INFORMATION_SCHEMA." + view + " WHERE");
        Set<String> schemas = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        parts.keySet().forEach(key -> {
            schemas.add(key.schema());
            found.add(key.name());
        });
        query.add("TRUE").andIn("TABLE_SCHEMA", schemas);
        return lookup.names().isEmpty() ? query : query.andIn("TABLE_NAME", found);
    }

    Optional<Parts> find(ResultSet row) throws SQLException {
        return Optional.ofNullable(
                parts.get(new CatalogName(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME"))));
    }

    String name(ResultSet row, String column) throws SQLException {
        return names.unfolded(row.getString(column));
    }

    private void columns() throws SQLException {
        of("*, DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) TYPE_SQL", "COLUMNS")
                .add("ORDER BY ORDINAL_POSITION")
                .forEach(connection, row -> {
                    Parts table = find(row).orElse(null);
                    if (table != null) {
                        ReflectedColumn column = column(row);
                        table.column(column)
                                .option(column.name() + ".on_update", row.getString("COLUMN_ON_UPDATE"))
                                .option(
                                        column.name() + ".default_on_null",
                                        row.getBoolean("DEFAULT_ON_NULL") ? "true" : null)
                                .option(column.name() + ".invisible", row.getBoolean("IS_VISIBLE") ? null : "true");
                    }
                });
    }

    private ReflectedColumn column(ResultSet row) throws SQLException {
        String sql = row.getString("TYPE_SQL");
        String domain = domain(row);
        String generation = row.getString("IDENTITY_GENERATION");
        String computed = row.getString("GENERATION_EXPRESSION");
        return ReflectedColumn.of(
                        name(row, "COLUMN_NAME"),
                        domain == null ? H2ReflectedTypes.of(sql) : H2ReflectedTypes.ofDomain(domain, sql),
                        domain == null ? sql : domain,
                        row.getString("IS_NULLABLE").equals("YES"))
                .withDefault(row.getString("COLUMN_DEFAULT"))
                .withIdentity(
                        generation == null
                                ? null
                                : new Identity(
                                        generation.equals("ALWAYS"),
                                        row.getLong("IDENTITY_START"),
                                        row.getLong("IDENTITY_INCREMENT")))
                .withComputed(computed == null ? null : new Computed(computed, true))
                .withComment(row.getString("REMARKS"));
    }

    /** The domain that gave the column its type, with its schema unless it is the table's and none was asked for. */
    private @Nullable String domain(ResultSet row) throws SQLException {
        String domain = row.getString("DOMAIN_NAME");
        if (domain == null) {
            return null;
        }
        return names.identifiers()
                .qualified(
                        target(row.getString("DOMAIN_SCHEMA"), row.getString("TABLE_SCHEMA")), names.unfolded(domain));
    }

    /** The schema of what a table refers to. */
    @Nullable
    String target(String schema, String tableSchema) {
        return schema.equals(tableSchema) ? lookup.schema() : names.unfolded(schema);
    }

    private void indexes() throws SQLException {
        Map<CatalogName, List<Item>> items = new HashMap<>();
        of("*", "INDEX_COLUMNS")
                .add("ORDER BY ORDINAL_POSITION")
                .forEach(
                        connection,
                        row -> items.computeIfAbsent(
                                        new CatalogName(row.getString("INDEX_SCHEMA"), row.getString("INDEX_NAME")),
                                        key -> new ArrayList<>())
                                .add(item(row)));
        of("*", "INDEXES").add("AND " + OWN_INDEXES + " ORDER BY INDEX_NAME").forEach(connection, row -> {
            CatalogName key = new CatalogName(row.getString("INDEX_SCHEMA"), row.getString("INDEX_NAME"));
            List<Item> all = items.getOrDefault(key, List.of());
            Parts table = find(row).orElse(null);
            if (table != null) {
                table.index(index(key, row, all, names));
            }
        });
    }

    /** NULLs are the least values unless the database was told otherwise. */
    private Item item(ResultSet row) throws SQLException {
        boolean descending = "DESC".equals(row.getString("ORDERING_SPECIFICATION"));
        String nulls = row.getString("NULL_ORDERING");
        boolean usual = nulls == null || nulls.equals("FIRST") != descending;
        return new Item(name(row, "COLUMN_NAME"), false, descending, usual ? null : nulls.equals("FIRST"));
    }

    private static ReflectedIndex index(CatalogName key, ResultSet row, List<Item> items, H2Names names)
            throws SQLException {
        String type = row.getString("INDEX_TYPE_NAME");
        Map<String, String> options = new HashMap<>();
        if (type.contains("HASH") || type.contains("SPATIAL")) {
            options.put("type", type.contains("HASH") ? "hash" : "spatial");
        }
        if ("NO".equals(row.getString("NULLS_DISTINCT"))) {
            options.put("nulls_not_distinct", "true");
        }
        return new ReflectedIndex(
                names.unfolded(key.name()), items, type.startsWith("UNIQUE"), null, List.of(), options);
    }

    private void definitions() throws SQLException {
        of("TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION", "VIEWS").forEach(connection, row -> {
            String query = row.getString("VIEW_DEFINITION");
            find(row).ifPresent(view -> view.definition(query));
        });
    }

    /** A name of the catalogue. */
    record CatalogName(String schema, String name) {}
}
