package org.alkahest.orm;

import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.versioning.Account_.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.orm.versioning.Account;
import org.alkahest.orm.versioning.Posting_;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Adopting detached objects, and letting go of graphs. */
final class AttachTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
        TestTables.create(engine, List.of(ACCOUNT, Posting_.POSTING));
    }

    @DatabaseTest
    void anAttachedGraphIsPersistentAndClean() {
        Book book = stored(Library.solaris());
        try (Session session = Session.open(engine)) {
            recorder.clear();
            session.attach(book);
            assertThat(session.state(book)).isEqualTo(State.PERSISTENT);
            assertThat(session.state(book.publisher)).isEqualTo(State.PERSISTENT);
            assertThat(session.state(book.author.get())).isEqualTo(State.PERSISTENT);
            assertThat(session.state(book.reviews.get(0))).isEqualTo(State.PERSISTENT);
            assertThat(session.get(Book.class, book.id)).containsSame(book);
            session.flush();
            assertThat(recorder.statements()).isEmpty();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql", "mariadb", "h2"})
    void onlyLaterChangesAreWritten() {
        Book book = stored(Library.solaris());
        book.title = "before";
        try (Session session = Session.open(engine)) {
            session.attach(book);
            book.price = new java.math.BigDecimal("9.99");
            book.reviews.add(new Review(1));
            book.tags.add(new Tag("sea"));
            session.commit();
            assertThat(session.execute(Sql.select(BOOK.title)).one()).isEqualTo("Solaris");
            session.refresh(book);
            assertThat(book.title).isEqualTo("Solaris");
            assertThat(book.price).isEqualByComparingTo("9.99");
            assertThat(book.reviews).hasSize(2);
            assertThat(book.tags).hasSize(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aModifiedObjectIsWrittenWhole() {
        Author author = stored(new Author("Lem"));
        author.name = "Stanislaw Lem";
        try (Session session = Session.open(engine)) {
            recorder.clear();
            session.attachModified(author);
            assertThat(session.changedObjects()).containsExactly(author);
            session.flush();
            assertThat(recorder.writes().stream().map(RecordedStatement::toString))
                    .containsExactly(
                            "UPDATE authors SET name = ? WHERE authors.id = ? [Stanislaw Lem, " + author.id + "]");
            recorder.clear();
            session.flush();
            assertThat(recorder.statements()).isEmpty();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aModifiedObjectOfAnEarlierVersionIsStale() {
        Account account = stored(new Account("Ali"));
        try (Session session = Session.open(engine)) {
            session.get(Account.class, account.id).orElseThrow().owner = "Omar";
            session.commit();
        }
        account.owner = "Ahmad";
        try (Session session = Session.open(engine)) {
            session.attachModified(account);
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
            session.rollback();
            session.refresh(account);
            assertThat(account.owner).isEqualTo("Omar");
            assertThat(session.isModified(account)).isFalse();
            account.owner = "Ahmad";
            session.commit();
            assertThat(account.version).isEqualTo(3);
        }
    }

    @DatabaseTest
    void aModifiedObjectKeepsItsValuesWhenAQueryMeetsTheRow() {
        Author author = stored(new Author("Lem"));
        author.name = "Stanislaw Lem";
        SessionOptions never = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.NEVER);
        try (Session session = Session.open(engine, never)) {
            session.attachModified(author);
            session.refresh(author);
            assertThat(author.name).isEqualTo("Stanislaw Lem");
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.get(Author.class, author.id).orElseThrow().name).isEqualTo("Stanislaw Lem");
        }
    }

    @DatabaseTest
    void newObjectsInAnAttachedGraphArePending() {
        Author author = stored(new Author("Lem", new Book("Solaris")));
        author.books.add(new Book("Eden"));
        try (Session session = Session.open(engine)) {
            session.attach(author);
            assertThat(session.state(author.books.get(1))).isEqualTo(State.PENDING);
            session.commit();
            assertThat(session.query(BOOK).count()).isEqualTo(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aCollectionThatWasNeverLoadedIsLoadedHere() {
        int id = stored(new Author("Lem", new Book("Solaris"))).id;
        Author author;
        try (Session session = Session.open(engine)) {
            author = session.get(Author.class, id).orElseThrow();
        }
        assertThatThrownBy(() -> author.books.size()).hasMessageContaining("ALK-2303");
        try (Session session = Session.open(engine)) {
            session.attach(author);
            assertThat(author.books).hasSize(1);
            assertThat(author.profile.isEmpty()).isTrue();
        }
    }

    @DatabaseTest
    void aCollectionMadeByHandIsReadWhenItIsTouched() {
        Author stored = stored(new Author("Lem", new Book("Solaris"), new Book("Eden")));
        Author author = new Author("Lem");
        author.id = stored.id;
        author.books = new ArrayList<>(List.of(stored.books.get(0)));
        author.books.get(0).author = Ref.of(author);
        try (Session session = Session.open(engine)) {
            session.attach(author);
            assertThat(author.books).hasSize(2);
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void referencesByKeyLoadTheirTargets() {
        Book stored = stored(Library.solaris());
        Book book = new Book("Solaris");
        book.id = stored.id;
        book.author = Ref.key(Author.class, stored.author.key().orElseThrow());
        try (Session session = Session.open(engine)) {
            session.attach(book);
            assertThat(book.author.isLoaded()).isFalse();
            assertThat(book.author.get().name).isEqualTo("Lem");
            assertThat(session.isModified(book)).isFalse();
        }
    }

    @DatabaseTest
    void aSecondObjectOfAKeyIsRefused() {
        Book book = stored(Library.solaris());
        try (Session session = Session.open(engine)) {
            Author author =
                    session.get(Author.class, book.author.key().orElseThrow()).orElseThrow();
            List<Review> reviews = book.reviews;
            assertThatThrownBy(() -> session.attach(book))
                    .hasMessageContaining("ALK-2106")
                    .hasMessageContaining("Cannot attach Author#" + author.id + ": the session has another object");
            assertThat(session.state(book)).isEqualTo(State.DETACHED);
            assertThat(session.state(book.publisher)).isEqualTo(State.TRANSIENT); // an assigned key tells nothing
            assertThat(book.reviews).isSameAs(reviews);
            assertThat(session.get(Author.class, author.id)).containsSame(author);
            session.expunge(author);
            session.attach(book);
            assertThat(session.contains(book)).isTrue();
        }
    }

    @DatabaseTest
    void aFailedAttachLeavesEverythingAsItWas() {
        Author author = stored(new Author("Lem", new Book("Solaris")));
        Book contrary = new Book("Eden");
        contrary.reviews.add(new Review(1));
        contrary.reviews.get(0).book = Ref.of(new Book("Other"));
        author.books.add(contrary);
        List<Book> books = author.books;
        try (Session session = Session.open(engine)) {
            assertThatThrownBy(() -> session.attach(author)).hasMessageContaining("ALK-2103");
            assertThat(session.state(author)).isEqualTo(State.DETACHED);
            assertThat(session.newObjects()).isEmpty();
            assertThat(author.books).isSameAs(books);
            contrary.reviews.get(0).book = Ref.none();
            session.attach(author);
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void whatCannotBeAttachedIsRefused() {
        Author author = stored(new Author("Lem"));
        try (Session session = Session.open(engine);
                Session other = Session.open(engine)) {
            assertThatThrownBy(() -> session.attach(new Author("new")))
                    .hasMessageContaining("ALK-2120")
                    .hasMessageContaining("Cannot attach a new Author: it has no key");
            other.attach(author);
            assertThatThrownBy(() -> session.attach(author)).hasMessageContaining("ALK-2102");
            other.expunge(author);
            session.attach(author);
            session.attach(author);
            session.delete(author);
            session.flush();
            assertThatThrownBy(() -> session.attach(author)).hasMessageContaining("ALK-2104");
            session.rollback();
            assertThatThrownBy(() -> other.add(stored(new Author("Stored"))))
                    .hasMessageContaining("ALK-2101")
                    .hasMessageContaining("session.merge")
                    .hasMessageContaining("session.attach");
        }
    }

    @DatabaseTest
    void expungeCascadesWhereTheMappingSaysSo() {
        Book book = Library.solaris();
        try (Session session = Session.open(engine)) {
            session.add(book);
            session.commit();
            Review pending = new Review(2);
            book.reviews.add(pending);
            Review persistent = book.reviews.get(0);
            session.expunge(book);
            assertThat(session.state(book)).isEqualTo(State.DETACHED);
            assertThat(session.state(persistent)).isEqualTo(State.DETACHED);
            assertThat(session.state(pending)).isEqualTo(State.TRANSIENT);
            assertThat(session.contains(book.publisher)).isTrue(); // no DETACH there
            SessionInvariants.check(session);
        }
    }

    private <T> T stored(T entity) {
        try (Session session = Session.open(engine)) {
            session.add(entity);
            session.commit();
        }
        return entity;
    }
}
