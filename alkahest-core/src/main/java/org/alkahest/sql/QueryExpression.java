package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;

/** A query that can stand alone or inside another statement (SQL:2023 part 2, 7.17). */
public sealed interface QueryExpression<R> extends RowStatement<R> permits Select, SetOperation {
    @Override
    QueryExpression<R> mapChildren(NodeMapper mapper);

    /** The query in FROM under an alias. */
    default DerivedTable asTable(String alias) {
        return new DerivedTable(this, alias, false);
    }

    /** The query in FROM under an alias, executed for each row of what stands before it, whose columns it may name. */
    default DerivedTable asLateral(String alias) {
        return new DerivedTable(this, alias, true);
    }

    /** The query as a value; errors with ALK-1109 unless it has exactly one column. */
    @SuppressWarnings("unchecked") // a one-column query's row type is the column's type, unless it was mapped
    default Expression<R> asScalar() {
        List<? extends Expression<?>> columns = selection().expressions();
        if (columns.size() != 1 || !(selection() instanceof Expression<?>)) {
            throw new AlkahestArgumentException(
                    "ALK-1109",
                    "Cannot use the query as a value: it selects " + columns.size()
                            + " columns or a mapped row. Select exactly one expression.");
        }
        return new ScalarSubquery<>(this, (SqlType<R>) columns.get(0).type());
    }

    /** {@code EXISTS (this)}. */
    default Expression<Boolean> exists() {
        return new Exists(this);
    }

    default SetOperation<R> union(QueryExpression<? extends R> other) {
        return SetOperation.of(SetOperation.Operator.UNION, this, other);
    }

    default SetOperation<R> unionAll(QueryExpression<? extends R> other) {
        return SetOperation.of(SetOperation.Operator.UNION_ALL, this, other);
    }

    default SetOperation<R> intersect(QueryExpression<? extends R> other) {
        return SetOperation.of(SetOperation.Operator.INTERSECT, this, other);
    }

    /** Equal rows count: as often as both have them. */
    default SetOperation<R> intersectAll(QueryExpression<? extends R> other) {
        return SetOperation.of(SetOperation.Operator.INTERSECT_ALL, this, other);
    }

    /** Equal rows count: as often as this has more of them. */
    default SetOperation<R> exceptAll(QueryExpression<? extends R> other) {
        return SetOperation.of(SetOperation.Operator.EXCEPT_ALL, this, other);
    }

    default SetOperation<R> except(QueryExpression<? extends R> other) {
        return SetOperation.of(SetOperation.Operator.EXCEPT, this, other);
    }
}
