package org.alkahest.sql;

import java.util.Optional;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** {@code operand AS name} in a SELECT list; elsewhere the operand itself, and in ORDER BY the name. */
public record Labeled<T>(Expression<T> operand, String name) implements Expression<T> {
    public Labeled {
        if (name.isBlank()) {
            throw new AlkahestArgumentException(
                    "ALK-1104", "Cannot label an expression: the label is blank. Give it a name.");
        }
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public Optional<String> label() {
        return Optional.of(name);
    }

    @Override
    public void describe(Description description) {
        description.add(Labeled.class).add(name).child(operand);
    }

    @Override
    public Labeled<T> mapChildren(NodeMapper mapper) {
        return new Labeled<>(mapper.map(operand), name);
    }
}
