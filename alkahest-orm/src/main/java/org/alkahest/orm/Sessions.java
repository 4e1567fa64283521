package org.alkahest.orm;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alkahest.engine.Engine;

/** Opens sessions on one engine: what an application keeps, as SQLAlchemy's sessionmaker. Immutable and thread-safe. */
public final class Sessions {
    private final Engine engine;
    private final SessionOptions options;

    private Sessions(Engine engine, SessionOptions options) {
        this.engine = Objects.requireNonNull(engine, "engine is null");
        this.options = Objects.requireNonNull(options, "options is null");
    }

    public static Sessions of(Engine engine) {
        return new Sessions(engine, SessionOptions.DEFAULT);
    }

    public static Sessions of(Engine engine, SessionOptions options) {
        return new Sessions(engine, options);
    }

    /** A new session, to be closed by the caller. Emits: nothing. */
    public Session open() {
        return Session.open(engine, options);
    }

    /** Runs work in a session of its own: commits when it returns, rolls back when it throws. */
    public <T> T transaction(Function<? super Session, T> work) {
        try (Session session = open()) {
            T result = work.apply(session);
            session.commit();
            return result;
        }
    }

    /** Runs work in a session of its own: commits when it returns, rolls back when it throws. */
    public void run(Consumer<? super Session> work) {
        try (Session session = open()) {
            work.accept(session);
            session.commit();
        }
    }
}
