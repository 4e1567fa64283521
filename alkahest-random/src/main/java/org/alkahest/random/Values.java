package org.alkahest.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;

/**
 * Values, near to those of the {@link Fixture}. Decimals are whole quarters, which binary fractions hold exactly, and text is
 * of small letters, which all collations order in one way.
 */
final class Values {
    static final int LARGEST_INTEGER = 9;
    static final int LARGEST_DECIMAL = 10;
    private static final List<String> WORDS = List.of("", "a", "b", "ab", "ba", "abc", "x", "xyz");

    private final Choices choices;

    Values(Choices choices) {
        this.choices = choices;
    }

    Term<Integer> integer() {
        return new Term<>(Kind.INTEGER, literal(choices.valueBelow(19) - LARGEST_INTEGER), LARGEST_INTEGER);
    }

    Term<Integer> positive() {
        return new Term<>(Kind.INTEGER, literal(1 + choices.valueBelow(LARGEST_INTEGER)), LARGEST_INTEGER);
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(choices.valueBelow(8 * LARGEST_DECIMAL + 1) - 4L * LARGEST_DECIMAL)
                .multiply(new BigDecimal("0.25"));
    }

    String word() {
        return WORDS.get(choices.valueBelow(WORDS.size()));
    }

    /** Not empty. */
    String letters() {
        return WORDS.get(1 + choices.valueBelow(WORDS.size() - 1));
    }

    LocalDate date() {
        return LocalDate.of(1999, 12, 25).plusDays(choices.valueBelow(80));
    }

    @SuppressWarnings("unchecked") // there is one object per kind
    <T> T value(Kind<T> kind) {
        Object value;
        if (kind.equals(Kind.INTEGER)) {
            value = choices.valueBelow(19) - LARGEST_INTEGER;
        } else if (kind.equals(Kind.LONG)) {
            value = (long) choices.valueBelow(19) - LARGEST_INTEGER;
        } else if (kind.equals(Kind.DECIMAL)) {
            value = decimal();
        } else if (kind.equals(Kind.TEXT)) {
            value = word();
        } else if (kind.equals(Kind.DATE)) {
            value = date();
        } else {
            value = choices.valueBelow(2) == 0;
        }
        return (T) value;
    }

    <T> Term<T> term(Kind<T> kind) {
        return new Term<>(kind, Sql.value(value(kind), kind.type()), size(kind));
    }

    <T> Term<T> none(Kind<T> kind) {
        return new Term<>(kind, Sql.nullOf(kind.type()), 0);
    }

    private static long size(Kind<?> kind) {
        return kind.equals(Kind.DECIMAL) || kind.equals(Kind.INTEGER) || kind.equals(Kind.LONG) ? LARGEST_DECIMAL : 3;
    }

    private static Literal<Integer> literal(int number) {
        return Sql.value(number, SqlTypes.INTEGER);
    }
}
