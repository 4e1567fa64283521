package org.alkahest.engine;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows without those whose key was met before. */
final class UniqueRows<R> implements Iterator<R> {
    private final Iterator<R> source;
    private final Function<? super R, ?> key;
    private final Set<@Nullable Object> met = new HashSet<>();
    private @Nullable R next;
    private boolean ready;

    UniqueRows(Iterator<R> source, Function<? super R, ?> key) {
        this.source = source;
        this.key = key;
    }

    @Override
    public boolean hasNext() {
        while (!ready && source.hasNext()) {
            R row = source.next();
            if (met.add(key.apply(row))) {
                next = row;
                ready = true;
            }
        }
        return ready;
    }

    @Override
    @SuppressWarnings("NullAway") // a row is null where the database says NULL
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The result has no more rows");
        }
        ready = false;
        R row = next;
        next = null;
        return row;
    }
}
