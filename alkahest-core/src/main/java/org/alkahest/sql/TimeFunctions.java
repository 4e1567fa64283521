package org.alkahest.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.alkahest.type.SqlTypes;

/** Functions of dates and times, and of the session; use them through {@link Sql}. */
public sealed class TimeFunctions extends StringFunctions permits ArrayFunctions {
    TimeFunctions() {}

    /** A part of a date or time; errors with ALK-1110 for other types. */
    public static Extract extract(Extract.Field field, Expression<?> operand) {
        return new Extract(field, operand);
    }

    /** The whole seconds from the beginning of 1970 to a date or timestamp, which counts as UTC if it has no offset. */
    public static Expression<Long> epochSeconds(Expression<?> dateTime) {
        Operators.require(dateTime, Operators.Need.DATETIME, "epochSeconds");
        return builtIn(BuiltInFunction.Name.EPOCH_SECONDS, SqlTypes.BIGINT, dateTime);
    }

    /** The whole seconds from one date or timestamp to another; negative if the other is earlier. */
    public static Expression<Long> secondsBetween(Expression<?> from, Expression<?> to) {
        return epochSeconds(to).minus(epochSeconds(from));
    }

    /** The days from one date to another, of timestamps the midnights between them; negative if the other is earlier. */
    public static Expression<Integer> daysBetween(Expression<?> from, Expression<?> to) {
        Operators.require(from, Operators.Need.DATETIME, "daysBetween");
        Operators.require(to, Operators.Need.DATETIME, "daysBetween");
        return builtIn(BuiltInFunction.Name.DAYS_BETWEEN, SqlTypes.INTEGER, from, to);
    }

    /** Today, in the time zone of the database session. */
    public static Expression<LocalDate> currentDate() {
        return builtIn(BuiltInFunction.Name.CURRENT_DATE, SqlTypes.DATE);
    }

    /** The database's clock: on most databases the start of the transaction or statement. */
    public static Expression<OffsetDateTime> currentTimestamp() {
        return builtIn(BuiltInFunction.Name.CURRENT_TIMESTAMP, SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
    }

    /** The same as {@link #currentTimestamp}. */
    public static Expression<OffsetDateTime> now() {
        return currentTimestamp();
    }

    /** The time of day in the time zone of the database session. */
    public static Expression<LocalTime> localTime() {
        return builtIn(BuiltInFunction.Name.LOCAL_TIME, SqlTypes.TIME);
    }

    /** The same as {@link #localTime}: databases do not share a time of day with an offset. */
    public static Expression<LocalTime> currentTime() {
        return localTime();
    }

    /** Date and time in the time zone of the database session. */
    public static Expression<LocalDateTime> localTimestamp() {
        return builtIn(BuiltInFunction.Name.LOCAL_TIMESTAMP, SqlTypes.TIMESTAMP);
    }

    /** The user whose rights count. */
    public static Expression<String> currentUser() {
        return builtIn(BuiltInFunction.Name.CURRENT_USER, SqlTypes.TEXT);
    }

    /** The user who connected. */
    public static Expression<String> sessionUser() {
        return builtIn(BuiltInFunction.Name.SESSION_USER, SqlTypes.TEXT);
    }
}
