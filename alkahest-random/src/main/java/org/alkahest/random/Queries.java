package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.GroupingElement;
import org.alkahest.sql.InValues;
import org.alkahest.sql.Literal;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Row;
import org.alkahest.sql.Select;
import org.alkahest.sql.SetOperation;
import org.alkahest.sql.Sql;

/** Queries, by the kinds of their columns. */
final class Queries {
    private final Generation make;

    Queries(Generation make) {
        this.make = make;
    }

    /**
     * A query and what its columns are.
     *
     * @param columns the selected terms, whose labels are {@link #label}s
     * @param ordered whether the order of its rows is told, but for equal ones
     */
    record Made(QueryExpression<Row> query, List<Term<?>> columns, boolean ordered) {}

    /** The label of a column by its place. */
    static String label(int index) {
        return "c" + index;
    }

    static boolean namesColumn(Expression<?> expression) {
        return expression instanceof ColumnRef<?>
                || expression.descendants().stream().anyMatch(node -> node instanceof ColumnRef<?>);
    }

    /**
     * Whether rows can be grouped by an expression which is then a part of others: it names a column, as constants are no
     * keys on SQL Server, and has no parameter, of which most databases take each for another.
     */
    private static boolean isKey(Expression<?> expression) {
        return namesColumn(expression)
                && expression.descendants().stream()
                        .noneMatch(node -> node instanceof Literal<?> || node instanceof InValues<?>);
    }

    /** A query of some kinds of columns, at most so deep. */
    Made query(List<Kind<?>> kinds, Scope outer, int budget) {
        if (budget <= 0 || !make.choices.oneIn(5)) {
            return select(kinds, outer, budget);
        }
        return combined(kinds, outer, budget - 1);
    }

    private Made combined(List<Kind<?>> kinds, Scope outer, int budget) {
        Made first = query(kinds, outer, budget);
        Made second = query(kinds, outer, budget);
        SetOperation<Row> both = combine(first.query, second.query);
        List<Term<?>> columns = larger(first.columns, second.columns);
        if (make.choices.oneIn(4)) {
            Made third = select(kinds, outer, budget);
            both = combine(both, third.query);
            columns = larger(columns, third.columns);
        }
        if (!make.choices.oneIn(3)) {
            return new Made(both, columns, false);
        }
        both = both.orderBy(keys(first.query));
        if (make.choices.oneIn(2)) {
            both = both.limit(make.choices.valueBelow(4));
        }
        if (make.choices.oneIn(3)) {
            both = both.offset(1 + make.choices.valueBelow(2));
        }
        return new Made(both, columns, true);
    }

    private SetOperation<Row> combine(QueryExpression<Row> left, QueryExpression<Row> right) {
        return switch (make.choices.below(6)) {
            case 0 -> left.unionAll(right);
            case 1 -> left.union(right);
            case 2 -> left.intersect(right);
            case 3 -> left.except(right);
            case 4 -> left.intersectAll(right);
            default -> left.exceptAll(right);
        };
    }

