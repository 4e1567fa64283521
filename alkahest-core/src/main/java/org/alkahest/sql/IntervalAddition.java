package org.alkahest.sql;

import java.time.Duration;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** {@code operand + interval}, or minus: a timestamp moved by a duration, or a sum of durations (SQL:2023 part 2, 6.43). */
public record IntervalAddition<T>(Expression<T> operand, Expression<Duration> interval, boolean negated)
        implements Operation<T> {
    public IntervalAddition {
        Operators.require(interval, Operators.Need.INTERVAL, "plusDuration");
        TypeName type = operand.type().name();
        boolean moves = type == TypeName.TIMESTAMP
                || type == TypeName.TIMESTAMP_WITH_TIME_ZONE
                || type == TypeName.INTERVAL_DAY_TIME
                || type == TypeName.OTHER;
        if (!moves) {
            throw new AlkahestArgumentException(
                    "ALK-1144",
                    "Cannot add a duration to " + operand.type()
                            + ": a date has no time, a time no day to carry to, and other types are no times. Cast it"
                            + " to SqlTypes.TIMESTAMP first, or use plus(amount, unit).");
        }
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public void describe(Description description) {
        description.add(IntervalAddition.class).add(negated).child(operand).child(interval);
    }

    @Override
    public IntervalAddition<T> mapChildren(NodeMapper mapper) {
        return new IntervalAddition<>(mapper.map(operand), mapper.map(interval), negated);
    }
}
