package org.alkahest.sql;

import org.alkahest.type.SqlType;

/** {@code ~operand}: an integer with all bits turned. */
public record BitwiseNot<T>(Expression<T> operand) implements Operation<T> {
    public BitwiseNot {
        Operators.requireInteger(operand, "NOT");
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public void describe(Description description) {
        description.add(BitwiseNot.class).child(operand);
    }

    @Override
    public BitwiseNot<T> mapChildren(NodeMapper mapper) {
        return new BitwiseNot<>(mapper.map(operand));
    }
}
