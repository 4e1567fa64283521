package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Category_.CATEGORY;
import static org.alkahest.orm.domain.Place_.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.sql.Sql;
import org.alkahest.sql.TextQuery;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

/** Transactions as scopes, sessions that begin anew, and when queries flush. */
final class SessionScopesTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
    }

    @DatabaseTest
    void aScopeThatIsNotCommittedIsRolledBack() {
        Author author = new Author("Lem");
        try (Session session = Session.open(engine)) {
            try (SessionTransaction transaction = session.begin()) {
                session.add(author);
                session.flush();
                assertThat(transaction.isActive()).isTrue();
            }
            assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
            try (SessionTransaction transaction = session.begin()) {
                session.add(author);
                transaction.commit();
                assertThat(transaction.isActive()).isFalse();
                assertThatThrownBy(transaction::commit).hasMessageContaining("ALK-2125");
                transaction.rollback(); // has nothing to roll back
            }
            assertThat(session.query(AUTHOR).count()).isEqualTo(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aScopeEndsWithTheSessionsTransaction() {
        try (Session session = Session.open(engine)) {
            SessionTransaction first = session.begin();
            assertThatThrownBy(session::begin).hasMessageContaining("ALK-2125").hasMessageContaining("savepoint()");
            session.commit();
            session.add(new Author("Lem"));
            session.flush();
            assertThat(first.isActive()).isFalse();
            first.close(); // the second transaction is not its own
            session.commit();
            assertThat(session.query(AUTHOR).count()).isEqualTo(1);
            assertThatThrownBy(session::begin).hasMessageContaining("ALK-2125");
        }
    }

    @DatabaseTest
    void aFailedFlushInAScopeIsOverWithIt() {
        try (Session session = Session.open(engine)) {
            try (SessionTransaction transaction = session.begin()) {
                session.add(new Book("Solaris"));
                session.execute(Sql.text("DROP TABLE reviews"));
                assertThat(session.query(BOOK).all().get(0).reviews).isEmpty();
                transaction.commit();
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("reviews");
            }
            assertThat(session.newObjects()).isEmpty();
        }
    }

    @DatabaseTest
    void theFailureOfACommitGoesWithItsScope() {
        SessionListener failing = new SessionListener() {
            @Override
            public void afterFlush(Session session, FlushPlan plan) {
                throw new IllegalStateException("no");
            }
        };
        try (Session session = Session.open(engine)) {
            session.addListener(failing);
            assertThatThrownBy(() -> {
                        try (SessionTransaction transaction = session.begin()) {
                            session.add(new Book("Solaris"));
                            transaction.commit();
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);
            session.removeListener(failing);
            try (SessionTransaction again = session.begin()) {
                session.add(new Book("Eden"));
                again.commit();
            }
            assertThat(session.query(BOOK).all()).extracting(book -> book.title).containsExactly("Eden");
        }
    }

    @DatabaseTest
    @SuppressWarnings("try") // closed before its end, to be used after it
    void aResetSessionIsAsNew() {
        Author author = new Author("Lem", new Book("Solaris"));
        Author pending = new Author("Clarke");
        try (Session session = Session.open(engine)) {
            session.add(author);
            session.commit();
            assertThat(author.books).hasSize(1);
            author.name = "lost to the database";
            session.add(pending);
            session.flush();
            session.reset();
            assertThat(session.state(author)).isEqualTo(State.DETACHED);
            assertThat(session.state(pending)).isEqualTo(State.TRANSIENT);
            assertThat(session.contains(author.books.get(0))).isFalse();
            assertThat(author.books).hasSize(1);
            Author loaded = session.query(AUTHOR).one();
            assertThat(loaded).isNotSameAs(author);
            assertThat(loaded.name).isEqualTo("Lem");
            session.reset();
            session.reset();
            session.close();
            assertThatThrownBy(session::reset).hasMessageContaining("ALK-2110");
        }
    }

    @DatabaseTest
    void noQueryFlushesInABlockWithoutAutoflush() {
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem"));
            long found = session.withoutAutoflush(() -> session.query(AUTHOR).count());
            assertThat(found).isZero();
            session.withoutAutoflush(() -> {
                session.withoutAutoflush(
                        () -> assertThat(session.query(AUTHOR).exists()).isFalse());
                assertThat(session.query(AUTHOR).exists()).isFalse();
            });
            assertThatThrownBy(() -> session.withoutAutoflush((Runnable) () -> {
                        throw new IllegalStateException("mine");
                    }))
                    .hasMessage("mine");
            assertThat(session.query(AUTHOR).count()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void textFlushesForTheTablesThatItIsSaidToRead() {
        TextQuery<Long> count = Sql.text("SELECT COUNT(*) FROM authors").returning(Sql.raw("count", SqlTypes.BIGINT));
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem"));
            assertThat(session.execute(count.reads(CATEGORY)).one()).isZero();
            assertThat(session.execute(count.reads(CATEGORY).reads(AUTHOR)).one())
                    .isEqualTo(1);
            session.add(new Author("Clarke"));
            recorder.clear();
            session.execute(Sql.text("DELETE FROM categories").touching(CATEGORY));
            assertThat(recorder.writes()).hasSize(1);
            session.execute(Sql.text("DELETE FROM categories"));
            assertThat(session.newObjects()).isEmpty();
        }
    }

    @DatabaseTest
    void viewsAndTriggersAreDeclared() {
        SessionOptions options =
                SessionOptions.DEFAULT.withReads(CATEGORY, PLACE).withWrites(AUTHOR, PLACE); // as if it were a view
        try (Session session = Session.open(engine, options)) {
            session.add(new Author("Lem"));
            session.query(CATEGORY).count();
            assertThat(session.newObjects()).isEmpty();
        }
        try (Session session = Session.open(engine)) {
            session.add(new Author("Lem"));
            session.query(CATEGORY).count();
            assertThat(session.newObjects()).hasSize(1);
        }
    }
}
