package org.alkahest.sql;

/** {@code left <op> right}: a comparison predicate (SQL:2023 part 2, 8.2). */
public record Comparison(Operator operator, Expression<?> left, Expression<?> right) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(operator).child(left).child(right);
    }

    @Override
    public Comparison mapChildren(NodeMapper mapper) {
        return new Comparison(operator, mapper.map(left), mapper.map(right));
    }

    /** The comparison operators (SQL:2023 part 2, 8.2), each with its SQL spelling. */
    public enum Operator {
        EQUAL("="),
        NOT_EQUAL("<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

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
