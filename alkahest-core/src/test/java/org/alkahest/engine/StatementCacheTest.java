package org.alkahest.engine;

import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.StatementKey;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class StatementCacheTest {
    private static StatementKey key(String label) {
        return StatementKey.walk(select(value(1, SqlTypes.INTEGER).as(label))).key();
    }

    private static Compiled compiled(String sql) {
        return new Compiled(sql, List.of(), List.of(), true);
    }

    @Test
    void findsWhatWasPutUnderAnEqualKey() {
        StatementCache cache = new StatementCache(10);
        cache.put(key("a"), compiled("A"));

        assertThat(cache.find(key("a"))).isEqualTo(compiled("A"));
        assertThat(cache.find(key("b"))).isNull();
        assertThat(cache.hits()).isEqualTo(1);
        assertThat(cache.misses()).isEqualTo(1);
    }

    @Test
    void dropsTheLeastRecentlyUsed() {
        StatementCache cache = new StatementCache(2);
        cache.put(key("a"), compiled("A"));
        cache.put(key("b"), compiled("B"));
        cache.find(key("a"));
        cache.put(key("c"), compiled("C"));

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.find(key("a"))).isNotNull();
        assertThat(cache.find(key("b"))).isNull();
        assertThat(cache.find(key("c"))).isNotNull();
    }

    @Test
    void keepsNothingThatIsNotCacheable() {
        StatementCache cache = new StatementCache(2);
        cache.put(key("a"), new Compiled("A", List.of(), List.of(), false));

        assertThat(cache.size()).isZero();
    }

    @Test
    void keepsNothingWithoutCapacity() {
        StatementCache cache = new StatementCache(0);
        cache.put(key("a"), compiled("A"));

        assertThat(cache.size()).isZero();
    }

    @Test
    void staysBoundedUnderConcurrentUse() throws InterruptedException, ExecutionException {
        StatementCache cache = new StatementCache(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> all = IntStream.range(0, 8)
                    .mapToObj(thread -> threads.submit(() -> useAll(cache, thread)))
                    .toList();
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(cache.size()).isEqualTo(8);
        assertThat(cache.hits() + cache.misses()).isEqualTo(8 * 1_000);
    }

    private static boolean useAll(StatementCache cache, int thread) {
        boolean right = true;
        for (int i = 0; i < 1_000; i++) {
            String label = "c" + (i * 7 + thread) % 12;
            Compiled found = cache.find(key(label));
            if (found == null) {
                cache.put(key(label), compiled(label));
            } else {
                right &= found.sql().equals(label);
            }
        }
        return right;
    }
}
