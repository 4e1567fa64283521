package org.alkahest.type;

import org.jspecify.annotations.Nullable;

/**
 * A type that has a name in a schema of its own on some databases, and is created before the tables that use it. Equal if
 * it is defined alike. Immutable.
 */
public interface NamedType {
    /** The schema, or null for the connection's own. */
    @Nullable
    String schema();

    String name();
}
