package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Category_.CATEGORY;
import static org.alkahest.orm.domain.Publisher_.PUBLISHER;
import static org.alkahest.orm.domain.Review_.REVIEW;
import static org.alkahest.orm.domain.Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineListener;
import org.alkahest.engine.ExecutionEvent;
import org.alkahest.engine.TransactionEvent;
import org.alkahest.engine.WatchedSource;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Errors with a code of their own that the other tests of the session do not meet; what follows them works. */
final class SessionErrorsTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest("sqlite-memory")
    void pathsAndComparisonsThatCannotBe() {
        try (Session session = Session.open(engine)) {
            assertThatThrownBy(() -> session.query(AUTHOR)
                            .join(AUTHOR.books, TAG.as("t"))
                            .all())
                    .hasMessageContaining("ALK-2006")
                    .hasMessageContaining("authors.books");
            assertThatThrownBy(() -> BOOK.author.eq(new Author("new"))).hasMessageContaining("ALK-2007");
            assertThatThrownBy(() -> BOOK.tags.contains(new Tag("new"))).hasMessageContaining("ALK-2007");
            assertThatThrownBy(() -> SessionOptions.DEFAULT.withBatchSize(0)).hasMessageContaining("ALK-2112");
            session.add(new Author("Lem"));
            assertThatThrownBy(() -> session.query(AUTHOR).load(REVIEW.book).all())
                    .hasMessageContaining("ALK-2304")
                    .hasMessageContaining("reviews.book");
        }
    }

    @DatabaseTest("sqlite-memory")
    void anEntityIsNotReadThroughABareConnection() {
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(Sql.select(AUTHOR)).all())
                    .hasMessageContaining("ALK-2302")
                    .hasMessageContaining("Author");
        }
    }

    @DatabaseTest("sqlite-memory")
    void aReferenceOfNoSessionCannotLoad() {
        Book book = new Book("Solaris");
        book.author = Ref.key(Author.class, 1);
        assertThat(book.author.isLoaded()).isFalse();
        assertThatThrownBy(() -> book.author.get()).hasMessageContaining("ALK-2301");
        assertThatThrownBy(() -> Ref.none().get()).isInstanceOf(NoSuchElementException.class);
    }

    @DatabaseTest
    void twoObjectsOfOneKey() {
        try (Session session = Session.open(engine)) {
            Publisher first = new Publisher("P", "First");
            session.add(first);
            session.flush();
            session.connection().execute(Sql.delete(PUBLISHER));
            session.add(new Publisher("P", "Second"));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2106");
            session.rollback();
            session.add(first);
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anObjectWithoutAKeyIsNotSent() {
        try (Session session = Session.open(engine)) {
            session.add(new Publisher(null, "Keyless"));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2204");
            session.rollback();
            assertThat(session.query(PUBLISHER).count()).isZero();
        }
    }

    @DatabaseTest("sqlite-memory")
    void aListenerThatFlushesWithinAFlushIsRefused() {
        try (Session session = Session.open(engine)) {
            AtomicReference<Throwable> refused = new AtomicReference<>();
            engine.listeners().add(new EngineListener() {
                @Override
                public void afterExecute(ExecutionEvent event) {
                    if (event.sql().startsWith("INSERT")) {
                        try {
                            session.flush();
                        } catch (RuntimeException e) {
                            refused.set(e);
                        }
                    }
                }
            });
            session.add(new Author("Lem"));
            session.commit();
            assertThat(refused.get()).hasMessageContaining("ALK-2113");
            assertThat(session.query(AUTHOR).count()).isEqualTo(1);
            assertThat(session.query(CATEGORY).count()).isZero();
        }
    }

    /** What goes wrong while everything is undone does not hide why, nor does it keep the session from going on. */
    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void aFailedCommitIsTheFirstErrorAndTheSessionGoesOn(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        EngineListener objecting = new EngineListener() {
            @Override
            public void onTransaction(TransactionEvent event) {
                if (event == TransactionEvent.ROLLBACK) {
                    throw new IllegalStateException("a listener's own trouble");
                }
            }
        };
        try (Engine watched = Engine.create(source.dataSource());
                Session session = Session.open(watched)) {
            watched.listeners().add(objecting);
            Author lem = new Author("Lem");
            session.add(lem);
            source.fail("Connection.commit");
            assertThatThrownBy(session::commit)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Cannot commit")
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .singleElement()
                            .satisfies(s -> assertThat(s).hasMessageContaining("own trouble")));
            assertThat(source.openConnections()).isZero();
            assertThatThrownBy(() -> session.query(AUTHOR).count())
                    .hasMessageContaining("ALK-2111")
                    .hasStackTraceContaining("planted in commit");

            source.mend();
            watched.listeners().clear();
            session.rollback();
            assertThat(session.state(lem)).isEqualTo(State.TRANSIENT);
            session.add(lem);
            session.commit();
            assertThat(session.query(AUTHOR).all()).containsExactly(lem);
            SessionInvariants.check(session);
        }
    }
}
