package org.alkahest.sql;

import java.util.Objects;

/** How the elements of two arrays relate, as sets: order and repetition do not count. */
public record ArrayComparison(Operator operator, Expression<?> left, Expression<?> right) implements Predicate {
    public ArrayComparison {
        Objects.requireNonNull(operator, "operator is null");
        Operators.require(left, Operators.Need.ARRAY, operator.sql());
        Operators.require(right, Operators.Need.ARRAY, operator.sql());
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayComparison.class).add(operator).child(left).child(right);
    }

    @Override
    public ArrayComparison mapChildren(NodeMapper mapper) {
        return new ArrayComparison(operator, mapper.map(left), mapper.map(right));
    }

    /** The operators, each with the symbol that databases write. */
    public enum Operator {
        CONTAINS("@>"),
        CONTAINED_BY("<@"),
        OVERLAPS("&&");

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
