package org.alkahest.sql;

import java.time.temporal.ChronoUnit;
import org.alkahest.type.AlkahestArgumentException;

/** The units of time that every database counts in. */
public enum IntervalUnit {
    YEAR,
    MONTH,
    WEEK,
    DAY,
    HOUR,
    MINUTE,
    SECOND;

    /** The unit of {@code java.time}; errors with ALK-1143 for units that databases do not share. */
    static IntervalUnit of(ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> YEAR;
            case MONTHS -> MONTH;
            case WEEKS -> WEEK;
            case DAYS -> DAY;
            case HOURS -> HOUR;
            case MINUTES -> MINUTE;
            case SECONDS -> SECOND;
            default ->
                throw new AlkahestArgumentException(
                        "ALK-1143",
                        "Cannot compute with " + unit
                                + ": databases share years, months, weeks, days, hours, minutes and"
                                + " seconds. Use one of these.");
        };
    }

    /** Whether the unit is a part of a day, which a date does not have. */
    public boolean isOfTime() {
        return compareTo(HOUR) >= 0;
    }
}
