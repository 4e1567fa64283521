package org.alkahest.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedIndex;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.reflect.ReflectedKey;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

/**
 * Reads pg_constraint and pg_index. A constraint of which the description leaves something out, such as INCLUDE, is also an
 * option of the table, {@code constraint NAME}, in the database's words. One thread at a time.
 */
final class PostgresqlKeys {
    /** The condition of indexes {@code i} that serve no constraint; a foreign key names the index of its target too. */
    static final String WITHOUT_CONSTRAINTS = "AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k"
            + " WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))";

    /** Columns that came after 12 are read as JSON, where a column that is missing is NULL. */
    private static final String CONSTRAINTS = "SELECT k.conrelid, k.conname, k.contype,"
            + columns("k.conkey", "k.conrelid") + " AS own, "
            + columns("k.confkey", "k.confrelid") + " AS others,"
            + " f.relname AS target, CASE WHEN f.relnamespace <> c.relnamespace"
            + " OR NOT CAST(? AS boolean) AND NOT pg_catalog.pg_table_is_visible(f.oid) THEN fn.nspname END AS schema,"
            + " k.confdeltype, k.confupdtype, k.condeferrable, k.condeferred,"
            + " pg_catalog.pg_get_expr(k.conbin, k.conrelid, TRUE) AS condition,"
            + " pg_catalog.obj_description(k.oid, 'pg_constraint') AS description,"
            + " CASE WHEN k.contype = 'x' OR NOT k.convalidated OR k.confmatchtype = 'f' OR k.connoinherit"
            + " AND k.contype = 'c' OR k.contype IN ('p', 'u') AND (k.condeferrable OR x.indnatts > x.indnkeyatts"
            + " OR to_jsonb(x) ->> 'indnullsnotdistinct' = 'true') OR to_jsonb(k) ->> 'confdelsetcols' IS NOT NULL"
            + " OR to_jsonb(k) ->> 'conenforced' = 'false' OR to_jsonb(k) ->> 'conperiod' = 'true'"
            + " THEN pg_catalog.pg_get_constraintdef(k.oid) END AS words"
            + " FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
            + " LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid"
            + " LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace"
            + " LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid"
            // A foreign key to a partitioned table has a constraint for each of its partitions besides.
            + " WHERE k.conrelid = ANY (CAST(? AS oid[])) AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint r"
            + " WHERE r.oid = k.conparentid AND r.conrelid = k.conrelid)"
            + " ORDER BY k.conrelid, k.conname";

    private static final String INDEXES = "SELECT x.indrelid, i.relname, x.indisunique,"
            + " pg_catalog.pg_get_expr(x.indpred, x.indrelid, TRUE) AS condition, m.amname, x.indnkeyatts,"
            + " CAST(x.indoption AS text) AS directions,"
            + " ARRAY(SELECT COALESCE(CAST(a.attname AS text),"
            + " pg_catalog.pg_get_indexdef(x.indexrelid, CAST(u.i AS int), TRUE))"
            + " FROM unnest(CAST(x.indkey AS int2[])) WITH ORDINALITY u(n, i) LEFT JOIN pg_catalog.pg_attribute a"
            + " ON a.attrelid = x.indrelid AND a.attnum = u.n AND u.n <> 0 ORDER BY u.i) AS items,"
            + " CAST(x.indkey AS text) AS numbers,"
            + " (SELECT string_agg(CAST(o.opcname AS text) || ' of ' || u.i, ', ' ORDER BY u.i)"
            + " FROM unnest(CAST(x.indclass AS oid[])) WITH ORDINALITY u(n, i)"
            + " JOIN pg_catalog.pg_opclass o ON o.oid = u.n WHERE NOT o.opcdefault) AS classes,"
            + " (SELECT string_agg(CAST(o.collname AS text) || ' of ' || u.i, ', ' ORDER BY u.i)"
            + " FROM unnest(CAST(x.indcollation AS oid[]), CAST(x.indkey AS int2[])) WITH ORDINALITY u(n, k, i)"
            + " JOIN pg_catalog.pg_collation o ON o.oid = u.n LEFT JOIN pg_catalog.pg_attribute a"
            + " ON a.attrelid = x.indrelid AND a.attnum = u.k AND u.k <> 0"
            + " WHERE CASE WHEN a.attnum IS NULL THEN o.collname <> 'default' ELSE o.oid <> a.attcollation END)"
            + " AS collations,"
            + " array_to_string(i.reloptions, ', ') AS parameters, s.spcname, x.indisvalid,"
            + " to_jsonb(x) ->> 'indnullsnotdistinct' = 'true' AS not_distinct,"
            + " pg_catalog.obj_description(i.oid, 'pg_class') AS description"
            + " FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid"
            + " JOIN pg_catalog.pg_am m ON m.oid = i.relam"
            + " LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = i.reltablespace"
            + " WHERE x.indrelid = ANY (CAST(? AS oid[])) " + WITHOUT_CONSTRAINTS + " ORDER BY x.indrelid, i.relname";

