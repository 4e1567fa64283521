package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** How attributes differ from the last flush or load, told without SQL. */
final class AttributeHistoryTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
    }

    @DatabaseTest
    void columnsTellTheirValueAndTheOneBefore() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            session.add(book);
            assertThat(session.history(book, BOOK.title).added()).containsExactly("Solaris");
            session.flush();
            AttributeHistory<String> same = session.history(book, BOOK.title);
            assertThat(same.isChanged()).isFalse();
            assertThat(same.unchanged()).containsExactly("Solaris");
            assertThat(session.isModified(book)).isFalse();
            book.title = null;
            book.price = new BigDecimal("9.50");
            AttributeHistory<String> changed = session.history(book, BOOK.as("other").title);
            assertThat(changed.isChanged()).isTrue();
            assertThat(changed.added()).containsExactly((String) null);
            assertThat(changed.unchanged()).isEmpty();
            assertThat(changed.deleted()).containsExactly("Solaris");
            assertThat(session.history(book, BOOK.price).deleted()).containsExactly((BigDecimal) null);
            assertThat(session.isModified(book)).isTrue();
            assertThat(session.changedObjects()).containsExactly(book);
            session.flush();
            assertThat(session.history(book, BOOK.title).unchanged()).containsExactly((String) null);
        }
    }

    @DatabaseTest
    void referencesTellTheirTargetAndTheOneBefore() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            Author dick = new Author("Dick");
            Publisher press = new Publisher("P", "Press");
            Book book = new Book(lem, "Solaris");
            session.addAll(List.of(book, press));
            assertThat(session.history(book, BOOK.author).added())
                    .extracting(Ref::get)
                    .containsExactly(lem);
            assertThat(session.history(book, BOOK.authorId).added()).isEmpty();
            assertThat(session.history(book, BOOK.publisher).added()).isEmpty();
            session.flush();
            book.author = Ref.of(dick);
            book.publisher = press;
            AttributeHistory<Ref<Author>> author = session.history(book, BOOK.author);
            assertThat(author.added()).extracting(Ref::get).containsExactly(dick);
            assertThat(author.deleted()).extracting(Ref::get).containsExactly(lem);
            assertThat(session.history(book, BOOK.authorId).deleted()).containsExactly(lem.id);
            assertThat(session.history(book, BOOK.publisher).added())
                    .extracting(Ref::get)
                    .containsExactly(press);
            book.author = Ref.none();
            assertThat(session.history(book, BOOK.author).added()).isEmpty();
            assertThat(session.history(book, BOOK.author).deleted()).hasSize(1);
            session.flush();
            assertThat(session.history(book, BOOK.author).isChanged()).isFalse();
            assertThat(session.history(book, BOOK.publisher).unchanged()).hasSize(1);
        }
    }

    @DatabaseTest
    void collectionsTellWhatCameStayedAndWent() {
        Book solaris = new Book("Solaris");
        Book fiasco = new Book("Fiasco");
        Book eden = new Book("Eden");
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem", solaris, fiasco);
            session.add(lem);
            assertThat(session.history(lem, AUTHOR.books).added()).containsExactly(solaris, fiasco);
            session.commit();
            assertThat(lem.books).hasSize(2);
            lem.books.remove(solaris);
            lem.books.add(eden);
            AttributeHistory<Book> books = session.history(lem, AUTHOR.books);
            assertThat(books.added()).containsExactly(eden);
            assertThat(books.unchanged()).containsExactly(fiasco);
            assertThat(books.deleted()).containsExactly(solaris);
            lem.books = new ArrayList<>(List.of(solaris));
            AttributeHistory<Book> replaced = session.history(lem, AUTHOR.books);
            assertThat(replaced.added()).isEmpty();
            assertThat(replaced.unchanged()).containsExactly(solaris);
            assertThat(replaced.deleted()).containsExactly(fiasco);
        }
    }

    @DatabaseTest
    void nothingIsLoadedForIt() {
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem", new Book("Solaris")));
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Author lem = session.query(AUTHOR).one();
            recorder.clear();
            AttributeHistory<Book> books = session.history(lem, AUTHOR.books);
            assertThat(books.isChanged()).isFalse();
            assertThat(books.unchanged()).isEmpty();
            assertThat(recorder.statements()).isEmpty();
        }
    }

    @DatabaseTest
    void otherEntitiesAttributesAndUnknownObjectsAreRefused() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            assertThatThrownBy(() -> session.history(lem, AUTHOR.name)).hasMessageContaining("ALK-2105");
            session.add(lem);
            assertThatThrownBy(() -> session.history(lem, BOOK.title))
                    .hasMessageContaining("Cannot tell the history of 'title' in Author#new")
                    .hasMessageContaining("ALK-2116");
        }
    }
}
