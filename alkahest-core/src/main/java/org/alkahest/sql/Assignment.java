package org.alkahest.sql;

import java.util.Objects;

/** {@code column = value}: one element of SET, or one value of an INSERT row. */
public record Assignment(ColumnRef<?> column, Expression<?> value) {
    public Assignment {
        Objects.requireNonNull(column, "column is null");
        Objects.requireNonNull(value, "value is null");
    }
}
