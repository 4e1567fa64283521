package org.alkahest.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RawExpression;
import org.alkahest.sql.TextTemplate;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A domain as the database describes it. Immutable.
 *
 * @param schema the schema as it was asked for, null for the connection's own
 * @param base the type that reads its values
 * @param baseName the type beneath it in the database's own words
 * @param defaultSql DEFAULT in the database's words, or null
 * @param collation where it is not that of the type beneath it, else null
 * @param checks by name; their conditions speak of {@code VALUE}
 */
public record ReflectedDomain(
        @Nullable String schema,
        String name,
        SqlType<?> base,
        String baseName,
        boolean nullable,
        @Nullable String defaultSql,
        @Nullable String collation,
        List<ReflectedCheck> checks,
        @Nullable String comment) {
    public ReflectedDomain {
        checks = List.copyOf(checks);
    }

    /** A domain for tables, which creates the like: its checks become one, and it has neither default nor collation. */
    public Domain<?> toDomain() {
        return domain(base);
    }

    private <T> Domain<T> domain(SqlType<T> type) {
        return new Domain<>(schema, name, type, !nullable, condition());
    }

    /** The database's words as they are: a colon in them is no parameter. */
    private @Nullable Expression<Boolean> condition() {
        if (checks.isEmpty()) {
            return null;
        }
        String all = checks.stream().map(ReflectedCheck::condition).collect(Collectors.joining(") AND (", "(", ")"));
        return new RawExpression<>(new TextTemplate(List.of(all), List.of()), SqlTypes.BOOLEAN);
    }

    /** The same with the checks of another row of the catalogue. */
    ReflectedDomain with(ReflectedDomain more) {
        List<ReflectedCheck> all = new ArrayList<>(checks);
        all.addAll(more.checks);
        return new ReflectedDomain(schema, name, base, baseName, nullable, defaultSql, collation, all, comment);
    }
}
