package org.alkahest.dialect.postgresql;

import java.util.Objects;
import java.util.function.Function;
import org.alkahest.schema.ColumnOption;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.NamedType;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A domain (https://www.postgresql.org/docs/18/sql-createdomain.html): a type with a check, which takes the place of a
 * column's own type. It is created with the first table that uses it and dropped with the tables. Begin with
 * {@link PostgresqlOptions#domain}. Immutable.
 *
 * @param schema the schema, or null for the connection's own
 * @param check the condition of values, or null
 */
public record Domain<T>(
        @Nullable String schema,
        String name,
        SqlType<T> base,
        boolean notNull,
        @Nullable Expression<Boolean> check) implements NamedType, ColumnOption {
    public Domain {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(base, "base is null");
    }

    /** The same in a schema. */
    public Domain<T> in(String newSchema) {
        return new Domain<>(newSchema, name, base, notNull, check);
    }

    /** The same without nulls. */
    public Domain<T> required() {
        return new Domain<>(schema, name, base, true, check);
    }

    /** The same of values that fulfil a condition; the function is given the value. */
    public Domain<T> check(Function<Expression<T>, Expression<Boolean>> condition) {
        return new Domain<>(schema, name, base, notNull, condition.apply(Sql.raw("VALUE", base)));
    }
}
