package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code INTERVAL '3' DAY}: an amount of time, as the distance of a window frame. The amount is a part of the text. */
public record Interval(long amount, IntervalUnit unit) implements Expression<Object> {
    public Interval {
        Objects.requireNonNull(unit, "unit is null");
    }

    @Override
    public SqlType<Object> type() {
        return SqlTypes.OTHER;
    }

    @Override
    public void describe(Description description) {
        description.add(Interval.class).add(amount).add(unit);
    }

    @Override
    public Interval mapChildren(NodeMapper mapper) {
        return new Interval(amount, unit);
    }
}
