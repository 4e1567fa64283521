package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.engine.Engine;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

final class RollbackTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void insertedObjectsAreTransientAgainAndCanBeAddedAgain() {
        Book book = new Book("Solaris", new Review(5));
        Author author = new Author("Lem", book);
        List<Book> books = author.books;
        try (Session session = Session.open(engine)) {
            session.add(author);
            session.flush();
            Ref<Author> before = book.author;
            assertThat(before.key()).contains(author.id);
            session.rollback();
            assertThat(author.id).isNull();
            assertThat(book.id).isNull();
            assertThat(book.reviews.get(0).id).isZero();
            assertThat(book.author.key()).isEmpty();
            assertThat(author.books).isSameAs(books);
            for (Object object : List.of(author, book, book.reviews.get(0))) {
                assertThat(session.state(object)).isEqualTo(State.TRANSIENT);
            }
            insertRows(3);
            session.add(author);
            session.commit();
            assertThat(book.author.key()).contains(author.id);
            SessionInvariants.check(session);
        }
        assertThat(titlesOf("Lem")).containsExactly("Solaris");
    }

    @DatabaseTest
    void aKeyThatTheUserGaveAPendingObjectIsKept() {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            author.id = 77;
            session.flush();
            assertThat(author.id).isEqualTo(77);
            session.rollback();
            assertThat(author.id).isEqualTo(77);
        }
    }

    @DatabaseTest
    void valuesReferencesAndMembershipsAreAsBefore() {
        Author lem = new Author("Lem", new Book("Solaris"), new Book("Fiasco"));
        Author dick = new Author("Dick", new Book("Ubik"));
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lem, dick));
            session.commit();
            Book solaris = lem.books.get(0);
            solaris.title = "Flushed";
            solaris.author = Ref.of(dick);
            Book ubik = dick.books.get(0);
            dick.books.remove(ubik);
            lem.books.add(new Book("New"));
            session.flush();
            assertThat(dick.books).containsExactly(solaris);
            solaris.title = "Unflushed";
            dick.name = "Unflushed";
            dick.books = new ArrayList<>();
            session.rollback();
            assertThat(solaris.title).isEqualTo("Solaris");
            assertThat(dick.name).isEqualTo("Dick");
            assertThat(solaris.author.get()).isSameAs(lem);
            assertThat(ubik.author.get()).isSameAs(dick);
            assertThat(lem.books).extracting(b -> b.title).containsExactly("Solaris", "Fiasco");
            assertThat(dick.books).containsExactly(ubik);
            SessionInvariants.check(session);
            session.commit();
        }
        assertThat(titlesOf("Lem")).containsExactly("Solaris", "Fiasco");
        assertThat(titlesOf("Dick")).containsExactly("Ubik");
    }

    @DatabaseTest
    void deletedObjectsArePersistentAgain() {
        Author lem = new Author("Lem");
        Author dick = new Author("Dick");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lem, dick));
            session.commit();
            session.delete(lem);
            session.flush();
            session.delete(dick);
            session.rollback();
            assertThat(session.state(lem)).isEqualTo(State.PERSISTENT);
            assertThat(session.isModified(dick)).isFalse();
            assertThat(session.get(Author.class, lem.id)).containsSame(lem);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aRowThatWasReplacedBelongsToItsFirstObjectAgain() {
        Publisher first = new Publisher("KiWi", "First");
        try (Session session = Session.open(engine)) {
            session.add(first);
            session.commit();
            session.delete(first);
            session.flush();
            Publisher second = new Publisher("KiWi", "Second");
            session.add(second);
            session.flush();
            assertThat(session.get(Publisher.class, "KiWi")).containsSame(second);
            session.rollback();
            assertThat(session.state(second)).isEqualTo(State.TRANSIENT);
            assertThat(session.get(Publisher.class, "KiWi")).containsSame(first);
            assertThat(first.name).isEqualTo("First");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aPlainTargetIsPutBackEvenIfItWasExpunged() {
        Publisher old = new Publisher("OLD", "Old");
        Book book = new Book("Solaris");
        book.publisher = old;
        try (Session session = Session.open(engine)) {
            session.add(book);
            session.commit();
            session.expunge(old);
            book.publisher = new Publisher("NEW", "New");
            session.flush();
            session.rollback();
            assertThat(book.publisher).isSameAs(old);
            assertThat(session.isModified(book)).isFalse();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anExpungedObjectStaysOutOfTheSession() {
        Author lem = new Author("Lem");
        Author fresh = new Author("Fresh");
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.commit();
            lem.name = "Changed";
            session.add(fresh);
            session.flush();
            session.expunge(lem);
            session.expunge(fresh);
            session.rollback();
            assertThat(lem.name).isEqualTo("Lem");
            assertThat(session.state(lem)).isEqualTo(State.DETACHED);
            assertThat(session.state(fresh)).isEqualTo(State.TRANSIENT);
            assertThat(session.get(Author.class, lem.id).orElseThrow()).isNotSameAs(lem);
        }
    }

    @DatabaseTest
    void aFailedFlushGivesBackEverythingAndAsksForARollback() {
        Publisher taken = new Publisher("KiWi", "First");
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(taken, lem));
            session.commit();
            session.expunge(taken);
            lem.name = "Changed";
            Author dick = new Author("Dick");
            session.addAll(List.of(dick, new Publisher("KiWi", "Second")));
            Throwable cause = catchThrowable(session::flush);
            assertThat(cause).isInstanceOf(DatabaseException.class);
            assertThat(dick.id).isNull();
            assertThat(lem.name).isEqualTo("Lem");
            List<Runnable> calls = List.of(
                    session::flush,
                    session::commit,
                    () -> session.add(new Author("x")),
                    () -> session.query(AUTHOR).all(),
                    session::savepoint,
                    () -> session.get(Author.class, 1));
            for (Runnable call : calls) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(PendingRollbackException.class)
                        .hasMessageContaining("ALK-2111")
                        .hasCause(cause);
            }
            session.rollback();
            assertThat(session.state(dick)).isEqualTo(State.TRANSIENT);
            session.add(dick);
            lem.name = "Changed again";
            session.commit();
            SessionInvariants.check(session);
        }
        assertThat(names()).containsExactlyInAnyOrder("Changed again", "Dick");
    }

    @DatabaseTest
    void aFailedFlushCanBeClosed() {
        try (Session session = Session.open(engine)) {
            session.add(new Publisher("KiWi", "First"));
            session.commit();
        }
        Session session = Session.open(engine);
        session.add(new Publisher("KiWi", "Second"));
        assertThatThrownBy(session::commit).isInstanceOf(DatabaseException.class);
        session.close();
        assertThat(session.isOpen()).isFalse();
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aFailedFlushOfRawChangesLeavesNoHalfOfThem() {
        Author lem = new Author("Lem", new Book("Solaris"));
        Author dick = new Author("Dick");
        List<Book> raw = dick.books;
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lem, dick, new Publisher("KiWi", "First")));
            session.commit();
            Book book = lem.books.get(0);
            try (SessionSavepoint savepoint = session.savepoint()) {
                raw.add(book);
                session.execute(Sql.insert(BOOK).set(BOOK.title, "x"));
                session.query(AUTHOR).all();
                session.expunge(session.get(Publisher.class, "KiWi").orElseThrow());
                session.add(new Publisher("KiWi", "Second"));
                assertThatThrownBy(savepoint::commit).isInstanceOf(DatabaseException.class);
            }
            assertThat(book.author.get()).isSameAs(lem);
            assertThat(lem.books).containsExactly(book);
            assertThat(dick.books).isEmpty();
            SessionInvariants.check(session);
            session.commit();
        }
        assertThat(titlesOf("Lem")).containsExactly("Solaris");
    }

    @DatabaseTest
    void manyToManyMembershipsComeBack() {
        Book book = new Book("Solaris");
        Tag old = new Tag("old");
        book.tags.add(old);
        try (Session session = Session.open(engine)) {
            session.add(book);
            session.commit();
            book.tags.clear();
            Tag added = new Tag("added");
            book.tags.add(added);
            session.flush();
            assertThat(old.books).isEmpty();
            session.rollback();
            assertThat(book.tags).containsExactly(old);
            assertThat(old.books).containsExactly(book);
            assertThat(session.state(added)).isEqualTo(State.TRANSIENT);
            SessionInvariants.check(session);
            session.flush();
        }
    }

    @DatabaseTest
    void rollbackOfNothingIsAllowed() {
        try (Session session = Session.open(engine)) {
            session.rollback();
            Author pending = new Author("Lem");
            session.add(pending);
            session.rollback();
            assertThat(session.state(pending)).isEqualTo(State.TRANSIENT);
            session.rollback();
        }
    }

    private void insertRows(int count) {
        try (Session session = Session.open(engine)) {
            for (int i = 0; i < count; i++) {
                session.add(new Author("other"));
            }
            session.commit();
        }
    }

    private List<String> titlesOf(String author) {
        try (Session session = Session.open(engine)) {
            return session.execute(Sql.select(BOOK.title)
                            .from(BOOK)
                            .join(BOOK.author)
                            .where(AUTHOR.name.eq(author))
                            .orderBy(BOOK.id))
                    .all();
        }
    }

    private List<String> names() {
        try (Session session = Session.open(engine)) {
            return session.execute(Sql.select(AUTHOR.name)).all();
        }
    }
}
