package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.SqlType;

/** {@code a || b || …} of arrays of one type, kept flat. */
public record ArrayConcatenation<T>(List<Expression<T>> terms) implements Operation<T> {
    public ArrayConcatenation {
        terms = List.copyOf(terms);
        terms.forEach(term -> Operators.require(term, Operators.Need.ARRAY, "concat"));
    }

    /** Joins two arrays into one flat list where either already is one. */
    static <T> ArrayConcatenation<T> of(Expression<T> left, Expression<T> right) {
        List<Expression<T>> terms = new ArrayList<>();
        addTo(terms, left);
        addTo(terms, right);
        return new ArrayConcatenation<>(terms);
    }

    private static <T> void addTo(List<Expression<T>> terms, Expression<T> term) {
        if (term instanceof ArrayConcatenation<T> concatenation) {
            terms.addAll(concatenation.terms);
        } else {
            terms.add(term);
        }
    }

    @Override
    public SqlType<T> type() {
        return terms.get(0).type();
    }

    @Override
    public void describe(Description description) {
        description.add(ArrayConcatenation.class).children(terms);
    }

    @Override
    public ArrayConcatenation<T> mapChildren(NodeMapper mapper) {
        return new ArrayConcatenation<>(mapper.mapAll(terms));
    }
}
