package org.alkahest.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.EngineListener;
import org.alkahest.engine.ExecutionEvent;

/** Tells what happens, and remembers the statements that were sent. One thread at a time. */
public final class Story implements EngineListener {
    private final PrintStream out;
    private final List<String> sent = new ArrayList<>();
    private int steps;

    public Story(PrintStream out) {
        this.out = out;
    }

    /** Begins a part of the story. */
    public void part(String title) {
        out.println();
        out.println("=== " + title + " ===");
    }

    /** Begins a step. */
    public void step(String title) {
        steps++;
        out.println();
        out.println(steps + ". " + title);
    }

    /** A result. */
    public void tell(String line) {
        out.println("   " + line);
    }

    @Override
    public void afterExecute(ExecutionEvent event) {
        sent.add(
                event.sql() + " " + (event.batchSize() == 1 ? event.parameters().getFirst() : event.parameters()));
    }

    /** Forgets the statements so far. */
    public void forget() {
        sent.clear();
    }

    /** The statements of a kind that were sent since, with their values. */
    public String sent(String verb) {
        return String.join(
                "; ", sent.stream().filter(sql -> sql.startsWith(verb)).toList());
    }
}
