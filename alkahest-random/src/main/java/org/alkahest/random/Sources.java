package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Field;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Items of FROM, and joins of them. */
final class Sources {
    private static final int DEEPEST = 3;

    private final Generation make;

    Sources(Generation make) {
        this.make = make;
    }

    /** A join of a source to those before it. */
    record Join(
            JoinClause.Kind kind, Source source, @Nullable Expression<Boolean> on) {}

    /** A whole FROM clause. */
    record From(Source first, List<Join> joins) {
        List<Source> sources() {
            List<Source> all = new ArrayList<>(List.of(first));
            joins.forEach(join -> all.add(join.source));
            return all;
        }

        <R> Select<R> of(Select<R> select) {
            Select<R> from = select.from(first.item());
            for (Join join : joins) {
                Expression<Boolean> on = join.on == null ? Sql.trueCondition() : join.on;
                from = switch (join.kind) {
                    case INNER -> from.join(join.source.item(), on);
                    case LEFT -> from.leftJoin(join.source.item(), on);
                    case RIGHT -> from.rightJoin(join.source.item(), on);
                    case FULL -> from.fullJoin(join.source.item(), on);
                    case CROSS -> from.crossJoin(join.source.item());
                };
            }
            return from;
        }
    }

    From from(Scope outer, int budget) {
        Source first = source(budget);
        List<Join> joins = new ArrayList<>();
        List<Term<?>> seen = new ArrayList<>(first.columns());
        int more = make.choices.below(budget > 0 ? 3 : 2);
        for (int i = 0; i < more; i++) {
            Join join = join(seen, outer, budget - 1);
            joins.add(join);
            seen.addAll(join.source.columns());
        }
        return new From(first, joins);
    }

    private Join join(List<Term<?>> seen, Scope outer, int budget) {
        JoinClause.Kind kind = make.choices.of(List.of(
                JoinClause.Kind.INNER,
                JoinClause.Kind.LEFT,
                JoinClause.Kind.CROSS,
                JoinClause.Kind.RIGHT,
                JoinClause.Kind.FULL));
        if (budget > 0 && kind != JoinClause.Kind.RIGHT && kind != JoinClause.Kind.FULL && make.choices.oneIn(8)) {
            return new Join(JoinClause.Kind.CROSS, lateral(seen, outer, budget), null);
        }
        Source source = source(budget);
        List<Term<?>> both = new ArrayList<>(seen);
        both.addAll(source.columns());
        return switch (kind) {
            case CROSS -> new Join(kind, source, null);
            // PostgreSQL: "FULL JOIN is only supported with merge-joinable or hash-joinable join conditions".
            case FULL -> new Join(kind, source, equal(seen, source.columns()));
            case INNER, LEFT, RIGHT ->
                new Join(
                        kind,
                        source,
                        make.choices.oneIn(2)
                                ? make.tests.test(new Scope(both, List.of(), false), budget)
                                : equal(seen, source.columns()));
        };
    }

    private Expression<Boolean> equal(List<Term<?>> left, List<Term<?>> right) {
        Expression<Integer> one = integer(left);
        Expression<Integer> other = integer(right);
        return one.eq(other);
    }

    /** Every source has an integer, and first. */
    private Expression<Integer> integer(List<Term<?>> columns) {
        List<Term<Integer>> integers = new Scope(columns, List.of(), false).of(Kind.INTEGER);
        return make.choices.of(integers).expression();
    }

    Source source(int budget) {
        if (budget <= 0) {
            return table();
        }
        return switch (make.choices.below(8)) {
            case 0, 1, 2 -> table();
            case 3 -> derived(budget - 1);
            case 4 -> named(budget - 1);
            case 5 -> values();
            case 6 -> make.choices.oneIn(2) ? tree() : numbers();
            default -> table();
        };
    }

    private Source table() {
        return make.choices.of(Fixture.SOURCES).apply(make.name("t"));
    }

    /** Kinds of columns; the first one is an integer, to join by. */
    private List<Kind<?>> kinds() {
        List<Kind<?>> kinds = new ArrayList<>(List.of(Kind.INTEGER));
        int more = make.choices.below(DEEPEST);
        for (int i = 0; i < more; i++) {
            kinds.add(make.choices.of(Kind.ALL));
        }
        return kinds;
    }

