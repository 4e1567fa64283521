package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code operand [NOT] IN (query)}. */
public record InQuery(Expression<?> operand, QueryExpression<?> query, boolean negated) implements Expression<Boolean> {
    @Override
    public SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }

    @Override
    public void describe(Description description) {
        description.add(InQuery.class).add(negated).child(operand).child(query);
    }

    @Override
    public InQuery mapChildren(NodeMapper mapper) {
        return new InQuery(mapper.map(operand), mapper.map(query), negated);
    }
}
