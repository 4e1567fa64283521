package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Expression;
import org.alkahest.sql.InExpressions;
import org.alkahest.sql.Quantified;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Tuple;
import org.alkahest.type.SqlTypes;

/** Conditions, true, false or unknown. */
final class Tests {
    private static final List<Kind<?>> COMPARED = List.of(Kind.INTEGER, Kind.TEXT, Kind.DECIMAL, Kind.DATE, Kind.LONG);

    private final Generation make;

    Tests(Generation make) {
        this.make = make;
    }

    Expression<Boolean> test(Scope scope, int budget) {
        if (budget <= 0) {
            return small(scope);
        }
        return switch (make.choices.below(12)) {
            case 0, 1 -> small(scope);
            case 2 -> comparison(make.choices.of(COMPARED), scope, budget - 1);
            case 3 -> test(scope, budget - 1).and(test(scope, budget - 1));
            case 4 -> test(scope, budget - 1).or(test(scope, budget - 1));
            case 5 -> test(scope, budget - 1).not();
            case 6 -> truth(test(scope, budget - 1));
            case 7 -> between(make.choices.of(COMPARED), scope, budget - 1);
            case 8 -> in(make.choices.of(COMPARED), scope, budget - 1);
            case 9 -> like(scope, budget - 1);
            case 10 ->
                scope.queries()
                        ? withQuery(make.choices.of(COMPARED), scope, budget - 1)
                        : distinct(make.choices.of(Kind.ALL), scope, budget - 1);
            default -> make.terms.of(Kind.BOOLEAN, scope, budget - 1).expression();
        };
    }

    /** Of columns and values. */
    private Expression<Boolean> small(Scope scope) {
        return switch (make.choices.below(5)) {
            case 0 -> comparison(make.choices.of(COMPARED), scope, 0);
            case 1 -> isNull(make.choices.of(Kind.ALL), scope);
            case 2 -> make.terms.leaf(Kind.BOOLEAN, scope).expression();
            case 3 -> distinct(make.choices.of(Kind.ALL), scope, 0);
            default -> make.choices.oneIn(2) ? Sql.trueCondition() : Sql.falseCondition();
        };
    }

    private <T> Expression<Boolean> isNull(Kind<T> kind, Scope scope) {
        Expression<T> operand = make.terms.leaf(kind, scope).expression();
        return make.choices.oneIn(2) ? operand.isNotNull() : operand.isNull();
    }

    private <T> Expression<Boolean> comparison(Kind<T> kind, Scope scope, int budget) {
        Expression<T> left = make.terms.of(kind, scope, budget).expression();
        Expression<T> right = make.terms.of(kind, scope, budget).expression();
        return new Comparison(make.choices.of(List.of(Comparison.Operator.values())), left, right);
    }

    private <T> Expression<Boolean> distinct(Kind<T> kind, Scope scope, int budget) {
        Expression<T> left = make.terms.of(kind, scope, budget).expression();
        return switch (make.choices.below(4)) {
            case 0 ->
                left.isNotDistinctFromValueOf(make.terms.of(kind, scope, budget).expression());
            case 1 ->
                left.isDistinctFromValueOf(make.terms.of(kind, scope, budget).expression());
            case 2 -> left.isDistinctFrom(make.values.value(kind));
            default -> left.isNotDistinctFrom(null);
        };
    }

    private Expression<Boolean> truth(Expression<Boolean> condition) {
        return switch (make.choices.below(6)) {
            case 0 -> condition.isTrue();
            case 1 -> condition.isNotTrue();
            case 2 -> condition.isFalse();
            case 3 -> condition.isNotFalse();
            case 4 -> condition.isUnknown();
            default -> condition.isNotUnknown();
        };
    }

    private <T> Expression<Boolean> between(Kind<T> kind, Scope scope, int budget) {
        Expression<T> operand = make.terms.of(kind, scope, budget).expression();
        Expression<T> low = make.terms.of(kind, scope, budget).expression();
        Expression<T> high = make.terms.of(kind, scope, 0).expression();
        return switch (make.choices.below(4)) {
            case 0 -> operand.between(low, high);
            case 1 -> operand.notBetween(low, high);
            case 2 -> operand.betweenSymmetric(low, high);
            default -> operand.notBetweenSymmetric(low, high);
        };
    }

    private <T> Expression<Boolean> in(Kind<T> kind, Scope scope, int budget) {
        Expression<T> operand = make.terms.of(kind, scope, budget).expression();
        boolean negated = make.choices.oneIn(2);
        if (make.choices.oneIn(3)) {
            Expression<T> one = make.terms.of(kind, scope, budget).expression();
            Expression<T> other = make.terms.of(kind, scope, 0).expression();
            List<Expression<?>> listed = List.of(one, other);
            return new InExpressions(operand, listed, negated);
        }
        List<T> list = new ArrayList<>();
        int size = make.choices.below(4);
        for (int i = 0; i < size; i++) {
            list.add(make.values.value(kind));
        }
        return negated ? operand.notIn(list) : operand.in(list);
    }

    private Expression<Boolean> like(Scope scope, int budget) {
        Expression<String> operand = make.terms.of(Kind.TEXT, scope, budget).expression();
        String word = make.values.word();
        return switch (make.choices.below(8)) {
            case 0 -> operand.like(word + "%");
            case 1 -> operand.notLike("_" + word);
            case 2 -> operand.contains(word);
            case 3 -> operand.startsWith(word);
            case 4 -> operand.endsWith(word + "_");
            case 5 -> operand.ilike("%" + word.toUpperCase(Locale.ROOT));
            case 6 -> operand.like("%!%" + word, '!');
            default ->
                operand.like(Sql.concat(
                        Sql.value("%", SqlTypes.varchar(1)),
                        make.terms.of(Kind.TEXT, scope, 0).expression()));
        };
    }

    private <T> Expression<Boolean> withQuery(Kind<T> kind, Scope scope, int budget) {
        int form = make.choices.below(5);
        if (form == 0) {
            Expression<Boolean> exists = make.queries.rows(1, scope, budget).exists();
            return make.choices.oneIn(2) ? exists.not() : exists;
        }
        // MariaDB refuses a query on this side of IN, or finds other rows.
        Expression<T> operand =
                make.terms.of(kind, scope.withoutQueries(), budget).expression();
        if (form == 4) {
            return inRows(kind, scope.withoutQueries(), scope, budget);
        }
        Select<T> query = make.queries.ofOne(kind, scope, budget);
        if (form < 3) {
            return form == 1 ? operand.in(query) : operand.notIn(query);
        }
        Quantified<T> rows = make.choices.oneIn(2) ? Sql.all(query) : Sql.any(query);
        return switch (make.choices.below(3)) {
            case 0 -> operand.eq(rows);
            case 1 -> operand.lt(rows);
            default -> operand.ge(rows);
        };
    }

    private <T> Expression<Boolean> inRows(Kind<T> kind, Scope operands, Scope scope, int budget) {
        Tuple<?> pair = Sql.tuple(
                make.terms.present(kind, operands, budget).expression(),
                make.terms.present(Kind.INTEGER, operands, 0).expression());
        return inRows(pair, make.queries.pairs(kind, scope, budget));
    }

    @SuppressWarnings("unchecked") // the query was made for the pair
    private <R> Expression<Boolean> inRows(Tuple<R> pair, Select<?> query) {
        return make.choices.oneIn(2) ? pair.notIn((Select<R>) query) : pair.in((Select<R>) query);
    }
}
