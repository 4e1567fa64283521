package org.alkahest.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.type.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogs of PostgreSQL hold besides tables: named types (docs/18/catalog-pg-type.html). Each method sends one
 * query over a JDBC connection, as {@code connection.withJdbc(jdbc -> PostgresqlCatalog.enums(jdbc, null))} has one.
 * Stateless.
 */
public final class PostgresqlCatalog {
    /** The types that a schema holds: {@code t} in the namespace {@code n}. */
    private static final String IN_SCHEMA = " n.nspname = COALESCE(CAST(? AS text), pg_catalog.current_schema())";

    private PostgresqlCatalog() {}

    /**
     * The enumerated types of a schema with their labels in order, by name; those without labels are left out.
     *
     * @param schema null for the connection's own; the types then have none either
     */
    public static List<EnumType> enums(Connection connection, @Nullable String schema) throws SQLException {
        return CatalogQuery.of(
                        "SELECT t.typname, array_agg(CAST(l.enumlabel AS text) ORDER BY l.enumsortorder) AS labels"
                                + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                                + " JOIN pg_catalog.pg_enum l ON l.enumtypid = t.oid WHERE" + IN_SCHEMA
                                + " GROUP BY t.typname ORDER BY t.typname",
                        schema)
                .list(
                        connection,
                        row -> new EnumType(
                                schema, row.getString("typname"), PostgresqlCatalogType.strings(row, "labels")));
    }

    /**
     * The domains of a schema, by name.
     *
     * @param schema null for the connection's own; the domains then have none either
     */
    public static List<ReflectedDomain> domains(Connection connection, @Nullable String schema) throws SQLException {
        Map<String, ReflectedDomain> domains = new LinkedHashMap<>();
        CatalogQuery.of(
                        "SELECT t.typname, pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base_text,"
                                + " t.typnotnull, t.typdefault, co.collname,"
                                + " pg_catalog.obj_description(t.oid, 'pg_type') AS description,"
                                + " y.conname, pg_catalog.pg_get_expr(y.conbin, 0, TRUE) AS condition,"
                                + " pg_catalog.obj_description(y.oid, 'pg_constraint') AS check_description, "
                                + PostgresqlCatalogType.columns("NULL", "t.typndims")
                                + " FROM pg_catalog.pg_type d JOIN pg_catalog.pg_namespace n ON n.oid = d.typnamespace"
                                + PostgresqlCatalogType.joins("d.oid")
                                + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = t.typcollation"
                                + " AND t.typcollation <> b.typcollation"
                                + " LEFT JOIN pg_catalog.pg_constraint y ON y.contypid = t.oid AND y.contype = 'c'"
                                + " WHERE t.typtype = 'd' AND" + IN_SCHEMA + " ORDER BY t.typname, y.conname",
                        schema)
                .forEach(
                        connection,
                        row -> domains.merge(row.getString("typname"), domain(schema, row), ReflectedDomain::with));
        return List.copyOf(domains.values());
    }

    private static ReflectedDomain domain(@Nullable String schema, ResultSet row) throws SQLException {
        String check = row.getString("conname");
        return new ReflectedDomain(
                schema,
                row.getString("typname"),
                PostgresqlCatalogType.read(row).base(),
                row.getString("base_text"),
                !row.getBoolean("typnotnull"),
                row.getString("typdefault"),
                row.getString("collname"),
                check == null
                        ? List.of()
                        : List.of(new ReflectedCheck(
                                check, row.getString("condition"), row.getString("check_description"))),
                row.getString("description"));
    }

    /** Whether a type of any kind exists in a schema, null for the search path; the types of tables count as well. */
    public static boolean hasType(Connection connection, @Nullable String schema, String name) throws SQLException {
        CatalogQuery query = CatalogQuery.of(
                "SELECT 1 FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                        + " WHERE t.typname = ?",
                name);
        return (schema == null
                        ? query.add("AND pg_catalog.pg_type_is_visible(t.oid)")
                        : query.add("AND n.nspname = ?", schema))
                .hasRow(connection);
    }
}
