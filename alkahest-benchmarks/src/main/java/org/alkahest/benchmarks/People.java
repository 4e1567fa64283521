package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Country_.COUNTRY;
import static org.alkahest.benchmarks.Person_.PERSON;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.ScratchDatabase;
import org.alkahest.testkit.TestDatabase;
import org.alkahest.testkit.TestDatabases;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** A database with people in it, and the three ways to it. Each benchmark uses one of them alone. */
final class People implements AutoCloseable {
    private final ScratchDatabase scratch;
    private final String dialect;
    private final Engine engine;
    private final Connection jdbc;
    private final SessionFactory hibernate;

    private People(ScratchDatabase scratch, String dialect, int people) throws SQLException {
        this.scratch = scratch;
        this.dialect = dialect;
        this.engine = Engine.create(scratch.jdbcUrl());
        MetaData.of(PERSON, COUNTRY).createAll(engine);
        try (Session session = Session.open(engine)) {
            session.addAll(
                    IntStream.rangeClosed(1, people).mapToObj(Person::number).toList());
            session.add(new Country("PK"));
            session.commit();
        }
        this.jdbc = DriverManager.getConnection(scratch.jdbcUrl());
        jdbc.setAutoCommit(false);
        this.hibernate = factory(scratch.jdbcUrl(), dialect);
    }

    /** The first database of a dialect, or of a name, that can be had. */
    static People on(String name, int people) throws SQLException {
        List<String> reasons = new ArrayList<>();
        for (TestDatabase database : TestDatabases.named(name)) {
            if (database.unavailable().isEmpty()) {
                return new People(database.open(), database.dialect(), people);
            }
            reasons.add(database.name() + ": " + database.unavailable().get());
        }
        throw new IllegalStateException("Cannot measure on " + name + ": it cannot be reached. " + reasons);
    }

    private static SessionFactory factory(String url, String dialect) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Person.class)
                .addAnnotatedClass(Country.class)
                // It would take the companions, Person_, for its own metamodel.
                .setProperty("hibernate.jpa.static_metamodel.population", "disabled")
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.autocommit", "false")
                .setProperty("hibernate.connection.provider_disables_autocommit", "true")
                .setProperty("hibernate.jdbc.batch_size", "100")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true");
        if (dialect.equals("sqlite")) {
            // Dates as Alkahest stores them: ISO text.
            configuration.setProperty(
                    "hibernate.connection.url",
                    url + (url.contains("?") ? "&" : "?") + "date_class=TEXT&date_string_format=yyyy-MM-dd");
            configuration.setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
        }
        return configuration.buildSessionFactory();
    }

    Engine engine() {
        return engine;
    }

    /** A connection of one's own, in transactions. */
    Connection jdbc() {
        return jdbc;
    }

    SessionFactory hibernate() {
        return hibernate;
    }

    boolean hasBatchKeys() {
        return !dialect.equals("sqlite");
    }

    /** Takes everybody away, so that the next who are inserted find the table as it was. */
    void clear() throws SQLException {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(dialect.equals("sqlite") ? "DELETE FROM people" : "TRUNCATE TABLE people");
        }
        jdbc.commit();
    }

    @Override
    public void close() throws SQLException {
        hibernate.close();
        jdbc.close();
        engine.close();
        scratch.close();
    }
}
