package org.alkahest.orm;

import java.util.Objects;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;

/** What a session works on: an engine, which gives a connection for each transaction, or one connection of the user's. */
sealed interface SessionBind {
    /** The connection for a transaction of the session that begins now. */
    SessionWork begin(JoinMode mode);

    /** Connections that are the session's own. */
    record OfEngine(Engine engine) implements SessionBind {
        public OfEngine {
            Objects.requireNonNull(engine, "engine is null");
        }

        @Override
        public SessionWork begin(JoinMode mode) {
            return SessionWork.own(engine.connect());
        }
    }

    /** A connection that stays open, and may be in a transaction. */
    record OfConnection(Connection connection) implements SessionBind {
        public OfConnection {
            Objects.requireNonNull(connection, "connection is null");
        }

        @Override
        public SessionWork begin(JoinMode mode) {
            return SessionWork.joined(connection, mode);
        }
    }
}
