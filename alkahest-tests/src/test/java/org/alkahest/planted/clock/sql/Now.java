package org.alkahest.planted.clock.sql;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;

@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"})
final class Now {
    Supplier<Instant> instant = Instant::now;

    LocalDate today() {
        return LocalDate.now();
    }

    ZonedDateTime zoned() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    long millis() {
        return System.currentTimeMillis() + new Date().getTime();
    }

    Instant injected(Clock clock) {
        return Instant.now(clock);
    }
}
