package org.alkahest.sql;

import org.alkahest.type.AlkahestArgumentException;

/** {@code (a, b) <op> (c, d)}: the first parts that differ decide (SQL:2023 part 2, 8.2). */
public record TupleComparison(Comparison.Operator operator, Tuple<?> left, Tuple<?> right) implements Predicate {
    public TupleComparison {
        if (left.parts().size() != right.parts().size()) {
            throw new AlkahestArgumentException(
                    "ALK-1140",
                    "Cannot compare tuples: the left has " + left.parts().size() + " parts, the right "
                            + right.parts().size() + ". Give both the same number.");
        }
    }

    @Override
    public void describe(Description description) {
        description.add(TupleComparison.class).add(operator).child(left).child(right);
    }

    @Override
    public TupleComparison mapChildren(NodeMapper mapper) {
        return new TupleComparison(operator, mapper.map(left), mapper.map(right));
    }
}
