package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code CAST(operand AS type)}. */
public record Cast<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    public Cast {
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void describe(Description description) {
        description.add(Cast.class).add(type).child(operand);
    }

    @Override
    public Cast<T> mapChildren(NodeMapper mapper) {
        return new Cast<>(mapper.map(operand), type);
    }
}