    private final Connection connection;
    private final @Nullable String schema;
    private final Map<Long, Parts> relations;

    PostgresqlKeys(Connection connection, @Nullable String schema, Map<Long, Parts> relations) {
        this.connection = connection;
        this.schema = schema;
        this.relations = relations;
    }

    private static String columns(String numbers, String relation) {
        return " ARRAY(SELECT CAST(a.attname AS text) FROM unnest(" + numbers + ") WITH ORDINALITY u(n, i)"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = " + relation
                + " AND a.attnum = u.n ORDER BY u.i)";
    }

    void read() throws SQLException {
        CatalogQuery.of(CONSTRAINTS, schema != null, PostgresqlAttributes.oids(connection, relations))
                .forEach(connection, row -> {
                    Parts parts = relations.get(row.getLong("conrelid"));
                    if (parts != null) {
                        constraint(parts, row);
                    }
                });
        CatalogQuery.of(INDEXES, PostgresqlAttributes.oids(connection, relations))
                .forEach(connection, row -> {
                    Parts parts = relations.get(row.getLong("indrelid"));
                    if (parts != null) {
                        parts.index(index(row));
                    }
                });
    }

    private void constraint(Parts parts, ResultSet row) throws SQLException {
        String name = row.getString("conname");
        String comment = row.getString("description");
        List<String> own = PostgresqlCatalogType.strings(row, "own");
        switch (row.getString("contype")) {
            case "p" -> parts.primaryKey(new ReflectedKey(name, own, comment));
            case "u" -> parts.unique(name, new ReflectedKey(name, own, comment));
            case "c" -> parts.check(new ReflectedCheck(name, row.getString("condition"), comment));
            case "f" -> parts.foreignKey(name, foreignKey(row, name, own, comment));
            default -> {} // not null, which is the column's; exclusions are told as options
        }
        parts.option("constraint " + name, row.getString("words"));
    }

    private ReflectedForeignKey foreignKey(ResultSet row, String name, List<String> own, @Nullable String comment)
            throws SQLException {
        String other = row.getString("schema");
        return new ReflectedForeignKey(
                name,
                own,
                new ObjectName(other == null ? schema : other, row.getString("target")),
                PostgresqlCatalogType.strings(row, "others"),
                action(row.getString("confdeltype")),
                action(row.getString("confupdtype")),
                row.getBoolean("condeferrable"),
                row.getBoolean("condeferred"),
                comment);
    }

    private static Action action(String code) {
        return switch (code) {
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    private static ReflectedIndex index(ResultSet row) throws SQLException {
        List<String> texts = PostgresqlCatalogType.strings(row, "items");
        String[] numbers = row.getString("numbers").split(" ", -1);
        String[] directions = row.getString("directions").split(" ", -1);
        int keys = row.getInt("indnkeyatts");
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            items.add(item(texts.get(i), numbers[i].equals("0"), Integer.parseInt(directions[i])));
        }
        return new ReflectedIndex(
                row.getString("relname"),
                items,
                row.getBoolean("indisunique"),
                row.getString("condition"),
                texts.subList(keys, texts.size()),
                options(row));
    }

    /** Bit 1 is DESC, bit 2 NULLS FIRST (docs/18/catalog-pg-index.html); NULLs are first by themselves for DESC. */
    private static Item item(String text, boolean expression, int direction) {
        boolean descending = (direction & 1) != 0;
        boolean first = (direction & 2) != 0;
        return new Item(text, expression, descending, first == descending ? null : first);
    }

    private static Map<String, String> options(ResultSet row) throws SQLException {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "using", row.getString("amname").equals("btree") ? null : row.getString("amname"));
        put(options, "operator_classes", row.getString("classes"));
        put(options, "collations", row.getString("collations"));
        put(options, "with", row.getString("parameters"));
        put(options, "tablespace", row.getString("spcname"));
        put(options, "nulls_not_distinct", row.getBoolean("not_distinct") ? "true" : null);
        put(options, "valid", row.getBoolean("indisvalid") ? null : "false");
        put(options, "comment", row.getString("description"));
        return options;
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
