package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Country_.COUNTRY;
import static org.alkahest.benchmarks.Person_.PERSON;

import java.util.List;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Goal: what 20,000 clean objects in a session cost a flush, a query of another table, and a query of their own, which has
 * to be flushed before. Factors: Alkahest with and without them, Hibernate with them.
 */
@SuppressWarnings("NullAway.Init") // JMH calls open first
public class ObjectFlushBenchmark extends PeopleState {
    static final int PEOPLE = 20_000;

    private Session empty;
    private Session full;
    private org.hibernate.Session hibernate;

    /** The database. */
    @Param("h2")
    public String database;

    @Override
    protected String name() {
        return database;
    }

    @Override
    protected int size() {
        return PEOPLE;
    }

    @Override
    protected void opened() {
        empty = Session.open(people().engine());
        full = Session.open(people().engine());
        full.query(PERSON).all();
        hibernate = people().hibernate().openSession();
        hibernate.beginTransaction();
        hibernate.createSelectionQuery("from Person", Person.class).getResultList();
    }

    @Override
    protected void closing() {
        hibernate.getTransaction().rollback();
        hibernate.close();
        full.close();
        empty.close();
    }

    @Benchmark
    public void flush() {
        full.flush();
    }

    @Benchmark
    public void flushHibernate() {
        hibernate.flush();
    }

    @Benchmark
    public List<Country> otherTableAlone() {
        return empty.query(COUNTRY).all();
    }

    @Benchmark
    public List<Country> otherTable() {
        return full.query(COUNTRY).all();
    }

    @Benchmark
    public List<Country> otherTableHibernate() {
        return hibernate.createSelectionQuery("from Country", Country.class).getResultList();
    }

    @Benchmark
    public List<Person> sameTableAlone() {
        return empty.query(PERSON).where(PERSON.id.eq(-1)).all();
    }

    @Benchmark
    public List<Person> sameTable() {
        return full.query(PERSON).where(PERSON.id.eq(-1)).all();
    }

    @Benchmark
    public List<Person> sameTableHibernate() {
        return hibernate
                .createSelectionQuery("from Person where id = -1", Person.class)
                .getResultList();
    }
}
