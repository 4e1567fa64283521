package org.alkahest.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of results, one after the other. */
final class MergedRows<R> implements Iterator<R> {
    private final List<Result<? extends R>> results;
    private final List<Iterator<? extends R>> sources = new ArrayList<>();
    private int present;

    MergedRows(List<? extends Result<? extends R>> results) {
        this.results = List.copyOf(results);
        for (Result<? extends R> result : this.results) {
            sources.add(result.iterator());
        }
    }

    @Override
    public boolean hasNext() {
        while (present < sources.size() && !sources.get(present).hasNext()) {
            present++;
        }
        return present < sources.size();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The results have no more rows");
        }
        return sources.get(present).next();
    }

    /** Closes all, whichever of them fail. */
    void close() {
        RuntimeException first = null;
        for (Result<?> result : results) {
            first = closed(result, first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException closed(Result<?> result, @Nullable RuntimeException first) {
        try {
            result.close();
            return first;
        } catch (RuntimeException e) {
            if (first == null) {
                return e;
            }
            first.addSuppressed(e);
            return first;
        }
    }
}
