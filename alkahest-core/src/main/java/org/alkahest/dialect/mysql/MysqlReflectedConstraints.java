package org.alkahest.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.reflect.ReflectedKey;
import org.alkahest.reflect.TableAssembly.Parts;
import org.jspecify.annotations.Nullable;

/** Reads keys, checks and indexes of tables. One thread at a time. */
final class MysqlReflectedConstraints {
    private final Connection connection;
    private final MysqlText texts;
    private final MysqlReflection tables;
    private final Map<ConstraintName, List<String>> keys = new HashMap<>();

    MysqlReflectedConstraints(Connection connection, MysqlText texts, MysqlReflection tables) {
        this.connection = connection;
        this.texts = texts;
        this.tables = tables;
    }

    /**
     * MariaDB tells the tables of checks itself, and has JSON as text with a check that it adds ("JSON Data Type"); it calls a
     * check that belongs to a column by the column's name, which is none.
     *
     * @param json takes the columns that are JSON
     */
    void checks(Set<String> json) throws SQLException {
        boolean mariadb = texts == MysqlText.MARIADB;
        String joined = "TABLE_CONSTRAINTS x JOIN information_schema.CHECK_CONSTRAINTS c ON c.CONSTRAINT_SCHEMA ="
                + " x.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = x.CONSTRAINT_NAME AND x.CONSTRAINT_TYPE = 'CHECK'";
        String query = mariadb
                ? "(SELECT k.*, k.CONSTRAINT_SCHEMA TABLE_SCHEMA FROM information_schema.CHECK_CONSTRAINTS k) x"
                : "(SELECT x.TABLE_SCHEMA, x.TABLE_NAME, x.CONSTRAINT_NAME, x.ENFORCED, c.CHECK_CLAUSE FROM"
                        + " information_schema." + joined + ") x";
        tables.from(query).add("ORDER BY x.CONSTRAINT_NAME").forEach(connection, row -> {
            Parts table = tables.find(row).orElse(null);
            if (table == null) {
                return;
            }
            String name = row.getString("CONSTRAINT_NAME");
            String condition = texts.expression(row.getString("CHECK_CLAUSE"));
            boolean ofColumn = mariadb && row.getString("LEVEL").equalsIgnoreCase("Column");
            if (ofColumn && condition.equals("json_valid(`" + name.replace("`", "``") + "`)")) {
                json.add(table.name().name() + "." + name);
                return;
            }
            table.check(new ReflectedCheck(ofColumn ? null : name, condition));
            if (!mariadb && row.getString("ENFORCED").equals("NO")) {
                table.option(name + ".not_enforced", "true");
            }
        });
    }

    void foreignKeys() throws SQLException {
        Map<ConstraintName, String[]> rules = new HashMap<>();
        tables.from("(SELECT r.*, r.CONSTRAINT_SCHEMA TABLE_SCHEMA FROM information_schema.REFERENTIAL_CONSTRAINTS"
                        + " r) x")
                .forEach(
                        connection,
                        row -> rules.put(
                                ConstraintName.of(row, "CONSTRAINT_NAME"),
                                new String[] {row.getString("DELETE_RULE"), row.getString("UPDATE_RULE")}));
        tables.of("KEY_COLUMN_USAGE x")
                .add("AND x.REFERENCED_TABLE_NAME IS NOT NULL ORDER BY x.CONSTRAINT_NAME, x.ORDINAL_POSITION")
                .forEach(connection, row -> {
                    Parts table = tables.find(row).orElse(null);
                    if (table != null) {
                        ConstraintName key = ConstraintName.of(row, "CONSTRAINT_NAME");
                        String[] actions = rules.getOrDefault(key, new String[] {"", ""});
                        keys.computeIfAbsent(key, k -> new ArrayList<>()).add(row.getString("COLUMN_NAME"));
                        table.foreignKey(
                                key,
                                key.name(),
                                row.getString("COLUMN_NAME"),
                                target(row),
                                row.getString("REFERENCED_COLUMN_NAME"),
                                ReflectedForeignKey.action(actions[0]),
                                ReflectedForeignKey.action(actions[1]));
                    }
                });
    }

    private ObjectName target(ResultSet row) throws SQLException {
        String schema = row.getString("REFERENCED_TABLE_SCHEMA");
        String table = row.getString("REFERENCED_TABLE_NAME");
        return schema.equals(row.getString("TABLE_SCHEMA")) ? tables.name(table) : new ObjectName(schema, table);
    }

    /** Unique indexes of whole columns are the unique constraints: there are no others. */
    void indexes() throws SQLException {
        Map<ConstraintName, ReflectedIndex> indexes = new LinkedHashMap<>();
        tables.of("STATISTICS x").add("ORDER BY x.INDEX_NAME, x.SEQ_IN_INDEX").forEach(connection, row -> {
            Parts table = tables.find(row).orElse(null);
            if (table != null) {
                ConstraintName name = ConstraintName.of(row, "INDEX_NAME");
                if (name.name().equals("PRIMARY")) {
                    table.primaryKey(null, row.getString("COLUMN_NAME"));
                } else {
                    indexes.merge(name, index(row), MysqlReflectedConstraints::joined);
                }
            }
        });
        indexes.forEach((name, index) -> {
            Parts table = tables.find(name.table()).orElseThrow();
            if (isUniqueConstraint(index)) {
                table.unique(name, new ReflectedKey(name.name(), index.columns()));
            } else if (index.unique() || !index.columns().equals(keys.get(name))) {
                table.index(index);
            }
        });
    }

    private static boolean isUniqueConstraint(ReflectedIndex index) {
        return index.unique()
                && index.options().isEmpty()
                && index.items().stream().noneMatch(item -> item.isExpression() || item.descending());
    }

    private static ReflectedIndex joined(ReflectedIndex before, ReflectedIndex next) {
        List<Item> items = new ArrayList<>(before.items());
        items.addAll(next.items());
        Map<String, String> options = new HashMap<>(before.options());
        options.putAll(next.options());
        return new ReflectedIndex(before.name(), items, before.unique(), null, List.of(), options);
    }

    private ReflectedIndex index(ResultSet row) throws SQLException {
        @Nullable String column = row.getString("COLUMN_NAME");
        String type = row.getString("INDEX_TYPE");
        String prefix = row.getString("SUB_PART");
        String comment = row.getString("INDEX_COMMENT");
        boolean descending = "D".equals(row.getString("COLLATION"));
        Item item = column == null
                ? new Item(texts.expression(row.getString("EXPRESSION")), true, descending, null)
                : new Item(column, false, descending, null);
        Map<String, String> options = new HashMap<>();
        if (!type.equals("BTREE")) {
            options.put("type", type);
        }
        if (prefix != null && !type.equals("SPATIAL")) {
            options.put(column + ".prefix", prefix);
        }
        if (comment != null && !comment.isEmpty()) {
            options.put("comment", comment);
        }
        boolean unseen = texts == MysqlText.MYSQL
                ? row.getString("IS_VISIBLE").equals("NO")
                : row.getString("IGNORED").equals("YES");
        if (unseen) {
            options.put("invisible", "true");
        }
        boolean unique = !row.getBoolean("NON_UNIQUE");
        return new ReflectedIndex(row.getString("INDEX_NAME"), List.of(item), unique, null, List.of(), options);
    }

    /** The name of a constraint or index, of which a table has one. */
    private record ConstraintName(String table, String name) {
        static ConstraintName of(ResultSet row, String column) throws SQLException {
            return new ConstraintName(row.getString("TABLE_NAME"), row.getString(column));
        }
    }
}
