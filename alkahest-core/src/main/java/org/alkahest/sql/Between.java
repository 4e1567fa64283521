package org.alkahest.sql;

/**
 * {@code operand [NOT] BETWEEN [SYMMETRIC] low AND high}, both ends included (SQL:2023 part 2, 8.3).
 *
 * @param symmetric whether the ends may stand in either order
 */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean symmetric, boolean negated)
        implements Predicate {
    @Override
    public void describe(Description description) {
        description
                .add(Between.class)
                .add(symmetric)
                .add(negated)
                .child(operand)
                .child(low)
                .child(high);
    }

    @Override
    public Between mapChildren(NodeMapper mapper) {
        return new Between(mapper.map(operand), mapper.map(low), mapper.map(high), symmetric, negated);
    }
}
