package org.alkahest.sql;

import org.alkahest.type.SqlType;

/** {@code (query)} of one column and at most one row, as a value; null where it has no row. */
public record ScalarSubquery<T>(QueryExpression<T> query, SqlType<T> type) implements Expression<T> {
    @Override
    public void describe(Description description) {
        description.add(ScalarSubquery.class).child(query);
    }

    @Override
    public ScalarSubquery<T> mapChildren(NodeMapper mapper) {
        return new ScalarSubquery<>(mapper.map(query), type);
    }
}
