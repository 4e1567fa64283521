package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.type.AlkahestArgumentException;

/** {@code term UNION [ALL] | INTERSECT | EXCEPT term …} with its own order and limit; kept flat. */
public record SetOperation<R>(
        Operator operator,
        List<QueryExpression<?>> terms,
        List<OrderItem> orderBy,
        RowLimit limit,
        List<SyntaxExtension> extensions)
        implements QueryExpression<R> {
    public SetOperation {
        terms = List.copyOf(terms);
        orderBy = List.copyOf(orderBy);
        extensions = List.copyOf(extensions);
        int width = terms.get(0).selection().expressions().size();
        for (QueryExpression<?> term : terms) {
            int other = term.selection().expressions().size();
            if (other != width) {
                throw new AlkahestArgumentException(
                        "ALK-1113",
                        "Cannot combine queries with " + operator.sql() + ": the first selects " + width
                                + " columns, another " + other + ". Select the same number of columns in each.");
            }
        }
    }

    static <R> SetOperation<R> of(Operator operator, QueryExpression<R> left, QueryExpression<?> right) {
        List<QueryExpression<?>> terms = new ArrayList<>();
        if (left instanceof SetOperation<R> same
                && same.operator == operator
                && operator.isAssociative()
                && same.isBare()) {
            terms.addAll(same.terms);
        } else {
            terms.add(left);
        }
        terms.add(right);
        return new SetOperation<>(operator, terms, List.of(), RowLimit.NONE, List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // the first term gives the row type
    public Selectable<R> selection() {
        return (Selectable<R>) terms.get(0).selection();
    }

    /** The same, ordered by columns of the first term or their labels. */
    public SetOperation<R> orderBy(OrderTerm... items) {
        List<OrderItem> all = new ArrayList<>(orderBy);
        all.addAll(Operators.orderItems(items));
        return new SetOperation<>(operator, terms, all, limit, extensions);
    }

    public SetOperation<R> limit(long rows) {
        return new SetOperation<>(operator, terms, orderBy, limit.withLimit(rows), extensions);
    }

    public SetOperation<R> limit(Expression<? extends Number> rows) {
        return new SetOperation<>(operator, terms, orderBy, limit.withLimit(rows), extensions);
    }

    /** With a limit: also the rows that equal the last one in all sort keys. */
    public SetOperation<R> withTies() {
        return new SetOperation<>(operator, terms, orderBy, limit.includingTies(), extensions);
    }

    public SetOperation<R> offset(long rows) {
        return new SetOperation<>(operator, terms, orderBy, limit.withOffset(rows), extensions);
    }

    /** The same with SQL of one's own at the end; extensions of other places are for its terms. */
    public SetOperation<R> with(SyntaxExtension extension) {
        return new SetOperation<>(operator, terms, orderBy, limit, Lists.concat(extensions, List.of(extension)));
    }

    /** The same of other terms, the first of which gives the row type, and in another order. */
    public <S> SetOperation<S> with(List<QueryExpression<?>> newTerms, List<OrderItem> newOrder) {
        return new SetOperation<>(operator, newTerms, newOrder, limit, extensions);
    }

    private boolean isBare() {
        return orderBy.isEmpty() && limit.isNone() && extensions.isEmpty();
    }

    @Override
    public void describe(Description description) {
        description.add(operator).children(terms).children(orderBy);
        limit.describe(description);
        description.children(extensions);
    }

    @Override
    public SetOperation<R> mapChildren(NodeMapper mapper) {
        return new SetOperation<>(
                operator,
                mapper.mapAll(terms),
                mapper.mapAll(orderBy),
                limit.mapChildren(mapper),
                mapper.mapAll(extensions));
    }

    /** The set operators (SQL:2023 part 2, 7.17), each with its SQL spelling. */
    public enum Operator {
        UNION("UNION"),
        UNION_ALL("UNION ALL"),
        INTERSECT("INTERSECT"),
        INTERSECT_ALL("INTERSECT ALL"),
        EXCEPT("EXCEPT"),
        EXCEPT_ALL("EXCEPT ALL");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        /** The operator in SQL. */
        public String sql() {
            return sql;
        }

        boolean isAssociative() {
            return this != EXCEPT && this != EXCEPT_ALL;
        }
    }
}
