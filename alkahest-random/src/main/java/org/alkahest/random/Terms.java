package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.CaseExpression;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Terms of any kind, and the forms that all kinds have. */
final class Terms {
    private final Generation make;

    Terms(Generation make) {
        this.make = make;
    }

    /** A term of a kind; the budget is how deep it may be. */
    <T> Term<T> of(Kind<T> kind, Scope scope, int budget) {
        if (budget <= 0) {
            return leaf(kind, scope);
        }
        return switch (make.choices.below(6)) {
            case 0 -> leaf(kind, scope);
            case 1, 2, 3 -> own(kind, scope, budget - 1);
            case 4 -> general(kind, scope, budget - 1);
            default ->
                scope.queries() ? make.queries.scalar(kind, scope, budget - 1) : general(kind, scope, budget - 1);
        };
    }

    /** A column, or a value where there is none. */
    <T> Term<T> leaf(Kind<T> kind, Scope scope) {
        List<Term<T>> columns = scope.of(kind);
        int choice = make.choices.below(columns.size() + 1);
        return choice < columns.size() ? columns.get(choice) : make.values.term(kind);
    }

    /** A term that is not NULL. */
    <T> Term<T> present(Kind<T> kind, Scope scope, int budget) {
        Term<T> term = of(kind, scope, budget);
        Term<T> otherwise = make.values.term(kind);
        return new Term<>(
                kind,
                Sql.coalesce(plain(term).expression(), otherwise.expression()),
                Math.max(term.size(), otherwise.size()));
    }

    /**
     * The term without digits of its own: of several decimals the first tells how the result is read, so that one with two
     * digits would cut those of the others.
     */
    <T> Term<T> plain(Term<T> term) {
        SqlType<T> type = term.expression().type();
        return term.kind().equals(Kind.DECIMAL) && type.scale() != SqlType.UNSET
                ? term.as(term.expression().typeCoerce(term.kind().type()))
                : term;
    }

    @SuppressWarnings("unchecked") // there is one object per kind
    private <T> Term<T> own(Kind<T> kind, Scope scope, int budget) {
        Term<?> made;
        if (kind.equals(Kind.INTEGER)) {
            made = make.numbers.integer(scope, budget);
        } else if (kind.equals(Kind.LONG)) {
            made = make.numbers.ofLong(scope, budget);
        } else if (kind.equals(Kind.DECIMAL)) {
            made = make.numbers.decimal(scope, budget);
        } else if (kind.equals(Kind.TEXT)) {
            made = make.texts.text(scope, budget);
        } else if (kind.equals(Kind.DATE)) {
            made = make.dates.date(scope, budget);
        } else {
            made = new Term<>(Kind.BOOLEAN, make.tests.test(scope, budget), 1);
        }
        return (Term<T>) made;
    }

    private <T> Term<T> general(Kind<T> kind, Scope scope, int budget) {
        return switch (make.choices.below(5)) {
            case 0 -> searched(kind, scope, budget);
            case 1 -> simple(kind, make.choices.of(List.of(Kind.INTEGER, Kind.TEXT, Kind.DATE)), scope, budget);
            case 2 -> coalesced(kind, scope, budget);
            case 3 -> nullIf(kind, scope, budget);
            default -> make.values.none(kind);
        };
    }

    private <T> Term<T> searched(Kind<T> kind, Scope scope, int budget) {
        Term<T> result = plain(of(kind, scope, budget));
        long size = result.size();
        CaseExpression<T> branches = Sql.when(make.tests.test(scope, budget), result.expression());
        if (make.choices.oneIn(3)) {
            Term<T> second = plain(of(kind, scope, budget));
            branches = branches.when(make.tests.test(scope, budget), second.expression());
            size = Math.max(size, second.size());
        }
        if (make.choices.oneIn(3)) {
            return new Term<>(kind, branches, size);
        }
        Term<T> otherwise = plain(of(kind, scope, budget));
        return new Term<>(kind, branches.otherwise(otherwise.expression()), Math.max(size, otherwise.size()));
    }

    private <V, T> Term<T> simple(Kind<T> kind, Kind<V> operandKind, Scope scope, int budget) {
        Term<V> operand = of(operandKind, scope, budget);
        Term<T> result = plain(of(kind, scope, budget));
        Term<T> otherwise = plain(of(kind, scope, budget));
        Expression<T> branches = Sql.caseOf(operand.expression())
                .when(make.values.value(operandKind), result.expression())
                .otherwise(otherwise.expression());
        return new Term<>(kind, branches, Math.max(result.size(), otherwise.size()));
    }

    private <T> Term<T> coalesced(Kind<T> kind, Scope scope, int budget) {
        Term<T> first = plain(of(kind, scope, budget));
        Term<T> second = plain(of(kind, scope, budget));
        return new Term<>(
                kind, Sql.coalesce(first.expression(), second.expression()), Math.max(first.size(), second.size()));
    }

    /** Of a boolean only by a test, as not every database compares conditions. */
    private <T> Term<T> nullIf(Kind<T> kind, Scope scope, int budget) {
        Term<T> first = plain(of(kind, scope, budget));
        return first.as(
                Sql.nullIf(first.expression(), plain(of(kind, scope, budget)).expression()));
    }

    /** The expressions, for a list of selected columns. */
    static List<Expression<?>> expressions(List<Term<?>> terms) {
        List<Expression<?>> all = new ArrayList<>();
        terms.forEach(term -> all.add(term.expression()));
        return all;
    }

    /** The number as an INTEGER, which it fits. */
    static Term<Integer> integer(Term<Long> number) {
        return new Term<>(Kind.INTEGER, number.expression().cast(SqlTypes.INTEGER), number.size());
    }
}
