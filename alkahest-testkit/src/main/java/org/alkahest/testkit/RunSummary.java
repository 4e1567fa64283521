package org.alkahest.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Counts tests per database, and says in one line at the end of the run which databases were tested. Thread-safe. */
final class RunSummary implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> run = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();

    /** @param reason why the test is skipped, or empty if it runs */
    void add(String database, Optional<String> reason) {
        lock.lock();
        try {
            reason.ifPresentOrElse(
                    text -> skipped.putIfAbsent(database, text), () -> run.merge(database, 1, Integer::sum));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            String tested = run.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            String missing = skipped.entrySet().stream()
                    .map(entry -> "; SKIPPED " + entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining());
            return "Database tests: " + (tested.isEmpty() ? "none run" : tested) + missing;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        System.out.println(this);
    }
}
