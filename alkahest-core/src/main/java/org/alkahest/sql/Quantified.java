package org.alkahest.sql;

import java.util.Objects;

/**
 * {@code ANY (query)} or {@code ALL (query)}: the right side of a comparison (SQL:2023 part 2, 8.9), made by
 * {@link Sql#any} and {@link Sql#all}.
 */
public record Quantified<T>(Quantifier quantifier, QueryExpression<T> query) implements SqlNode {
    public Quantified {
        Objects.requireNonNull(quantifier, "quantifier is null");
        Objects.requireNonNull(query, "query is null");
    }

    @Override
    public void describe(Description description) {
        description.add(quantifier).child(query);
    }

    @Override
    public Quantified<T> mapChildren(NodeMapper mapper) {
        return new Quantified<>(quantifier, mapper.map(query));
    }

    /** How many rows have to meet the comparison. */
    public enum Quantifier {
        ANY,
        ALL
    }
}
