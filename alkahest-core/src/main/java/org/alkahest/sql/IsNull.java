package org.alkahest.sql;

/** {@code operand IS [NOT] NULL}. */
public record IsNull(Expression<?> operand, boolean negated) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(IsNull.class).add(negated).child(operand);
    }

    @Override
    public IsNull mapChildren(NodeMapper mapper) {
        return new IsNull(mapper.map(operand), negated);
    }
}
