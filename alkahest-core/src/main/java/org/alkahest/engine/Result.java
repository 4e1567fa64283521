package org.alkahest.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.RowStatement;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, read once. Everything but {@link #iterator}, {@link #stream} and {@link #partitions} reads what it
 * needs and closes the result; those close it at its end. A result that is left open is closed with its transaction or
 * connection. A row is null where the database says NULL for the only column, or the statement makes it so. One thread at
 * a time.
 *
 * @param <R> what one row becomes
 */
public final class Result<R> implements AutoCloseable, Iterable<R> {
    private final Iterator<R> rows;
    private final Runnable onClose;
    private @Nullable String closedBecause;

    private Result(Iterator<R> rows, Runnable onClose) {
        this.rows = rows;
        this.onClose = onClose;
    }

    /**
     * A result over rows from elsewhere, for layers above the engine.
     *
     * @param onClose called once, at the end of the rows or before
     */
    public static <R> Result<R> over(Iterator<R> rows, Runnable onClose) {
        Objects.requireNonNull(rows, "rows is null");
        Objects.requireNonNull(onClose, "onClose is null");
        return new Result<>(rows, onClose);
    }

    /**
     * The rows of a statement, made of values that it gave before: {@code connection.execute(query.asValues()).freeze()}.
     * Mutable values are copied. Reading errors with ALK-1330 if they are of another number of columns. Emits: nothing, but
     * what the scope loads.
     */
    public static <R> Result<R> replay(
            FrozenResult<List<@Nullable Object>> values, RowStatement<R> statement, DecodeScope scope) {
        return over(new ReplayedRows<>(values.rows().iterator(), statement, scope), () -> {});
    }

    /** All rows that are left, in the database's order; empty if there is none. */
    public List<R> all() {
        requireOpen();
        List<R> all = new ArrayList<>();
        while (hasNext()) {
            all.add(next());
        }
        return all;
    }

    /** The first row; empty if there is none, or if it is null. Others are not read. */
    public Optional<R> first() {
        requireOpen();
        try (this) {
            return hasNext() ? Optional.ofNullable(next()) : Optional.empty();
        }
    }

    /** The only row; errors with ALK-1601 if there is none, ALK-1602 if there is another. */
    public R one() {
        requireOpen();
        try (this) {
            R row = scalarRow();
            requireLast();
            return row;
        }
    }

    /** The only row; empty if there is none, or if it is null; errors with ALK-1602 if there is another. */
    public Optional<R> oneOrNone() {
        requireOpen();
        try (this) {
            if (!hasNext()) {
                return Optional.empty();
            }
            Optional<R> row = Optional.ofNullable(next());
            requireLast();
            return row;
        }
    }

    /** The first row's value, for queries that have just one such as a count; errors with ALK-1601 if there is none. */
    public R scalar() {
        requireOpen();
        try (this) {
            return scalarRow();
        }
    }

    /**
     * The rows that are left, fetched as they are used where the statement was executed by
     * {@link Connection#executeStreaming(RowStatement, int)}, else as {@link EngineOptions#defaultFetchSize} and the driver
     * have it. Closing the stream closes the result.
     */
    public Stream<R> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /** The rows that are left, so many at a time, the last list perhaps shorter; fetched as they are used. */
    public Stream<List<R>> partitions(int size) {
        if (size < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1604", "Cannot part a result: the size is " + size + ". Give at least 1.");
        }
        Iterator<R> source = iterator();
        Iterator<List<R>> lists = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public List<R> next() {
                List<R> list = new ArrayList<>(size);
                list.add(source.next());
                while (list.size() < size && source.hasNext()) {
                    list.add(source.next());
                }
                return list;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lists, Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /** The same rows, converted as they are read. This result is the new one's, and closed with it. */
    public <S> Result<S> map(Function<? super R, ? extends S> mapper) {
        Objects.requireNonNull(mapper, "mapper is null");
        Iterator<R> source = iterator();
        Iterator<S> mapped = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public S next() {
                return mapper.apply(source.next());
            }
        };
        return new Result<>(mapped, this::close);
    }

    /** The same rows, each once: of equal rows the first. Keeps all that it has given. This result is the new one's. */
    public Result<R> unique() {
        return unique(Function.identity());
    }

    /** The same rows, of those with equal keys the first. Keeps all keys that it has met. This result is the new one's. */
    public Result<R> unique(Function<? super R, ?> key) {
        Objects.requireNonNull(key, "key is null");
        return new Result<>(new UniqueRows<>(iterator(), key), this::close);
    }

    /** All rows that are left, in memory, to be read as often as is liked, by any thread, whatever becomes of the connection. */
    public FrozenResult<R> freeze() {
        return new FrozenResult<>(all());
    }

    /**
     * The rows of several results, one result after the other. They are the new one's, closed with it; where reading one of
     * them fails, all are closed.
     */
    public static <R> Result<R> merge(List<? extends Result<? extends R>> results) {
        MergedRows<R> rows = new MergedRows<>(results);
        return new Result<>(rows, rows::close);
    }

    /** The rows that are left; at their end the result is closed. */
    @Override
    public Iterator<R> iterator() {
        requireOpen();
        return new Iterator<>() {
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (ended) {
                    return false;
                }
                requireOpen();
                ended = !Result.this.hasNext();
                return !ended;
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The result has no more rows");
                }
                return Result.this.next();
            }
        };
    }

    /** Whether it can be read no more. */
    public boolean isClosed() {
        return closedBecause != null;
    }

    /** Frees the cursor. Rows that were not read are lost; further calls do nothing. */
    @Override
    public void close() {
        close("it was read or closed before");
    }

    void close(String reason) {
        if (closedBecause == null) {
            closedBecause = reason;
            onClose.run();
        }
    }

    private void requireOpen() {
        if (closedBecause != null) {
            throw new AlkahestArgumentException(
                    "ALK-1603",
                    "Cannot read the result: " + closedBecause
                            + ". A result can be read once; keep the list of all(), or execute the statement again.");
        }
    }

    private boolean hasNext() {
        boolean more;
        try {
            more = rows.hasNext();
        } catch (RuntimeException e) {
            throw closedAfter(e);
        }
        if (!more) {
            close();
        }
        return more;
    }

    private R next() {
        try {
            return rows.next();
        } catch (RuntimeException e) {
            throw closedAfter(e);
        }
    }

    private RuntimeException closedAfter(RuntimeException error) {
        try {
            close("reading it failed");
        } catch (RuntimeException later) {
            error.addSuppressed(later);
        }
        return error;
    }

    private R scalarRow() {
        if (!hasNext()) {
            throw new NoRowException("Cannot give the row: the result has none. Use first() or oneOrNone() if that is"
                    + " expected, or correct the condition.");
        }
        return next();
    }

    private void requireLast() {
        if (hasNext()) {
            throw new MultipleRowsException("Cannot give the only row: the result has more. Use first() or all(), or"
                    + " correct the condition.");
        }
    }
}
