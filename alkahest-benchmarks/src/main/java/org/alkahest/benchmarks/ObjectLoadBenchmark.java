package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Person_.PERSON;

import java.sql.SQLException;
import java.util.List;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Goal: what it costs to load 10,000 objects of 5 columns into a new session. Factors: hand-written JDBC that makes the
 * objects and forgets them, Alkahest, Hibernate.
 */
@SuppressWarnings("NullAway.Init") // JMH sets the database and calls open first
public class ObjectLoadBenchmark extends PeopleState {
    static final int PEOPLE = 10_000;

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

    @Benchmark
    public List<Person> jdbc() throws SQLException {
        List<Person> all = floor().load(PEOPLE);
        floor().rollback();
        return all;
    }

    @Benchmark
    public List<Person> alkahest() {
        try (Session session = Session.open(people().engine())) {
            return session.query(PERSON).orderBy(PERSON.id).all();
        }
    }

    @Benchmark
    public List<Person> hibernate() {
        return people().hibernate()
                .fromTransaction(session -> session.createSelectionQuery("from Person order by id", Person.class)
                        .getResultList());
    }
}
