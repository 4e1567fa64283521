package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code EXISTS (query)}. */
public record Exists(QueryExpression<?> query) implements Expression<Boolean> {
    @Override
    public SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }

    @Override
    public void describe(Description description) {
        description.add(Exists.class).child(query);
    }

    @Override
    public Exists mapChildren(NodeMapper mapper) {
        return new Exists(mapper.map(query));
    }
}
