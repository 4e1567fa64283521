package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A value, sent as a bind parameter, never as text of the statement. */
public record Literal<T>(@Nullable T value, SqlType<T> type) implements Expression<T> {
    public Literal {
        Objects.requireNonNull(type, "type is null");
        if (value instanceof SqlNode) {
            throw new AlkahestArgumentException(
                    "ALK-1129",
                    "Cannot send " + value.getClass().getSimpleName()
                            + " as a value: it is an expression. Use the method that takes expressions, and give all"
                            + " its arguments one type.");
        }
    }

    @Override
    public void describe(Description description) {
        description.value(type, value);
    }

    @Override
    public Literal<T> mapChildren(NodeMapper mapper) {
        return new Literal<>(value, type);
    }
}
