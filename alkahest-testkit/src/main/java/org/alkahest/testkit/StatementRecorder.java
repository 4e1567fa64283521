package org.alkahest.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineListener;
import org.alkahest.engine.ExecutionEvent;

/**
 * Keeps every statement that an engine sends, in order, for tests of how many there are and which. Add it to an engine's
 * listeners, or take that of a {@link DatabaseFixture}. Thread-safe.
 */
public final class StatementRecorder implements EngineListener {
    private final List<RecordedStatement> statements = new CopyOnWriteArrayList<>();

    /** A recorder that listens to no engine yet. */
    public StatementRecorder() {}

    /** A recorder of an engine's statements from now on. */
    public static StatementRecorder of(Engine engine) {
        StatementRecorder recorder = new StatementRecorder();
        engine.listeners().add(recorder);
        return recorder;
    }

    @Override
    public void afterExecute(ExecutionEvent event) {
        statements.add(new RecordedStatement(
                event.sql(), event.parameters(), event.failure().isPresent()));
    }

    /** The statements so far, in the order in which they ended; a batch is one. */
    public List<RecordedStatement> statements() {
        return List.copyOf(statements);
    }

    /** The queries among them. */
    public List<RecordedStatement> queries() {
        return statements.stream().filter(RecordedStatement::isQuery).toList();
    }

    /** What is no query: INSERT, UPDATE, DELETE, DDL. */
    public List<RecordedStatement> writes() {
        return statements.stream().filter(statement -> !statement.isQuery()).toList();
    }

    /** How many statements were sent. */
    public int count() {
        return statements.size();
    }

    /** The statements since the last {@link #clear} as text with their parameters, which are forgotten then. */
    public List<String> take() {
        List<String> taken =
                statements().stream().map(RecordedStatement::toString).toList();
        clear();
        return taken;
    }

    /** Forgets what was recorded. */
    public void clear() {
        statements.clear();
    }

    /** Fails unless exactly so many statements were sent since the last {@link #clear}; shows them. */
    public void assertCount(int expected) {
        if (count() != expected) {
            throw new AssertionError("Expected " + expected + " statements, but there were " + this);
        }
    }

    /** Fails unless exactly these statements were sent since the last {@link #clear}, in this order; shows them. */
    public void assertStatements(ExpectedStatement... expected) {
        List<RecordedStatement> actual = statements();
        int at = 0;
        for (ExpectedStatement each : expected) {
            int end = Math.min(at + each.size(), actual.size());
            String mismatch = each.mismatch(actual.subList(at, end));
            if (!mismatch.isEmpty()) {
                throw new AssertionError("Statement " + (at + 1) + ": " + mismatch + "\nThere were " + this);
            }
            at = end;
        }
        if (at < actual.size()) {
            throw new AssertionError("Expected no statement after the first " + at + ", but there were " + this);
        }
    }

    @Override
    public String toString() {
        List<RecordedStatement> now = statements();
        return now.size() + ":"
                + now.stream().map(statement -> "\n  " + statement).collect(Collectors.joining());
    }
}