    private static List<Term<?>> larger(List<Term<?>> one, List<Term<?>> other) {
        List<Term<?>> columns = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            columns.add(one.get(i).size() >= other.get(i).size() ? one.get(i) : resized(one.get(i), other.get(i)));
        }
        return columns;
    }

    private static <T> Term<T> resized(Term<T> term, Term<?> larger) {
        return new Term<>(term.kind(), term.expression(), larger.size());
    }

    /** The rows of FROM, WHERE, GROUP BY and HAVING, and what may be selected of them. */
    private record Body(Select<Row> select, Scope scope) {}

    private Body body(Scope outer, int budget) {
        return body(outer, budget, true);
    }

    private Body body(Scope outer, int budget, boolean windows) {
        Sources.From from = make.sources.from(outer, budget - 1);
        List<Term<?>> near = Source.columns(from.sources());
        Scope scope = new Scope(near, outer.seenFromInside(), outer.queries());
        Select<Row> select = from.of(Sql.selectRow(List.of(near.get(0).expression())));
        if (make.choices.oneIn(2)) {
            select = select.where(make.tests.test(scope, budget));
        }
        int form = make.choices.below(6);
        if (form == 4) {
            return grouped(select, scope, budget, windows);
        }
        return form == 5 && windows ? new Body(select, withWindows(scope, budget)) : new Body(select, scope);
    }

    private Body grouped(Select<Row> select, Scope scope, int budget, boolean windows) {
        List<Term<?>> groups = new ArrayList<>();
        List<GroupingElement> keys = new ArrayList<>();
        int number = make.choices.below(3);
        for (int i = 0; i < number; i++) {
            Term<?> key = make.terms.of(make.choices.of(Kind.ALL), scope.alone(), Math.min(budget, 1));
            key = isKey(key.expression()) ? key : make.choices.of(scope.near());
            groups.add(key);
            keys.add(key.expression());
        }
        int aggregates = 1 + make.choices.below(2);
        for (int i = 0; i < aggregates; i++) {
            groups.add(make.aggregations.aggregate(scope, Math.min(budget, 1)));
        }
        Scope ofGroups = scope.with(groups);
        Select<Row> grouped = select.groupBy(keys.toArray(new GroupingElement[0]));
        // Without groups SQLite wants an aggregate to be selected: "HAVING clause on a non-aggregate query".
        if (!keys.isEmpty() && make.choices.oneIn(3)) {
            grouped = grouped.having(make.tests.test(ofGroups, Math.min(budget, 1)));
        }
        return new Body(grouped, windows && make.choices.oneIn(5) ? withWindows(ofGroups, 0) : ofGroups);
    }

    private Scope withWindows(Scope scope, int budget) {
        List<Term<?>> terms = new ArrayList<>();
        int number = 1 + make.choices.below(2);
        for (int i = 0; i < number; i++) {
            terms.add(make.aggregations.window(scope, Math.min(budget, 1)));
        }
        terms.addAll(scope.near());
        return scope.with(terms);
    }

    private Made select(List<Kind<?>> kinds, Scope outer, int budget) {
        Body body = body(outer, budget);
        List<Term<?>> columns = new ArrayList<>();
        List<Expression<?>> selected = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Term<?> term = make.terms.plain(make.terms.of(kinds.get(i), body.scope, budget - 1));
            columns.add(term);
            selected.add(term.expression().as(label(i)));
        }
        Select<Row> select = body.select.withSelection(Sql.selectRow(selected).selection());
        // MariaDB forgets OFFSET where all columns are constants, or queries that are.
        if (make.choices.oneIn(5) && columns.stream().anyMatch(Term::isColumn)) {
            select = select.distinct();
        }
        if (!make.choices.oneIn(4)) {
            return new Made(select, columns, false);
        }
        select = select.orderBy(keys(select));
        if (make.choices.oneIn(2)) {
            select = select.limit(make.choices.valueBelow(5));
        }
        if (make.choices.oneIn(3)) {
            select = select.offset(1 + make.choices.valueBelow(2));
        }
        return new Made(select, columns, true);
    }

    /** By all columns, so that only equal rows may come in any order. */
    private OrderTerm[] keys(QueryExpression<Row> query) {
        return query.selection().expressions().stream()
                .map(make.aggregations::sorted)
                .toArray(OrderTerm[]::new);
    }

    /** A query of so many columns of any kinds. */
    QueryExpression<Row> rows(int width, Scope outer, int budget) {
        List<Kind<?>> kinds = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            kinds.add(make.choices.of(Kind.ALL));
        }
        return query(kinds, outer, budget).query;
    }

    /** A query of one column, which is compared. Of window functions MariaDB 10.11 compares other values. */
    <T> Select<T> ofOne(Kind<T> kind, Scope outer, int budget) {
        Body body = body(outer, budget, false);
        Select<T> select = body.select.withSelection(
                make.terms.of(kind, body.scope, budget - 1).expression());
        return make.choices.oneIn(5) ? select.distinct() : select;
    }

    /** A query of a column of a kind, and one of integers, without NULLs: rows with one H2 compares in a way of its own. */
    Select<?> pairs(Kind<?> kind, Scope outer, int budget) {
        Body body = body(outer, budget, false);
        return body.select.withSelection(Sql.row(
                        make.terms.present(kind, body.scope, budget - 1).expression(),
                        make.terms.present(Kind.INTEGER, body.scope, 0).expression())
                .as(List::of));
    }

    /** A query of one row at most: the total of some rows, or what a key finds. */
    <T> Term<T> scalar(Kind<T> kind, Scope outer, int budget) {
        if (make.choices.oneIn(3)) {
            return found(kind, outer, budget);
        }
        Sources.From from = make.sources.from(outer, budget - 1);
        List<Term<?>> near = Source.columns(from.sources());
        Scope scope = new Scope(near, outer.seenFromInside(), outer.queries());
        Term<T> total = make.terms.plain(make.aggregations.aggregate(kind, scope, budget - 1));
        Select<T> select = from.of(Sql.select(total.expression()));
        if (make.choices.oneIn(2)) {
            select = select.where(make.tests.test(scope, budget - 1));
        }
        return total.as(select.asScalar());
    }

    private <T> Term<T> found(Kind<T> kind, Scope outer, int budget) {
        Fixture.People people = Fixture.PEOPLE.as(make.name("t"));
        Scope scope = new Scope(people.source().columns(), outer.seenFromInside(), outer.queries());
        Term<T> value = make.terms.plain(make.terms.of(kind, scope, budget - 1));
        Expression<Integer> key = make.terms
                .leaf(Kind.INTEGER, new Scope(List.of(), outer.seenFromInside(), false))
                .expression();
        return value.as(Sql.select(value.expression())
                .from(people)
                .where(people.id.eq(key))
                .asScalar());
    }
}
