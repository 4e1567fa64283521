package org.alkahest.sql;

/** {@code operand [NOT] IN (query)}. */
public record InQuery(Expression<?> operand, QueryExpression<?> query, boolean negated) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(InQuery.class).add(negated).child(operand).child(query);
    }

    @Override
    public InQuery mapChildren(NodeMapper mapper) {
        return new InQuery(mapper.map(operand), mapper.map(query), negated);
    }
}
