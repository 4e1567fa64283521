package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Author_.AUTHOR;
import static org.alkahest.examples.orm.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** The examples of docs/orm.md do what it says. */
final class OrmGuideTest {
    @DatabaseTest
    void doesWhatTheGuideSays(DatabaseFixture database) {
        Engine engine = database.engine();
        OrmGuide.create(engine);
        OrmGuide.add(engine);
        OrmGuide.transaction(engine);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (Session session = Session.open(engine)) {
            OrmGuide.change(session, out);
        }
        try (Session session = Session.open(engine)) {
            OrmGuide.load(session, out);
            if (database.supports(Feature.SAVEPOINTS)) {
                OrmGuide.savepoint(session);
            }
            assertThat(session.query(AUTHOR).one().name).isEqualTo("Ursula Le Guin");
            assertThat(session.query(BOOK).orderBy(BOOK.id).all())
                    .extracting(book -> book.title)
                    .containsExactly("The Dispossessed: An Ambiguous Utopia", "Always Coming Home");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("[The Dispossessed] -> [The Dispossessed: An Ambiguous Utopia]")
                .contains("UPDATE books")
                .contains("Ursula Le Guin: The Dispossessed: An Ambiguous Utopia 1");
    }
}
