package org.alkahest.sql;

/** {@code operand [NOT] BETWEEN low AND high}, both ends included. */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean negated)
        implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(Between.class).add(negated).child(operand).child(low).child(high);
    }

    @Override
    public Between mapChildren(NodeMapper mapper) {
        return new Between(mapper.map(operand), mapper.map(low), mapper.map(high), negated);
    }
}
