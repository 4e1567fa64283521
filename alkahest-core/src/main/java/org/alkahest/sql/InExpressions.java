package org.alkahest.sql;

import java.util.List;

/** {@code operand [NOT] IN (expressions)}. */
public record InExpressions(Expression<?> operand, List<Expression<?>> choices, boolean negated) implements Predicate {
    public InExpressions {
        choices = List.copyOf(choices);
    }

    @Override
    public void describe(Description description) {
        description.add(InExpressions.class).add(negated).child(operand).children(choices);
    }

    @Override
    public InExpressions mapChildren(NodeMapper mapper) {
        return new InExpressions(mapper.map(operand), mapper.mapAll(choices), negated);
    }
}