    /** It sees nothing of the queries around it, as on H2 and MariaDB. */
    private Source derived(int budget) {
        Queries.Made made = make.queries.query(kinds(), Scope.NOTHING, budget);
        DerivedTable table = made.query().asTable(make.name("d"));
        return new Source(table, columns(made, table::column));
    }

    private Source lateral(List<Term<?>> seen, Scope outer, int budget) {
        Queries.Made made = make.queries.query(kinds(), new Scope(seen, outer.seenFromInside(), true), budget - 1);
        DerivedTable table = made.query().asLateral(make.name("l"));
        return new Source(table, columns(made, table::column));
    }

    /** Written at the head of the statement, so that it sees nothing of where it stands. */
    private Source named(int budget) {
        Queries.Made made = make.queries.query(kinds(), Scope.NOTHING, budget);
        CommonTableExpression table = Sql.with(make.name("w"), made.query());
        return new Source(table, columns(made, table::column));
    }

    private Source values() {
        List<Kind<?>> kinds = kinds();
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            fields.add(Sql.field("v" + i, kinds.get(i).type()));
        }
        ValuesTable table = Sql.values(make.name("v"), fields.toArray(new Field<?>[0]));
        int rows = 1 + make.choices.below(3);
        for (int row = 0; row < rows; row++) {
            Object[] values = new Object[kinds.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = make.choices.oneIn(5)
                        ? make.values.none(kinds.get(i)).expression()
                        : make.values.value(kinds.get(i));
            }
            table = table.row(values);
        }
        List<Term<?>> columns = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            columns.add(column(kinds.get(i), table.column("v" + i, kinds.get(i).type())));
        }
        return new Source(table, columns);
    }

    private static <T> Term<T> column(Kind<?> kind, ColumnRef<T> column) {
        @SuppressWarnings("unchecked") // the column was made of the kind
        Kind<T> same = (Kind<T>) kind;
        return new Term<>(same, column, Values.LARGEST_DECIMAL);
    }

    /** 1, 2, 3 and so on. */
    private Source numbers() {
        int end = 2 + make.choices.valueBelow(3);
        CommonTableExpression table = Sql.withRecursive(
                make.name("r"), Sql.select(Sql.value(1, SqlTypes.INTEGER).as("n")), rows -> {
                    ColumnRef<Integer> n = rows.column("n", SqlTypes.INTEGER);
                    return Sql.select(n.plus(1).as("n")).from(rows).where(n.lt(end));
                });
        return new Source(
                table, List.of(new Term<>(Kind.INTEGER, table.column("n", SqlTypes.INTEGER), Values.LARGEST_DECIMAL)));
    }

    /** People below others, with their depth. */
    private Source tree() {
        Fixture.People root = Fixture.PEOPLE.as(make.name("t"));
        Fixture.People child = Fixture.PEOPLE.as(make.name("t"));
        boolean distinct = make.choices.oneIn(2);
        Select<?> base = Sql.select(
                        root.id.as("id"), Sql.value(0, SqlTypes.INTEGER).as("depth"))
                .from(root)
                .where(root.bossId.isNull());
        Function<CommonTableExpression, Select<?>> step = rows -> Sql.select(
                        child.id.as("id"),
                        rows.column("depth", SqlTypes.INTEGER).plus(1).as("depth"))
                .from(rows)
                .join(child, child.bossId.eq(rows.column("id", SqlTypes.INTEGER)));
        String name = make.name("r");
        CommonTableExpression table =
                distinct ? Sql.withRecursiveDistinct(name, base, step) : Sql.withRecursive(name, base, step);
        return new Source(
                table,
                List.of(
                        new Term<>(Kind.INTEGER, table.column("id", SqlTypes.INTEGER), Values.LARGEST_DECIMAL),
                        new Term<>(Kind.INTEGER, table.column("depth", SqlTypes.INTEGER), Values.LARGEST_DECIMAL)));
    }

    /** How a query in FROM gives its columns. */
    private interface ByName {
        <T> ColumnRef<T> column(String name, SqlType<T> type);
    }

    private static List<Term<?>> columns(Queries.Made made, ByName table) {
        List<Term<?>> columns = new ArrayList<>();
        for (int i = 0; i < made.columns().size(); i++) {
            columns.add(column(made.columns().get(i), Queries.label(i), table));
        }
        return columns;
    }

    private static <T> Term<T> column(Term<T> source, String name, ByName table) {
        return source.as(table.column(name, source.expression().type()));
    }
}
