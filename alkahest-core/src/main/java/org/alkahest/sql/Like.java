package org.alkahest.sql;

import org.jspecify.annotations.Nullable;

/** {@code operand [NOT] LIKE pattern [ESCAPE c]}; ignoring case by ILIKE or by lower() on both sides. */
public record Like(
        Expression<?> operand,
        Expression<String> pattern,
        @Nullable Character escape,
        boolean ignoreCase,
        boolean negated)
        implements Predicate {
    @Override
    public void describe(Description description) {
        description
                .add(Like.class)
                .add(escape)
                .add(ignoreCase)
                .add(negated)
                .child(operand)
                .child(pattern);
    }

    @Override
    public Like mapChildren(NodeMapper mapper) {
        return new Like(mapper.map(operand), mapper.map(pattern), escape, ignoreCase, negated);
    }
}
