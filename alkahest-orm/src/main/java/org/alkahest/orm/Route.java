package org.alkahest.orm;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.FrozenResult;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a query come from, as a {@link SessionListener#route} says. Whatever it is, entities go through the
 * session's identity map. Immutable.
 */
public sealed interface Route {
    /** From the session's connection, in its transaction. */
    Route SESSION = new OfSession();

    /**
     * From another engine, such as a read replica: on a connection of its own, which goes back when the rows have been read.
     * It does not see what the session's transaction has written.
     */
    static Route to(Engine engine) {
        return new OfEngine(engine);
    }

    /** From another connection, in its transaction. It stays open. */
    static Route to(Connection connection) {
        return new OfConnection(connection);
    }

    /** From a cache, which reads what it does not have on the session's connection. */
    static Route through(RowCache cache) {
        return new OfCache(cache);
    }

    /** Keeps the values of queries' columns. Called on the session's thread, in the middle of its call. */
    @FunctionalInterface
    interface RowCache {
        /** The values of the query at hand; {@code read} sends it, and gives them ({@code asValues}). */
        FrozenResult<List<@Nullable Object>> rows(Supplier<FrozenResult<List<@Nullable Object>>> read);
    }

    /** See {@link #SESSION}. */
    record OfSession() implements Route {}

    /** See {@link #to(Engine)}. */
    record OfEngine(Engine engine) implements Route {
        public OfEngine {
            Objects.requireNonNull(engine, "engine is null");
        }
    }

    /** See {@link #to(Connection)}. */
    record OfConnection(Connection connection) implements Route {
        public OfConnection {
            Objects.requireNonNull(connection, "connection is null");
        }
    }

    /** See {@link #through}. */
    record OfCache(RowCache cache) implements Route {
        public OfCache {
            Objects.requireNonNull(cache, "cache is null");
        }
    }
}
