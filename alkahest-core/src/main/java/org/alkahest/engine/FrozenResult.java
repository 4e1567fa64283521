package org.alkahest.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows in memory that can be read many times; see {@link Result#freeze}. Immutable and thread-safe as far as the rows
 * themselves are: objects of a session belong to its thread here too.
 *
 * @param rows in the database's order, unmodifiable; a row is null where the database says NULL for the only column
 * @param <R> what one row becomes
 */
public record FrozenResult<R>(List<R> rows) {
    public FrozenResult {
        rows = Collections.unmodifiableList(new ArrayList<>(rows)); // unlike List.copyOf it takes nulls
    }

    /** The rows from the first on, at each call. Closing it frees nothing. */
    public Result<R> result() {
        return Result.over(rows.iterator(), () -> {});
    }
}
