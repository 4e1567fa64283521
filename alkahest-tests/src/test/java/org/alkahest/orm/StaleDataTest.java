package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Rows that are not what the session believes. */
final class StaleDataTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void anUpdateOfARowThatIsGoneFails() {
        Author lem = new Author("Lem");
        Author dick = new Author("Dick");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lem, dick));
            session.commit();
            session.connection().execute(Sql.delete(AUTHOR).where(AUTHOR.id.eq(dick.id)));
            lem.name = "Changed";
            dick.name = "Changed";
            assertThatThrownBy(session::flush)
                    .isInstanceOfSatisfying(
                            StaleDataException.class,
                            e -> assertThat(e.isRetryable()).isTrue())
                    .hasMessageContaining("ALK-2203")
                    .hasMessageContaining("Author#" + dick.id);
            assertThatThrownBy(session::flush).isInstanceOf(PendingRollbackException.class);
            session.rollback();
            assertThat(lem.name).isEqualTo("Lem");
            assertThat(session.get(Author.class, dick.id)).containsSame(dick);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aDeleteOfARowThatIsGoneFails() {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.flush();
            session.connection().execute(Sql.delete(AUTHOR));
            session.delete(lem);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2203").hasMessageContaining("delete");
        }
    }

    @DatabaseTest
    void aRefreshOfARowThatIsGoneFails() {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.flush();
            session.connection().execute(Sql.delete(AUTHOR));
            assertThatThrownBy(() -> session.refresh(lem)).hasMessageContaining("ALK-2107");
        }
    }

    @DatabaseTest
    void refreshReadsWhatOthersWroteAndFlushesOwnChangesFirst() {
        Author lem = new Author("Lem", new Book("Solaris"));
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.flush();
            session.connection().execute(Sql.update(AUTHOR).set(AUTHOR.name, "Other"));
            session.refresh(lem);
            assertThat(lem.name).isEqualTo("Other");
            Book book = lem.books.get(0);
            book.title = "Mine";
            session.refresh(book);
            assertThat(book.title).isEqualTo("Mine");
            assertThat(session.isModified(book)).isFalse();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void objectsAndCollectionsOfATableThatWasWrittenDirectlyAreReadAgain() {
        Author lem = new Author("Lem", new Book("Solaris"), new Book("Fiasco"));
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.flush();
            Book fiasco = lem.books.get(1);
            session.execute(Sql.delete(BOOK).where(BOOK.title.eq("Solaris")));
            session.execute(Sql.update(BOOK).set(BOOK.title, "Changed"));
            assertThat(lem.books).containsExactly(fiasco);
            assertThat(fiasco.title).isEqualTo("Changed");
        }
    }

    @DatabaseTest
    void refreshKeepsUnflushedChangesWhereNothingFlushes() {
        SessionOptions options = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.NEVER);
        Book book = new Book("Solaris");
        Publisher old = new Publisher("OLD", "Old");
        Publisher mine = new Publisher("NEW", "New");
        book.publisher = old;
        try (Session session = Session.open(engine, options)) {
            session.addAll(List.of(book, mine));
            session.commit();
            book.title = "Mine";
            book.publisher = mine;
            session.refresh(book);
            assertThat(book.title).isEqualTo("Mine");
            assertThat(book.publisher).isSameAs(mine);
            session.rollback();
            assertThat(book.title).isEqualTo("Solaris");
            assertThat(book.publisher).isSameAs(old);
            SessionInvariants.check(session);
            book.publisher = mine;
            session.refresh(book);
            session.commit();
            session.refresh(book);
            assertThat(book.publisher).isSameAs(mine);
        }
    }

    @DatabaseTest(except = {"sqlite", "duckdb-memory"})
    void afterCommitOthersChangesAreSeen(DatabaseFixture database) {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine);
                Session other = Session.open(database.newEngine())) {
            session.add(lem);
            session.commit();
            other.get(Author.class, lem.id).orElseThrow().name = "Other";
            other.commit();
            assertThat(lem.name).isEqualTo("Lem");
            session.get(Author.class, lem.id);
            assertThat(lem.name).isEqualTo("Other");
            session.commit();
            other.delete(other.get(Author.class, lem.id).orElseThrow());
            other.commit();
            assertThat(session.get(Author.class, lem.id)).isEmpty();
            assertThat(lem.name).isEqualTo("Other");
        }
    }
}
