package org.alkahest.engine;

import java.util.Locale;

/** How a statement came to its SQL. */
public enum CacheState {
    /** Its compiled form was in the statement cache. */
    CACHED,
    /** It was compiled for this execution, and its compiled form is kept where the cache has room. */
    COMPILED,
    /**
     * It is compiled for every execution: values are a part of its text, or a construct of one's own does not tell its
     * structure.
     */
    UNCACHED,
    /** It is text that needed no compiling, such as DDL. */
    RAW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
