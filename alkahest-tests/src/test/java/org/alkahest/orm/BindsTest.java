package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Publisher_.PUBLISHER;
import static org.alkahest.orm.domain.Review_.REVIEW;
import static org.alkahest.orm.domain.Tag_.TAG;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineListener;
import org.alkahest.engine.EngineOptions;
import org.alkahest.engine.TransactionEvent;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.state.State;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Sessions whose tables are in two databases: authors in the one of the test, books and theirs in another. */
final class BindsTest {
    private static final List<EntityTable<?>> BOOKS = List.of(BOOK, REVIEW, TAG, PUBLISHER);

    private final Engine other = Engine.create("sqlite::memory:");
    private final StatementRecorder inOther = StatementRecorder.of(other);
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        MetaData.of(AUTHOR).withoutForeignKeys().createAll(engine);
        MetaData.of(BOOKS).withoutForeignKeys().createAll(other);
        recorder.clear();
        inOther.clear();
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private static SessionOptions bound(Engine books) {
        SessionOptions options = SessionOptions.DEFAULT;
        for (EntityTable<?> table : BOOKS) {
            options = options.withBind(table, books);
        }
        return options;
    }

    private Session session() {
        return Session.open(engine, bound(other));
    }

    private static Book solaris() {
        Book book = new Book("Solaris", new Review(5));
        book.tags.add(new Tag("space"));
        return book;
    }

    @DatabaseTest
    void aFlushWritesEachTableToItsEngine() {
        try (Session session = session()) {
            session.add(new Author("Lem", solaris(), new Book("Fiasco")));
            session.commit();
        }
        assertThat(recorder.statements()).hasSize(1).allMatch(each -> each.sql().contains("INSERT INTO authors"));
        assertThat(inOther.statements()).hasSize(5).noneMatch(each -> each.sql().contains("INTO authors"));
        try (Session session = session()) {
            Author lem = session.query(AUTHOR).one();
            assertThat(lem.books).hasSize(2);
            Book solaris = session.query(BOOK).where(BOOK.title.eq("Solaris")).one();
            assertThat(solaris.author.get()).isSameAs(lem);
            assertThat(solaris.tags).hasSize(1);
            assertThat(session.execute(update(BOOK).set(BOOK.title, "x").where(BOOK.title.eq("Fiasco")))
                            .rowCount())
                    .isEqualTo(1);
            solaris.title = "Solaris!";
            lem.name = "S. Lem";
            solaris.tags.clear();
            session.commit();
            session.delete(solaris);
            session.commit();
        }
        try (Session session = session()) {
            assertThat(session.query(AUTHOR).one().name).isEqualTo("S. Lem");
            assertThat(session.query(BOOK).all()).extracting(book -> book.title).containsExactly("x");
            assertThat(session.query(REVIEW).count()).isZero();
            assertThat(session.connection(BOOK).engine()).isSameAs(other);
            assertThat(session.connection(AUTHOR)).isSameAs(session.connection());
        }
    }

