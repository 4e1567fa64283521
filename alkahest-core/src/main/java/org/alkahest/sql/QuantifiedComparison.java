package org.alkahest.sql;

import java.util.Objects;

/** {@code left <op> ANY | ALL (query)} (SQL:2023 part 2, 8.9). */
public record QuantifiedComparison(Comparison.Operator operator, Expression<?> left, Quantified<?> right)
        implements Predicate {
    public QuantifiedComparison {
        Objects.requireNonNull(right, "right is null");
    }

    @Override
    public void describe(Description description) {
        description.add(QuantifiedComparison.class).add(operator).child(left).child(right);
    }

    @Override
    public QuantifiedComparison mapChildren(NodeMapper mapper) {
        return new QuantifiedComparison(operator, mapper.map(left), mapper.map(right));
    }
}
