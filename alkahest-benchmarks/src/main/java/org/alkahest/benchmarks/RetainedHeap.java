package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Person_.PERSON;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.alkahest.orm.Session;

/** What one loaded clean object keeps of the heap: the heap after a collection, with and without many of them. */
final class RetainedHeap {
    private static final int PEOPLE = 100_000;

    private RetainedHeap() {}

    /** What holds objects while the heap is looked at. */
    private interface Holder extends AutoCloseable {
        List<Person> people();

        @Override
        void close();
    }

    /** A line per way to hold them. */
    static String measured() throws SQLException {
        try (People people = People.on("sqlite-file", PEOPLE);
                PeopleJdbc jdbc = new PeopleJdbc(people)) {
            StringBuilder lines = new StringBuilder();
            for (int round = 0; round < 2; round++) { // the first fills caches
                lines.setLength(0);
                lines.append(line("jdbc", () -> plain(jdbc)));
                lines.append(line("alkahest", () -> inSession(people)));
                lines.append(line("alkahest-read", () -> readAlone(people)));
                lines.append(line("hibernate", () -> inHibernate(people)));
            }
            return lines.toString();
        }
    }

    /** Makes what holds objects. */
    private interface Maker {
        Holder make() throws SQLException;
    }

    /** The heap that is free again when they are let go: what was left behind before does not count. */
    private static String line(String subject, Maker maker) throws SQLException {
        long[] held = held(maker);
        long bytes = held[0] - used();
        return String.format(Locale.ROOT, "Retained heap      %-14s %d bytes per object%n", subject, bytes / held[1]);
    }

    /** The heap while they are held, and how many they are; in a method of its own, so that nothing is held after it. */
    private static long[] held(Maker maker) throws SQLException {
        try (Holder holder = maker.make()) {
            long bytes = used();
            return new long[] {bytes, holder.people().size()};
        }
    }

    private static long used() {
        long before;
        long now = Long.MAX_VALUE;
        do { // what one collection finishes, the next one frees
            before = now;
            System.gc();
            now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } while (now < before);
        return now;
    }

    private record Held(List<Person> people, Runnable end) implements Holder {
        @Override
        public void close() {
            end.run();
        }
    }

    private static Holder plain(PeopleJdbc jdbc) throws SQLException {
        return new Held(jdbc.load(PEOPLE), () -> {});
    }

    private static Holder inSession(People people) {
        Session session = Session.open(people.engine());
        return new Held(session.query(PERSON).orderBy(PERSON.id).all(), session::close);
    }

    private static Holder readAlone(People people) {
        Session session = Session.open(people.engine());
        return new Held(session.query(PERSON).orderBy(PERSON.id).readOnly().all(), session::close);
    }

    private static Holder inHibernate(People people) {
        org.hibernate.Session session = people.hibernate().openSession();
        List<Person> all = session.createSelectionQuery("from Person order by id", Person.class)
                .getResultList();
        return new Held(all, session::close);
    }
}
