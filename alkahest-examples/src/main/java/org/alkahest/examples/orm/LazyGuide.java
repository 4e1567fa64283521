package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Essay_.ESSAY;

import java.io.PrintStream;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.mapping.Lazy;

/** More examples of docs/orm.md: columns that are loaded when they are asked for. */
final class LazyGuide {
    private LazyGuide() {}

    static void read(Engine engine, PrintStream out) {
        // snippet: read
        try (Session session = Session.open(engine)) {
            List<Essay> essays = session.query(ESSAY).all(); // SELECT id, title
            for (Essay essay : essays) {
                out.println(essay.title + ": " + essay.text.get().length()); // the texts of all: one SELECT
            }
            essays.get(0).text = Lazy.of("In short"); // assigned, so it is written
            session.commit();

            session.query(ESSAY).load(ESSAY.text).all(); // SELECT id, title, text
        }
        // end
    }
}
