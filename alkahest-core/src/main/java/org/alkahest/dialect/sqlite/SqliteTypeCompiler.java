package org.alkahest.dialect.sqlite;

import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.SqlType;

/**
 * Declared types. SQLite keeps the words and derives from them only an affinity (https://www.sqlite.org/datatype3.html,
 * section 3.1), so the words are those of the other databases for the sake of whoever reads the schema.
 */
final class SqliteTypeCompiler extends TypeCompiler {
    SqliteTypeCompiler() {}

    /** In CAST the affinity decides: {@code CAST('2026-01-01' AS DATE)} would be the number 2026. */
    @Override
    public String castType(SqlType<?> type) {
        return switch (type.name()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, INTERVAL_DAY_TIME, INTERVAL_YEAR_MONTH -> "INTEGER";
            case DECIMAL -> "NUMERIC";
            case REAL, DOUBLE -> "REAL";
            case CHAR, VARCHAR, TEXT, DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, UUID, JSON -> "TEXT";
            case BINARY -> "BLOB";
            case ARRAY -> columnType(type);
            case OTHER -> other(type);
        };
    }

    @Override
    protected String binary(SqlType<?> type) {
        return "BLOB";
    }

    @Override
    protected String time(SqlType<?> type) {
        return "TIME";
    }

    @Override
    protected String timestamp(SqlType<?> type) {
        return "TIMESTAMP";
    }

    @Override
    protected String timestampWithTimeZone(SqlType<?> type) {
        return "TIMESTAMPTZ";
    }

    /** Affinity TEXT; a type JSON would have affinity NUMERIC, and keep the document {@code 1.0} as a number. */
    @Override
    protected String json() {
        return "TEXT";
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
        return "CHAR(36)";
    }
}
