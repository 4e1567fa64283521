package org.alkahest.sql;

import java.util.Objects;

/** {@code ANY (query)} or {@code ALL (query)}; made by {@link Sql#any} and {@link Sql#all}. */
public record QuantifiedQuery<T>(Quantifier quantifier, QueryExpression<T> query) implements Quantified<T> {
    public QuantifiedQuery {
        Objects.requireNonNull(quantifier, "quantifier is null");
        Objects.requireNonNull(query, "query is null");
    }

    @Override
    public void describe(Description description) {
        description.add(quantifier).child(query);
    }

    @Override
    public QuantifiedQuery<T> mapChildren(NodeMapper mapper) {
        return new QuantifiedQuery<>(quantifier, mapper.map(query));
    }
}
