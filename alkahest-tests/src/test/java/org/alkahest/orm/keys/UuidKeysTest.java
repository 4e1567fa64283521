package org.alkahest.orm.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alkahest.orm.mapping.UuidKeys;
import org.junit.jupiter.api.Test;

final class UuidKeysTest {
    @Test
    void aClockThatStandsStillOrGoesBackChangesNoOrder() {
        UuidKeys keys = new UuidKeys();
        List<String> made = new ArrayList<>();
        for (long second : new long[] {100, 100, 50, 101}) {
            Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
            for (int i = 0; i < 5000; i++) {
                UUID key = keys.next(null, clock);
                assertThat(key.variant()).isEqualTo(2);
                made.add(key.toString());
            }
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made.get(0)).startsWith("00000001-86a0-7000-");
        assertThat(made.get(15000)).startsWith("00000001-8a88-7000-");
    }
}
