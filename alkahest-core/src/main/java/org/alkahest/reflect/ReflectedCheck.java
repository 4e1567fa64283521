package org.alkahest.reflect;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint as a database describes it. Immutable.
 *
 * @param name the constraint's name, or null if it has none
 * @param condition in the database's words, without CHECK and its parentheses
 */
public record ReflectedCheck(
        @Nullable String name, String condition, @Nullable String comment) {
    public ReflectedCheck(@Nullable String name, String condition) {
        this(name, condition, null);
    }
}
