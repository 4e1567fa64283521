package org.alkahest.orm.mapping;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.alkahest.engine.Connection;

/**
 * Keys that the program makes alone: UUIDs of version 7 (RFC 9562), which begin with the time, so that new rows lie side by
 * side in an index. Each is greater than the one before: within a millisecond, and when the clock goes back, the 12 bits
 * after the time count (method 1 of section 6.2), and run over into the time. Thread-safe.
 */
public final class UuidKeys implements KeyGenerator<UUID> {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();
    /** Milliseconds and counter of the last key. */
    private final AtomicLong last = new AtomicLong();

    /** Keys that ascend among themselves. */
    public UuidKeys() {}

    @Override
    public UUID next(Connection connection, Clock clock) {
        return next(clock.millis());
    }

    private UUID next(long millis) {
        long now = millis << COUNTER_BITS;
        long ticks = last.updateAndGet(previous -> Math.max(now, previous + 1));
        long time = ticks >>> COUNTER_BITS;
        long counter = ticks & (1L << COUNTER_BITS) - 1;
        return new UUID(time << 16 | VERSION | counter, VARIANT | random.nextLong() >>> 2);
    }
}
