package org.alkahest.sql;

/** {@code left IS [NOT] DISTINCT FROM right}: a comparison in which NULL equals NULL (SQL:2023 part 2, 8.15). */
public record DistinctFrom(Expression<?> left, Expression<?> right, boolean negated) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(DistinctFrom.class).add(negated).child(left).child(right);
    }

    @Override
    public DistinctFrom mapChildren(NodeMapper mapper) {
        return new DistinctFrom(mapper.map(left), mapper.map(right), negated);
    }
}
