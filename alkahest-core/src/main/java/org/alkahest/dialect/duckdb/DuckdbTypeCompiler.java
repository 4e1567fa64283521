package org.alkahest.dialect.duckdb;

import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;

/**
 * DuckDB's type names (https://duckdb.org/docs/stable/sql/data_types/overview, 2.0). Lengths of text are written for
 * whoever reads the schema: the database does not keep to them. Times have six digits.
 */
final class DuckdbTypeCompiler extends TypeCompiler {
    DuckdbTypeCompiler() {}

    @Override
    protected String doubleType() {
        return "DOUBLE";
    }

    /** There are 38 digits at most, and DECIMAL alone would be DECIMAL(18, 3). */
    @Override
    protected String decimal(SqlType<?> type) {
        return type.precision() == SqlType.UNSET
                ? "DECIMAL(38, 10)"
                : "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    protected String text() {
        return "VARCHAR";
    }

    /** It has no length to declare. */
    @Override
    protected String binary(SqlType<?> type) {
        return "BLOB";
    }

    @Override
    protected String array(SqlType<?> element) {
        return columnType(element) + "[]";
    }

    /** One type for all intervals. */
    @Override
    protected String intervalDayToSecond() {
        return "INTERVAL";
    }

    @Override
    protected String intervalYearToMonth() {
        return "INTERVAL";
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
        return "TIMESTAMP WITH TIME ZONE";
    }

    @Override
    protected String enumeration(SqlType<?> type, EnumType labels) {
        return inlineEnumeration(labels);
    }
}
