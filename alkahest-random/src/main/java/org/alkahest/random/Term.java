package org.alkahest.random;

import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;

/**
 * An expression, and how large its values are at most: the absolute value of a number, the length of a text. Databases
 * disagree about what happens beyond their types, so nothing is generated that gets there.
 */
record Term<T>(Kind<T> kind, Expression<T> expression, long size) {
    /** What no sum or product may exceed: INTEGER ends at twice as much. */
    static final long LARGEST = 1_000_000_000;

    boolean isColumn() {
        return expression instanceof ColumnRef<?>;
    }

    Term<T> as(Expression<T> other) {
        return new Term<>(kind, other, size);
    }

    /** The term as one of a kind, which it has to be. */
    @SuppressWarnings("unchecked") // there is one object per kind
    <U> Term<U> of(Kind<U> expected) {
        if (!kind.equals(expected)) {
            throw new IllegalArgumentException("The term is " + kind + ", not " + expected);
        }
        return (Term<U>) this;
    }
}
