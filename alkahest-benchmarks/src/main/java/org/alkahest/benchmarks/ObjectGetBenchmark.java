package org.alkahest.benchmarks;

import java.sql.SQLException;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Goal: what it costs to get one object by its key in a new session. Factors: hand-written JDBC that keeps its connection
 * and statement and ends its transaction, Alkahest, Hibernate.
 */
@SuppressWarnings("NullAway.Init") // JMH sets the database and calls open first
public class ObjectGetBenchmark extends PeopleState {
    static final int PEOPLE = 1_000;

    private int id;

    /** The database. */
    @Param({"h2", "sqlite-file", "postgresql"})
    public String database;

    @Override
    protected String name() {
        return database;
    }

    @Override
    protected int size() {
        return PEOPLE;
    }

    private int next() {
        id = id % PEOPLE + 1;
        return id;
    }

    @Benchmark
    public Person jdbc() throws SQLException {
        Person found = floor().get(next());
        floor().rollback();
        return found;
    }

    @Benchmark
    public Person alkahest() {
        try (Session session = Session.open(people().engine())) {
            return session.get(Person.class, next()).orElseThrow();
        }
    }

    @Benchmark
    public Person hibernate() {
        return people().hibernate().fromTransaction(session -> session.find(Person.class, next()));
    }
}
