package org.alkahest.dialect.sqlserver;

import java.util.Locale;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.Vendor;
import org.alkahest.type.VendorType;

/**
 * The types of sys.columns ("sys.columns (Transact-SQL)", version 16).
 *
 * @param bytes max_length: two for each character of the national types, -1 for MAX
 * @param scale for times the digits of a second's fraction
 */
record SqlServerReflectedTypes(String name, int bytes, int precision, int scale) {
    private static final Vendor VENDOR = Vendor.of(SqlServerDialect.NAME);
    private static final int BYTES_OF_CHARACTER = 2;
    private static final int MAX = -1;
    private static final int MICROSECONDS = 6;

    SqlType<?> type() {
        return switch (name) {
            case "bit" -> SqlTypes.BOOLEAN;
            case "smallint" -> SqlTypes.SMALLINT;
            case "int" -> SqlTypes.INTEGER;
            case "bigint" -> SqlTypes.BIGINT;
            case "tinyint" -> SqlTypes.SMALLINT.withVendor(VendorType.plain(VENDOR, "TINYINT"));
            case "decimal", "numeric" -> SqlTypes.decimal(precision, scale);
            case "real" -> SqlTypes.REAL;
            case "float" -> SqlTypes.DOUBLE;
            case "money" -> SqlServerTypes.MONEY;
            case "smallmoney" -> SqlServerTypes.SMALLMONEY;
            case "nvarchar" -> bytes == MAX ? SqlTypes.TEXT : SqlTypes.varchar(bytes / BYTES_OF_CHARACTER);
            case "nchar" -> SqlTypes.character(bytes / BYTES_OF_CHARACTER);
            case "varchar" -> bytes == MAX ? other() : SqlServerTypes.varchar(bytes);
            case "char" -> SqlServerTypes.character(bytes);
            case "varbinary" -> bytes == MAX ? SqlTypes.BINARY : SqlTypes.binary(bytes);
            case "date" -> SqlTypes.DATE;
            case "time" -> SqlTypes.TIME;
            case "datetime2" -> scale == MICROSECONDS ? SqlTypes.TIMESTAMP : SqlServerTypes.datetime2(scale);
            case "datetimeoffset" ->
                scale == MICROSECONDS ? SqlTypes.TIMESTAMP_WITH_TIME_ZONE : SqlServerTypes.datetimeOffset(scale);
            case "datetime" -> SqlServerTypes.DATETIME;
            case "smalldatetime" -> SqlServerTypes.SMALLDATETIME;
            case "uniqueidentifier" -> SqlTypes.UUID;
            case "timestamp", "rowversion" -> SqlServerTypes.ROWVERSION;
            case "xml" -> SqlServerTypes.XML;
            default -> other();
        };
    }

    /** The type in the database's words. */
    String text() {
        return switch (name) {
            case "decimal", "numeric" -> name + "(" + precision + ", " + scale + ")";
            case "nvarchar", "nchar" -> name + "(" + (bytes == MAX ? "max" : bytes / BYTES_OF_CHARACTER) + ")";
            case "varchar", "char", "varbinary", "binary" -> name + "(" + (bytes == MAX ? "max" : bytes) + ")";
            case "time", "datetime2", "datetimeoffset" -> name + "(" + scale + ")";
            default -> name;
        };
    }

    private SqlType<?> other() {
        return SqlTypes.vendor(VendorType.plain(VENDOR, text().toUpperCase(Locale.ROOT)));
    }
}
