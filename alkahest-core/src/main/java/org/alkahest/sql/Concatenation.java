package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code a || b || …}, kept flat; null where any term is null. */
public record Concatenation(List<Expression<?>> terms) implements Operation<String> {
    public Concatenation {
        terms = List.copyOf(terms);
    }

    /** Joins two strings into one flat list where the left already is one. */
    static Concatenation of(Expression<?> left, Expression<?> right) {
        List<Expression<?>> terms = new ArrayList<>();
        if (left instanceof Concatenation concatenation) {
            terms.addAll(concatenation.terms);
        } else {
            terms.add(left);
        }
        terms.add(right);
        return new Concatenation(terms);
    }

    @Override
    public SqlType<String> type() {
        return SqlTypes.TEXT;
    }

    @Override
    public void describe(Description description) {
        description.add(Concatenation.class).children(terms);
    }

    @Override
    public Concatenation mapChildren(NodeMapper mapper) {
        return new Concatenation(mapper.mapAll(terms));
    }
}
