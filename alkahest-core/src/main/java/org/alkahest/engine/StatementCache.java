package org.alkahest.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.StatementKey;
import org.jspecify.annotations.Nullable;

/** Compiled statements by structure, the least recently used dropped first. Thread-safe. */
final class StatementCache {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<StatementKey, Compiled> byKey = new LinkedHashMap<>(16, 0.75f, true);
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final int capacity;

    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    /** The compiled form, or null where the statement has to be compiled; counts a hit or a miss. */
    @Nullable
    Compiled find(StatementKey key) {
        Compiled found;
        lock.lock();
        try {
            found = byKey.get(key);
        } finally {
            lock.unlock();
        }
        (found == null ? misses : hits).increment();
        return found;
    }

    /** Keeps a compiled form, unless a value is part of its text. */
    void put(StatementKey key, Compiled compiled) {
        if (capacity == 0 || !compiled.cacheable()) {
            return;
        }
        lock.lock();
        try {
            byKey.put(key.trimmed(), compiled);
            if (byKey.size() > capacity) {
                byKey.remove(byKey.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return byKey.size();
        } finally {
            lock.unlock();
        }
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }
}
