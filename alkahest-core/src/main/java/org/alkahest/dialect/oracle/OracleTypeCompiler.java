package org.alkahest.dialect.oracle;

import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.SqlType;

/**
 * Oracle's type names (19c SQL Language Reference, "Data Types"). Integers are numbers of as many digits as their Java types
 * have. Lengths are characters, not the bytes that a database may be set to.
 */
final class OracleTypeCompiler extends TypeCompiler {
    /** The widest VARCHAR2 and RAW unless MAX_STRING_SIZE is EXTENDED ("Data Type Limits"). */
    static final int MAX_VARCHAR = 4000;

    private static final int MAX_RAW = 2000;

    private final boolean booleans;

    /** @param booleans whether there are BOOLEAN, which came with 23ai, and JSON, which came with 21c */
    OracleTypeCompiler(boolean booleans) {
        this.booleans = booleans;
    }

    /** Whether bytes of this length fit a RAW, which unlike a BLOB can be compared and indexed. */
    static boolean isRaw(SqlType<?> binary) {
        return binary.length() != SqlType.UNSET && binary.length() <= MAX_RAW;
    }

    /** Whether a column of the type is a large object, which can be neither compared nor indexed. */
    static boolean isLob(SqlType<?> type) {
        return switch (type.name()) {
            case TEXT, JSON -> true;
            case VARCHAR -> type.length() > MAX_VARCHAR;
            case BINARY -> !isRaw(type);
            default -> false;
        };
    }

    @Override
    public String columnType(SqlType<?> type) {
        if (type.vendor() != null) {
            return super.columnType(type);
        }
        return switch (type.name()) {
            case SMALLINT -> "NUMBER(5)";
            case INTEGER -> "NUMBER(10)";
            case BIGINT -> "NUMBER(19)";
            case REAL -> "BINARY_FLOAT";
            case CHAR -> "CHAR(" + type.length() + " CHAR)";
            case VARCHAR -> isLob(type) ? text() : "VARCHAR2(" + type.length() + " CHAR)";
            default -> super.columnType(type);
        };
    }

    /** CAST gives no LOB. */
    @Override
    public String castType(SqlType<?> type) {
        if (type.vendor() != null) {
            return super.castType(type);
        }
        return switch (columnType(type)) {
            case "CLOB" -> "VARCHAR2(" + MAX_VARCHAR + ")";
            case "BLOB" -> "RAW(" + MAX_RAW + ")";
            default -> columnType(type);
        };
    }

    @Override
    protected String booleanType() {
        return booleans ? "BOOLEAN" : "NUMBER(1)";
    }

    /** With infinities, NaN and every double; FLOAT is a decimal number. */
    @Override
    protected String doubleType() {
        return "BINARY_DOUBLE";
    }

    @Override
    protected String decimal(SqlType<?> type) {
        return type.precision() == SqlType.UNSET ? "NUMBER" : "NUMBER(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    protected String text() {
        return "CLOB";
    }

    @Override
    protected String binary(SqlType<?> type) {
        return isRaw(type) ? "RAW(" + type.length() + ")" : "BLOB";
    }

    /** There is no TIME: a time is a timestamp of 1 January 1970; see {@link OracleCodecs}. */
    @Override
    protected String time(SqlType<?> type) {
        return "TIMESTAMP(6)";
    }

    /** JSON as text before there was a type of its own. */
    @Override
    protected String json() {
        return booleans ? "JSON" : "CLOB";
    }

    @Override
    protected String uuid() {
        return "RAW(16)";
    }

    @Override
    public boolean isIndexable(SqlType<?> type) {
        return !isLob(type) && !Vectors.isVector(type);
    }
}
