package org.alkahest.dialect.mysql;

import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;
import org.alkahest.type.VendorType;

/** Type names (https://dev.mysql.com/doc/refman/9.7/en/data-types.html; MariaDB 10.11, "Data Types"). */
final class MysqlTypeCompiler extends TypeCompiler {
    /** VARCHAR has 65,535 bytes, and a character four (13.3.2). */
    private static final int MAX_VARCHAR = 16_383;

    private static final int MAX_VARBINARY = 65_532;

    private final boolean uuidType;

    /** @param uuidType whether there is a type UUID, as in MariaDB from 10.7 on */
    MysqlTypeCompiler(boolean uuidType) {
        this.uuidType = uuidType;
    }

    /** Whether values of a type have no length that an index could count on. */
    private static boolean isUnbounded(SqlType<?> type) {
        return switch (type.name()) {
            case TEXT -> true;
            case VARCHAR -> type.length() > MAX_VARCHAR;
            case BINARY -> type.length() == SqlType.UNSET || type.length() > MAX_VARBINARY;
            default -> false;
        };
    }

    /** CAST has names of its own (14.10). */
    @Override
    public String castType(SqlType<?> type) {
        VendorType vendor = type.vendor();
        if (vendor != null) {
            return vendor.castName();
        }
        return switch (type.name()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, INTERVAL_DAY_TIME, INTERVAL_YEAR_MONTH -> "SIGNED";
            case DECIMAL -> decimal(type);
            case REAL -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case CHAR, VARCHAR -> "CHAR(" + type.length() + ")";
            case TEXT -> "CHAR";
            case BINARY -> "BINARY"; // with a length it would be padded to it
            case DATE -> date();
            case TIME -> time(type);
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> timestamp(type);
            case UUID -> uuid();
            case JSON -> json();
            case ARRAY -> columnType(type);
            case OTHER -> other(type);
        };
    }

    /** FLOAT is sent as text of six digits (B.3.4.8), which is not the number that was stored. */
    @Override
    protected String real() {
        return "DOUBLE";
    }

    @Override
    protected String doubleType() {
        return "DOUBLE";
    }

    /** Without a precision it would have no digit after the point (13.1.3); 65 and 30 are the most there are. */
    @Override
    protected String decimal(SqlType<?> type) {
        return type.precision() == SqlType.UNSET
                ? "DECIMAL(65, 30)"
                : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    protected String varchar(SqlType<?> type) {
        return isUnbounded(type) ? text() : super.varchar(type);
    }

    /** TEXT alone ends at 64 kB (13.7). */
    @Override
    protected String text() {
        return "LONGTEXT";
    }

    @Override
    protected String binary(SqlType<?> type) {
        return isUnbounded(type) ? "LONGBLOB" : "VARBINARY(" + type.length() + ")";
    }

    /** TIMESTAMP ends in 2038 and follows the session's time zone (13.2.2). */
    @Override
    protected String timestamp(SqlType<?> type) {
        return "DATETIME(6)";
    }

    /** In UTC. */
    @Override
    protected String timestampWithTimeZone(SqlType<?> type) {
        return "DATETIME(6)";
    }

    /** The number of microseconds. */
    @Override
    protected String intervalDayToSecond() {
        return "BIGINT";
    }

    /** The number of months. */
    @Override
    protected String intervalYearToMonth() {
        return "INTEGER";
    }

    /** As text it is readable, and unlike bytes it fits into JSON. */
    @Override
    protected String uuid() {
        return uuidType ? "UUID" : "CHAR(36)";
    }

    @Override
    public boolean isIndexable(SqlType<?> type) {
        return !isUnbounded(type);
    }

    @Override
    protected String enumeration(SqlType<?> type, EnumType labels) {
        return inlineEnumeration(labels).replace("\\", "\\\\");
    }
}
