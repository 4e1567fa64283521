package org.alkahest.dialect.sqlserver;

import org.alkahest.compile.CompileException;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** SQL Server's type names ("Data types (Transact-SQL)", version 16). Text is Unicode, as the driver sends it. */
final class SqlServerTypeCompiler extends TypeCompiler {
    /** Beyond these a type with a length is refused, and MAX takes its place. */
    private static final int MAX_CHARACTERS = 4_000;

    private static final int MAX_BYTES = 8_000;

    SqlServerTypeCompiler() {}

    /** Computations need digits on both sides of the point. */
    @Override
    public String castType(SqlType<?> type) {
        boolean unbounded =
                type.name() == TypeName.DECIMAL && type.precision() == SqlType.UNSET && type.vendor() == null;
        return unbounded ? "DECIMAL(38, 10)" : super.castType(type);
    }

    @Override
    protected String booleanType() {
        return "BIT";
    }

    @Override
    protected String doubleType() {
        return "FLOAT(53)";
    }

    /** DECIMAL alone is DECIMAL(18, 0), which would round values to whole numbers. */
    @Override
    protected String decimal(SqlType<?> type) {
        if (type.precision() == SqlType.UNSET) {
            throw new CompileException(
                    "ALK-1390",
                    "Cannot name the type DECIMAL for " + SqlServerDialect.NAME
                            + ": it has no decimals without a precision and a scale. Give them:"
                            + " SqlTypes.decimal(precision, scale).");
        }
        return "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    protected String character(SqlType<?> type) {
        return type.length() > MAX_CHARACTERS ? text() : "NCHAR(" + type.length() + ")";
    }

    @Override
    protected String varchar(SqlType<?> type) {
        return type.length() > MAX_CHARACTERS ? text() : "NVARCHAR(" + type.length() + ")";
    }

    @Override
    protected String text() {
        return "NVARCHAR(MAX)";
    }

    @Override
    protected String binary(SqlType<?> type) {
        boolean bounded = type.length() != SqlType.UNSET && type.length() <= MAX_BYTES;
        return bounded ? "VARBINARY(" + type.length() + ")" : "VARBINARY(MAX)";
    }

    @Override
    protected String timestamp(SqlType<?> type) {
        return "DATETIME2(6)";
    }

    @Override
    protected String timestampWithTimeZone(SqlType<?> type) {
        return "DATETIMEOFFSET(6)";
    }

    /** JSON is text before version 17. */
    @Override
    protected String json() {
        return text();
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

    @Override
    protected String uuid() {
        return "UNIQUEIDENTIFIER";
    }

    /** Whether a column of the type is of those that no key and no index takes ("CREATE INDEX", remarks). */
    private static boolean isUnbounded(SqlType<?> type) {
        return switch (type.name()) {
            case TEXT, JSON -> true;
            case CHAR, VARCHAR -> type.length() > MAX_CHARACTERS;
            case BINARY -> type.length() == SqlType.UNSET || type.length() > MAX_BYTES;
            default -> false;
        };
    }

    @Override
    public boolean isIndexable(SqlType<?> type) {
        return !isUnbounded(type);
    }
}
