package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** A bind parameter whose value is given when the statement is executed. */
public record Parameter<T>(String name, SqlType<T> type) implements Expression<T> {
    public Parameter {
        Objects.requireNonNull(type, "type is null");
        if (name.isBlank()) {
            throw new AlkahestArgumentException(
                    "ALK-1101", "Cannot make a parameter: its name is blank. Give it a name.");
        }
    }

    @Override
    public void describe(Description description) {
        description.add(Parameter.class).parameter(type, name);
    }

    @Override
    public Parameter<T> mapChildren(NodeMapper mapper) {
        return new Parameter<>(name, type);
    }
}
