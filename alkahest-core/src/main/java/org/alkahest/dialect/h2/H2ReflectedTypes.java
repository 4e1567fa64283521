package org.alkahest.dialect.h2;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.reflect.TypeText;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/**
 * The types of what DATA_TYPE_SQL says (https://h2database.com/html/datatypes.html, 2.5). A type that Alkahest would create
 * otherwise is the vendor's by its name, with values of the type that reads it.
 */
final class H2ReflectedTypes {
    private static final Vendor H2 = Vendor.of(H2Dialect.NAME);
    private static final Pattern ARRAY = Pattern.compile("(.*) ARRAY(\\[\\d+])?", Pattern.DOTALL);

    private H2ReflectedTypes() {}

    /** The type of a domain's values, under the domain's name. */
    static SqlType<?> ofDomain(String name, String base) {
        return of(base).withVendor(VendorType.plain(H2, name));
    }

    static SqlType<?> of(String sql) {
        Matcher array = ARRAY.matcher(sql);
        if (array.matches()) {
            SqlType<?> type = SqlTypes.array(of(array.group(1)));
            return array.group(2) == null ? type : named(type, sql);
        }
        TypeText text = TypeText.parse(sql);
        int length = text.number(0);
        boolean sized = length > 0;
        return switch (text.name()) {
            case "boolean" -> SqlTypes.BOOLEAN;
            case "tinyint" -> named(SqlTypes.SMALLINT, sql);
            case "smallint" -> SqlTypes.SMALLINT;
            case "integer" -> SqlTypes.INTEGER;
            case "bigint" -> SqlTypes.BIGINT;
            case "numeric", "decimal" -> exact(text, sql);
            case "decfloat" -> sized ? named(SqlTypes.DECIMAL, sql) : SqlTypes.DECIMAL;
            case "real" -> SqlTypes.REAL;
            case "double precision" -> SqlTypes.DOUBLE;
            case "float" -> named(sized && length <= 24 ? SqlTypes.REAL : SqlTypes.DOUBLE, sql);
            case "character varying" -> sized ? SqlTypes.varchar(length) : SqlTypes.TEXT;
            case "character" -> SqlTypes.character(Math.max(length, 1));
            case "varchar_ignorecase", "character large object" -> named(SqlTypes.TEXT, sql);
            case "enum" -> named(SqlTypes.varchar(longest(text)), sql);
            case "binary varying" -> sized ? SqlTypes.binary(length) : named(SqlTypes.BINARY, sql);
            case "binary" -> named(SqlTypes.BINARY, sql);
            case "binary large object" -> sized ? named(SqlTypes.BINARY, sql) : SqlTypes.BINARY;
            case "date" -> SqlTypes.DATE;
            case "time" -> length == 6 ? SqlTypes.TIME : named(SqlTypes.TIME, sql);
            case "timestamp" -> micros(SqlTypes.TIMESTAMP, length, sql);
            case "timestamp with time zone" -> micros(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, length, sql);
            case "uuid" -> SqlTypes.UUID;
            case "json" -> SqlTypes.JSON;
            default -> text.name().startsWith("interval ") ? interval(sql) : SqlTypes.vendor(VendorType.plain(H2, sql));
        };
    }

    private static SqlType<?> named(SqlType<?> values, String sql) {
        return values.withVendor(VendorType.plain(H2, sql));
    }

    /** Without a precision it has 100,000 digits, none of them after the point. */
    private static SqlType<?> exact(TypeText text, String sql) {
        int precision = text.number(0);
        int scale = Math.max(text.number(1), 0);
        return precision > 0 && scale <= precision ? SqlTypes.decimal(precision, scale) : named(SqlTypes.DECIMAL, sql);
    }

    private static SqlType<?> micros(SqlType<?> type, int digits, String sql) {
        return digits == 6 || digits == SqlType.UNSET ? type : named(type, sql);
    }

    private static int longest(TypeText text) {
        return text.arguments().stream().mapToInt(String::length).max().orElse(0)
                + (text.arguments().isEmpty() ? 1 : 0);
    }

    private static SqlType<?> interval(String sql) {
        return switch (sql) {
            case "INTERVAL DAY(9) TO SECOND(6)", "INTERVAL DAY(9) TO SECOND" -> SqlTypes.DURATION;
            case "INTERVAL YEAR(9) TO MONTH" -> SqlTypes.PERIOD_OF_MONTHS;
            default ->
                sql.matches("INTERVAL (YEAR|MONTH).*")
                        ? named(SqlTypes.PERIOD_OF_MONTHS, sql)
                        : named(SqlTypes.DURATION, sql);
        };
    }
}
