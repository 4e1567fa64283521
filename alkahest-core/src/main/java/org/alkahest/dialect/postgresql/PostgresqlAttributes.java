package org.alkahest.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.TableAssembly.Parts;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of pg_attribute. A serial column, whose default is the next number of a sequence that belongs to it, is
 * described as an identity: that is what creates the like again, sequence and all.
 */
final class PostgresqlAttributes {
    /** The sequence that belongs to a column, and whether its default is that sequence's next number. */
    private static final String SEQUENCE = " LEFT JOIN LATERAL (SELECT q.seqrelid, q.seqstart, q.seqincrement"
            + " FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_sequence q ON q.seqrelid = o.objid"
            + " WHERE o.classid = CAST('pg_catalog.pg_class' AS regclass)"
            + " AND o.refclassid = CAST('pg_catalog.pg_class' AS regclass)"
            + " AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i')"
            + " AND (a.attidentity <> '' OR EXISTS (SELECT 1 FROM pg_catalog.pg_depend y"
            + " WHERE y.classid = CAST('pg_catalog.pg_attrdef' AS regclass) AND y.objid = d.oid"
            + " AND y.refobjid = q.seqrelid)"
            + " AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) ~ '^nextval\\(''([^'']|'''')*''::regclass\\)$')"
            + " ORDER BY o.deptype DESC LIMIT 1) s ON TRUE";

    private PostgresqlAttributes() {}

    /** Adds the columns of relations, which are given by their numbers. */
    static void read(Connection connection, Map<Long, Parts> relations) throws SQLException {
        CatalogQuery.of(
                        "SELECT a.attrelid, a.attname, a.attnotnull OR t.typnotnull AS is_required, a.attidentity,"
                                + " a.attgenerated, pg_catalog.pg_get_expr(d.adbin, d.adrelid,"
                                + " a.attgenerated <> '') AS default_sql, co.collname,"
                                + " pg_catalog.col_description(a.attrelid, a.attnum) AS description,"
                                + " s.seqstart, s.seqincrement, "
                                + PostgresqlCatalogType.columns("a.atttypmod", "a.attndims")
                                + " FROM pg_catalog.pg_attribute a"
                                + PostgresqlCatalogType.joins("a.atttypid")
                                + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                                + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
                                + " AND a.attcollation <> t.typcollation"
                                + SEQUENCE
                                + " WHERE a.attrelid = ANY (CAST(? AS oid[])) AND a.attnum > 0 AND NOT a.attisdropped"
                                + " ORDER BY a.attrelid, a.attnum",
                        oids(connection, relations))
                .forEach(connection, row -> {
                    Parts parts = relations.get(row.getLong("attrelid"));
                    if (parts != null) {
                        parts.column(column(row));
                    }
                });
    }

    static java.sql.Array oids(Connection connection, Map<Long, Parts> relations) throws SQLException {
        return connection.createArrayOf("int8", relations.keySet().toArray());
    }

    private static ReflectedColumn column(ResultSet row) throws SQLException {
        PostgresqlCatalogType type = PostgresqlCatalogType.read(row);
        ReflectedColumn column = ReflectedColumn.of(
                        row.getString("attname"), type.sqlType(), type.text(), !row.getBoolean("is_required"))
                .withCollation(row.getString("collname"))
                .withComment(row.getString("description"));
        String sql = row.getString("default_sql");
        String generated = row.getString("attgenerated");
        if (sql != null && !generated.isEmpty()) {
            return column.withComputed(new Computed(sql, generated.equals("s")));
        }
        Identity identity = identity(row);
        return identity == null ? column.withDefault(sql) : column.withIdentity(identity);
    }

    private static @Nullable Identity identity(ResultSet row) throws SQLException {
        boolean always = row.getString("attidentity").equals("a");
        long start = row.getLong("seqstart");
        return row.wasNull() ? null : new Identity(always, start, row.getLong("seqincrement"));
    }
}
