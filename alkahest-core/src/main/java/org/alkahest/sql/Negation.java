package org.alkahest.sql;

import org.alkahest.type.SqlType;

/** {@code -operand}. */
public record Negation<T>(Expression<T> operand) implements Operation<T> {
    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public void describe(Description description) {
        description.add(Negation.class).child(operand);
    }

    @Override
    public Negation<T> mapChildren(NodeMapper mapper) {
        return new Negation<>(mapper.map(operand));
    }
}