    @DatabaseTest
    void aRollbackIsOneOfAllEngines() {
        Author lem = new Author("Lem", solaris());
        try (Session session = session()) {
            session.add(lem);
            session.flush();
            session.rollback();
            assertThat(session.state(lem)).isEqualTo(State.TRANSIENT);
            assertThat(session.query(AUTHOR).count() + session.query(BOOK).count())
                    .isZero();
            session.add(lem);
            session.flush();
        } // closed without a commit
        try (Session session = session()) {
            assertThat(session.query(AUTHOR).count() + session.query(BOOK).count())
                    .isZero();
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointIsOneOfAllEngines() {
        try (Session session = session()) {
            session.add(new Author("kept"));
            try (SessionSavepoint savepoint = session.savepoint()) {
                session.add(new Author("Lem", solaris()));
                session.flush();
                savepoint.rollback();
            }
            try (SessionSavepoint savepoint = session.savepoint()) {
                session.add(new Book("kept, too"));
                savepoint.commit();
            }
            session.commit();
            assertThat(session.query(AUTHOR).one().name).isEqualTo("kept");
            assertThat(session.query(BOOK).one().title).isEqualTo("kept, too");
        }
    }

    @DatabaseTest
    void aStatementOnTwoEnginesIsRefusedBeforeItIsSent() {
        try (Session session = session()) {
            assertThatThrownBy(() -> session.execute(
                            select(AUTHOR.name, BOOK.title).from(AUTHOR).join(AUTHOR.books)))
                    .hasMessageContainingAll("ALK-2146", "authors", "books");
            assertThatThrownBy(() -> session.query(BOOK)
                            .where(BOOK.author().name.eq("Lem"))
                            .all())
                    .hasMessageContaining("ALK-2146");
            assertThat(recorder.count() + inOther.count()).isZero();
            assertThat(session.query(AUTHOR).count()).isZero(); // the session goes on
            assertThat(session.execute(select(Sql.value(1))).one()).isEqualTo(1);
        }
    }

    @DatabaseTest("sqlite-memory")
    void aConnectionOfTheUsersIsForOneDatabase() {
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> Session.open(connection, bound(other))).hasMessageContaining("ALK-2145");
            assertThatThrownBy(() -> Session.open(connection, SessionOptions.DEFAULT.withTwoPhase()))
                    .hasMessageContaining("ALK-2145");
        }
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withTwoPhase())) {
            assertThatThrownBy(() -> session.query(AUTHOR).all()).hasMessageContaining("ALK-1210");
        }
    }

    private static EngineOptions failing(TransactionEvent failing) {
        return EngineOptions.defaults().withListener(new EngineListener() {
            @Override
            public void onTransaction(TransactionEvent event) {
                if (event == failing) {
                    throw new IllegalStateException("no " + event);
                }
            }
        });
    }

    @DatabaseTest
    void aCommitThatFailsOnALaterEngineSaysWhatIsCommitted() {
        try (Engine second = Engine.create("sqlite::memory:", failing(TransactionEvent.COMMIT))) {
            try (Connection connection = second.connect()) {
                connection.createAll(MetaData.of(BOOKS).withoutForeignKeys(), false);
                assertThatThrownBy(connection::commit).isInstanceOf(IllegalStateException.class);
            }
            try (Session session = Session.open(engine, bound(second))) {
                session.add(new Author("Lem", solaris()));
                assertThatThrownBy(session::commit)
                        .isInstanceOf(PartialCommitException.class)
                        .hasMessageContainingAll("ALK-2147", "withTwoPhase")
                        .hasRootCauseMessage("no COMMIT");
                session.rollback();
                assertThat(session.query(AUTHOR).count()).isEqualTo(1);
            }
        }
    }

    private void requirePrepared(DatabaseFixture database) {
        if (database.dialect().equals("postgresql")) {
            try (Connection connection = engine.connect()) {
                assumeThat(connection
                                .execute(Sql.text("SHOW max_prepared_transactions")
                                        .returning(Sql.raw("most", SqlTypes.TEXT)))
                                .one())
                        .as("max_prepared_transactions of %s", database.name())
                        .isNotEqualTo("0");
            }
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void allEnginesArePreparedBeforeOneCommits(DatabaseFixture database) {
        requirePrepared(database);
        MetaData.of(BOOKS).withoutForeignKeys().createAll(engine);
        Engine second = database.newEngine();
        try (Session session = Session.open(engine, bound(second).withTwoPhase())) {
            Author lem = new Author("Lem", solaris());
            session.add(lem);
            session.commit();
            session.add(new Author("lost", solaris()));
            session.flush();
            session.rollback();
            lem.name = "S. Lem"; // on one engine alone
            session.commit();
            assertThat(session.query(AUTHOR).one().name).isEqualTo("S. Lem");
            assertThat(session.query(BOOK).count()).isEqualTo(1);
        }
        Engine refusing = database.newEngine(failing(TransactionEvent.PREPARE));
        try (Session session = Session.open(engine, bound(refusing).withTwoPhase())) {
            session.add(new Author("lost", solaris()));
            assertThatThrownBy(session::commit).hasMessage("no PREPARE");
            session.rollback();
            assertThat(session.execute(select(count()).from(AUTHOR)).one()).isEqualTo(1);
            assertThat(session.execute(select(count()).from(BOOK)).one()).isEqualTo(1);
        }
    }
}
