package org.alkahest.random;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.testkit.ScratchDatabase;
import org.alkahest.testkit.StatementRebuilding;
import org.alkahest.testkit.TestDatabase;
import org.alkahest.testkit.TestDatabases;

/** The fixture on every database that can be reached, one connection each. */
final class Legs implements AutoCloseable {
    private final List<Leg> all = new ArrayList<>();

    /** One database. */
    record Leg(String name, ScratchDatabase scratch, Engine engine, Connection connection) {
        String dialect() {
            return engine.dialect().traits().dialect();
        }

        private void close() throws SQLException {
            connection.close();
            engine.close();
            scratch.close();
        }
    }

    static Legs open() {
        Legs legs = new Legs();
        for (TestDatabase database : TestDatabases.all()) {
            // The same database in a file says nothing new here.
            if (!database.name().endsWith("-file")) {
                legs.add(database);
            }
        }
        return legs;
    }

    private void add(TestDatabase database) {
        Optional<String> reason = database.unavailable();
        if (reason.isPresent()) {
            System.out.println("Random statements: " + database.name() + " is skipped: " + reason.get());
            return;
        }
        ScratchDatabase scratch = database.open();
        Engine engine = Engine.create(
                scratch.jdbcUrl(),
                StatementRebuilding.in(EngineOptions.defaults().withPoolSize(1)));
        Fixture.create(engine);
        all.add(new Leg(database.name(), scratch, engine, engine.connect()));
    }

    List<Leg> all() {
        return all;
    }

    @Override
    public void close() throws SQLException {
        for (Leg leg : all) {
            leg.close();
        }
    }
}
