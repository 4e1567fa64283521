package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Profile_.PROFILE;
import static org.alkahest.orm.versioning.Account_.ACCOUNT;
import static org.alkahest.orm.versioning.Document_.DOCUMENT;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.orm.versioning.Account;
import org.alkahest.orm.versioning.Document;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Rows of objects, written at once and without a session's memory. */
final class StatelessTest {
    private StatementRecorder recorder;
    private Connection connection;
    private Stateless stateless;

    @BeforeEach
    void connect(Engine engine, StatementRecorder statements) {
        recorder = statements;
        Library.create(engine);
        TestTables.create(engine, List.of(ACCOUNT, DOCUMENT));
        connection = engine.connect();
        stateless = Stateless.of(connection);
        recorder.clear();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private long rows(Table table) {
        return connection.execute(select(count()).from(table)).one();
    }

    @DatabaseTest
    void insertsInOrderAndGivesKeys() {
        Author lem = new Author("Lem");
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(new Book(lem, "Book " + i));
        }
        all.add(lem);
        stateless.insertAll(all);
        assertThat(recorder.statements().get(0).sql()).contains("INSERT INTO authors");
        assertThat(lem.id).isNotNull();
        assertThat(all).allSatisfy(each -> {
            if (each instanceof Book book) {
                assertThat(connection
                                .execute(select(BOOK.title).where(BOOK.id.eq(book.id)))
                                .one())
                        .isEqualTo(book.title);
            }
        });
        assertThat(rows(BOOK)).isEqualTo(30);
        assertThat(lem.books).isEmpty(); // the collection is the user's own, and is not looked at
    }

    @DatabaseTest
    void updatesAllColumnsOrThoseThatAreNamed() {
        Author lem = new Author("Lem");
        Book book = new Book(lem, "Solaris");
        book.price = new BigDecimal("5.00");
        stateless.insertAll(List.of(lem, book));
        recorder.clear();
        book.title = "Eden";
        book.price = new BigDecimal("6.00");
        stateless.update(book, BOOK.title);
        assertThat(connection.execute(select(BOOK.price)).one()).isEqualByComparingTo("5");
        book.author = Ref.none();
        stateless.update(book);
        assertThat(recorder.writes()).hasSize(2);
        assertThat(connection.execute(select(BOOK.title)).one()).isEqualTo("Eden");
        assertThat(connection.execute(select(BOOK.price)).one()).isEqualByComparingTo("6");
        assertThat(connection
                        .execute(select(BOOK.id).where(BOOK.author.isNull()))
                        .all())
                .hasSize(1);
    }

    @DatabaseTest
    void versionsAreCountedAndChecked() {
        Account account = new Account("Ali");
        stateless.insert(account);
        assertThat(account.version).isEqualTo(1);
        account.owner = "Ahmad";
        stateless.update(account);
        assertThat(account.version).isEqualTo(2);
        account.version = 1;
        assertThatThrownBy(() -> stateless.update(account))
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("ALK-2203");
        assertThatThrownBy(() -> stateless.delete(account)).isInstanceOf(StaleDataException.class);
        account.version = 2;
        stateless.delete(account);
        assertThat(rows(ACCOUNT)).isZero();
        assertThatThrownBy(() -> stateless.delete(account)).isInstanceOf(StaleDataException.class);
    }

    @DatabaseTest
    void deletesWhatRefersToOthersFirst() {
        Author lem = new Author("Lem");
        Book book = new Book(lem, "Solaris");
        stateless.insertAll(List.of(lem, book));
        recorder.clear();
        stateless.deleteAll(List.of(lem, book));
        assertThat(recorder.writes()).hasSize(2);
        assertThat(recorder.writes().get(0).sql()).startsWith("DELETE FROM books");
        assertThat(rows(AUTHOR)).isZero();
    }

    @DatabaseTest
    void upsertsByTheKey() {
        Document first = new Document("a.txt", "First");
        stateless.upsert(first);
        assertThat(first.version).isEqualTo(1L);
        Document again = new Document("a.txt", "Again");
        stateless.upsertAll(List.of(again, new Document("b.txt", "Other")));
        assertThat(again.version).isEqualTo(2L);
        assertThat(connection
                        .execute(select(DOCUMENT.title).orderBy(DOCUMENT.path))
                        .all())
                .containsExactly("Again", "Other");
        Author lem = new Author("Lem");
        stateless.upsert(lem); // without a key it is new
        lem.name = "S. Lem";
        stateless.upsert(lem);
        assertThat(connection.execute(select(AUTHOR.name)).all()).containsExactly("S. Lem");
    }

    @DatabaseTest
    void upsertsByNamedColumnsAndGivesTheKey() {
        Author lem = new Author("Lem");
        Author clarke = new Author("Clarke");
        Profile profile = new Profile(lem, "old");
        stateless.insertAll(List.of(lem, clarke, profile));
        Profile same = new Profile(lem, "new");
        Profile other = new Profile(clarke, "other");
        stateless.upsertAll(List.of(same, other), PROFILE.authorId);
        assertThat(same.id).isEqualTo(profile.id);
        assertThat(same.version).isEqualTo(2);
        assertThat(other.id).isNotNull();
        assertThat(other.version).isEqualTo(1);
        assertThat(connection.execute(select(PROFILE.bio).orderBy(PROFILE.id)).all())
                .containsExactly("new", "other");
    }

    @SuppressWarnings("try") // closed before its end, to be used after it
    @DatabaseTest
    void inASessionItUsesTheTransactionAndMakesObjectsStale(Engine engine) {
        connection.close();
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            session.add(lem);
            session.flush();
            Author copy = new Author("S. Lem");
            copy.id = lem.id;
            session.stateless().update(copy);
            assertThat(session.get(AUTHOR, lem.id).orElseThrow().name).isEqualTo("S. Lem");
            assertThatThrownBy(() -> session.stateless().delete(lem)).hasMessageContainingAll("ALK-2137", "Author");
            session.rollback();
            assertThat(session.query(AUTHOR).count()).isZero();
            session.close();
            assertThatThrownBy(session::stateless).hasMessageContaining("ALK-2110");
        }
    }

    @DatabaseTest("sqlite-memory")
    void whatCannotBeWrittenIsRefused() {
        Author unsaved = new Author("x");
        assertThatThrownBy(() -> stateless.update(unsaved)).hasMessageContainingAll("ALK-2136", "Author", "key");
        assertThatThrownBy(() -> stateless.delete(unsaved)).hasMessageContaining("ALK-2136");
        assertThatThrownBy(() -> stateless.insert(new Book(unsaved, "y"))).hasMessageContaining("ALK-2201");
        assertThatThrownBy(() -> stateless.insert("no entity")).hasMessageContaining("ALK-2001");
        stateless.insert(unsaved);
        assertThatThrownBy(() -> stateless.update(unsaved, BOOK.title)).hasMessageContaining("ALK-2136");
        assertThatThrownBy(() -> stateless.update(unsaved, AUTHOR.id)).hasMessageContaining("ALK-2136");
        assertThatThrownBy(() -> stateless.upsert(new Tag("t"), BOOK.title)).hasMessageContaining("ALK-2136");
        stateless.insertAll(List.of());
        assertThat(rows(AUTHOR)).isEqualTo(1);
    }
}
