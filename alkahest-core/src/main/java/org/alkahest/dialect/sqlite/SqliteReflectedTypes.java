package org.alkahest.dialect.sqlite;

import org.alkahest.reflect.TypeText;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * The types of declared types: first the words that Alkahest writes, then those that other programs do, and for all others the
 * affinity (https://www.sqlite.org/datatype3.html, section 3.1).
 */
final class SqliteReflectedTypes {
    private SqliteReflectedTypes() {}

    static SqlType<?> of(String declared) {
        TypeText text = TypeText.parse(declared);
        int length = text.number(0);
        boolean sized = length > 0;
        return switch (text.name()) {
            case "boolean", "bool" -> SqlTypes.BOOLEAN;
            case "smallint", "tinyint", "int2" -> SqlTypes.SMALLINT;
            case "integer", "int", "mediumint", "int4" -> SqlTypes.INTEGER;
            case "bigint", "int8", "unsigned big int" -> SqlTypes.BIGINT;
            case "decimal", "numeric", "number" ->
                sized && text.number(1) <= length
                        ? SqlTypes.decimal(length, Math.max(text.number(1), 0))
                        : SqlTypes.DECIMAL;
            case "real", "float" -> SqlTypes.REAL;
            case "double", "double precision" -> SqlTypes.DOUBLE;
            case "varchar", "nvarchar", "character varying" -> sized ? SqlTypes.varchar(length) : SqlTypes.TEXT;
            case "char", "nchar", "character" -> sized ? SqlTypes.character(length) : SqlTypes.TEXT;
            case "date" -> SqlTypes.DATE;
            case "time" -> SqlTypes.TIME;
            case "timestamp", "datetime" -> SqlTypes.TIMESTAMP;
            case "timestamptz", "timestamp with time zone" -> SqlTypes.TIMESTAMP_WITH_TIME_ZONE;
            case "json" -> SqlTypes.JSON;
            default -> ofAffinity(text.name());
        };
    }

    private static SqlType<?> ofAffinity(String name) {
        if (name.contains("int")) {
            return SqlTypes.BIGINT;
        }
        if (name.contains("char") || name.contains("clob") || name.contains("text")) {
            return SqlTypes.TEXT;
        }
        if (name.contains("blob") || name.isEmpty()) {
            return SqlTypes.BINARY;
        }
        if (name.contains("real") || name.contains("floa") || name.contains("doub")) {
            return SqlTypes.DOUBLE;
        }
        return SqlTypes.DECIMAL;
    }
}
