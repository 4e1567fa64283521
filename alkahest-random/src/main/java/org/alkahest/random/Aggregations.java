package org.alkahest.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Sql;
import org.alkahest.sql.StringAggregate;
import org.alkahest.sql.WindowFrame;
import org.alkahest.sql.WindowFunction;
import org.alkahest.sql.WindowSpecification;

/** Aggregates of rows, and window functions. Their arguments hold neither queries nor terms of outer queries. */
final class Aggregations {
    /** More rows than any FROM here has. */
    private static final int ROWS = 1_000;

    private static final int MOST_SORT_KEYS = 8;

    private final Generation make;
    private boolean filters = true;

    Aggregations(Generation make) {
        this.make = make;
    }

    /** An aggregate of some kind. */
    Term<?> aggregate(Scope scope, int budget) {
        Scope alone = scope.alone();
        return switch (make.choices.below(6)) {
            case 0 -> count(alone, budget);
            case 1 -> extreme(make.choices.of(List.of(Kind.INTEGER, Kind.TEXT, Kind.DATE, Kind.LONG)), alone, budget);
            case 2 -> sum(make.choices.of(List.of(Kind.INTEGER, Kind.LONG)), alone, budget);
            case 3 -> sum(Kind.DECIMAL, alone, budget);
            case 4 -> extreme(Kind.DECIMAL, alone, budget);
            default -> joined(alone, budget);
        };
    }

    /** An aggregate of a kind; of booleans a condition on one. */
    @SuppressWarnings("unchecked") // there is one object per kind
    <T> Term<T> aggregate(Kind<T> kind, Scope scope, int budget) {
        Scope alone = scope.alone();
        if (kind.equals(Kind.LONG)) {
            return (Term<T>) count(alone, budget);
        }
        if (kind.equals(Kind.BOOLEAN)) {
            return new Term<>(
                    kind, (Expression<T>) count(alone, budget).expression().gt(1L), 1);
        }
        return kind.equals(Kind.DECIMAL) && make.choices.oneIn(2)
                ? (Term<T>) sum(Kind.INTEGER, alone, budget)
                : extreme(kind, alone, budget);
    }

    private Term<Long> count(Scope scope, int budget) {
        FunctionCall<Long> count = Sql.count();
        if (make.choices.oneIn(2)) {
            Expression<?> counted = make.terms
                    .of(make.choices.of(List.of(Kind.INTEGER, Kind.TEXT, Kind.DECIMAL, Kind.DATE)), scope, budget)
                    .expression();
            count = make.choices.oneIn(2) ? Sql.count(counted).distinctValues() : Sql.count(counted);
        }
        return new Term<>(Kind.LONG, filtered(count, scope, budget), ROWS);
    }

    private <T> Term<T> extreme(Kind<T> kind, Scope scope, int budget) {
        Term<T> operand = make.terms.of(kind, scope, budget);
        return operand.as(filtered(
                make.choices.oneIn(2) ? Sql.max(operand.expression()) : Sql.min(operand.expression()), scope, budget));
    }

    private <T extends Number> Term<BigDecimal> sum(Kind<T> kind, Scope scope, int budget) {
        Term<T> operand = make.terms.plain(make.terms.of(kind, scope, budget));
        if (operand.size() > Term.LARGEST / ROWS) {
            operand = make.values.term(kind);
        }
        FunctionCall<BigDecimal> sum = Sql.sum(operand.expression());
        return new Term<>(
                Kind.DECIMAL,
                filtered(make.choices.oneIn(4) ? sum.distinctValues() : sum, scope, budget),
                operand.size() * ROWS);
    }

    private Term<String> joined(Scope scope, int budget) {
        Expression<String> operand = make.terms.of(Kind.TEXT, scope, budget).expression();
        StringAggregate joined = Sql.stringAgg(operand, "q").aggregateOrderBy(sorted(operand));
        return new Term<>(
                Kind.TEXT, make.choices.oneIn(4) ? joined.filterWhere(make.tests.test(scope, 0)) : joined, 1_000);
    }

    private <T> FunctionCall<T> filtered(FunctionCall<T> aggregate, Scope scope, int budget) {
        return filters && make.choices.oneIn(4) ? aggregate.filterWhere(make.tests.test(scope, budget)) : aggregate;
    }

    /** With a direction, and a place for NULLs, about which databases disagree. */
    OrderItem sorted(Expression<?> key) {
        OrderItem item = make.choices.oneIn(2) ? key.desc() : key.asc();
        return make.choices.oneIn(2) ? item.nullsLast() : item.nullsFirst();
    }

