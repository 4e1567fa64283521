package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Category_.CATEGORY;
import static org.alkahest.orm.domain.Publisher_.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Category;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * Long chains and many objects: no stack overflows, and no time grows with the square of the size. Where it would, these
 * tests take many minutes; the limit leaves a slow machine room.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class LargeUnitTest {
    private static final int MANY = 20_000;
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest("sqlite-memory")
    void aChainOfTenThousandIsAddedFlushedAndDeleted() {
        Category root = new Category("0");
        Category last = root;
        for (int i = 1; i < 10_000; i++) {
            Category next = new Category(String.valueOf(i));
            last.children.add(next);
            last = next;
        }
        try (Session session = Session.open(engine)) {
            session.add(root);
            session.flush();
            session.rollback();
            assertThat(last.id).isNull();
            session.add(root);
            session.commit();
            assertThat(session.query(CATEGORY).count()).isEqualTo(10_000);
            session.query(CATEGORY).load(CATEGORY.children).all();
            session.delete(root);
            session.commit();
            assertThat(session.query(CATEGORY).count()).isZero();
        }
    }

    @DatabaseTest("sqlite-memory")
    void cleanObjectsCostLittle(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            for (int i = 0; i < MANY; i++) {
                session.add(new Publisher("P" + i, "Press"));
            }
            session.commit();
            List<Publisher> all = session.query(PUBLISHER).all();
            recorder.clear();
            for (int i = 0; i < 20; i++) {
                session.flush();
            }
            recorder.assertCount(0);
            all.get(7).name = "Changed";
            session.flush();
            recorder.assertCount(1);
            all.forEach(session::expunge);
            assertThat(session.context().identities().size()).isZero();
        }
    }

    @DatabaseTest("sqlite-memory")
    void manyChildrenMoveAndAreDeleted() {
        Author lem = new Author("Lem");
        Author dick = new Author("Dick");
        for (int i = 0; i < MANY; i++) {
            lem.books.add(new Book("Book " + i));
        }
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lem, dick));
            session.commit();
            List<Book> books = new ArrayList<>(lem.books);
            books.forEach(book -> book.author = Ref.of(dick));
            session.flush();
            assertThat(lem.books).isEmpty();
            assertThat(dick.books).hasSize(MANY);
            lem.books.addAll(books);
            session.flush();
            assertThat(dick.books).isEmpty();
            Collections.reverse(books);
            books.forEach(session::delete);
            session.commit();
            assertThat(session.query(BOOK).count()).isZero();
        }
    }

    @DatabaseTest("sqlite-memory")
    void manyNewObjectsReferToOne() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            session.add(lem);
            session.commit();
            assertThat(lem.books).isEmpty();
            for (int i = 0; i < MANY; i++) {
                session.add(new Book(lem, "Book " + i));
            }
            session.flush();
            assertThat(lem.books).hasSize(MANY);
            session.rollback();
            assertThat(lem.books).isEmpty();
        }
    }

    @DatabaseTest("sqlite-memory")
    void siblingsAreLoadedInBatchesWhateverTheirNumber(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            for (int i = 0; i < 5000; i++) {
                session.add(new Author("Author " + i, new Book("Book " + i)));
            }
            session.commit();
            List<Author> authors = session.query(AUTHOR).all();
            recorder.clear();
            authors.forEach(author -> assertThat(author.books).hasSize(1));
            assertThat(recorder.count()).isEqualTo(10);
            authors.forEach(
                    author -> assertThat(author.books.get(0).author.get()).isSameAs(author));
            assertThat(recorder.count()).isEqualTo(10);
        }
    }
}
