package org.alkahest.dialect.postgresql;

import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;

/** PostgreSQL's type names (https://www.postgresql.org/docs/18/datatype.html). Times have six digits unless told. */
final class PostgresqlTypeCompiler extends TypeCompiler {
    private final IdentifierRules identifiers;

    PostgresqlTypeCompiler(IdentifierRules identifiers) {
        this.identifiers = identifiers;
    }

    /** A type of its own, created by its name (https://www.postgresql.org/docs/18/datatype-enum.html). */
    @Override
    protected String enumeration(SqlType<?> type, EnumType labels) {
        return identifiers.qualified(labels.schema(), labels.name());
    }

    /** It has no length to declare. */
    @Override
    protected String binary(SqlType<?> type) {
        return "BYTEA";
    }

    /** Documents as values, not as text: with operators for containment, and indexes (docs/18/datatype-json.html). */
    @Override
    protected String json() {
        return "JSONB";
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
}
