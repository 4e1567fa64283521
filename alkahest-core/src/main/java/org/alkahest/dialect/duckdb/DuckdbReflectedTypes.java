package org.alkahest.dialect.duckdb;

import org.alkahest.reflect.TypeText;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/** The types that the catalog names (https://duckdb.org/docs/stable/sql/data_types/overview, 2.0). Text has no length. */
final class DuckdbReflectedTypes {
    private static final Vendor VENDOR = Vendor.of(DuckdbDialect.NAME);

    private DuckdbReflectedTypes() {}

    /** The type of a column; one of labels, which has no name of its own here, takes the column's. */
    static SqlType<?> of(String column, String text) {
        if (text.endsWith("[]")) {
            SqlType<?> element = of(column, text.substring(0, text.length() - 2));
            return element.vendor() == null ? SqlTypes.array(element) : asText(text);
        }
        if (text.endsWith("]")) {
            return asText(text);
        }
        TypeText type = TypeText.parse(text);
        return switch (type.name()) {
            case "boolean" -> SqlTypes.BOOLEAN;
            case "tinyint", "utinyint" -> named(SqlTypes.SMALLINT, text);
            case "smallint" -> SqlTypes.SMALLINT;
            case "integer" -> SqlTypes.INTEGER;
            case "usmallint" -> named(SqlTypes.INTEGER, text);
            case "bigint" -> SqlTypes.BIGINT;
            case "uinteger" -> named(SqlTypes.BIGINT, text);
            case "decimal" -> SqlTypes.decimal(type.number(0), type.number(1));
            case "float" -> SqlTypes.REAL;
            case "double" -> SqlTypes.DOUBLE;
            case "varchar" -> SqlTypes.TEXT;
            case "blob" -> SqlTypes.BINARY;
            case "date" -> SqlTypes.DATE;
            case "time" -> SqlTypes.TIME;
            case "timestamp" -> SqlTypes.TIMESTAMP;
            case "timestamp with time zone" -> SqlTypes.TIMESTAMP_WITH_TIME_ZONE;
            case "interval" -> SqlTypes.DURATION;
            case "uuid" -> SqlTypes.UUID;
            case "json" -> SqlTypes.JSON;
            case "enum" -> SqlTypes.enumLabels(new EnumType(null, column, type.arguments()));
            default -> asText(text);
        };
    }

    private static SqlType<?> named(SqlType<?> type, String text) {
        return type.withVendor(VendorType.cast(VENDOR, text));
    }

    private static SqlType<String> asText(String name) {
        return SqlTypes.vendor(VendorType.cast(VENDOR, name));
    }
}
