package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Person_.PERSON;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.Session;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Goal: what it costs to load 1,000 objects, change one column of 100 of them, and commit. Factors: hand-written JDBC that
 * knows which have changed, Alkahest, Hibernate.
 */
public class ObjectUpdateBenchmark extends PeopleAnywhere {
    static final int PEOPLE = 1_000;
    private static final int EACH = 10;

    private int round;

    @Override
    protected int size() {
        return PEOPLE;
    }

    private List<Person> rename(List<Person> all) {
        round++;
        List<Person> changed = new ArrayList<>();
        for (int i = 0; i < all.size(); i += EACH) {
            all.get(i).name = "Round " + round + " number " + i;
            changed.add(all.get(i));
        }
        return changed;
    }

    @Benchmark
    public List<Person> jdbc() throws SQLException {
        List<Person> all = floor().load(PEOPLE);
        floor().rename(rename(all));
        floor().commit();
        return all;
    }

    @Benchmark
    public List<Person> alkahest() {
        try (Session session = Session.open(people().engine())) {
            List<Person> all = session.query(PERSON).orderBy(PERSON.id).all();
            rename(all);
            session.commit();
            return all;
        }
    }

    @Benchmark
    public List<Person> hibernate() {
        return people().hibernate().fromTransaction(session -> {
            List<Person> all = session.createSelectionQuery("from Person order by id", Person.class)
                    .getResultList();
            rename(all);
            return all;
        });
    }
}
