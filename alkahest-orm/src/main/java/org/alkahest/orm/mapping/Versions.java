package org.alkahest.orm.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code @Version} field of each type is given. Counters begin at 1, and at 1 again after the greatest number, since
 * versions are compared for equality alone. Times are those of the session's clock in microseconds, and always later than
 * the one before.
 */
public final class Versions {
    /** 1, 2, 3 … */
    public static final VersionGenerator<Short> SHORT =
            (previous, clock) -> previous == null || previous == Short.MAX_VALUE ? 1 : (short) (previous + 1);

    /** 1, 2, 3 … */
    public static final VersionGenerator<Integer> INTEGER =
            (previous, clock) -> previous == null || previous == Integer.MAX_VALUE ? 1 : previous + 1;

    /** 1, 2, 3 … */
    public static final VersionGenerator<Long> LONG =
            (previous, clock) -> previous == null || previous == Long.MAX_VALUE ? 1L : previous + 1;

    /** When the row was written. */
    public static final VersionGenerator<Instant> INSTANT = Versions::instant;

    /** When the row was written, in the zone of the session's clock. */
    public static final VersionGenerator<LocalDateTime> LOCAL_DATE_TIME = Versions::localDateTime;

    /** When the row was written, at the offset of the session's clock. */
    public static final VersionGenerator<OffsetDateTime> OFFSET_DATE_TIME = Versions::offsetDateTime;

    /** A random one for each write. */
    public static final VersionGenerator<java.util.UUID> UUID = (previous, clock) -> java.util.UUID.randomUUID();

    private Versions() {}

    private static Instant instant(@Nullable Instant previous, Clock clock) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        return previous == null || now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
    }

    private static LocalDateTime localDateTime(@Nullable LocalDateTime previous, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        return previous == null || now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
    }

    private static OffsetDateTime offsetDateTime(@Nullable OffsetDateTime previous, Clock clock) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        return previous == null || now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
    }
}
