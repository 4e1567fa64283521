package org.alkahest.sql;

import java.util.List;
import java.util.Objects;

/** {@code ANY (array)} or {@code ALL (array)}; made by {@link Sql#any} and {@link Sql#all}. */
public record QuantifiedArray<T>(Quantifier quantifier, Expression<List<T>> array) implements Quantified<T> {
    public QuantifiedArray {
        Objects.requireNonNull(quantifier, "quantifier is null");
        Operators.require(array, Operators.Need.ARRAY, quantifier.name());
    }

    @Override
    public void describe(Description description) {
        description.add(QuantifiedArray.class).add(quantifier).child(array);
    }

    @Override
    public QuantifiedArray<T> mapChildren(NodeMapper mapper) {
        return new QuantifiedArray<>(quantifier, mapper.map(array));
    }
}
