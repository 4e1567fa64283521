package org.alkahest.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.Styles.RowMatch;

/** Compiled pages of INSERTs, the least recently used dropped first. Thread-safe. */
final class PageCache {
    /** Pages are larger than other statements, and few: each INSERT has some sizes only. */
    private static final int MOST = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, InsertPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final int capacity;

    PageCache(int capacity) {
        this.capacity = Math.min(capacity, MOST);
    }

    /**
     * What a page is found by.
     *
     * @param structure of the INSERT of one row
     * @param returned the columns that it gives back
     */
    record Key(StatementKey structure, RowMatch match, List<?> returned, int size) {}

    /** The page, made now if it is not kept; threads that make it at once make equal ones. */
    InsertPage get(Key key, Supplier<InsertPage> maker) {
        lock.lock();
        try {
            InsertPage kept = pages.get(key);
            if (kept != null) {
                return kept;
            }
        } finally {
            lock.unlock();
        }
        InsertPage made = maker.get();
        lock.lock();
        try {
            if (capacity > 0) {
                pages.put(key, made);
            }
            if (pages.size() > capacity) {
                pages.remove(pages.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
        return made;
    }
}
