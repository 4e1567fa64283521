package org.alkahest.sql;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every clause of a SELECT but its list. {@code from} and {@code joins} keep the order in which they were given.
 *
 * @param seek where the page begins: a value per sort key, or empty; see {@link Select#seekAfter}
 */
public record SelectBody(
        @Nullable Distinct distinct,
        List<FromItem> from,
        List<JoinClause> joins,
        List<TableHint> hints,
        @Nullable Expression<Boolean> where,
        List<GroupingElement> groupBy,
        @Nullable Expression<Boolean> having,
        @Nullable Expression<Boolean> qualify,
        List<OrderItem> orderBy,
        List<Literal<?>> seek,
        RowLimit limit,
        List<Locking> locks,
        List<SyntaxExtension> extensions) {
    static final SelectBody EMPTY = new Builder().build();

    public SelectBody {
        from = List.copyOf(from);
        joins = List.copyOf(joins);
        hints = List.copyOf(hints);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        seek = List.copyOf(seek);
        locks = List.copyOf(locks);
        extensions = List.copyOf(extensions);
    }

    /** Whether the query is nothing but a plain SELECT, which a set operation takes without parentheses. */
    public boolean isBare() {
        return orderBy.isEmpty() && limit.isNone() && locks.isEmpty() && extensions.isEmpty();
    }

    SelectBody with(Consumer<Builder> change) {
        Builder builder = new Builder(this);
        change.accept(builder);
        return builder.build();
    }

    // A statement has several of these two, so they do without a builder.

    SelectBody withWhere(Expression<Boolean> newWhere) {
        return new SelectBody(
                distinct,
                from,
                joins,
                hints,
                newWhere,
                groupBy,
                having,
                qualify,
                orderBy,
                seek,
                limit,
                locks,
                extensions);
    }

    SelectBody withJoins(List<JoinClause> newJoins) {
        return new SelectBody(
                distinct,
                from,
                newJoins,
                hints,
                where,
                groupBy,
                having,
                qualify,
                orderBy,
                seek,
                limit,
                locks,
                extensions);
    }

    static Expression<Boolean> and(@Nullable Expression<Boolean> present, Expression<Boolean> more) {
        return present == null ? more : present.and(more);
    }

    void describe(Description description) {
        description.add(distinct != null);
        if (distinct != null) {
            description.children(distinct.on());
        }
        description.children(from).add(joins.size());
        for (JoinClause join : joins) {
            join.describe(description);
        }
        description.add(hints.size());
        for (TableHint hint : hints) {
            hint.describe(description);
        }
        description
                .child(where)
                .children(groupBy)
                .child(having)
                .child(qualify)
                .children(orderBy)
                .children(seek);
        limit.describe(description);
        description.add(locks.size());
        for (Locking lock : locks) {
            lock.describe(description);
        }
        description.children(extensions);
    }

    SelectBody mapChildren(NodeMapper mapper) {
        return new SelectBody(
                distinct == null ? null : new Distinct(mapper.mapAll(distinct.on())),
                mapper.mapAll(from),
                joins.stream().map(join -> join.mapChildren(mapper)).toList(),
                hints.stream().map(hint -> hint.mapChildren(mapper)).toList(),
                mapper.mapNullable(where),
                mapper.mapAll(groupBy),
                mapper.mapNullable(having),
                mapper.mapNullable(qualify),
                mapper.mapAll(orderBy),
                mapper.mapAll(seek),
                limit.mapChildren(mapper),
                locks.stream().map(lock -> lock.mapChildren(mapper)).toList(),
                mapper.mapAll(extensions));
    }

    /** The clauses while one is being changed. */
    static final class Builder {
        @Nullable
        Distinct distinct;

        List<FromItem> from = List.of();
        List<JoinClause> joins = List.of();
        List<TableHint> hints = List.of();

        @Nullable
        Expression<Boolean> where;

        List<GroupingElement> groupBy = List.of();

        @Nullable
        Expression<Boolean> having;

        @Nullable
        Expression<Boolean> qualify;

        List<OrderItem> orderBy = List.of();
        List<Literal<?>> seek = List.of();
        RowLimit limit = RowLimit.NONE;
        List<Locking> locks = List.of();
        List<SyntaxExtension> extensions = List.of();

        private Builder() {}

        private Builder(SelectBody body) {
            distinct = body.distinct;
            from = body.from;
            joins = body.joins;
            hints = body.hints;
            where = body.where;
            groupBy = body.groupBy;
            having = body.having;
            qualify = body.qualify;
            orderBy = body.orderBy;
            seek = body.seek;
            limit = body.limit;
            locks = body.locks;
            extensions = body.extensions;
        }

        private SelectBody build() {
            return new SelectBody(
                    distinct,
                    from,
                    joins,
                    hints,
                    where,
                    groupBy,
                    having,
                    qualify,
                    orderBy,
                    seek,
                    limit,
                    locks,
                    extensions);
        }
    }
}
