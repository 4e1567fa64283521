package org.alkahest.sql;

import java.util.List;
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

    /** The same with a pattern that the database computes. */
    default Expression<Boolean> like(Expression<String> pattern) {
        return new Like(Operators.require(self(), Operators.Need.STRING, "like"), pattern, null, false, false);
    }

    default Expression<Boolean> notLike(String pattern) {
        return Operators.like(self(), pattern, null, false, true);
    }

    default Expression<Boolean> notLike(String pattern, char escape) {
        return Operators.like(self(), pattern, escape, false, true);
    }

    /** As {@link #like(String)}, ignoring case. */
    default Expression<Boolean> ilike(String pattern) {
        return Operators.like(self(), pattern, null, true, false);
    }

    /** As {@link #like(String, char)}, ignoring case. */
    default Expression<Boolean> ilike(String pattern, char escape) {
        return Operators.like(self(), pattern, escape, true, false);
    }

    /** As {@link #notLike(String)}, ignoring case. */
    default Expression<Boolean> notIlike(String pattern) {
        return Operators.like(self(), pattern, null, true, true);
    }

    /** As {@link #notLike(String, char)}, ignoring case. */
    default Expression<Boolean> notIlike(String pattern, char escape) {
        return Operators.like(self(), pattern, escape, true, true);
    }

    /** Starts with the text, taken literally. */
    default Expression<Boolean> startsWith(String text) {
        return Operators.like(self(), Operators.escape(text) + "%", Operators.ESCAPE, false, false);
    }

    /** Starts with the text, taken literally; ignores case. */
    default Expression<Boolean> startsWithIgnoreCase(String text) {
        return Operators.like(self(), Operators.escape(text) + "%", Operators.ESCAPE, true, false);
    }

    /** Ends with the text, taken literally. */
    default Expression<Boolean> endsWith(String text) {
        return Operators.like(self(), "%" + Operators.escape(text), Operators.ESCAPE, false, false);
    }

    /** Ends with the text, taken literally; ignores case. */
    default Expression<Boolean> endsWithIgnoreCase(String text) {
        return Operators.like(self(), "%" + Operators.escape(text), Operators.ESCAPE, true, false);
    }

    /** Contains the text, taken literally. */
    default Expression<Boolean> contains(String text) {
        return Operators.like(self(), "%" + Operators.escape(text) + "%", Operators.ESCAPE, false, false);
    }

    /** Contains the text, taken literally; ignores case. */
    default Expression<Boolean> containsIgnoreCase(String text) {
        return Operators.like(self(), "%" + Operators.escape(text) + "%", Operators.ESCAPE, true, false);
    }

    /**
     * Whether a part of the string matches a regular expression, whose syntax is the database's own; {@code ^} and
     * {@code $} stand for its ends.
     */
    default Expression<Boolean> regexpLike(String pattern) {
        return regexpLike(pattern, "");
    }

    /** The same with flags: {@code i} ignores case everywhere, others are the database's own. */
    default Expression<Boolean> regexpLike(String pattern, String flags) {
        return new RegexpLike(self(), Operators.pattern(pattern), flags, false);
    }

    /** Whether no part of the string matches a regular expression. */
    default Expression<Boolean> notRegexpLike(String pattern) {
        return notRegexpLike(pattern, "");
    }

    /** The same with flags, as {@link #regexpLike(String, String)} has them. */
    default Expression<Boolean> notRegexpLike(String pattern, String flags) {
        return new RegexpLike(self(), Operators.pattern(pattern), flags, true);
    }

    /** The string with all matches replaced; how the replacement names groups is the database's choice. */
    default Expression<String> regexpReplace(String pattern, String replacement) {
        return regexpReplace(pattern, replacement, "");
    }

    /** The same with flags, as {@link #regexpLike(String, String)} has them. */
    default Expression<String> regexpReplace(String pattern, String replacement, String flags) {
        return new RegexpReplace(self(), Operators.pattern(pattern), Operators.pattern(replacement), flags);
    }

    /**
     * Whether the string has what a query of full-text search asks for, by the index that the database keeps of it.
     * Whether all words count or some, and what else a query may say, is the database's own.
     */
    default Expression<Boolean> match(String query) {
        return match(Operators.pattern(query));
    }

    /** The same with a query that is an expression; to most databases the same for all rows, such as a parameter. */
    default Expression<Boolean> match(Expression<String> query) {
        return new TextMatch(List.of(self()), query);
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
