package org.alkahest.sql;

/**
 * {@code ANY (…)} or {@code ALL (…)}: the right side of a comparison (SQL:2023 part 2, 8.9), made by {@link Sql#any} and
 * {@link Sql#all}.
 *
 * @param <T> the Java type of the values that are compared
 */
public sealed interface Quantified<T> extends SqlNode permits QuantifiedQuery, QuantifiedArray {
    /** How many of the values have to meet the comparison. */
    Quantifier quantifier();

    @Override
    Quantified<T> mapChildren(NodeMapper mapper);

    /** How many values have to meet the comparison. */
    enum Quantifier {
        ANY,
        ALL
    }
}
