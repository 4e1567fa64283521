package org.alkahest.sql;

/** {@code (a, b) [NOT] IN (query)}. */
public record TupleInQuery(Tuple<?> operand, QueryExpression<?> query, boolean negated) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(TupleInQuery.class).add(negated).child(operand).child(query);
    }

    @Override
    public TupleInQuery mapChildren(NodeMapper mapper) {
        return new TupleInQuery(mapper.map(operand), mapper.map(query), negated);
    }
}
