package org.alkahest.dialect.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/**
 * The types of ALL_TAB_COLS (19c Database Reference): integers are numbers of as many digits as {@link OracleTypeCompiler}
 * gives them, all other numbers decimals; of one digit too, which need not be a boolean.
 *
 * @param name DATA_TYPE, which has the digits of a timestamp in it
 * @param length CHAR_LENGTH for text, DATA_LENGTH for bytes
 * @param precision DATA_PRECISION, or {@link SqlType#UNSET}
 * @param scale DATA_SCALE, or {@link SqlType#UNSET}
 */
record OracleReflectedTypes(String name, int length, int precision, int scale) {
    private static final int SHORT_DIGITS = 5;
    private static final int INTEGER_DIGITS = 10;
    private static final int LONG_DIGITS = 19;
    private static final int MAX_DIGITS = 38;

    /** Reads the columns of that name from a row of ALL_TAB_COLS. */
    static OracleReflectedTypes read(ResultSet row) throws SQLException {
        String name = row.getString("DATA_TYPE");
        return new OracleReflectedTypes(
                name,
                number(row, name.contains("CHAR") ? "CHAR_LENGTH" : "DATA_LENGTH"),
                number(row, "DATA_PRECISION"),
                number(row, "DATA_SCALE"));
    }

    private static int number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? SqlType.UNSET : value;
    }

    SqlType<?> type() {
        return switch (name) {
            case "NUMBER" -> numeric();
            case "BINARY_FLOAT" -> SqlTypes.REAL;
            case "BINARY_DOUBLE" -> SqlTypes.DOUBLE;
            case "FLOAT" -> OracleTypes.FLOAT;
            case "VARCHAR2" -> SqlTypes.varchar(length);
            case "CHAR" -> SqlTypes.character(length);
            case "NVARCHAR2" -> OracleTypes.nvarchar2(length);
            case "NCHAR" -> OracleTypes.nchar(length);
            case "CLOB" -> SqlTypes.TEXT;
            case "NCLOB" -> OracleTypes.NCLOB;
            case "BLOB" -> SqlTypes.BINARY;
            case "RAW" -> SqlTypes.binary(length);
            case "DATE" -> OracleTypes.DATE;
            case "BOOLEAN" -> SqlTypes.BOOLEAN;
            case "JSON" -> SqlTypes.JSON;
            case "ROWID" -> OracleTypes.ROWID;
            case "UROWID" -> OracleTypes.UROWID;
            default -> timeOrOther();
        };
    }

    /** The type in the database's words. */
    String text() {
        return switch (name) {
            case "NUMBER" ->
                precision == SqlType.UNSET
                        ? scale == 0 ? "NUMBER(*, 0)" : name
                        : name + "(" + precision + ", " + Math.max(scale, 0) + ")";
            case "VARCHAR2", "CHAR" -> name + "(" + length + " CHAR)";
            case "NVARCHAR2", "NCHAR", "RAW" -> name + "(" + length + ")";
            default -> name;
        };
    }

    private SqlType<?> numeric() {
        if (precision == SqlType.UNSET) {
            return scale == 0 ? SqlTypes.decimal(MAX_DIGITS, 0) : SqlTypes.DECIMAL;
        }
        if (scale != 0) {
            return scale > 0 && scale <= precision ? SqlTypes.decimal(precision, scale) : SqlTypes.DECIMAL;
        }
        return switch (precision) {
            case SHORT_DIGITS -> SqlTypes.SMALLINT;
            case INTEGER_DIGITS -> SqlTypes.INTEGER;
            case LONG_DIGITS -> SqlTypes.BIGINT;
            default -> SqlTypes.decimal(precision, 0);
        };
    }

    private SqlType<?> timeOrOther() {
        if (name.startsWith("TIMESTAMP")) {
            if (name.endsWith("WITH LOCAL TIME ZONE")) {
                return OracleTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE;
            }
            return name.endsWith("WITH TIME ZONE") ? SqlTypes.TIMESTAMP_WITH_TIME_ZONE : SqlTypes.TIMESTAMP;
        }
        if (name.startsWith("INTERVAL DAY")) {
            return SqlTypes.DURATION;
        }
        return name.startsWith("INTERVAL YEAR") ? SqlTypes.PERIOD_OF_MONTHS : other(name);
    }

    private static SqlType<?> other(String name) {
        return SqlTypes.vendor(VendorType.plain(OracleDialect.VENDOR, name));
    }
}
