package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;

/** {@code left <op> right} on the bits of integers. */
public record BitwiseOperation<T>(Operator operator, Expression<T> left, Expression<?> right) implements Operation<T> {
    public BitwiseOperation {
        Objects.requireNonNull(operator, "operator is null");
        Operators.requireInteger(left, operator.name());
        Operators.requireInteger(right, operator.name());
    }

    @Override
    public SqlType<T> type() {
        return left.type();
    }

    @Override
    public void describe(Description description) {
        description.add(operator).child(left).child(right);
    }

    @Override
    public BitwiseOperation<T> mapChildren(NodeMapper mapper) {
        return new BitwiseOperation<>(operator, mapper.map(left), mapper.map(right));
    }

    /** The bitwise operators, each with its most common spelling. */
    public enum Operator {
        AND("&"),
        OR("|"),
        XOR("^"),
        SHIFT_LEFT("<<"),
        SHIFT_RIGHT(">>");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        /** The operator in SQL. */
        public String sql() {
            return sql;
        }
    }
}
