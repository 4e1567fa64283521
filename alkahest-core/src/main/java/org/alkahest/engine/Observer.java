package org.alkahest.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, logs and announces what is executed. Thread-safe. */
final class Observer {
    private final List<EngineListener> listeners;
    private final EngineOptions.Echo echo;
    private final Logger log;
    private final LongAdder statements = new LongAdder();

    Observer(List<EngineListener> listeners, EngineOptions.Echo echo) {
        this(listeners, echo, LoggerFactory.getLogger("org.alkahest.sql"));
    }

    Observer(List<EngineListener> listeners, EngineOptions.Echo echo, Logger log) {
        this.log = log;
        this.listeners = listeners;
        this.echo = echo;
    }

    long statements() {
        return statements.sum();
    }

    /** Runs one execution between the announcements of its beginning and end. */
    <T> T observe(ExecutionEvent event, Execution<T> execution) throws SQLException {
        statements.increment();
        for (EngineListener listener : listeners) {
            listener.beforeExecute(event);
        }
        long start = System.nanoTime();
        T result;
        try {
            result = execution.run();
        } catch (SQLException | RuntimeException e) {
            finish(event.finished(Duration.ofNanos(System.nanoTime() - start), e));
            throw e;
        }
        finish(event.finished(Duration.ofNanos(System.nanoTime() - start), null));
        return result;
    }

    private void finish(ExecutionEvent event) {
        log(event);
        for (EngineListener listener : listeners) {
            listener.afterExecute(event);
        }
    }

    private void log(ExecutionEvent event) {
        boolean loud = echo != EngineOptions.Echo.NONE;
        if (loud ? log.isInfoEnabled() : log.isDebugEnabled()) {
            write(line(event, echo));
        }
    }

    /** What is logged of an event: on one line, so that a log can be searched. */
    static String line(ExecutionEvent event, EngineOptions.Echo echo) {
        StringBuilder line = new StringBuilder(event.sql().replaceAll("\\R", " "));
        if (echo == EngineOptions.Echo.SQL_AND_PARAMETERS) {
            line.append(' ').append(event.batchSize() == 1 ? event.parameters().get(0) : event.parameters());
        }
        line.append(" [").append(event.cacheState());
        if (event.batchSize() > 1) {
            line.append(", batch of ").append(event.batchSize());
        }
        if (!event.note().isEmpty()) {
            line.append(", ").append(event.note());
        }
        line.append(String.format(Locale.ROOT, ", %.2f ms", event.elapsed().toNanos() / 1e6));
        return line.append(event.failure().isPresent() ? ", failed]" : "]").toString();
    }

    void transaction(TransactionEvent event) {
        if (echo != EngineOptions.Echo.NONE || log.isDebugEnabled()) {
            write(event.name().replace('_', ' '));
        }
        for (EngineListener listener : listeners) {
            listener.onTransaction(event);
        }
    }

    private void write(String line) {
        if (echo == EngineOptions.Echo.NONE) {
            log.debug("{}", line);
        } else {
            log.info("{}", line);
        }
    }

    /** What is observed. */
    @FunctionalInterface
    interface Execution<T> {
        T run() throws SQLException;
    }
}
