package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Publisher_.PUBLISHER;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.engine.Savepoint;
import org.alkahest.engine.Transaction;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Sessions on a connection of the user's, whose transaction they join in one of four ways. */
final class JoinModeTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    private static Session on(Connection connection, JoinMode mode) {
        return Session.open(connection, SessionOptions.DEFAULT.withJoinMode(mode));
    }

    private static void addOuter(Connection connection) {
        connection.execute(insert(AUTHOR).set(AUTHOR.name, "outer"));
    }

    private static List<String> names(Connection connection) {
        return connection.execute(select(AUTHOR.name).orderBy(AUTHOR.name)).all();
    }

    private List<String> committed() {
        try (Connection connection = engine.connect()) {
            return names(connection);
        }
    }

    @DatabaseTest
    void withoutATransactionTheSessionEndsItsOwnInEveryMode() {
        try (Connection connection = engine.connect()) {
            for (JoinMode mode : JoinMode.values()) {
                try (Session session = on(connection, mode)) {
                    session.add(new Author(mode.name()));
                    session.commit();
                    assertThat(connection.isInTransaction()).isFalse();
                    session.add(new Author("lost"));
                    session.flush();
                    session.rollback();
                    assertThat(connection.isInTransaction()).isFalse();
                    session.add(new Author("lost too"));
                    session.flush();
                }
                assertThat(connection.isInTransaction()).isFalse();
                assertThat(connection.isClosed()).isFalse();
            }
        }
        assertThat(committed())
                .containsExactly("CONDITIONAL_SAVEPOINT", "CONTROL_FULLY", "CREATE_SAVEPOINT", "ROLLBACK_ONLY");
    }

    @DatabaseTest
    void rollbackOnlyLeavesCommitAndCloseToTheOwner() {
        Author kept = new Author("kept");
        try (Connection connection = engine.connect();
                Transaction outer = connection.begin()) {
            addOuter(connection);
            try (Session session = on(connection, JoinMode.ROLLBACK_ONLY)) {
                session.add(kept);
                session.commit();
                assertThat(outer.isActive()).isTrue();
                session.add(new Author("flushed"));
                session.flush();
                session.add(new Author("never flushed"));
            }
            assertThat(kept.id).isNotNull();
            assertThat(names(connection)).containsExactly("flushed", "kept", "outer");
            outer.commit();
        }
        assertThat(committed()).containsExactly("flushed", "kept", "outer");
    }

    @DatabaseTest
    void rollbackOnlyRollsTheTransactionBack() {
        try (Connection connection = engine.connect();
                Transaction outer = connection.begin()) {
            addOuter(connection);
            try (Session session = on(connection, JoinMode.ROLLBACK_ONLY)) {
                Author author = new Author("a");
                session.add(author);
                session.flush();
                session.rollback();
                assertThat(outer.isActive()).isFalse();
                assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
                session.add(author);
                assertThatThrownBy(session::flush).hasMessageContaining("ALK-1015"); // the block is not the session's
            }
        }
        assertThat(committed()).isEmpty();
    }

    @DatabaseTest
    void aFailedFlushRollsTheJoinedTransactionBack() {
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            try (Session session = on(connection, JoinMode.ROLLBACK_ONLY)) {
                connection.execute(insert(PUBLISHER).set(PUBLISHER.code, "p").set(PUBLISHER.name, "x"));
                session.add(new Publisher("p", "y"));
                assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);
                assertThat(connection.isInTransaction()).isFalse();
                assertThatThrownBy(session::flush).isInstanceOf(PendingRollbackException.class);
                session.rollback();
                session.add(new Author("after")); // in a transaction of the session's own
                session.commit();
            }
        }
        assertThat(committed()).containsExactly("after");
    }

    @DatabaseTest
    void controlFullyIsTheSessionsOwn() {
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            try (Session session = on(connection, JoinMode.CONTROL_FULLY)) {
                session.add(new Author("a"));
                session.commit();
                assertThat(connection.isInTransaction()).isFalse();
            }
            addOuter(connection);
            try (Session session = on(connection, JoinMode.CONTROL_FULLY)) {
                session.add(new Author("rolled back"));
                session.flush();
                session.rollback();
                assertThat(connection.isInTransaction()).isFalse();
            }
            addOuter(connection);
            Author closed = new Author("closed");
            try (Session session = on(connection, JoinMode.CONTROL_FULLY)) {
                session.add(closed);
                session.flush();
            }
            assertThat(connection.isInTransaction()).isFalse();
            assertThat(closed.id).isNull();
        }
        assertThat(committed()).containsExactly("a", "outer");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void controlFullyAndRollbackOnlyTakeTheInnermostSavepointForTheTransaction() {
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            Savepoint first = connection.savepoint();
            try (Session session = on(connection, JoinMode.CONTROL_FULLY)) {
                session.add(new Author("a"));
                session.commit();
                assertThat(first.isActive()).isFalse();
            }
            Savepoint second = connection.savepoint();
            try (Session session = on(connection, JoinMode.ROLLBACK_ONLY)) {
                session.add(new Author("b"));
                session.commit();
                assertThat(second.isActive()).isTrue();
                session.add(new Author("c"));
                session.flush();
                session.rollback();
                assertThat(second.isActive()).isFalse();
                assertThat(connection.isInTransaction()).isTrue();
            }
            connection.commit();
        }
        assertThat(committed()).containsExactly("a", "outer");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void testSuitesRollEverythingBack() {
        try (Connection connection = engine.connect();
                Transaction outer = connection.begin()) {
            Sessions sessions = Sessions.of(connection, SessionOptions.DEFAULT.withJoinMode(JoinMode.CREATE_SAVEPOINT));
            sessions.run(session -> session.add(new Author("a")));
            assertThatThrownBy(() -> sessions.run(session -> {
                        session.add(new Author("b"));
                        session.flush();
                        throw new IllegalStateException("fails");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            try (Session session = sessions.open()) {
                session.add(new Author("c"));
                session.commit();
                session.add(new Author("d"));
                session.flush();
                session.rollback();
                session.add(new Author("e"));
                try (SessionSavepoint nested = session.savepoint()) {
                    session.add(new Author("f"));
                    session.flush();
                    nested.rollback();
                }
                session.commit();
                assertThat(connection.innermostSavepoint()).isEmpty();
            }
            assertThat(names(connection)).containsExactly("a", "c", "e");
            assertThat(outer.isActive()).isTrue();
        }
        assertThat(committed()).isEmpty();
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aFailedFlushLeavesTheTransactionAroundTheSavepoint() {
        try (Connection connection = engine.connect();
                Transaction outer = connection.begin()) {
            try (Session session = on(connection, JoinMode.CREATE_SAVEPOINT)) {
                session.add(new Publisher("p", "y"));
                session.commit();
            }
            try (Session session = on(connection, JoinMode.CREATE_SAVEPOINT)) {
                session.add(new Publisher("p", "y"));
                assertThatThrownBy(session::commit).isInstanceOf(RuntimeException.class);
                session.rollback();
                session.add(new Author("after"));
                session.commit();
            }
            outer.commit();
        }
        assertThat(committed()).containsExactly("after");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void theDefaultMakesASavepointOnlyInsideOne() {
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            try (Session session = Session.open(connection, SessionOptions.DEFAULT)) {
                session.query(AUTHOR).count();
                assertThat(connection.innermostSavepoint()).isEmpty();
            }
            Savepoint savepoint = connection.savepoint();
            try (Session session = Session.open(connection, SessionOptions.DEFAULT)) {
                session.add(new Author("a"));
                session.commit();
                session.add(new Author("b"));
                session.flush();
                assertThat(connection.innermostSavepoint()).isPresent().isNotEqualTo(savepoint);
            }
            assertThat(savepoint.isActive()).isTrue();
            assertThat(names(connection)).containsExactly("a", "outer");
            savepoint.rollback();
            assertThat(names(connection)).containsExactly("outer");
        }
    }

    @DatabaseTest
    void whatTheOwnerEndsIsOverForTheSession() {
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            try (Session session = on(connection, JoinMode.CONTROL_FULLY)) {
                Author author = new Author("a");
                session.add(author);
                session.flush();
                connection.rollback();
                assertThatThrownBy(session::commit).hasMessageContaining("ALK-2140");
                session.rollback();
                assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
                session.add(author);
                session.commit();
            }
        }
        assertThat(committed()).containsExactly("a");
    }

    @DatabaseTest(value = "duckdb")
    void aSavepointThatCannotBeMadeIsAnError() {
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            try (Session session = on(connection, JoinMode.CREATE_SAVEPOINT)) {
                assertThatThrownBy(() -> session.query(AUTHOR).all()).hasMessageContaining("ALK-1013");
            }
            assertThat(names(connection)).containsExactly("outer");
        }
    }

    @DatabaseTest("sqlite-memory")
    void aListenerThatRefusesTheTransactionLeavesItToItsOwner() {
        SessionListener refusing = new SessionListener() {
            @Override
            public void transactionBegun(Session session) {
                throw new IllegalStateException("no");
            }
        };
        try (Connection connection = engine.connect()) {
            addOuter(connection);
            for (JoinMode mode : List.of(JoinMode.ROLLBACK_ONLY, JoinMode.CREATE_SAVEPOINT)) {
                SessionOptions options =
                        SessionOptions.DEFAULT.withJoinMode(mode).withListener(refusing);
                try (Session session = Session.open(connection, options)) {
                    assertThatThrownBy(() -> session.query(AUTHOR).all()).hasMessage("no");
                }
            }
            assertThat(connection.innermostSavepoint()).isEmpty();
            assertThat(names(connection)).containsExactly("outer");
        }
    }

    @DatabaseTest("sqlite-memory")
    void aClosedConnectionIsRefusedAndClosesQuietly() {
        Connection connection = engine.connect();
        try (Session session = on(connection, JoinMode.CONDITIONAL_SAVEPOINT)) {
            assertThat(session.query(AUTHOR).count()).isZero();
            connection.close();
            assertThatThrownBy(() -> session.query(AUTHOR).count()).hasMessageContaining("ALK-1010");
        }
        assertThatThrownBy(() -> Session.open((Connection) null, SessionOptions.DEFAULT))
                .isInstanceOf(NullPointerException.class);
    }

    @DatabaseTest
    void theHandlesOfAConnectionTellWhatIsOpen() {
        try (Connection connection = engine.connect()) {
            assertThat(connection.transaction()).isEmpty();
            assertThat(connection.innermostSavepoint()).isEmpty();
            addOuter(connection);
            Transaction begunByStatement = connection.transaction().orElseThrow();
            assertThat(begunByStatement.isActive()).isTrue();
            begunByStatement.rollback();
            assertThat(begunByStatement.isActive()).isFalse();
            assertThatThrownBy(begunByStatement::commit).hasMessageContaining("ALK-1012");
            addOuter(connection); // the end of such a transaction needs no close
            connection.transaction().orElseThrow().commit();
            try (Transaction begun = connection.begin()) {
                assertThat(connection.transaction()).contains(begun);
            }
        }
        assertThat(committed()).containsExactly("outer");
    }
}
