package org.alkahest.sql;

import java.util.List;

/**
 * {@code DISTINCT}, or {@code DISTINCT ON (on)}: the first row, in the query's order, of those that are equal in the
 * expressions.
 */
public record Distinct(List<Expression<?>> on) {
    static final Distinct ROWS = new Distinct(List.of());

    public Distinct {
        on = List.copyOf(on);
    }
}
