package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code TRY_CAST(operand AS type)}: NULL for values that do not fit. */
public record TryCast<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    public TryCast {
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void describe(Description description) {
        description.add(TryCast.class).add(type).child(operand);
    }

    @Override
    public TryCast<T> mapChildren(NodeMapper mapper) {
        return new TryCast<>(mapper.map(operand), type);
    }
}
