package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.EngineOptions.Echo;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

final class ObserverTest {
    private static ExecutionEvent event(CacheState state, List<Object> first, List<Object> second) {
        List<List<Object>> parameters = second.isEmpty() ? List.of(first) : List.of(first, second);
        return new ExecutionEvent(
                "SELECT a\nFROM t WHERE a = ?", state, parameters.size(), "", () -> parameters, Duration.ZERO, null);
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

    @Test
    void echoGoesToInfoAndSilenceToDebug() throws SQLException {
        assertThat(logged(Echo.NONE, Level.DEBUG)).containsExactly("DEBUG BEGIN", "DEBUG SELECT 1 [raw");
        assertThat(logged(Echo.NONE, Level.INFO)).isEmpty();
        assertThat(logged(Echo.SQL, Level.INFO)).containsExactly("INFO BEGIN", "INFO SELECT 1 [raw");
        assertThat(logged(Echo.SQL, Level.WARN)).isEmpty();
        assertThat(logged(Echo.SQL_AND_PARAMETERS, Level.INFO))
                .containsExactly("INFO BEGIN", "INFO SELECT 1 [geheim] [raw");
    }

    private static List<String> logged(Echo echo, Level threshold) throws SQLException {
        RecordingLogger log = new RecordingLogger(threshold);
        Observer observer = new Observer(List.of(), echo, log);
        observer.transaction(TransactionEvent.BEGIN);
        observer.observe(
                new ExecutionEvent(
                        "SELECT 1", CacheState.RAW, 1, "", () -> List.of(List.of("geheim")), Duration.ZERO, null),
                () -> "");
        return log.lines;
    }

    private static final class RecordingLogger extends LegacyAbstractLogger {
        final List<String> lines = new ArrayList<>();
        private final Level threshold;

        RecordingLogger(Level threshold) {
            this.threshold = threshold;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable error) {
            if (level.toInt() >= threshold.toInt()) {
                String line = MessageFormatter.basicArrayFormat(message, arguments);
                lines.add(level + " " + line.replaceFirst(", [0-9.]+ ms]", ""));
            }
        }

        @Override
        public boolean isTraceEnabled() {
            return threshold.toInt() <= Level.TRACE.toInt();
        }

        @Override
        public boolean isDebugEnabled() {
            return threshold.toInt() <= Level.DEBUG.toInt();
        }

        @Override
        public boolean isInfoEnabled() {
            return threshold.toInt() <= Level.INFO.toInt();
        }

        @Override
        public boolean isWarnEnabled() {
            return threshold.toInt() <= Level.WARN.toInt();
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
