package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code NOT operand}. */
public record Not(Expression<Boolean> operand) implements Expression<Boolean> {
    @Override
    public SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }

    @Override
    public void describe(Description description) {
        description.add(Not.class).child(operand);
    }

    @Override
    public Not mapChildren(NodeMapper mapper) {
        return new Not(mapper.map(operand));
    }
}
