package org.alkahest.orm;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;

/**
 * Opens sessions on one engine: what an application keeps, as SQLAlchemy's sessionmaker. Immutable; thread-safe unless it is
 * for a connection, which belongs to one thread at a time.
 */
public final class Sessions {
    private final SessionBind bind;
    private final SessionOptions options;

    private Sessions(SessionBind bind, SessionOptions options) {
        this.bind = bind;
        this.options = Objects.requireNonNull(options, "options is null");
    }

    public static Sessions of(Engine engine) {
        return of(engine, SessionOptions.DEFAULT);
    }

    public static Sessions of(Engine engine, SessionOptions options) {
        return new Sessions(new SessionBind.OfEngine(engine), options);
    }

    /**
     * Sessions on one connection, one after the other: for tests that roll back all that the tested program does. See
     * {@link Session#open(Connection, SessionOptions)}.
     */
    public static Sessions of(Connection connection, SessionOptions options) {
        return new Sessions(new SessionBind.OfConnection(connection), options);
    }

    /** A new session, to be closed by the caller. Emits: nothing. */
    public Session open() {
        return new Session(bind, options);
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
