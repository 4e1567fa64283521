package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code function [IGNORE NULLS] OVER window}: a value per row, computed from the rows of its window (SQL:2023 part 2, 6.11). */
public record WindowFunction<T>(FunctionCall<T> function, boolean ignoreNulls, WindowSpecification window)
        implements FunctionExpression<T> {
    public WindowFunction {
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(window, "window is null");
    }

    /** The same for lag, lead, first, last and nth value, passing over rows in which the value is NULL. */
    public WindowFunction<T> ignoringNulls() {
        return new WindowFunction<>(function, true, window);
    }

    @Override
    public SqlType<T> type() {
        return function.type();
    }

    @Override
    public void describe(Description description) {
        description.add(WindowFunction.class).add(ignoreNulls).child(function).child(window);
    }

    @Override
    public WindowFunction<T> mapChildren(NodeMapper mapper) {
        return new WindowFunction<>(mapper.map(function), ignoreNulls, mapper.map(window));
    }
}
