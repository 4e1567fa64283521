package org.alkahest.orm;

import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Tag;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

@SuppressWarnings("ReferenceEquality") // the objects themselves, whatever their equals says
final class ManyToManyTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void eitherSideWritesTheLink() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag first = new Tag("first");
            Tag second = new Tag("second");
            book.tags.add(first);
            second.books.add(book);
            session.addAll(List.of(book, second));
            session.flush();
            assertThat(book.tags).containsExactlyInAnyOrder(first, second);
            assertThat(first.books).containsExactly(book);
            check(session, 2);
            first.books.remove(book);
            session.flush();
            assertThat(book.tags).containsExactly(second);
            check(session, 1);
        }
    }

    @DatabaseTest
    void bothSidesInOneFlushWriteItOnce(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag tag = new Tag("space");
            Set<Tag> rawTags = book.tags;
            Collection<Book> rawBooks = tag.books;
            rawTags.add(tag);
            rawBooks.add(book);
            session.add(book);
            session.flush();
            check(session, 1);
            rawTags.clear();
            rawBooks.clear();
            session.flush();
            check(session, 0);
            book.tags.add(tag);
            tag.books.remove(book);
            recorder.clear();
            session.flush();
            recorder.assertCount(0);
            check(session, 0);
        }
    }

    @DatabaseTest
    void oneSideChangedThroughTheUsersInstanceChangesTheOther() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag tag = new Tag("space");
            Collection<Book> rawBooks = tag.books;
            Set<Tag> rawTags = book.tags;
            session.addAll(List.of(book, tag));
            session.commit();
            assertThat(book.tags).isEmpty();
            assertThat(tag.books).isEmpty();
            rawBooks.add(book);
            session.flush();
            assertThat(rawTags).containsExactly(tag);
            session.flush();
            check(session, 1);
            rawTags.remove(tag);
            session.flush();
            assertThat(rawBooks).isEmpty();
            session.flush();
            check(session, 0);
        }
    }

    @DatabaseTest
    void duplicatesAreOneLink() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag tag = new Tag("space");
            tag.books.add(book);
            tag.books.add(book);
            session.add(tag);
            session.flush();
            check(session, 1);
            tag.books.add(book);
            session.flush();
            check(session, 1);
            tag.books.remove(book);
            session.flush();
            check(session, 1);
            tag.books.removeIf(b -> b == book);
            session.flush();
            check(session, 0);
        }
    }

    @DatabaseTest
    void removingAndAddingAgainIsNothing(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag tag = new Tag("space");
            book.tags.add(tag);
            session.add(book);
            session.flush();
            book.tags.remove(tag);
            book.tags.add(tag);
            recorder.clear();
            session.flush();
            recorder.assertCount(0);
        }
    }

    @DatabaseTest
    void elementsThatTheUsersEqualsTakesForOneKeepTheirLinks() {
        int id;
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            Tag one = new Tag("same");
            Tag two = new Tag("same");
            one.books.add(book);
            two.books.add(book);
            session.addAll(List.of(one, two));
            session.commit();
            assertThat(one.id).isNotEqualTo(two.id);
            id = book.id;
            assertThat(links(session)).isEqualTo(2);
        }
        try (Session session = Session.open(engine)) {
            Book book = session.get(Book.class, id).orElseThrow();
            assertThat(session.query(TAG).all()).hasSize(2);
            assertThat(book.tags).hasSize(1);
            session.commit();
            assertThat(links(session)).isEqualTo(2);
        }
    }

    @DatabaseTest
    void anAssignedSetReplacesTheLinks() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            book.tags.addAll(List.of(new Tag("a"), new Tag("b")));
            session.add(book);
            session.commit();
            Tag b = book.tags.stream()
                    .filter(t -> t.name.equals("b"))
                    .findFirst()
                    .orElseThrow();
            session.commit();
            book.tags = new LinkedHashSet<>(List.of(b, new Tag("c")));
            session.flush();
            check(session, 2);
            assertThat(book.tags).extracting(t -> t.name).containsExactly("b", "c");
            assertThat(b.books).containsExactly(book);
        }
    }

    @DatabaseTest
    void manyLinksAreOneBatch(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Tag tag = new Tag("all");
            List<Book> books = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Book book = new Book("Book " + i);
                book.tags.add(tag);
                books.add(book);
            }
            session.addAll(books);
            session.flush();
            assertThat(recorder.writes())
                    .filteredOn(s -> s.sql().startsWith("INSERT INTO books_tags"))
                    .singleElement()
                    .matches(s -> s.batchSize() == 50);
            assertThat(tag.books).containsExactlyElementsOf(books);
            check(session, 50);
            session.delete(tag);
            session.commit();
            assertThat(links(session)).isZero();
            assertThat(session.query(BOOK).count()).isEqualTo(50);
            assertThat(books.get(0).tags).isEmpty();
        }
    }

    private static void check(Session session, long expected) {
        SessionInvariants.check(session);
        assertThat(links(session)).isEqualTo(expected);
    }

    private static long links(Session session) {
        return session.connection()
                .execute(Sql.text("SELECT count(*) FROM books_tags").returning(Sql.raw("count", SqlTypes.BIGINT)))
                .one();
    }
}
