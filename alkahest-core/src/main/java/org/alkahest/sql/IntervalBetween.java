package org.alkahest.sql;

import java.time.Duration;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.TypeName;

/** {@code later - earlier}: the duration between two timestamps (SQL:2023 part 2, 6.45). */
public record IntervalBetween(Expression<?> later, Expression<?> earlier) implements Operation<Duration> {
    public IntervalBetween {
        TypeName type = later.type().name();
        boolean timestamp = type == TypeName.TIMESTAMP || type == TypeName.TIMESTAMP_WITH_TIME_ZONE;
        if (!timestamp || earlier.type().name() != type) {
            throw new AlkahestArgumentException(
                    "ALK-1144",
                    "Cannot subtract " + earlier.type() + " from " + later.type()
                            + ": a duration lies between two timestamps, both with a time zone or both without. Cast"
                            + " them first, or use daysBetween(…) for dates.");
        }
    }

    @Override
    public SqlType<Duration> type() {
        return SqlTypes.DURATION;
    }

    @Override
    public void describe(Description description) {
        description.add(IntervalBetween.class).child(later).child(earlier);
    }

    @Override
    public IntervalBetween mapChildren(NodeMapper mapper) {
        return new IntervalBetween(mapper.map(later), mapper.map(earlier));
    }
}
