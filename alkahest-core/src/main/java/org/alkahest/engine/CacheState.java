package org.alkahest.engine;

import java.util.Locale;

/** How a statement came to its SQL. */
public enum CacheState {
    /** Its compiled form was in the statement cache. */
    CACHED,
    /** It was compiled for this execution. */
    COMPILED,
    /** It is text that needed no compiling, such as DDL. */
    RAW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
