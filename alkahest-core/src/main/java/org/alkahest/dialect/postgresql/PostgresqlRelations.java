package org.alkahest.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ObjectKind;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.alkahest.reflect.TableAssembly.Parts;

/**
 * Reads tables and views of pg_class in four queries: relations, columns, constraints, indexes; their parts are found by the
 * relation's number. One thread at a time.
 */
final class PostgresqlRelations {
    private final Connection connection;
    private final Lookup lookup;

    PostgresqlRelations(Connection connection, Lookup lookup) {
        this.connection = connection;
        this.lookup = lookup;
    }

    /**
     * Adds the condition of the relations {@code c} in namespaces {@code n} that a look-up means. A temporary table hides
     * a lasting one of its name, which is still one of the schema.
     */
    static CatalogQuery where(CatalogQuery query, Lookup lookup, Connection connection) throws SQLException {
        List<String> kinds = new ArrayList<>();
        lookup.kinds().forEach(kind -> kinds.addAll(codes(kind)));
        query.add("WHERE c.relkind = ANY (CAST(? AS text[]))", connection.createArrayOf("text", kinds.toArray()));
        if (!lookup.names().isEmpty()) {
            query.add(
                    "AND c.relname = ANY (CAST(? AS text[]))",
                    connection.createArrayOf("text", lookup.names().toArray()));
        }
        String lasting = lookup.scope().hasLasting() ? "c.relpersistence <> 't'" : "FALSE";
        String temporary = lookup.scope().hasTemporary() ? "c.relpersistence = 't'" : "FALSE";
        if (lookup.schema() != null) {
            return query.add("AND n.nspname = ? AND (" + lasting + " OR " + temporary + ")", lookup.schema());
        }
        String own = "n.nspname = pg_catalog.current_schema()";
        String found = lookup.names().isEmpty()
                ? own
                : "(" + own + " OR pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog')";
        return query.add("AND (" + lasting + " AND " + found + " OR " + temporary
                + " AND n.oid = pg_catalog.pg_my_temp_schema())");
    }

    private static List<String> codes(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> List.of("r", "p");
            case VIEW -> List.of("v");
            case MATERIALIZED_VIEW -> List.of("m");
            case FOREIGN_TABLE -> List.of("f");
        };
    }

    private static ObjectKind kind(String code) {
        return switch (code) {
            case "v" -> ObjectKind.VIEW;
            case "m" -> ObjectKind.MATERIALIZED_VIEW;
            case "f" -> ObjectKind.FOREIGN_TABLE;
            default -> ObjectKind.TABLE;
        };
    }

    List<ReflectedTable> read() throws SQLException {
        TableAssembly tables = new TableAssembly();
        Map<Long, Parts> byOid = new LinkedHashMap<>();
        CatalogQuery query = CatalogQuery.of("SELECT c.oid, c.relname, c.relkind, c.relpersistence,"
                + " pg_catalog.obj_description(c.oid, 'pg_class') AS description,"
                + " CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END AS definition,"
                + " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_by,"
                + " s.spcname, a.amname, array_to_string(c.reloptions, ', ') AS parameters, c.relispartition,"
                + " pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound, c.relrowsecurity,"
                + " (SELECT string_agg(CAST(CAST(h.inhparent AS regclass) AS text), ', ' ORDER BY h.inhseqno)"
                + " FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid) AS parents,"
                + " v.srvname, array_to_string(f.ftoptions, ', ') AS foreign_options"
                + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace"
                + " LEFT JOIN pg_catalog.pg_am a ON a.oid = c.relam AND a.amname <> 'heap'"
                + " LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid"
                + " LEFT JOIN pg_catalog.pg_foreign_server v ON v.oid = f.ftserver");
        where(query, lookup, connection)
                .add("ORDER BY c.relname, c.relpersistence = 't'") // of two of a name the one that is found stays
                .forEach(connection, row -> byOid.put(row.getLong("oid"), begin(tables, row)));
        if (!byOid.isEmpty()) {
            PostgresqlAttributes.read(connection, byOid);
            new PostgresqlKeys(connection, lookup.schema(), byOid).read();
        }
        return tables.toTables();
    }

    private Parts begin(TableAssembly tables, ResultSet row) throws SQLException {
        boolean partition = row.getBoolean("relispartition");
        String parents = row.getString("parents");
        String definition = row.getString("definition");
        String persistence = row.getString("relpersistence");
        return tables.table(
                        new ObjectName(lookup.schema(), row.getString("relname")),
                        kind(row.getString("relkind")),
                        persistence.equals("t"))
                .comment(row.getString("description"))
                .definition(definition == null ? null : definition.strip().replaceFirst(";$", ""))
                .option("partition_by", row.getString("partition_by"))
                .option("partition_of", partition ? parents : null)
                .option("partition_bound", row.getString("bound"))
                .option("inherits", partition ? null : parents)
                .option("tablespace", row.getString("spcname"))
                .option("using", row.getString("amname"))
                .option("with", row.getString("parameters"))
                .option("unlogged", persistence.equals("u") ? "true" : null)
                .option("row_security", row.getBoolean("relrowsecurity") ? "true" : null)
                .option("server", row.getString("srvname"))
                .option("foreign_options", row.getString("foreign_options"));
    }
}
