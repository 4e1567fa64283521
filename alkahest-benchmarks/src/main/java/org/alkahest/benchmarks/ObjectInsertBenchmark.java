package org.alkahest.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Goal: what inserting 10,000 new objects costs, whose keys the database generates, in one transaction. Factors:
 * hand-written JDBC (a batch with generated keys; on SQLite, whose driver has none, 100 rows per statement with
 * RETURNING), Alkahest, Hibernate.
 */
public class ObjectInsertBenchmark extends PeopleAnywhere {
    static final int PEOPLE = 10_000;

    @Override
    protected int size() {
        return 0;
    }

    private static List<Person> newPeople() {
        return IntStream.range(0, PEOPLE).mapToObj(Person::number).toList();
    }

    @Benchmark
    public List<Person> jdbc() throws SQLException {
        List<Person> all = newPeople();
        floor().insert(all);
        return all;
    }

    @Benchmark
    public List<Person> alkahest() {
        List<Person> all = newPeople();
        try (Session session = Session.open(people().engine())) {
            session.addAll(all);
            session.commit();
        }
        return all;
    }

    @Benchmark
    public List<Person> hibernate() {
        List<Person> all = newPeople();
        people().hibernate().inTransaction(session -> all.forEach(session::persist));
        return all;
    }

    /** Empties the table, unmeasured. */
    @TearDown(Level.Invocation)
    public void clear() {
        people().clear();
    }
}
