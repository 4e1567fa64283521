package org.alkahest.benchmarks;

import static org.alkahest.benchmarks.Country_.COUNTRY;
import static org.alkahest.benchmarks.Person_.PERSON;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.alkahest.compile.Styles.GeneratedKeys;
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
    private final Engine engine;
    private final Connection jdbc;
    private final SessionFactory hibernate;

    private People(ScratchDatabase scratch, String dialect, int people) throws SQLException {
        this.scratch = scratch;
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
        return configuration.addProperties(ofDialect(dialect)).buildSessionFactory();
    }

    /** What Hibernate has to be told of a database besides, if anything. */
    private static Properties ofDialect(String dialect) {
        Properties properties = new Properties();
        try (InputStream file = People.class.getResourceAsStream("hibernate-" + dialect + ".properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
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

    /** Whether the driver gives the keys of all rows of a batch. */
    boolean hasBatchKeys() {
        GeneratedKeys keys = engine.dialect().traits().generatedKeys();
        return keys == GeneratedKeys.BATCH || keys == GeneratedKeys.ALL_ROWS;
    }

    /** Takes everybody away, so that the next who are inserted find the table as it was. */
    void clear() {
        MetaData people = MetaData.of(PERSON);
        people.dropAll(engine);
        people.createAll(engine);
    }

    @Override
    public void close() throws SQLException {
        hibernate.close();
        jdbc.close();
        engine.close();
        scratch.close();
    }
}
