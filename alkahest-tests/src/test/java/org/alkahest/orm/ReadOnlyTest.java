package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Objects that are loaded to be read alone. */
final class ReadOnlyTest {
    private Engine engine;
    private StatementRecorder recorder;
    private Session session;

    @BeforeEach
    void storeObjects(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
        Sessions.of(engine).run(filling -> {
            Publisher press = new Publisher("P", "Press");
            for (String name : List.of("Lem", "Clarke")) {
                Author author = new Author(name);
                for (int i = 1; i <= 2; i++) {
                    Book book = new Book(author, name + " " + i);
                    book.publisher = press;
                    book.reviews.add(new Review(i));
                    book.tags.add(new Tag(name + i));
                    author.books.add(book);
                }
                filling.add(author);
            }
        });
        session = Session.open(engine);
        recorder.clear();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private List<Author> authors() {
        return session.query(AUTHOR).orderBy(AUTHOR.id).readOnly().all();
    }

    @DatabaseTest
    void changesAreNotWritten() {
        Author lem = authors().get(0);
        lem.name = "nobody";
        assertThat(session.isModified(lem)).isFalse();
        assertThat(session.isReadOnly(lem)).isTrue();
        assertThat(session.state(lem)).isEqualTo(State.PERSISTENT);
        assertThat(session.changedObjects()).isEmpty();
        session.query(AUTHOR).count(); // no autoflush
        session.commit();
        assertThat(recorder.writes()).isEmpty();
        assertThat(session.query(AUTHOR).readOnly().orderBy(AUTHOR.id).first().orElseThrow())
                .isSameAs(lem);
        assertThat(lem.name).isEqualTo("Lem");
    }

    @DatabaseTest
    void associationsAreLoadedForSiblingsAndReadOnlyAsWell() {
        List<Author> authors = authors();
        for (Author author : authors) {
            for (Book book : author.books) {
                assertThat(book.tags).hasSize(1);
                assertThat(book.reviews).hasSize(1);
                assertThat(book.author.get()).isSameAs(author);
                assertThat(book.publisher.name).isEqualTo("Press");
                assertThat(session.isReadOnly(book)).isTrue();
                assertThat(session.isReadOnly(book.publisher)).isTrue();
                assertThat(session.isReadOnly(book.tags.iterator().next())).isTrue();
            }
        }
        assertThat(recorder.queries()).hasSize(5);
        List<Book> books = session.query(BOOK).readOnly().load(BOOK.reviews).all();
        assertThat(books).hasSize(4);
        session.commit();
        recorder.clear();
        authors.forEach(author -> assertThat(author.books).hasSize(2)); // stale, in one batch, with the publisher
        assertThat(recorder.queries()).hasSize(2);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void whatTheSessionHasToChangeStaysSo() {
        Author lem = session.query(AUTHOR).where(AUTHOR.name.eq("Lem")).one();
        List<Author> authors = authors();
        assertThat(authors.get(0)).isSameAs(lem);
        lem.name = "S. Lem";
        authors.get(1).name = "lost";
        session.flush();
        assertThat(recorder.writes()).hasSize(1);
        assertThat(authors()).first().extracting(a -> a.name).isEqualTo("S. Lem");
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void aLaterLoadMakesAnObjectWritable() {
        Author lem = authors().get(0);
        Author clarke = authors().get(1);
        lem.name = "lost";
        assertThat(lem.books).hasSize(2);
        assertThat(session.query(AUTHOR).where(AUTHOR.id.eq(lem.id)).one()).isSameAs(lem);
        assertThat(lem.name).isEqualTo("Lem");
        session.refresh(clarke);
        assertThat(session.isReadOnly(lem)).isFalse();
        assertThat(session.isReadOnly(clarke)).isFalse();
        lem.name = "S. Lem";
        clarke.name = "A. Clarke";
        lem.books.get(0).title = "written";
        assertThat(session.isReadOnly(lem.books.get(0))).isFalse();
        session.commit();
        assertThat(session.execute(select(BOOK.title).where(BOOK.title.eq("written")))
                        .all())
                .hasSize(1);
        assertThat(session.execute(select(AUTHOR.name).orderBy(AUTHOR.id)).all())
                .containsExactly("S. Lem", "A. Clarke");
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void getMakesAnObjectWritableAndReferencesOfOthersDo() {
        Author lem = authors().get(0);
        assertThat(session.get(AUTHOR, lem.id)).containsSame(lem);
        assertThat(session.isReadOnly(lem)).isFalse();
        Author clarke = authors().get(1);
        Book book = session.query(BOOK).where(BOOK.title.eq("Clarke 1")).one();
        assertThat(session.isReadOnly(clarke)).isTrue();
        assertThat(book.author.get()).isSameAs(clarke);
        assertThat(session.isReadOnly(clarke)).isFalse();
        clarke.name = "written";
        session.flush();
        assertThat(recorder.writes()).hasSize(1);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void whatWouldBeLostIsRefused() {
        Author lem = authors().get(0);
        assertThatThrownBy(() -> session.delete(lem)).hasMessageContainingAll("ALK-2135", "delete", "read-only");
        assertThatThrownBy(() -> session.flagModified(lem, AUTHOR.name)).hasMessageContaining("ALK-2135");
        assertThatThrownBy(() -> session.setCommitted(lem, AUTHOR.name, "x")).hasMessageContaining("ALK-2135");
        assertThatThrownBy(() -> session.history(lem, AUTHOR.name)).hasMessageContaining("ALK-2135");
        assertThatThrownBy(() -> lem.books.add(new Book("x"))).hasMessageContainingAll("ALK-2135", "books");
        assertThatThrownBy(() -> lem.books.remove(0)).hasMessageContaining("ALK-2135");
        assertThat(lem.books).hasSize(2);
        session.flush();
        assertThat(recorder.writes()).isEmpty();
    }

    @DatabaseTest
    void aReadOnlyElementFollowsACollectionThatIsChanged() {
        Book book = session.query(BOOK).where(BOOK.title.eq("Lem 1")).readOnly().one();
        Author clarke = session.query(AUTHOR).where(AUTHOR.name.eq("Clarke")).one();
        clarke.books.add(book);
        Tag tag = session.query(BOOK)
                .where(BOOK.title.eq("Lem 2"))
                .readOnly()
                .one()
                .tags
                .iterator()
                .next();
        Book other = clarke.books.get(0);
        other.tags.add(tag);
        session.commit();
        assertThat(session.execute(select(BOOK.id).where(BOOK.author.eq(clarke)))
                        .all())
                .hasSize(3);
        assertThat(session.query(BOOK).where(BOOK.id.eq(other.id)).one().tags).contains(tag);
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void aMergedObjectIsCopiedIntoOneThatCanBeChanged() {
        Author detached = Sessions.of(engine)
                .transaction(other ->
                        other.query(AUTHOR).where(AUTHOR.name.eq("Lem")).one());
        Author lem = authors().get(0);
        detached.name = "merged";
        assertThat(session.merge(detached)).isSameAs(lem);
        session.commit();
        assertThat(session.execute(select(AUTHOR.name).where(AUTHOR.id.eq(lem.id)))
                        .one())
                .isEqualTo("merged");
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void statementsMakeReadOnlyObjectsStale() {
        Author lem = authors().get(0);
        session.execute(update(AUTHOR).set(AUTHOR.name, "x"));
        assertThat(lem.name).isEqualTo("Lem");
        assertThat(authors()).extracting(a -> a.name).containsExactly("x", "x");
        session.rollback();
        assertThat(authors()).extracting(a -> a.name).containsExactly("Lem", "Clarke");
    }

    @DatabaseTest
    void theOptionsOfASessionMayAskForIt() {
        try (Session reading = Session.open(engine, SessionOptions.DEFAULT.withReadOnly())) {
            Author lem = reading.query(AUTHOR).where(AUTHOR.name.eq("Lem")).one();
            Book book =
                    reading.execute(select(BOOK).where(BOOK.title.eq("Lem 1"))).one();
            assertThat(reading.isReadOnly(lem)).isTrue();
            assertThat(reading.isReadOnly(book)).isTrue();
            assertThat(reading.isReadOnly(reading.get(BOOK, book.id).orElseThrow()))
                    .isTrue();
            assertThat(reading.query(AUTHOR)
                            .writable()
                            .where(AUTHOR.name.eq("Lem"))
                            .one())
                    .isSameAs(lem);
            assertThat(reading.isReadOnly(lem)).isFalse();
            reading.expunge(book);
            assertThat(reading.contains(book)).isFalse();
        }
        Book read = session.executeReadOnly(select(BOOK).where(BOOK.title.eq("Lem 2")))
                .one();
        assertThat(session.isReadOnly(read)).isTrue();
        read.author = Ref.none();
        session.rollback();
        session.reset();
        assertThat(session.contains(read)).isFalse();
    }
}
