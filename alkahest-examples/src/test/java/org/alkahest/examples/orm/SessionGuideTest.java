package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.testkit.DatabaseTest;

/** The further examples of docs/orm.md do what it says. */
final class SessionGuideTest {
    @DatabaseTest({"postgresql", "h2"})
    void mergesAndLocks(Engine engine) {
        OrmGuide.create(engine);
        OrmGuide.add(engine);
        Author detached;
        try (Session session = Session.open(engine)) {
            detached = session.query(AUTHOR).one();
        }
        detached.name = " U. K. Le Guin ";
        SessionGuide.merge(engine, detached);
        try (Session session = Session.open(engine)) {
            assertThat(session.query(AUTHOR).one().name).isEqualTo("U. K. Le Guin");
        }
    }

    @DatabaseTest({"postgresql", "h2"})
    void rollsEverythingBack(Engine engine) {
        OrmGuide.create(engine);
        SessionGuide.rollEverythingBack(engine, sessions -> {
            sessions.run(session -> session.add(new Author("U. K. Le Guin")));
            assertThat(sessions.<Long>transaction(
                            session -> session.query(AUTHOR).count()))
                    .isEqualTo(1);
        });
        try (Session session = Session.open(engine)) {
            assertThat(session.query(AUTHOR).count()).isZero();
        }
    }
}
