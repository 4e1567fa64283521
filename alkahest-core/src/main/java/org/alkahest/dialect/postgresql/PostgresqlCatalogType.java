package org.alkahest.dialect.postgresql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;
import org.jspecify.annotations.Nullable;

/**
 * A type as pg_type describes it. Beneath a domain or an array is a core, which for other types is the type itself. Immutable.
 *
 * @param text as {@code format_type} writes it: in quotes and with its schema where a statement needs them
 * @param dimensions of an array, 0 for what is none
 * @param coreText the core in the same way
 * @param coreSchema null for {@code current_schema()}
 * @param ownName the core's name if it is not of the system
 * @param labels of an enumerated core, else empty
 */
record PostgresqlCatalogType(
        String text,
        boolean domain,
        int dimensions,
        String coreText,
        @Nullable String coreSchema,
        @Nullable String ownName,
        List<String> labels) {
    PostgresqlCatalogType {
        labels = List.copyOf(labels);
    }

    /** What {@link #read} reads, of the joins of {@link #joins}; given the modifier and dimensions of the type. */
    static String columns(String modifier, String dimensions) {
        return "pg_catalog.format_type(t.oid, " + modifier + ") AS type_text, t.typtype = 'd' AS is_domain,"
                + " CASE WHEN e.oid IS NULL THEN 0 ELSE GREATEST(" + dimensions + ", 1) END AS dimensions,"
                + " pg_catalog.format_type(k.oid, CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE " + modifier
                + " END) AS core_text,"
                + " NULLIF(kn.nspname, pg_catalog.current_schema()) AS core_schema,"
                + " CASE WHEN kn.nspname <> 'pg_catalog' THEN k.typname END AS own_name,"
                + " (SELECT array_agg(CAST(l.enumlabel AS text) ORDER BY l.enumsortorder) FROM pg_catalog.pg_enum l"
                + " WHERE l.enumtypid = k.oid) AS labels";
    }

    /** The type {@code t}, the base of a domain {@code b}, an array's element {@code e}, and the core {@code k}. */
    static String joins(String oid) {
        return " JOIN pg_catalog.pg_type t ON t.oid = " + oid
                + " LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype"
                + " LEFT JOIN pg_catalog.pg_type e ON e.oid = COALESCE(b.typelem, t.typelem)"
                + " AND e.typarray = COALESCE(b.oid, t.oid)"
                + " JOIN pg_catalog.pg_type k ON k.oid = COALESCE(e.oid, b.oid, t.oid)"
                + " JOIN pg_catalog.pg_namespace kn ON kn.oid = k.typnamespace";
    }

    static PostgresqlCatalogType read(ResultSet row) throws SQLException {
        return new PostgresqlCatalogType(
                row.getString("type_text"),
                row.getBoolean("is_domain"),
                row.getInt("dimensions"),
                row.getString("core_text"),
                row.getString("core_schema"),
                row.getString("own_name"),
                strings(row, "labels"));
    }

    /** An array of text; empty for NULL. */
    @SuppressWarnings("unchecked") // what getArray gives for text[]
    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Domains read as their base; arrays of what travels as text are text as a whole, as the driver gives no more. */
    SqlType<?> sqlType() {
        SqlType<?> core = core();
        if (domain) {
            return dimensions > 0 ? asText(text) : core.withVendor(VendorType.cast(PostgresqlDialect.VENDOR, text));
        }
        if (dimensions == 0) {
            return core;
        }
        if (core.vendor() != null) {
            return asText(text);
        }
        SqlType<?> array = core;
        for (int i = 0; i < dimensions; i++) {
            array = SqlTypes.array(array);
        }
        return array;
    }

    /** What is beneath a domain; the type itself where there is none. */
    SqlType<?> base() {
        return new PostgresqlCatalogType(
                        coreText + "[]".repeat(dimensions), false, dimensions, coreText, coreSchema, ownName, labels)
                .sqlType();
    }

    private SqlType<?> core() {
        if (ownName == null) {
            return PostgresqlReflectedTypes.of(coreText);
        }
        if (!labels.isEmpty()) {
            return SqlTypes.enumLabels(new EnumType(coreSchema, ownName, labels));
        }
        return PostgresqlReflectedTypes.ofExtension(coreText);
    }

    static SqlType<String> asText(String name) {
        return SqlTypes.vendor(VendorType.cast(PostgresqlDialect.VENDOR, name));
    }
}
