package org.alkahest.orm.mapping;

/** What the Lazy attributes of one object ask of the session that made them. */
public interface LazyLoader {
    /**
     * Resolves an attribute, and those of the object's group and siblings with it. Where nothing can be read any more, what
     * is known stays; errors with ALK-2050 if nothing is.
     */
    void load(Lazy<?> lazy);

    /** A number that changes when what was loaded becomes stale and can be loaded again. */
    int epoch();

    /** Whether it loads for that very object, in a session that is open and has it. */
    boolean serves(Object entity);
}
