package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** SQL text as an expression, with {@code :name} parameters; it is trusted as it is. */
public record RawExpression<T>(TextTemplate template, SqlType<T> type) implements Expression<T> {
    public RawExpression {
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void describe(Description description) {
        description.add(RawExpression.class).add(type).child(template);
    }

    @Override
    public RawExpression<T> mapChildren(NodeMapper mapper) {
        return new RawExpression<>(mapper.map(template), type);
    }
}
