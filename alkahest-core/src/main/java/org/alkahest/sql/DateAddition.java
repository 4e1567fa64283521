package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** {@code operand + amount * INTERVAL '1' unit}: a date or timestamp moved by whole units. */
public record DateAddition<T>(Expression<T> operand, Expression<? extends Number> amount, IntervalUnit unit)
        implements Operation<T> {
    public DateAddition {
        Operators.require(operand, Operators.Need.DATETIME, "plus");
        Operators.requireInteger(amount, "plus");
        Objects.requireNonNull(unit, "unit is null");
        TypeName type = operand.type().name();
        if (type == TypeName.TIME || (type == TypeName.DATE && unit.isOfTime())) {
            throw new AlkahestArgumentException(
                    "ALK-1144",
                    "Cannot add " + unit + " to a " + type + ": a date has no time, and a time no day to carry to."
                            + " Cast it to SqlTypes.TIMESTAMP first.");
        }
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public void describe(Description description) {
        description.add(DateAddition.class).add(unit).child(operand).child(amount);
    }

    @Override
    public DateAddition<T> mapChildren(NodeMapper mapper) {
        return new DateAddition<>(mapper.map(operand), mapper.map(amount), unit);
    }
}
