package org.alkahest.sql;

/** {@code NOT operand}. */
public record Not(Expression<Boolean> operand) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(Not.class).child(operand);
    }

    @Override
    public Not mapChildren(NodeMapper mapper) {
        return new Not(mapper.map(operand));
    }
}
