package org.alkahest.reflect;

import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A column as a database describes it. Immutable.
 *
 * @param type the type that reads its values; of what Alkahest has no type for, one of the vendor's by its name, as text
 * @param typeName the type in the database's own words
 * @param defaultSql DEFAULT in the database's words, or null
 * @param collation where it is not the default of the table or database, else null
 */
public record ReflectedColumn(
        String name,
        SqlType<?> type,
        String typeName,
        boolean nullable,
        @Nullable String defaultSql,
        @Nullable Identity identity,
        @Nullable Computed computed,
        @Nullable String collation,
        @Nullable String comment) {
    /** A column that is nothing but its type. */
    public static ReflectedColumn of(String name, SqlType<?> type, String typeName, boolean nullable) {
        return new ReflectedColumn(name, type, typeName, nullable, null, null, null, null, null);
    }

    /** The same with another type, for what the database cannot say: that a number stands for an enum. */
    public ReflectedColumn withType(SqlType<?> newType) {
        return new ReflectedColumn(
                name, newType, typeName, nullable, defaultSql, identity, computed, collation, comment);
    }

    public ReflectedColumn withNullable(boolean canBeNull) {
        return new ReflectedColumn(name, type, typeName, canBeNull, defaultSql, identity, computed, collation, comment);
    }

    public ReflectedColumn withDefault(@Nullable String sql) {
        return new ReflectedColumn(name, type, typeName, nullable, sql, identity, computed, collation, comment);
    }

    public ReflectedColumn withIdentity(@Nullable Identity how) {
        return new ReflectedColumn(name, type, typeName, nullable, defaultSql, how, computed, collation, comment);
    }

    public ReflectedColumn withComputed(@Nullable Computed how) {
        return new ReflectedColumn(name, type, typeName, nullable, defaultSql, identity, how, collation, comment);
    }

    public ReflectedColumn withCollation(@Nullable String newCollation) {
        return new ReflectedColumn(
                name, type, typeName, nullable, defaultSql, identity, computed, newCollation, comment);
    }

    public ReflectedColumn withComment(@Nullable String text) {
        return new ReflectedColumn(name, type, typeName, nullable, defaultSql, identity, computed, collation, text);
    }

    /** What a {@link org.alkahest.schema.Column} of a table says of it. */
    ColumnOptions options(boolean inPrimaryKey) {
        ColumnOptions options = inPrimaryKey
                ? ColumnOptions.primaryKey()
                : nullable ? ColumnOptions.nullable() : ColumnOptions.notNull();
        if (identity != null) {
            options = options.generated(identity);
        } else if (computed != null) {
            options = options.computed(computed);
        } else if (defaultSql != null) {
            options = options.withDefault(ReflectedTables.verbatim(defaultSql, SqlTypes.OTHER));
        }
        if (collation != null) {
            options = options.collate(collation);
        }
        return comment == null ? options : options.comment(comment);
    }
}
