package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.testkit.DatabaseTest;

/** The examples of docs/orm.md about many rows do what it says. */
final class BulkGuideTest {
    @DatabaseTest({"postgresql", "h2"})
    void readsAlone(Engine engine) {
        OrmGuide.create(engine);
        OrmGuide.add(engine);
        try (Session session = Session.open(engine)) {
            assertThat(BulkGuide.readOnly(session)).isEqualTo(1);
        }
    }

    @DatabaseTest({"postgresql", "h2"})
    void writesWithoutASession(Engine engine) {
        OrmGuide.create(engine);
        try (Connection connection = engine.connect()) {
            BulkGuide.stateless(connection);
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(AUTHOR).one().name).isEqualTo("Octavia E. Butler");
        }
    }

    @DatabaseTest({"postgresql", "h2"})
    void changesByCriteria(Engine engine) {
        OrmGuide.create(engine);
        OrmGuide.add(engine);
        try (Session session = Session.open(engine)) {
            Author author = session.query(AUTHOR).one();
            BulkGuide.criteria(session);
            assertThat(author.name).isEqualTo("U. K. Le Guin");
        }
    }
}
