package org.alkahest.orm.mapping;

import java.time.Clock;
import org.alkahest.engine.Connection;
import org.alkahest.type.ExtensionPoint;

/**
 * Makes the keys of new objects that have none. Given by {@link KeyBy} or {@link KeyColumn}; a flush calls it once per object,
 * in the order in which the objects were added, before it sends the first INSERT. Implementations are shared by sessions,
 * and so thread-safe.
 *
 * @param <T> the Java type of the key column's values
 */
@FunctionalInterface
@ExtensionPoint("users number their rows as they like")
public interface KeyGenerator<T> {
    /**
     * A key that no row has.
     *
     * @param connection the flush's, in its transaction; not to be committed or closed
     * @param clock the session's, see {@code SessionOptions.withClock}
     */
    T next(Connection connection, Clock clock);
}
