package org.alkahest.dialect.postgresql;

import org.alkahest.reflect.TypeText;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/**
 * The types of names as {@code format_type} writes them (https://www.postgresql.org/docs/18/datatype.html). What a type of
 * ours does not say, such as the digits of a time, is kept in a vendor's type that reads the same.
 */
final class PostgresqlReflectedTypes {
    private PostgresqlReflectedTypes() {}

    /** Of the system's own types. */
    static SqlType<?> of(String text) {
        TypeText type = TypeText.parse(text);
        int length = type.number(0);
        boolean sized = length > 0;
        return switch (type.name()) {
            case "boolean" -> SqlTypes.BOOLEAN;
            case "smallint" -> SqlTypes.SMALLINT;
            case "integer" -> SqlTypes.INTEGER;
            case "bigint" -> SqlTypes.BIGINT;
            case "numeric" -> numeric(type, text);
            case "real" -> SqlTypes.REAL;
            case "double precision" -> SqlTypes.DOUBLE;
            case "character varying" -> sized ? SqlTypes.varchar(length) : SqlTypes.TEXT;
            case "character" -> sized ? SqlTypes.character(length) : SqlTypes.TEXT;
            case "text" -> SqlTypes.TEXT;
            case "bytea" -> SqlTypes.BINARY;
            case "date" -> SqlTypes.DATE;
            case "uuid" -> SqlTypes.UUID;
            case "jsonb" -> SqlTypes.JSON;
            case "json" -> PostgresqlTypes.JSON_TEXT;
            case "time without time zone" -> exact(SqlTypes.TIME, type, text);
            case "timestamp without time zone" -> exact(SqlTypes.TIMESTAMP, type, text);
            case "timestamp with time zone" -> exact(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, type, text);
            default -> type.name().startsWith("interval") ? interval(type, text) : vendor(type, text);
        };
    }

    private static SqlType<?> numeric(TypeText type, String text) {
        int digits = type.number(0);
        if (type.arguments().isEmpty()) {
            return SqlTypes.DECIMAL;
        }
        int scale = type.number(1);
        // Since 15 the scale may be negative or beyond the precision (docs/18/datatype-numeric.html).
        return scale >= 0 && scale <= digits ? SqlTypes.decimal(digits, scale) : named(SqlTypes.DECIMAL, text);
    }

    private static SqlType<?> exact(SqlType<?> type, TypeText written, String text) {
        return written.arguments().isEmpty() ? type : named(type, text);
    }

    /** One without fields may hold months too, which a duration refuses when it is read (ALK-1176). */
    private static SqlType<?> interval(TypeText type, String text) {
        if (type.name().equals("interval") && type.arguments().isEmpty()) {
            return SqlTypes.DURATION;
        }
        boolean months = type.name().matches("interval (year|month|year to month)");
        return named(months ? SqlTypes.PERIOD_OF_MONTHS : SqlTypes.DURATION, text);
    }

    private static SqlType<?> vendor(TypeText type, String text) {
        int bits = type.number(0);
        return switch (type.name()) {
            case "inet" -> PostgresqlTypes.INET;
            case "cidr" -> PostgresqlTypes.CIDR;
            case "macaddr" -> PostgresqlTypes.MACADDR;
            case "macaddr8" -> PostgresqlTypes.MACADDR8;
            case "money" -> PostgresqlTypes.MONEY;
            case "jsonpath" -> PostgresqlTypes.JSONPATH;
            case "regclass" -> PostgresqlTypes.REGCLASS;
            case "oid" -> PostgresqlTypes.OID;
            case "bit" -> PostgresqlTypes.bit(bits);
            case "bit varying" -> bits > 0 ? PostgresqlTypes.varbit(bits) : PostgresqlCatalogType.asText(text);
            case "tsvector" -> FullText.TSVECTOR;
            case "tsquery" -> FullText.TSQUERY;
            case "int4range" -> Ranges.INT4RANGE;
            case "int8range" -> Ranges.INT8RANGE;
            case "numrange" -> Ranges.NUMRANGE;
            case "daterange" -> Ranges.DATERANGE;
            case "tsrange" -> Ranges.TSRANGE;
            case "tstzrange" -> Ranges.TSTZRANGE;
            case "int4multirange" -> Ranges.INT4MULTIRANGE;
            case "int8multirange" -> Ranges.INT8MULTIRANGE;
            case "nummultirange" -> Ranges.NUMMULTIRANGE;
            case "datemultirange" -> Ranges.DATEMULTIRANGE;
            case "tsmultirange" -> Ranges.TSMULTIRANGE;
            case "tstzmultirange" -> Ranges.TSTZMULTIRANGE;
            default -> PostgresqlCatalogType.asText(text);
        };
    }

    /** Of types that someone created; those of extensions that are known have no schema if a statement finds them. */
    static SqlType<?> ofExtension(String text) {
        return switch (text) {
            case "hstore" -> Hstore.HSTORE;
            case "citext" -> PostgresqlTypes.CITEXT;
            default -> PostgresqlCatalogType.asText(text);
        };
    }

    private static SqlType<?> named(SqlType<?> type, String text) {
        return type.withVendor(VendorType.cast(PostgresqlDialect.VENDOR, text));
    }
}
