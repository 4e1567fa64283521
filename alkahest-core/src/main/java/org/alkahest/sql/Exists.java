package org.alkahest.sql;

/** {@code EXISTS (query)}. */
public record Exists(QueryExpression<?> query) implements Predicate {
    @Override
    public void describe(Description description) {
        description.add(Exists.class).child(query);
    }

    @Override
    public Exists mapChildren(NodeMapper mapper) {
        return new Exists(mapper.map(query));
    }
}
