package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Author_.AUTHOR;
import static org.alkahest.examples.orm.Book_.BOOK;
import static org.alkahest.examples.orm.Tag_.TAG;

import java.io.PrintStream;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.AttributeHistory;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.SessionSavepoint;
import org.alkahest.orm.Sessions;
import org.alkahest.schema.MetaData;

/** The examples of docs/orm.md, which tests compare with this file and run. */
final class OrmGuide {
    private OrmGuide() {}

    static void create(Engine engine) {
        // snippet: create
        MetaData.of(AUTHOR, BOOK, TAG).createAll(engine); // and books_tags, which BOOK brings along
        // end
    }

    static void add(Engine engine) {
        // snippet: add
        try (Session session = Session.open(engine)) {
            Author author = new Author("Ursula Le Guin");
            Book book = new Book("The Dispossessed");
            author.books.add(book);
            book.tags.add(new Tag("utopia"));

            session.add(author); // the book and its tag come along
            session.commit(); // INSERT authors, tags, books, books_tags; keys are in the objects now
        }
        // end
    }

    static void change(Session session, PrintStream out) {
        // snippet: change
        Book book = session.query(BOOK).where(BOOK.title.eq("The Dispossessed")).one();
        book.title = "The Dispossessed: An Ambiguous Utopia";

        AttributeHistory<String> title = session.history(book, BOOK.title); // added, unchanged, deleted
        out.println(title.deleted() + " -> " + title.added());
        out.println(session.flushPlan()); // what a flush would send; it sends nothing itself

        session.commit(); // UPDATE books SET title, version WHERE id AND version
        // end
    }

    static void load(Session session, PrintStream out) {
        // snippet: load
        List<Author> authors = session.query(AUTHOR).load(AUTHOR.books).all(); // two statements
        for (Author author : authors) {
            for (Book book : author.books) {
                out.println(
                        author.name + ": " + book.title + " " + book.tags.size()); // the tags of all books: one more
            }
        }
        // end
    }

    static void savepoint(Session session) {
        // snippet: savepoint
        Author author = session.query(AUTHOR).first().orElseThrow();
        try (SessionSavepoint savepoint = session.savepoint()) {
            author.name = "U. K. Le Guin";
            session.flush();
            savepoint.rollback(); // the row and the object are as before
        }
        session.commit();
        // end
    }

    static void transaction(Engine engine) {
        // snippet: transaction
        Sessions sessions = Sessions.of(engine, SessionOptions.DEFAULT.withListener(new SessionListener() {
            @Override
            public void beforeInsert(Session session, Object entity) {
                if (entity instanceof Book book) {
                    book.title = book.title.strip();
                }
            }
        }));
        sessions.run(session -> session.add(new Book("  Always Coming Home "))); // commits, or rolls back
        // end
    }
}
