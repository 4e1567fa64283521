package org.alkahest.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alkahest.dialect.sqlite.SqliteTableText.ForeignKeyText;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.reflect.ReflectedKey;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of one database: the pragmas as tables (https://www.sqlite.org/pragma.html#pragfunc), one query for all
 * tables each, and what they leave out from the text of CREATE TABLE. One thread at a time.
 */
final class SqliteReflection {
    private static final int VIRTUAL = 2;
    private static final int STORED = 3;

    private final Connection connection;
    private final Lookup lookup;
    private final String database;
    private final boolean temporary;
    private final Map<String, SqliteTableText> texts = new HashMap<>();
    private final Map<String, ObjectName> names = new HashMap<>();

    SqliteReflection(Connection connection, Lookup lookup, String database, boolean temporary) {
        this.connection = connection;
        this.lookup = lookup;
        this.database = database;
        this.temporary = temporary;
    }

    /** The query of tables and views, without those that belong to the database itself (fileformat2.html, section 2.6). */
    static CatalogQuery objects(String database, String columns, Lookup lookup) {
        return where(
                        CatalogQuery.of("SELECT " + columns + " FROM " + SqliteInspector.schemaTable(database) + " m"),
                        lookup)
                .add("ORDER BY m.name");
    }

    private static CatalogQuery where(CatalogQuery query, Lookup lookup) {
        List<String> types = new ArrayList<>();
        if (lookup.has(ObjectKind.TABLE)) {
            types.add("table");
        }
        if (lookup.has(ObjectKind.VIEW)) {
            types.add("view");
        }
        query.add("WHERE m.name NOT LIKE 'sqlite!_%' ESCAPE '!'");
        if (types.isEmpty()) {
            query.add("AND 0");
        }
        return query.andIn("m.type", types).andIn("m.name COLLATE NOCASE", lookup.names());
    }

    void read(TableAssembly tables) throws SQLException {
        List<Parts> parts =
                objects(database, "m.name, m.type, m.sql", lookup).list(connection, row -> begin(tables, row));
        if (parts.isEmpty()) {
            return;
        }
        nameAll();
        columns(tables);
        keys(tables);
        foreignKeys(tables);
        indexes(tables);
    }

    private Parts begin(TableAssembly tables, ResultSet row) throws SQLException {
        ObjectKind kind = SqliteInspector.kind(row.getString(2));
        Parts parts = tables.table(new ObjectName(lookup.schema(), row.getString(1)), kind, temporary);
        String sql = row.getString(3);
        if (kind == ObjectKind.VIEW) {
            return parts.definition(query(sql));
        }
        SqliteTableText text = SqliteTableText.parse(sql);
        texts.put(row.getString(1), text);
        text.checks().forEach(parts::check);
        return parts.option("without_rowid", text.isWithoutRowid() ? "true" : null)
                .option("strict", text.isStrict() ? "true" : null);
    }

    /** What follows AS in CREATE VIEW. */
    private static @Nullable String query(String sql) {
        return SqliteToken.all(sql).stream()
                .filter(token -> token.depth() == 0 && token.is("AS"))
                .findFirst()
                .map(as -> sql.substring(as.end()).strip())
                .orElse(null);
    }

    /** A foreign key may write the name of its table in another case than the table does. */
    private void nameAll() throws SQLException {
        objects(database, "m.name", Lookup.tables())
                .forEach(connection, row -> names.put(folded(row.getString(1)), name(row.getString(1))));
    }

    private ObjectName name(String table) {
        return new ObjectName(lookup.schema(), table);
    }

    /** As NOCASE does: of other letters than ASCII's case counts (datatype3.html, section 7). */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return folded.toString();
    }

    /** A pragma of every table, as {@code x} beside {@code m}. */
    private CatalogQuery pragma(String columns, String pragma, Object... values) {
        return where(
                CatalogQuery.of(
                        "SELECT m.name, " + columns + " FROM " + SqliteInspector.schemaTable(database) + " m JOIN "
                                + pragma,
                        values),
                lookup);
    }

    private void columns(TableAssembly tables) throws SQLException {
        pragma("x.name, x.type, x.\"notnull\", x.dflt_value, x.hidden", "pragma_table_xinfo(m.name, ?) x", database)
                .add("AND x.hidden <> 1 ORDER BY m.name, x.cid")
                .forEach(connection, row -> {
                    String table = row.getString(1);
                    tables.find(name(table)).orElseThrow().column(column(texts.get(table), row));
                });
    }

    private static ReflectedColumn column(@Nullable SqliteTableText text, ResultSet row) throws SQLException {
        String name = row.getString(2);
        String declared = Objects.requireNonNullElse(row.getString(3), "");
        int hidden = row.getInt(6);
        String type = hidden == VIRTUAL || hidden == STORED
                ? declared.replaceFirst("(?i)\\s*GENERATED ALWAYS$", "")
                : declared;
        ReflectedColumn column = ReflectedColumn.of(name, SqliteReflectedTypes.of(type), type, row.getInt(4) == 0)
                .withDefault(row.getString(5));
        if (text == null) {
            return column;
        }
        String generated = text.generated(name);
        return column.withCollation(text.collation(name))
                .withComputed(generated == null ? null : new Computed(generated, hidden == STORED));
    }

    /**
     * Primary keys; a lone {@code INTEGER PRIMARY KEY} numbers itself, and so is never null
     * (https://www.sqlite.org/autoinc.html).
     */
    private void keys(TableAssembly tables) throws SQLException {
        pragma("x.name", "pragma_table_xinfo(m.name, ?) x", database)
                .add("AND x.pk > 0 ORDER BY m.name, x.pk")
                .forEach(connection, row -> {
                    SqliteTableText text = texts.get(row.getString(1));
                    if (text != null) {
                        Parts parts = tables.find(name(row.getString(1))).orElseThrow();
                        parts.primaryKey(text.primaryKeyName(), row.getString(2));
                    }
                });
        for (Parts parts : tables.all()) {
            parts.primaryKey().ifPresent(key -> {
                if (key.columns().size() == 1) {
                    numbered(parts, key);
                }
            });
        }
    }

    private void numbered(Parts parts, ReflectedKey key) {
        SqliteTableText text = texts.get(parts.name().name());
        if (text == null || text.isWithoutRowid()) {
            return;
        }
        parts.changeColumn(
                key.columns().get(0),
                column -> column.typeName().equalsIgnoreCase("INTEGER")
                        ? column.withIdentity(new Identity(false, 1, 1)).withNullable(false)
                        : column);
        if (text.isAutoincrement(key.columns().get(0))) {
            parts.option("autoincrement", "true");
        }
    }

    private void foreignKeys(TableAssembly tables) throws SQLException {
        Map<ForeignKeyId, List<ForeignKeyRow>> keys = new LinkedHashMap<>();
        pragma(
                        "x.id, x.\"table\", x.\"from\", x.\"to\", x.on_delete, x.on_update",
                        "pragma_foreign_key_list(m.name, ?) x",
                        database)
                .add("ORDER BY m.name, x.id DESC, x.seq")
                .forEach(
                        connection,
                        row -> keys.computeIfAbsent(
                                        new ForeignKeyId(row.getString(1), row.getInt(2)), id -> new ArrayList<>())
                                .add(new ForeignKeyRow(
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7))));
        for (Map.Entry<ForeignKeyId, List<ForeignKeyRow>> key : keys.entrySet()) {
            String table = key.getKey().table();
            tables.find(name(table)).orElseThrow().foreignKey(key.getKey(), foreignKey(table, key.getValue()));
        }
    }

    private ReflectedForeignKey foreignKey(String table, List<ForeignKeyRow> rows) throws SQLException {
        ForeignKeyRow first = rows.get(0);
        List<String> columns = rows.stream().map(ForeignKeyRow::from).toList();
        ObjectName target = names.getOrDefault(folded(first.table()), name(first.table()));
        ForeignKeyText text = Optional.ofNullable(texts.get(table))
                .flatMap(t -> t.foreignKey(columns))
                .orElse(new ForeignKeyText(null, columns, false, false));
        List<String> targetColumns = new ArrayList<>();
        for (ForeignKeyRow row : rows) {
            if (row.to() != null) {
                targetColumns.add(row.to());
            }
        }
        return new ReflectedForeignKey(
                text.name(),
                columns,
                target,
                targetColumns.isEmpty() ? primaryKeyOf(target.name()) : targetColumns,
                ReflectedForeignKey.action(first.onDelete()),
                ReflectedForeignKey.action(first.onUpdate()),
                text.deferrable(),
                text.deferred(),
                null);
    }

    /** What {@code REFERENCES parent} without columns means (https://www.sqlite.org/foreignkeys.html, section 3). */
    private List<String> primaryKeyOf(String table) throws SQLException {
        return CatalogQuery.of("SELECT name FROM pragma_table_xinfo(?, ?) WHERE pk > 0 ORDER BY pk", table, database)
                .strings(connection);
    }

    /** Indexes with a statement of their own, and those of unique constraints, which have none. */
    private void indexes(TableAssembly tables) throws SQLException {
        Map<String, SqliteIndexText> indexTexts = new HashMap<>();
        Map<String, List<String>> uniques = new LinkedHashMap<>();
        pragma(
                        "l.name, l.\"unique\", l.origin, x.name, x.\"desc\", x.seqno, i.sql",
                        "pragma_index_list(m.name, ?) l JOIN pragma_index_xinfo(l.name, ?) x LEFT JOIN "
                                + SqliteInspector.schemaTable(database) + " i ON i.type = 'index' AND i.name = l.name",
                        database,
                        database)
                .add("AND x.key = 1 AND l.origin <> 'pk' ORDER BY m.name, l.seq DESC, x.seqno")
                .forEach(connection, row -> {
                    Parts parts = tables.find(name(row.getString(1))).orElseThrow();
                    String index = row.getString(2);
                    if (row.getString(4).equals("u")) {
                        List<String> columns = uniques.computeIfAbsent(index, i -> new ArrayList<>());
                        columns.add(row.getString(5));
                        SqliteTableText text = texts.get(row.getString(1));
                        parts.unique(index, new ReflectedKey(text == null ? null : text.uniqueName(columns), columns));
                    } else {
                        String sql = row.getString(8);
                        SqliteIndexText text = indexTexts.computeIfAbsent(index, i -> SqliteIndexText.parse(sql));
                        parts.index(index(row, text));
                    }
                });
    }

    private static ReflectedIndex index(ResultSet row, SqliteIndexText text) throws SQLException {
        @Nullable String column = row.getString(5);
        boolean descending = row.getBoolean(6);
        Item item = column == null
                ? new Item(text.item(row.getInt(7)), true, descending, null)
                : new Item(column, false, descending, null);
        return new ReflectedIndex(
                row.getString(2), List.of(item), row.getBoolean(3), text.where(), List.of(), Map.of());
    }

    private record ForeignKeyId(String table, int id) {}

    private record ForeignKeyRow(
            String table, String from, @Nullable String to, String onDelete, String onUpdate) {}
}
