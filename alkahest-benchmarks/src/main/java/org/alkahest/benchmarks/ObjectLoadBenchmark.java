package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Person_.PERSON;

import java.sql.SQLException;
import java.util.List;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Goal: what it costs to load 10,000 objects of 5 columns into a new session. Factors: hand-written JDBC that makes the
 * objects and forgets them, Alkahest, Hibernate.
 */
public class ObjectLoadBenchmark extends PeopleAnywhere {
    static final int PEOPLE = 10_000;

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
