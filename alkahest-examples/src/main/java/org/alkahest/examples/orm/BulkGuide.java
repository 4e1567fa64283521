package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Author_.AUTHOR;
import static org.alkahest.examples.orm.Book_.BOOK;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.upper;

import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.orm.Session;
import org.alkahest.orm.Stateless;
import org.alkahest.orm.Synchronize;

/** Examples of docs/orm.md: many rows at once. */
final class BulkGuide {
    private BulkGuide() {}

    static int readOnly(Session session) {
        // snippet: readOnly
        int titles = 0;
        for (Author author : session.query(AUTHOR).readOnly().all()) { // no snapshots, and no flush looks at them
            titles += author.books.size(); // loaded for all authors at once, and read-only too
        }
        // end
        return titles;
    }

    static void stateless(Connection connection) {
        // snippet: stateless
        Stateless stateless = Stateless.of(connection);
        Tag tag = new Tag("import");
        Author author = new Author("Octavia Butler");
        stateless.insertAll(List.of(author, tag)); // batches, and generated keys are in the objects

        author.name = "Octavia E. Butler";
        stateless.update(author, AUTHOR.name); // by key; without columns all that can be
        stateless.upsert(tag); // by key, or by the columns of a unique key
        stateless.delete(tag);
        connection.commit();
        // end
    }

    static void criteria(Session session) {
        // snippet: criteria
        session.query(AUTHOR)
                .where(AUTHOR.name.eq("Ursula Le Guin"))
                .update(set -> set.set(AUTHOR.name, "U. K. Le Guin")); // one UPDATE, and the session's objects follow

        session.query(BOOK).where(BOOK.title.like("Draft%")).delete(); // the rows; nothing cascades

        session.execute(update(BOOK).setTo(BOOK.title, upper(BOOK.title)), Synchronize.FETCH); // objects are read again
        // end
    }
}
