package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code operand [NOT] BETWEEN low AND high}, both ends included. */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean negated)
        implements Expression<Boolean> {
    @Override
    public SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }

    @Override
    public void describe(Description description) {
        description.add(Between.class).add(negated).child(operand).child(low).child(high);
    }
}
