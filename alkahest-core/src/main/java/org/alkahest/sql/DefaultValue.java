package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code DEFAULT}: the value that the table has for a column. Only as a whole value of INSERT and SET (ALK-1251). */
public record DefaultValue<T>(SqlType<T> type) implements Expression<T> {
    public DefaultValue {
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public void describe(Description description) {
        description.add(DefaultValue.class);
    }

    @Override
    public DefaultValue<T> mapChildren(NodeMapper mapper) {
        return new DefaultValue<>(type);
    }
}