    /** A window function. Where the order of equal rows would show, the window is ordered by all that tells rows apart. */
    Term<?> window(Scope scope, int budget) {
        Scope alone = scope.alone();
        // PostgreSQL: "aggregate functions are not allowed in FILTER".
        filters = alone.near().stream().allMatch(Term::isColumn);
        Term<?> term = window(alone, Sql.window(), budget);
        filters = true;
        return term;
    }

    private Term<?> window(Scope alone, WindowSpecification empty, int budget) {
        WindowSpecification window = empty;
        if (make.choices.oneIn(2)) {
            window = window.partitionBy(key(alone, budget));
        }
        if (make.choices.oneIn(2) || alone.near().size() > MOST_SORT_KEYS) {
            return byValue(window, alone, budget);
        }
        for (Term<?> term : alone.near()) {
            window = window.orderBy(sorted(term.expression()));
        }
        return byPlace(window, alone, budget);
    }

    /** Equal rows get equal values. */
    private Term<?> byValue(WindowSpecification window, Scope scope, int budget) {
        boolean ordered = make.choices.oneIn(2);
        WindowSpecification used = ordered ? window.orderBy(sorted(key(scope, budget))) : window;
        if (ordered && make.choices.oneIn(2)) {
            return new Term<>(Kind.LONG, (make.choices.oneIn(2) ? Sql.denseRank() : Sql.rank()).over(used), ROWS);
        }
        return make.choices.oneIn(2)
                ? over(count(scope, budget), used)
                : over(sum(make.choices.of(List.of(Kind.INTEGER, Kind.DECIMAL)), scope, budget), used);
    }

    private Term<?> byPlace(WindowSpecification window, Scope scope, int budget) {
        return switch (make.choices.below(5)) {
            case 0 -> new Term<>(Kind.LONG, Sql.rowNumber().over(window), ROWS);
            case 1 -> beside(make.choices.of(List.of(Kind.INTEGER, Kind.TEXT, Kind.DATE)), window, scope, budget);
            case 2 -> over(sum(Kind.INTEGER, scope, budget), window.frame(frame()));
            case 3 ->
                new Term<>(Kind.INTEGER, Sql.ntile(1 + make.choices.below(3)).over(window), ROWS);
            default -> {
                Term<LocalDate> date = make.terms.of(Kind.DATE, scope, budget);
                WindowSpecification framed = window.frame(frame());
                yield date.as(
                        make.choices.oneIn(2)
                                ? Sql.firstValue(date.expression()).over(framed)
                                : Sql.lastValue(date.expression()).over(framed));
            }
        };
    }

    private <T> Term<T> beside(Kind<T> kind, WindowSpecification window, Scope scope, int budget) {
        Term<T> operand = make.terms.of(kind, scope, budget);
        Expression<T> value = operand.expression();
        int rows = 1 + make.choices.below(2);
        WindowFunction<T> found = switch (make.choices.below(4)) {
            case 0 -> Sql.lag(value).over(window);
            case 1 -> Sql.lead(value).over(window);
            case 2 -> Sql.lag(value, rows).over(window);
            default -> Sql.lead(value, rows).over(window);
        };
        return operand.as(found);
    }

    private WindowFrame frame() {
        return switch (make.choices.below(4)) {
            case 0 -> WindowFrame.rows(WindowFrame.unboundedPreceding(), WindowFrame.currentRow());
            case 1 -> WindowFrame.rows(WindowFrame.preceding(1), WindowFrame.following(1));
            case 2 -> WindowFrame.rows(WindowFrame.currentRow(), WindowFrame.unboundedFollowing());
            default -> WindowFrame.rows(WindowFrame.unboundedPreceding(), WindowFrame.preceding(1));
        };
    }

    /** Something of the rows: a constant is no key for every database. */
    Expression<?> key(Scope scope, int budget) {
        Term<?> term = make.terms.of(make.choices.of(Kind.ALL), scope.alone(), budget);
        return Queries.namesColumn(term.expression())
                ? term.expression()
                : make.choices.of(scope.near()).expression();
    }

    /** The same argument and filter over a window. */
    private static <T> Term<T> over(Term<T> aggregate, WindowSpecification window) {
        FunctionCall<T> call = (FunctionCall<T>) aggregate.expression();
        return aggregate.as((call.distinct() ? plainValues(call) : call).over(window));
    }

    /** Few databases have DISTINCT in a window. */
    private static <T> FunctionCall<T> plainValues(FunctionCall<T> call) {
        return new FunctionCall<>(
                call.name(), call.arguments(), call.type(), false, call.filter(), List.of(), List.of());
    }
}
