package org.alkahest.orm.mapping;

import java.time.Clock;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Makes the version that a row gets when it is inserted, and each time an object's change updates it. Given by
 * {@link VersionBy#generator} or {@link Versioning.Generated}; called once per written row, before the statement is sent.
 * Implementations are shared by sessions, and so thread-safe.
 *
 * @param <T> the Java type of the version column's values
 */
@FunctionalInterface
@ExtensionPoint("users number their rows as they like")
public interface VersionGenerator<T> {
    /**
     * A version that differs from the one before.
     *
     * @param previous the version of the row that is updated, or null for a new row
     * @param clock the session's, see {@code SessionOptions.withClock}
     */
    T next(@Nullable T previous, Clock clock);
}
