package org.alkahest.processor;

import org.alkahest.processor.ColumnType.ArrayOf;
import org.alkahest.processor.ColumnType.Converted;
import org.alkahest.processor.ColumnType.EnumType;
import org.alkahest.processor.ColumnType.JsonOf;
import org.alkahest.processor.ColumnType.Standard;

/** Expressions for SqlTypes and options of columns. */
final class TypeCode {
    private static final String SQL_TYPES = "org.alkahest.type.SqlTypes";

    private final Imports imports;

    TypeCode(Imports imports) {
        this.imports = imports;
    }

    String sqlType(ColumnType.Code code) {
        return switch (code) {
            case Standard standard -> imports.of(SQL_TYPES) + "." + standard.member();
            case EnumType type ->
                imports.of(SQL_TYPES) + "." + type.method() + "(" + imports.of(type.type()) + ".class"
                        + (type.length() > 0 ? ", " + type.length() : "") + ")";
            case ArrayOf array -> imports.of(SQL_TYPES) + ".array(" + sqlType(array.element()) + ")";
            case JsonOf json -> imports.of(SQL_TYPES) + ".json(" + imports.of(json.type()) + ".class)";
            case Converted converted ->
                imports.of("org.alkahest.orm.mapping.ConvertedTypes")
                        + (converted.isMutable() ? ".mutable(" : ".immutable(")
                        + imports.of(erased(converted)) + ".class, new " + imports.of(converted.converter()) + "(), "
                        + sqlType(converted.storage()) + ")";
        };
    }

    /** What else is in the table of a column. */
    enum Place {
        OWN_TABLE,
        /** Rows of other classes, which do not have the column. */
        SHARED_TABLE,
        /** Nothing; the key is that of the superclass's table. */
        JOINED_TABLE
    }

    private static javax.lang.model.element.TypeElement erased(Converted converted) {
        return Context.element(converted.attribute()).orElseThrow();
    }

    String options(ColumnModel column, Place place) {
        String options = imports.of("org.alkahest.schema.ColumnOptions");
        boolean nullable = column.isNullable() || place == Place.SHARED_TABLE;
        options += column.isKey() ? ".primaryKey()" : nullable ? ".nullable()" : ".notNull()";
        if (column.isGenerated() && place != Place.JOINED_TABLE) {
            options += ".generated()";
        }
        if (column.isUnique()) {
            options += ".unique()";
        }
        if (!column.rules().serverDefault().isEmpty()) {
            options += ".withDefaultSql(" + Literal.text(column.rules().serverDefault()) + ")";
        }
        if (!column.rules().computed().isEmpty()) {
            options += ".computed(new " + imports.of("org.alkahest.schema.ColumnOptions") + ".Computed("
                    + Literal.text(column.rules().computed()) + ", "
                    + column.rules().isStored() + "))";
        }
        if (!column.comment().isEmpty()) {
            options += ".comment(" + Literal.text(column.comment()) + ")";
        }
        return options;
    }
}
