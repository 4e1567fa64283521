package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Every clause of a SELECT but its list. {@code from} and {@code joins} keep the order in which they were given. */
public record SelectBody(
        boolean distinct,
        List<FromItem> from,
        List<JoinClause> joins,
        @Nullable Expression<Boolean> where,
        List<Expression<?>> groupBy,
        @Nullable Expression<Boolean> having,
        List<OrderItem> orderBy,
        @Nullable Expression<Long> limit,
        @Nullable Expression<Long> offset,
        @Nullable Locking locking) {
    static final SelectBody EMPTY =
            new SelectBody(false, List.of(), List.of(), null, List.of(), null, List.of(), null, null, null);

    public SelectBody {
        from = List.copyOf(from);
        joins = List.copyOf(joins);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    SelectBody withDistinct() {
        return new SelectBody(true, from, joins, where, groupBy, having, orderBy, limit, offset, locking);
    }

    SelectBody withFrom(List<? extends FromItem> more) {
        return new SelectBody(
                distinct, append(from, more), joins, where, groupBy, having, orderBy, limit, offset, locking);
    }

    SelectBody withJoin(JoinClause join) {
        return new SelectBody(
                distinct, from, append(joins, List.of(join)), where, groupBy, having, orderBy, limit, offset, locking);
    }

    SelectBody withWhere(Expression<Boolean> condition) {
        return new SelectBody(
                distinct, from, joins, and(where, condition), groupBy, having, orderBy, limit, offset, locking);
    }

    SelectBody withGroupBy(List<? extends Expression<?>> more) {
        return new SelectBody(
                distinct, from, joins, where, append(groupBy, more), having, orderBy, limit, offset, locking);
    }

    SelectBody withHaving(Expression<Boolean> condition) {
        return new SelectBody(
                distinct, from, joins, where, groupBy, and(having, condition), orderBy, limit, offset, locking);
    }

    SelectBody withOrderBy(List<OrderItem> items) {
        return new SelectBody(distinct, from, joins, where, groupBy, having, items, limit, offset, locking);
    }

    SelectBody withLimit(@Nullable Expression<Long> rows) {
        return new SelectBody(distinct, from, joins, where, groupBy, having, orderBy, rows, offset, locking);
    }

    SelectBody withOffset(@Nullable Expression<Long> rows) {
        return new SelectBody(distinct, from, joins, where, groupBy, having, orderBy, limit, rows, locking);
    }

    SelectBody withLocking(Locking newLocking) {
        return new SelectBody(distinct, from, joins, where, groupBy, having, orderBy, limit, offset, newLocking);
    }

    static Expression<Long> rowCount(String clause, long rows) {
        if (rows < 0) {
            throw new AlkahestArgumentException(
                    "ALK-1114", "Cannot set " + clause + ": " + rows + " is negative. Give 0 or more rows.");
        }
        return new Literal<>(rows, SqlTypes.BIGINT);
    }

    private static <T> List<T> append(List<? extends T> some, List<? extends T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static Expression<Boolean> and(@Nullable Expression<Boolean> present, Expression<Boolean> more) {
        return present == null ? more : present.and(more);
    }

    void describe(Description description) {
        description.add(distinct).children(from).add(joins.size());
        for (JoinClause join : joins) {
            join.describe(description);
        }
        description
                .child(where)
                .children(groupBy)
                .child(having)
                .children(orderBy)
                .child(limit)
                .child(offset)
                .add(locking);
    }

    SelectBody mapChildren(NodeMapper mapper) {
        return new SelectBody(
                distinct,
                mapper.mapAll(from),
                joins.stream().map(join -> join.mapChildren(mapper)).toList(),
                mapper.mapNullable(where),
                mapper.mapAll(groupBy),
                mapper.mapNullable(having),
                mapper.mapAll(orderBy),
                mapper.mapNullable(limit),
                mapper.mapNullable(offset),
                locking);
    }

    /** Row locks: {@code FOR UPDATE} or {@code FOR SHARE}, and what to do about rows that are locked already. */
    public record Locking(boolean share, Wait onLocked) {
        /** What to do about rows that another transaction has locked. */
        public enum Wait {
            WAIT,
            NOWAIT,
            SKIP_LOCKED
        }
    }
}
