package org.alkahest.benchmarks;

import java.sql.SQLException;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Goal: what it costs to get one object by its key in a new session. Factors: hand-written JDBC that keeps its connection
 * and statement and ends its transaction, Alkahest, Hibernate.
 */
public class ObjectGetBenchmark extends PeopleAnywhere {
    static final int PEOPLE = 1_000;

    private int id;

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
