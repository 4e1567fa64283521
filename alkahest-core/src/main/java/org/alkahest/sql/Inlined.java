package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written into the SQL text, escaped, where a parameter would not do: a planner that has to know it, or a
 * place that takes no parameter. A statement that has one is compiled for every execution, because compiled forms are kept
 * by structure, never by values. Immutable.
 */
public record Inlined<T>(@Nullable T value, SqlType<T> type) implements Expression<T> {
    public Inlined {
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void describe(Description description) {
        description.add(Inlined.class).value(type, value);
    }

    @Override
    public Inlined<T> mapChildren(NodeMapper mapper) {
        return new Inlined<>(value, type);
    }
}
