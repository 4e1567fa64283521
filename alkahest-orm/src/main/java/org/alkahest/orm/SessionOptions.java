package org.alkahest.orm;

import java.time.Clock;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;

/**
 * How sessions behave. Immutable.
 *
 * @param batchSize how many siblings an unloaded association is loaded for at once, at most
 * @param clock what versions take the time from
 */
public record SessionOptions(Autoflush autoflush, int batchSize, Clock clock) {
    /** What sessions do unless told otherwise. */
    public static final SessionOptions DEFAULT = new SessionOptions(Autoflush.WHEN_IT_MATTERS, 500, Clock.systemUTC());

    public SessionOptions {
        Objects.requireNonNull(autoflush, "autoflush is null");
        Objects.requireNonNull(clock, "clock is null");
        if (batchSize < 1) {
            throw new AlkahestArgumentException(
                    "ALK-2112", "Cannot set batchSize to " + batchSize + ": it is not positive. Give 1 or more.");
        }
    }

    public SessionOptions withAutoflush(Autoflush when) {
        return new SessionOptions(when, batchSize, clock);
    }

    public SessionOptions withBatchSize(int size) {
        return new SessionOptions(autoflush, size, clock);
    }

    public SessionOptions withClock(Clock newClock) {
        return new SessionOptions(autoflush, batchSize, newClock);
    }

    /** When a query flushes before it is sent. */
    public enum Autoflush {
        /** When pending changes touch a table that the query reads; raw SQL reads every table. */
        WHEN_IT_MATTERS,
        ALWAYS,
        NEVER
    }
}
