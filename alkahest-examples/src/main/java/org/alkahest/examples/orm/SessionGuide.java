package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Author_.AUTHOR;

import java.util.Optional;
import java.util.function.Consumer;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Transaction;
import org.alkahest.orm.JoinMode;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.Sessions;
import org.alkahest.sql.Locking;

/** More examples of docs/orm.md: what a session does beside loading and saving. */
final class SessionGuide {
    private SessionGuide() {}

    static void merge(Engine engine, Author detached) {
        // snippet: merge
        try (Session session = Session.open(engine)) {
            Author author = session.merge(detached); // the session's object, with the values of the given one
            session.commit(); // UPDATE of what differs

            session.refresh(author, AUTHOR.name); // SELECT of that column
            session.expire(author); // changes are discarded; the row is read when it is next met

            Optional<Author> locked = session.get(AUTHOR, author.id, Locking.forUpdate(), AUTHOR.books);
            locked.ifPresent(found -> found.name = found.name.strip());
            session.commit();
        }
        // end
    }

    @SuppressWarnings("try") // it is there to be closed
    static void rollEverythingBack(Engine engine, Consumer<Sessions> tested) {
        // snippet: join
        SessionOptions joining = SessionOptions.DEFAULT.withJoinMode(JoinMode.CREATE_SAVEPOINT);
        try (Connection connection = engine.connect();
                Transaction everything = connection.begin()) {
            tested.accept(Sessions.of(connection, joining)); // commits and rolls back as it likes
        } // nothing of it is in the database
        // end
    }
}
