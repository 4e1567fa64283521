package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** All rows of a query as one JSON value; {@link Multiset} decodes it. NULL where the query has no row. */
public record MultisetQuery(Select<?> query) implements NestedExpression<String> {
    @Override
    public SqlType<String> type() {
        return SqlTypes.TEXT;
    }

    @Override
    public void describe(Description description) {
        description.add(MultisetQuery.class).child(query);
    }

    @Override
    public MultisetQuery mapChildren(NodeMapper mapper) {
        return new MultisetQuery(mapper.map(query));
    }
}
