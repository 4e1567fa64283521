package org.alkahest.orm.mapping;

import org.jspecify.annotations.Nullable;

/** What a reference asks of the session that made it. */
public interface RefLoader {
    /** Loads the target, and those of unloaded siblings with it; null if the row is not there. */
    <T> @Nullable T load(Ref<T> reference);

    /** A number that changes when what was loaded becomes stale and can be loaded again. */
    int epoch();

    /** Whether it still loads for an object: that object's session is open and has it. */
    boolean serves(Object owner);

    /** The session, for telling one from another. */
    Object session();
}
