package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.alkahest.sql.Comparison.Operator;
import org.jspecify.annotations.Nullable;

/**
 * {@code (a, b, …)}: expressions that are compared together, the first one first (SQL:2023 part 2, 7.1 and 8.2). Made by
 * {@code tuple(a, b)}; written as comparisons of the parts where a database has no row values. Immutable.
 *
 * @param <R> the row of the parts' values, such as {@link Row2}
 */
public record Tuple<R>(List<Expression<?>> parts) implements SqlNode {
    public Tuple {
        parts = List.copyOf(parts);
    }

    /** Equal in every part; null parts are refused (ALK-1112). */
    public Expression<Boolean> eq(R row) {
        return eq(literal(row));
    }

    public Expression<Boolean> eq(Tuple<? extends R> other) {
        return compare(Operator.EQUAL, other);
    }

    /** Different in some part; null parts are refused (ALK-1112). */
    public Expression<Boolean> ne(R row) {
        return ne(literal(row));
    }

    public Expression<Boolean> ne(Tuple<? extends R> other) {
        return compare(Operator.NOT_EQUAL, other);
    }

    /** Sorts before the row; null parts are refused (ALK-1112). */
    public Expression<Boolean> lt(R row) {
        return lt(literal(row));
    }

    public Expression<Boolean> lt(Tuple<? extends R> other) {
        return compare(Operator.LESS, other);
    }

    public Expression<Boolean> le(R row) {
        return le(literal(row));
    }

    public Expression<Boolean> le(Tuple<? extends R> other) {
        return compare(Operator.LESS_OR_EQUAL, other);
    }

    /** Sorts after the row; null parts are refused (ALK-1112). */
    public Expression<Boolean> gt(R row) {
        return gt(literal(row));
    }

    public Expression<Boolean> gt(Tuple<? extends R> other) {
        return compare(Operator.GREATER, other);
    }

    public Expression<Boolean> ge(R row) {
        return ge(literal(row));
    }

    public Expression<Boolean> ge(Tuple<? extends R> other) {
        return compare(Operator.GREATER_OR_EQUAL, other);
    }

    /** Equal to any of the rows, false for none; null parts are refused (ALK-1111). */
    public Expression<Boolean> in(Collection<? extends R> rows) {
        return new TupleInValues(this, values(rows), false);
    }

    /** Equal to any row that the query gives. */
    public Expression<Boolean> in(QueryExpression<? extends R> query) {
        return new TupleInQuery(this, query, false);
    }

    /** Equal to none of the rows; null parts are refused (ALK-1111). */
    public Expression<Boolean> notIn(Collection<? extends R> rows) {
        return new TupleInValues(this, values(rows), true);
    }

    /** Equal to no row that the query gives; never true for a row that differs from one only in NULL parts. */
    public Expression<Boolean> notIn(QueryExpression<? extends R> query) {
        return new TupleInQuery(this, query, true);
    }

    private Expression<Boolean> compare(Operator operator, Tuple<?> other) {
        return new TupleComparison(operator, this, other);
    }

    private Tuple<R> literal(R row) {
        List<? extends @Nullable Object> values = values(row);
        List<Expression<?>> literals = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            literals.add(literal(parts.get(i), values.get(i)));
        }
        return new Tuple<>(literals);
    }

    @SuppressWarnings("unchecked") // the row's components have the types of the parts
    private static <T> Literal<T> literal(Expression<T> part, @Nullable Object value) {
        return Operators.literal(part, (T) value);
    }

    private static List<List<Object>> values(Collection<?> rows) {
        List<List<Object>> all = new ArrayList<>(rows.size());
        for (Object row : rows) {
            all.add(Operators.nonNull(values(row)));
        }
        return all;
    }

    private static List<? extends @Nullable Object> values(@Nullable Object row) {
        return switch (Objects.requireNonNull(row, "row is null")) {
            case Row2<?, ?> r -> Operators.listOf(r.v1(), r.v2());
            case Row3<?, ?, ?> r -> Operators.listOf(r.v1(), r.v2(), r.v3());
            case Row4<?, ?, ?, ?> r -> Operators.listOf(r.v1(), r.v2(), r.v3(), r.v4());
            case Row5<?, ?, ?, ?, ?> r -> Operators.listOf(r.v1(), r.v2(), r.v3(), r.v4(), r.v5());
            default -> throw new IllegalArgumentException("Not a row of a tuple: " + row.getClass());
        };
    }

    @Override
    public void describe(Description description) {
        description.add(Tuple.class).children(parts);
    }

    @Override
    public Tuple<R> mapChildren(NodeMapper mapper) {
        return new Tuple<>(mapper.mapAll(parts));
    }
}
