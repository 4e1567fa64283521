package org.alkahest.testkit;

import java.util.Optional;

/**
 * One database that tests run on: one leg of a {@link DatabaseTest}. Those of the test kit are built in; others are found
 * by {@link java.util.ServiceLoader}. Thread-safe.
 */
public interface TestDatabase {
    /** The leg's own name, lower case with hyphens. Its environment variable is {@code ALKAHEST_TEST_} and this name. */
    String name();

    /** The name of the database's dialect, which several legs may share. */
    String dialect();

    /**
     * Why this database cannot be reached, or empty if it can. The first call may take seconds, because it may start a
     * server; later ones answer the same at once.
     */
    Optional<String> unavailable();

    /** Whether all connections to one scratch database see the same tables. Not so for a database in memory alone. */
    boolean isShared();

    /** A new empty database, or schema in one, that nobody else uses. Errors with ALK-4001 if there is none to be had. */
    ScratchDatabase open();
}
