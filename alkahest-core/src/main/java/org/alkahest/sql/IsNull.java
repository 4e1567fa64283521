package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code operand IS [NOT] NULL}. */
public record IsNull(Expression<?> operand, boolean negated) implements Expression<Boolean> {
    @Override
    public SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }

    @Override
    public void describe(Description description) {
        description.add(IsNull.class).add(negated).child(operand);
    }

    @Override
    public IsNull mapChildren(NodeMapper mapper) {
        return new IsNull(mapper.map(operand), negated);
    }
}
