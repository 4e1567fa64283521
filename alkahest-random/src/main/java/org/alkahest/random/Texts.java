package org.alkahest.random;

import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;

/** Texts of small letters and digits. */
final class Texts {
    private static final long LONGEST = 60;

    private final Generation make;

    Texts(Generation make) {
        this.make = make;
    }

    Term<String> text(Scope scope, int budget) {
        Term<String> operand = make.terms.of(Kind.TEXT, scope, budget);
        Expression<String> text = operand.expression();
        return switch (make.choices.below(12)) {
            case 0 -> {
                Term<String> more = make.terms.of(Kind.TEXT, scope, budget);
                yield operand.size() + more.size() > LONGEST
                        ? operand
                        : new Term<>(Kind.TEXT, Sql.concat(text, more.expression()), operand.size() + more.size());
            }
            case 1 -> operand.as(Sql.lower(text));
            case 2 -> operand.as(Sql.lower(Sql.upper(text)));
            case 3 -> operand.as(Sql.substring(text, 1 + make.choices.valueBelow(3)));
            case 4 -> operand.as(Sql.substring(text, 1 + make.choices.valueBelow(3), make.choices.valueBelow(3)));
            case 5 -> operand.as(Sql.replace(text, make.values.letters(), "y"));
            case 6 -> operand.as(trimmed(text));
            case 7 ->
                operand.as(
                        make.choices.oneIn(2)
                                ? Sql.right(text, make.choices.valueBelow(3))
                                : Sql.left(text, make.choices.valueBelow(3)));
            case 8 ->
                new Term<>(
                        Kind.TEXT,
                        make.choices.oneIn(2)
                                ? Sql.rpad(text, 1 + make.choices.valueBelow(4), 'z')
                                : Sql.lpad(text, 1 + make.choices.valueBelow(4), 'z'),
                        5);
            case 9 -> {
                // A minus sign counts in some collations and not in others.
                Term<Integer> number = make.terms.of(Kind.INTEGER, scope, budget);
                yield new Term<>(Kind.TEXT, Sql.abs(number.expression()).cast(SqlTypes.varchar(20)), 11);
            }
            case 10 ->
                new Term<>(
                        Kind.TEXT,
                        Sql.replace(
                                make.terms
                                        .of(Kind.DATE, scope, budget)
                                        .expression()
                                        .cast(SqlTypes.varchar(20)),
                                "-",
                                ""),
                        10);
            default ->
                new Term<>(
                        Kind.TEXT,
                        Sql.concat(
                                text,
                                make.terms.of(Kind.TEXT, scope, 0).expression(),
                                make.values.term(Kind.TEXT).expression()),
                        operand.size() + 6);
        };
    }

    private Expression<String> trimmed(Expression<String> text) {
        return switch (make.choices.below(3)) {
            case 0 -> Sql.trim(text, 'a');
            case 1 -> Sql.trimLeading(text, 'a');
            default -> Sql.trimTrailing(text, 'b');
        };
    }
}
