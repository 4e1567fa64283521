package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.versioning.Document_.DOCUMENT;
import static org.alkahest.sql.Sql.update;
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
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.versioning.Document;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Attributes whose baseline the user sets, or that he declares modified. */
final class AttributeStatesTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        List<EntityTable<?>> tables = new ArrayList<>(Library.TABLES);
        tables.add(DOCUMENT);
        TestTables.create(engine, tables);
    }

    private List<String> sent(Session session) {
        recorder.clear();
        session.flush();
        return recorder.writes().stream()
                .map(each -> each.sql() + " " + each.parameters())
                .toList();
    }

    private static Book stored(Session session) {
        Book book = new Book(new Author("Lem"), "Solaris");
        book.price = new BigDecimal("9.50");
        session.add(book);
        session.flush();
        return book;
    }

    @DatabaseTest
    void aCommittedValueIsNotWritten() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            session.setCommitted(book, BOOK.title, "Eden");
            assertThat(book.title).isEqualTo("Eden");
            assertThat(session.isModified(book)).isFalse();
            assertThat(session.history(book, BOOK.title).unchanged()).containsExactly("Eden");
            assertThat(sent(session)).isEmpty();
            session.setCommitted(book, BOOK.as("other").title, null);
            assertThat(book.title).isNull();
            assertThat(sent(session)).isEmpty();
            session.rollback();
        }
    }

    @DatabaseTest
    void aCommittedValueReplacesAChange() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            book.title = "Fiasco";
            session.setCommitted(book, BOOK.title, "Eden");
            assertThat(session.isModified(book)).isFalse();
            book.title = "Solaris";
            assertThat(session.history(book, BOOK.title).deleted()).containsExactly("Eden");
            session.rollback();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void otherChangesStayChanges() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            Author dick = new Author("Dick");
            session.add(dick);
            session.flush();
            book.price = new BigDecimal("12.00");
            book.author = Ref.of(dick);
            session.setCommitted(book, BOOK.title, "Eden");
            assertThat(book.author.get()).isSameAs(dick);
            assertThat(session.history(book, BOOK.price).deleted()).containsExactly(new BigDecimal("9.50"));
            assertThat(sent(session))
                    .singleElement()
                    .asString()
                    .startsWith("UPDATE books SET price = ?, author_id = ? WHERE")
                    .contains("[12.00, " + dick.id + ", ");
            session.rollback();
        }
    }

    @DatabaseTest
    void unchangedReferencesStayUnchanged() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            book.publisher = new Publisher("P", "Press");
            session.flush();
            session.setCommitted(book, BOOK.price, new BigDecimal("1.00"));
            assertThat(session.isModified(book)).isFalse();
            assertThat(session.history(book, BOOK.publisher).isChanged()).isFalse();
            session.rollback();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aPendingObjectIsWrittenWhole() {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            session.setCommitted(author, AUTHOR.name, "Dick");
            session.flagModified(author, AUTHOR.name);
            assertThat(sent(session)).singleElement().asString().contains("Dick");
            assertThat(sent(session)).as("the flag of a pending object").isEmpty();
            session.rollback();
        }
    }

    @DatabaseTest
    void aCommittedVersionIsTheOneThatTheNextUpdateAsksFor() {
        try (Session session = Session.open(engine)) {
            Document document = new Document("/a", "A");
            session.add(document);
            session.flush();
            session.connection().execute(update(DOCUMENT).set(DOCUMENT.version, 5L));
            session.setCommitted(document, DOCUMENT.version, 5L);
            document.title = "B";
            session.flush();
            assertThat(document.version).isEqualTo(6);
            session.rollback();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aFlaggedAttributeIsWrittenOnceThoughItDoesNotDiffer() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            session.flagModified(book, BOOK.title);
            session.flagModified(book, BOOK.title);
            assertThat(session.isModified(book)).isTrue();
            assertThat(session.changedObjects()).containsExactly(book);
            assertThat(session.history(book, BOOK.title).added()).containsExactly("Solaris");
            assertThat(session.history(book, BOOK.price).isChanged()).isFalse();
            assertThat(session.flushPlan().toString()).startsWith("UPDATE books(title)");
            assertThat(sent(session))
                    .singleElement()
                    .asString()
                    .startsWith("UPDATE books SET title = ? WHERE")
                    .contains("[Solaris, ");
            assertThat(session.isModified(book)).isFalse();
            assertThat(sent(session)).isEmpty();
            session.rollback();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aFlagIsWrittenBesideWhatDiffersAndCountsTheVersion() {
        try (Session session = Session.open(engine)) {
            Document document = new Document("/a", "A");
            Book book = stored(session);
            session.add(document);
            session.flush();
            session.flagModified(document, DOCUMENT.title);
            assertThat(sent(session)).hasSize(1);
            assertThat(document.version).isEqualTo(2);
            book.price = null;
            session.flagModified(book, BOOK.title);
            session.flagModified(book, BOOK.authorId);
            assertThat(sent(session))
                    .singleElement()
                    .asString()
                    .startsWith("UPDATE books SET title = ?, price = ?, author_id = ? WHERE");
            session.rollback();
        }
    }

    @DatabaseTest
    void aQueryFlushesAFlagFirst() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            session.flagModified(book, BOOK.title);
            recorder.clear();
            session.query(AUTHOR).all();
            session.query(BOOK).all();
            assertThat(recorder.writes()).hasSize(1);
            session.rollback();
        }
    }

    @DatabaseTest
    void rollbacksAndExpungeForgetFlags() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            session.commit();
            session.flagModified(book, BOOK.title);
            session.rollback();
            assertThat(session.isModified(book)).isFalse();
            assertThat(sent(session)).isEmpty();
            session.flagModified(book, BOOK.title);
            session.expunge(book);
            assertThat(sent(session)).isEmpty();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aSavepointForgetsFlagsOfWhatItGivesBack() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            Author author = new Author("Dick");
            session.add(author);
            SessionSavepoint savepoint = session.savepoint();
            book.price = null;
            session.flush();
            session.flagModified(book, BOOK.title);
            session.flagModified(author, AUTHOR.name);
            savepoint.rollback();
            assertThat(session.changedObjects()).containsExactly(author);
            session.rollback();
        }
    }

    @DatabaseTest
    void aDeletedObjectIsNotUpdated() {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            session.flush();
            session.flagModified(author, AUTHOR.name);
            session.delete(author);
            assertThat(sent(session)).noneMatch(sql -> sql.startsWith("UPDATE"));
            session.flagModified(author, AUTHOR.name);
            session.flush();
            session.rollback();
            assertThat(sent(session)).isEmpty();
        }
    }

    @DatabaseTest
    void aRefreshKeepsWhatIsFlagged() {
        try (Session session = Session.open(engine)) {
            Book book = stored(session);
            session.commit();
            try (Session other = Session.open(engine)) {
                other.get(Book.class, book.id).orElseThrow().title = "Eden";
                other.commit();
            }
            session.flagModified(book, BOOK.title);
            assertThat(session.query(BOOK).all()).containsExactly(book);
            assertThat(book.title).isEqualTo("Solaris");
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(BOOK).one().title).isEqualTo("Solaris");
            session.rollback();
        }
    }

    @DatabaseTest
    void mistakesAreRefused() {
        Session session = Session.open(engine);
        Book book = stored(session);
        Document document = new Document("/a", "A");
        session.add(document);
        assertThatThrownBy(() -> session.setCommitted(new Book("Eden"), BOOK.title, "Eden"))
                .hasMessageContaining("ALK-2105");
        assertThatThrownBy(() -> session.flagModified(new Book("Eden"), BOOK.title))
                .hasMessageContaining("ALK-2105");
        assertThatThrownBy(() -> session.setCommitted(book, BOOK.id, 7)).hasMessageContaining("part of the key");
        assertThatThrownBy(() -> session.flagModified(book, BOOK.id)).hasMessageContaining("ALK-2092");
        assertThatThrownBy(() -> session.flagModified(book, AUTHOR.name)).hasMessageContaining("Give one of books");
        assertThatThrownBy(() -> session.flagModified(document, DOCUMENT.version))
                .hasMessageContaining("it is the version");
        assertThatThrownBy(() -> session.setCommitted(book, BOOK.authorId, 7)).hasMessageContaining("ALK-2093");
        session.close();
        assertThatThrownBy(() -> session.setCommitted(book, BOOK.title, "Eden")).hasMessageContaining("ALK-2110");
        assertThatThrownBy(() -> session.flagModified(book, BOOK.title)).hasMessageContaining("ALK-2110");
    }
}
