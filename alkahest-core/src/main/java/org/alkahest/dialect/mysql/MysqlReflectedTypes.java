package org.alkahest.dialect.mysql;

import java.util.Locale;
import org.alkahest.reflect.TypeText;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/**
 * The types of COLUMN_TYPE (https://dev.mysql.com/doc/refman/9.7/en/data-types.html; MariaDB 10.11, "Data Types"), which
 * writes lengths of integers on one server and not on the other. What Alkahest would create otherwise is the vendor's type
 * by its name, with values of the type that reads it.
 */
final class MysqlReflectedTypes {
    private MysqlReflectedTypes() {}

    static SqlType<?> of(String sql) {
        TypeText text = TypeText.parse(sql);
        String name = text.name();
        if (name.endsWith(" zerofill")) {
            return named(of(sql.replaceFirst("(?i) zerofill$", "")), sql, "UNSIGNED");
        }
        return name.endsWith(" unsigned") ? unsigned(text, sql) : signed(text, sql);
    }

    private static SqlType<?> unsigned(TypeText text, String sql) {
        return switch (text.name().replace(" unsigned", "")) {
            case "tinyint" -> MysqlTypes.TINYINT_UNSIGNED;
            case "smallint" -> MysqlTypes.SMALLINT_UNSIGNED;
            case "mediumint" -> MysqlTypes.MEDIUMINT_UNSIGNED;
            case "int" -> MysqlTypes.INT_UNSIGNED;
            case "bigint" -> MysqlTypes.BIGINT_UNSIGNED;
            default -> named(of(sql.replaceFirst("(?i) unsigned$", "")), sql, "DECIMAL(65, 30)");
        };
    }

    private static SqlType<?> signed(TypeText text, String sql) {
        int length = text.number(0);
        return switch (text.name()) {
            case "tinyint" -> length == 1 ? SqlTypes.BOOLEAN : named(SqlTypes.SMALLINT, "TINYINT", "SIGNED");
            case "smallint" -> SqlTypes.SMALLINT;
            case "mediumint" -> MysqlTypes.MEDIUMINT;
            case "int" -> SqlTypes.INTEGER;
            case "bigint" -> SqlTypes.BIGINT;
            case "decimal" -> decimal(length, text.number(1));
            case "float" -> named(SqlTypes.REAL, sql, "FLOAT");
            case "double" -> length == SqlType.UNSET ? SqlTypes.DOUBLE : named(SqlTypes.DOUBLE, sql, "DOUBLE");
            case "bit" -> length > 0 && length < 64 ? MysqlTypes.bit(length) : vendor(sql);
            case "year" -> MysqlTypes.YEAR;
            case "date" -> SqlTypes.DATE;
            case "time" -> length == 6 ? SqlTypes.TIME : MysqlTypes.time(Math.max(length, 0));
            case "datetime" -> length == 6 ? SqlTypes.TIMESTAMP : MysqlTypes.datetime(Math.max(length, 0));
            case "timestamp" -> MysqlTypes.timestamp(Math.max(length, 0));
            case "json" -> SqlTypes.JSON;
            case "uuid" -> SqlTypes.UUID;
            case "inet4" -> MysqlTypes.INET4;
            case "inet6" -> MysqlTypes.INET6;
            default -> strings(text, length, sql);
        };
    }

    private static SqlType<?> strings(TypeText text, int length, String sql) {
        return switch (text.name()) {
            case "char" -> length > 0 ? SqlTypes.character(length) : named(SqlTypes.TEXT, sql, "CHAR");
            case "varchar" -> length > 0 ? SqlTypes.varchar(length) : named(SqlTypes.TEXT, sql, "CHAR");
            case "tinytext" -> MysqlTypes.TINYTEXT;
            case "text" -> MysqlTypes.TEXT;
            case "mediumtext" -> MysqlTypes.MEDIUMTEXT;
            case "longtext" -> SqlTypes.TEXT;
            case "enum" -> named(SqlTypes.varchar(longest(text)), sql, "CHAR");
            case "set" -> named(SqlTypes.TEXT, sql, "CHAR");
            case "binary" -> named(SqlTypes.BINARY, sql, "BINARY");
            case "varbinary" -> length > 0 ? SqlTypes.binary(length) : named(SqlTypes.BINARY, sql, "BINARY");
            case "tinyblob" -> MysqlTypes.TINYBLOB;
            case "blob" -> MysqlTypes.BLOB;
            case "mediumblob" -> MysqlTypes.MEDIUMBLOB;
            case "longblob" -> SqlTypes.BINARY;
            default -> vendor(sql);
        };
    }

    /** Which columns of DECIMAL without a precision become, see the compiler of types. */
    private static SqlType<?> decimal(int precision, int scale) {
        return precision == 65 && scale == 30 ? SqlTypes.DECIMAL : SqlTypes.decimal(precision, scale);
    }

    private static int longest(TypeText text) {
        return Math.max(
                1, text.arguments().stream().mapToInt(String::length).max().orElse(1));
    }

    private static SqlType<?> named(SqlType<?> values, String sql, String castName) {
        return values.withVendor(new VendorType(MysqlDialect.VENDOR, sql, castName, false));
    }

    private static SqlType<?> vendor(String sql) {
        return SqlTypes.vendor(VendorType.plain(MysqlDialect.VENDOR, sql.toUpperCase(Locale.ROOT)));
    }
}
