package org.alkahest.sql;

import org.alkahest.type.SqlType;

/** {@code left <op> right} on numbers (SQL:2023 part 2, 6.33). */
public record Arithmetic<T>(Operator operator, Expression<T> left, Expression<?> right, SqlType<T> type)
        implements Operation<T> {
    @Override
    public void describe(Description description) {
        description.add(operator).child(left).child(right);
    }

    @Override
    public Arithmetic<T> mapChildren(NodeMapper mapper) {
        return new Arithmetic<>(operator, mapper.map(left), mapper.map(right), type);
    }

    /** The arithmetic operators, each with its SQL spelling and whether it binds as tightly as multiplication. */
    public enum Operator {
        PLUS("+", false),
        MINUS("-", false),
        TIMES("*", true),
        DIVIDE("/", true),
        MODULO("%", true);

        private final String sql;
        private final boolean multiplicative;

        Operator(String sql, boolean multiplicative) {
            this.sql = sql;
            this.multiplicative = multiplicative;
        }

        /** The operator in SQL. */
        public String sql() {
            return sql;
        }

        /** Whether it binds tighter than plus and minus. */
        public boolean isMultiplicative() {
            return multiplicative;
        }
    }
}
