package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.alkahest.engine.EngineOptions.Echo;
import org.junit.jupiter.api.Test;

final class ObserverTest {
    private static ExecutionEvent event(CacheState state, List<Object> first, List<Object> second) {
        List<List<Object>> parameters = second.isEmpty() ? List.of(first) : List.of(first, second);
        return new ExecutionEvent(
                "SELECT a\nFROM t WHERE a = ?", state, parameters.size(), () -> parameters, Duration.ZERO, null);
    }

    @Test
    void aLineHasSqlCacheStateAndTime() {
        ExecutionEvent event = event(CacheState.CACHED, List.of("geheim"), List.of());
        assertThat(Observer.line(event.finished(Duration.ofNanos(1_234_567), null), Echo.SQL))
                .isEqualTo("SELECT a FROM t WHERE a = ? [cached, 1.23 ms]");
        assertThat(Observer.line(event, Echo.NONE)).doesNotContain("geheim");
    }

    @Test
    void parametersAreShownOnlyWhenAskedFor() {
        assertThat(Observer.line(event(CacheState.COMPILED, List.of("geheim"), List.of()), Echo.SQL_AND_PARAMETERS))
                .isEqualTo("SELECT a FROM t WHERE a = ? [geheim] [compiled, 0.00 ms]");
        assertThat(Observer.line(event(CacheState.COMPILED, List.of(1), List.of(2)), Echo.SQL_AND_PARAMETERS))
                .isEqualTo("SELECT a FROM t WHERE a = ? [[1], [2]] [compiled, batch of 2, 0.00 ms]");
    }

    @Test
    void aFailureIsMarked() {
        ExecutionEvent failed = event(CacheState.RAW, List.of(), List.of())
                .finished(Duration.ofMillis(2), new IllegalStateException("on purpose"));
        assertThat(Observer.line(failed, Echo.SQL)).endsWith("[raw, 2.00 ms, failed]");
    }
}
