package org.alkahest.sql;

import java.util.Objects;

/** The operators on strings; a part of {@link Expression}. */
public sealed interface StringOperators<T> permits Expression {
    /** {@code %} stands for any characters and {@code _} for one. Whether case matters is the database's choice. */
    default Expression<Boolean> like(String pattern) {
        return Operators.like(self(), pattern, null, false, false);
    }

    /** The same with a character that takes {@code %} and {@code _} literally. */
    default Expression<Boolean> like(String pattern, char escape) {
        return Operators.like(self(), pattern, escape, false, false);
    }

    default Expression<Boolean> notLike(String pattern) {
        return Operators.like(self(), pattern, null, false, true);
    }

    /** As {@link #like(String)}, ignoring case. */
    default Expression<Boolean> ilike(String pattern) {
        return Operators.like(self(), pattern, null, true, false);
    }

    /** Starts with the text, taken literally. */
    default Expression<Boolean> startsWith(String prefix) {
        return Operators.like(self(), Operators.escape(prefix) + "%", Operators.ESCAPE, false, false);
    }

    /** Ends with the text, taken literally. */
    default Expression<Boolean> endsWith(String suffix) {
        return Operators.like(self(), "%" + Operators.escape(suffix), Operators.ESCAPE, false, false);
    }

    /** Contains the text, taken literally. */
    default Expression<Boolean> contains(String part) {
        return Operators.like(self(), "%" + Operators.escape(part) + "%", Operators.ESCAPE, false, false);
    }

    default Expression<String> concat(String text) {
        return Concatenation.of(self(), Sql.value(Objects.requireNonNull(text, "text is null")));
    }

    default Expression<String> concat(Expression<?> other) {
        return Concatenation.of(self(), other);
    }

    /** The string compared and sorted by a collation of the database; errors with ALK-1110 for other types. */
    @SuppressWarnings("unchecked") // Collate checks the type
    default Expression<String> collate(String collation) {
        return new Collate((Expression<String>) self(), collation);
    }

    private Expression<T> self() {
        return (Expression<T>) this;
    }
}
