package org.alkahest.benchmarks;

import org.openjdk.jmh.annotations.Param;

/** A benchmark of objects that runs on three databases. */
@SuppressWarnings("NullAway.Init") // JMH sets the database and calls open first
public abstract class PeopleAnywhere extends PeopleState {
    /** The database. */
    @Param({"h2", "sqlite-file", "postgresql"})
    public String database;

    @Override
    protected final String name() {
        return database;
    }
}
