package org.alkahest.sql;

import java.util.Objects;
import java.util.Optional;
import org.alkahest.type.SqlType;

/** The operand read and compared as a value of another Java type; the SQL is the operand's own. */
public record TypeCoercion<T>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    public TypeCoercion {
        Objects.requireNonNull(type, "type is null");
    }

    @Override
    public Optional<String> label() {
        return operand.label();
    }

    @Override
    public void describe(Description description) {
        description.add(TypeCoercion.class).add(type).child(operand);
    }

    @Override
    public TypeCoercion<T> mapChildren(NodeMapper mapper) {
        return new TypeCoercion<>(mapper.map(operand), type);
    }
}
