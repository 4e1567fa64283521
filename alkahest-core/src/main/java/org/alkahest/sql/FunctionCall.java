package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code name([DISTINCT] arguments) [FILTER (WHERE filter)]}: a function or aggregate by name. */
public record FunctionCall<T>(
        String name,
        List<Expression<?>> arguments,
        SqlType<T> type,
        boolean distinct,
        @Nullable Expression<Boolean> filter)
        implements Expression<T> {
    public FunctionCall {
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(type, "type is null");
        if (name.isBlank()) {
            throw new AlkahestArgumentException(
                    "ALK-1103", "Cannot call a function: its name is blank. Name the function.");
        }
    }

    public FunctionCall(String name, List<Expression<?>> arguments, SqlType<T> type) {
        this(name, arguments, type, false, null);
    }

    /** The same aggregate over distinct values. */
    public FunctionCall<T> distinctValues() {
        return new FunctionCall<>(name, arguments, type, true, filter);
    }

    /** The same aggregate over the rows that meet a condition: {@code FILTER (WHERE …)}. */
    public FunctionCall<T> filterWhere(Expression<Boolean> condition) {
        return new FunctionCall<>(name, arguments, type, distinct, condition);
    }

    @Override
    public void describe(Description description) {
        description
                .add(FunctionCall.class)
                .add(name)
                .add(type)
                .add(distinct)
                .children(arguments)
                .child(filter);
    }
}
