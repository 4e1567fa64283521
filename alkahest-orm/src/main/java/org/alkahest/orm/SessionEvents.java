package org.alkahest.orm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.StateObserver;
import org.alkahest.sql.Statement;

/**
 * The listeners of a session, and what they have yet to be told: what happens in the middle of a call is told at its end,
 * when the session can be used again. One thread at a time.
 */
final class SessionEvents implements StateObserver {
    private final Session session;
    private List<SessionListener> listeners;
    private final Deque<Consumer<EveryStep>> waiting = new ArrayDeque<>();
    private boolean telling;
    private int held;

    SessionEvents(Session session, List<SessionListener> listeners) {
        this.session = session;
        this.listeners = List.copyOf(listeners);
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    void add(SessionListener listener) {
        List<SessionListener> all = new ArrayList<>(listeners);
        all.add(Objects.requireNonNull(listener, "listener is null"));
        listeners = List.copyOf(all);
    }

    /** Whether it was there; one that is there several times goes once. */
    boolean remove(SessionListener listener) {
        List<SessionListener> all = new ArrayList<>(listeners);
        boolean removed = all.remove(listener);
        listeners = List.copyOf(all);
        return removed;
    }

    /** Tells all listeners at once; the first exception ends it. */
    void tell(Consumer<SessionListener> event) {
        listeners.forEach(event);
    }

    /** What each listener makes of what the one before it gave. */
    Statement replace(Statement first, BiFunction<SessionListener, Statement, Statement> change) {
        Statement present = first;
        for (SessionListener listener : listeners) {
            present = Objects.requireNonNull(change.apply(listener, present), "a listener gave null");
        }
        return present;
    }

    /** What the first listener says that says anything. */
    Route route(Function<SessionListener, Route> ask) {
        for (SessionListener listener : listeners) {
            Route route = Objects.requireNonNull(ask.apply(listener), "a listener gave null");
            if (!(route instanceof Route.OfSession)) {
                return route;
            }
        }
        return Route.SESSION;
    }

    /** Tells all listeners at the end of the present call. */
    void later(Consumer<SessionListener> event) {
        if (hasListeners()) {
            waiting.add(steps -> listeners.forEach(listener -> steps.run(() -> event.accept(listener))));
        }
    }

    /** Calls an object's own methods at the end of the present call, after listeners that are told before. */
    void callLater(Runnable call) {
        waiting.add(steps -> steps.run(call));
    }

    @Override
    public void changed(EntityEntry<?> entry, State from, State to) {
        if (hasListeners()) {
            Object entity = entry.entity();
            later(listener -> listener.stateChanged(session, entity, from, to));
        }
    }

    /** Does work in the middle of which nothing can be told. */
    <T> T holding(Supplier<T> work) {
        held++;
        try {
            return work.get();
        } finally {
            held--;
        }
    }

    /** Does what an exception undoes: then nobody is told of it. */
    void undoable(Runnable work) {
        int before = waiting.size();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            while (waiting.size() > before) {
                waiting.removeLast();
            }
            throw e;
        }
    }

    /** Tells what waits, also what comes meanwhile, and whether there was any; not while that is going on or held back. */
    boolean deliver() {
        if (waiting.isEmpty() || telling || held > 0) {
            return false;
        }
        telling = true;
        EveryStep steps = new EveryStep();
        try {
            for (Consumer<EveryStep> event = waiting.poll(); event != null; event = waiting.poll()) {
                event.accept(steps);
            }
        } finally {
            telling = false;
        }
        steps.end();
        return true;
    }
}
