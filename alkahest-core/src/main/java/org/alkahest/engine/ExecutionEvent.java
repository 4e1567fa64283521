package org.alkahest.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One execution of one statement, or of one batch. Immutable; its parameters are valid during the call only. */
public final class ExecutionEvent {
    private final String sql;
    private final CacheState cacheState;
    private final int batchSize;
    private final String note;
    private final Supplier<List<List<@Nullable Object>>> parameters;
    private final Duration elapsed;
    private final @Nullable Throwable failure;

    ExecutionEvent(
            String sql,
            CacheState cacheState,
            int batchSize,
            String note,
            Supplier<List<List<@Nullable Object>>> parameters,
            Duration elapsed,
            @Nullable Throwable failure) {
        this.sql = sql;
        this.cacheState = cacheState;
        this.batchSize = batchSize;
        this.note = note;
        this.parameters = parameters;
        this.elapsed = elapsed;
        this.failure = failure;
    }

    ExecutionEvent finished(Duration time, @Nullable Throwable error) {
        return new ExecutionEvent(sql, cacheState, batchSize, note, parameters, time, error);
    }

    /** The text that is sent. */
    public String sql() {
        return sql;
    }

    public CacheState cacheState() {
        return cacheState;
    }

    /** The number of parameter sets; 1 for a statement that is no batch, and for a page of rows in one statement. */
    public int batchSize() {
        return batchSize;
    }

    /**
     * What else there is to know, in words: which page of an INSERT of many rows it is, or why they are inserted one by
     * one. Empty for most.
     */
    public String note() {
        return note;
    }

    /** The parameter values in the order of their placeholders, one list per parameter set; built at each call. */
    public List<List<@Nullable Object>> parameters() {
        return parameters.get();
    }

    /** How long the database took, fetching of rows not included; zero before execution. */
    public Duration elapsed() {
        return elapsed;
    }

    /** The driver's error, if execution failed. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
