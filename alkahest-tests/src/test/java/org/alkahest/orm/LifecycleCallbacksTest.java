package org.alkahest.orm;

import static org.alkahest.orm.lifecycle.Letter_.LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.lifecycle.Letter;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** When methods with Jakarta's lifecycle annotations are called, in which order, and what becomes of their changes. */
final class LifecycleCallbacksTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(LETTER));
    }

    @DatabaseTest
    void listenersComeFirstAndSuperclassesBeforeTheEntity() {
        Letter letter = new Letter("Dear");
        try (Session session = Session.open(engine)) {
            session.add(letter);
            assertThat(letter.takeCalls()).isEmpty();
            session.commit();
            assertThat(letter.takeCalls())
                    .containsExactly(
                            "superclass's listener before insert",
                            "listener before insert",
                            "superclass before saving",
                            "before insert",
                            "listener after insert of a letter with key: true");
            letter.body = "Cher";
            session.commit();
            assertThat(letter.takeCalls())
                    .containsExactly(
                            "superclass before saving", "before update", "listener after update", "after update");
            session.delete(letter);
            session.commit();
            assertThat(letter.takeCalls()).containsExactly("listener after delete");
        }
    }

    @DatabaseTest
    void changesThatTheyMakeAreWritten() {
        try (Session session = Session.open(engine)) {
            Letter letter = new Letter("Dear");
            session.add(letter);
            session.commit();
            letter.body = "Cher";
            session.commit();
            recorder.clear();
            session.commit();
            assertThat(recorder.statements()).isEmpty();
        }
        assertThat(rows()).containsExactly("Cher C 1");
    }

    @DatabaseTest
    void updatesAreAnnouncedOnlyWhereTheRowChanges() {
        try (Session session = Session.open(engine)) {
            Letter first = new Letter("First");
            Letter second = new Letter("Second");
            session.addAll(List.of(first, second));
            session.commit();
            first.takeCalls();
            second.takeCalls();
            first.body = "Changed";
            first.body = "First";
            first.answers.add(second);
            session.commit();
            assertThat(first.takeCalls()).isEmpty();
            assertThat(second.takeCalls()).contains("before update", "after update");
            assertThat(first.edits).isZero();
        }
    }

    @DatabaseTest
    void loadsAreAnnouncedOncePerReadingOfTheRow() {
        insert("Dear");
        try (Session session = Session.open(engine)) {
            Letter letter = session.query(LETTER).one();
            assertThat(letter.takeCalls()).containsExactly("listener after load of Dear", "superclass after loading");
            session.query(LETTER).one();
            session.get(Letter.class, letter.id);
            assertThat(letter.takeCalls()).isEmpty();
            session.refresh(letter);
            assertThat(letter.takeCalls()).containsExactly("listener after load of Dear", "superclass after loading");
            session.commit();
            session.query(LETTER).stream().forEach(each -> assertThat(each).isSameAs(letter));
            assertThat(letter.takeCalls()).hasSize(2);
        }
    }

    @DatabaseTest
    void anExceptionBeforeAnInsertStopsTheFlushBeforeAnyStatement() {
        try (Session session = Session.open(engine)) {
            Letter failing = new Letter("Fail");
            session.addAll(List.of(new Letter("Dear"), failing));
            recorder.clear();
            assertThatThrownBy(session::commit)
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("Fail");
            assertThat(recorder.statements()).isEmpty();
            failing.body = "Corrected";
            session.commit();
        }
        assertThat(rows()).containsExactly("Dear D 0", "Corrected C 0");
    }

    @DatabaseTest
    void anExceptionAfterAnUpdateRollsItBack() {
        insert("Dear");
        try (Session session = Session.open(engine)) {
            Letter letter = session.query(LETTER).one();
            letter.body = "Fail";
            assertThatThrownBy(session::commit)
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("Fail");
            assertThat(letter.body).isEqualTo("Dear");
            assertThat(letter.edits).isZero();
            session.rollback();
            letter.body = "Fine";
            session.commit();
            assertThat(session.state(letter)).isEqualTo(State.PERSISTENT);
        }
        assertThat(rows()).containsExactly("Fine F 1");
    }

    @DatabaseTest
    void sessionListenersAreToldBeforeTheObjectIs() {
        Letter letter = new Letter("Dear");
        SessionListener listener = new SessionListener() {
            @Override
            public void beforeInsert(Session session, Object entity) {
                letter.calls.add("session listener");
            }
        };
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(listener))) {
            session.add(letter);
            session.flush();
            assertThat(letter.calls).startsWith("session listener", "superclass's listener before insert");
        }
    }

    @DatabaseTest
    void aPlanAloneCallsNobody() {
        try (Session session = Session.open(engine)) {
            Letter letter = new Letter("Dear");
            session.add(letter);
            assertThat(session.flushPlan().isEmpty()).isFalse();
            assertThat(letter.calls).isEmpty();
        }
    }

    private void insert(String body) {
        try (Session session = Session.open(engine)) {
            session.add(new Letter(body));
            session.commit();
        }
    }

    private List<String> rows() {
        try (Session session = Session.open(engine)) {
            return session
                    .execute(Sql.select(LETTER.body, LETTER.digest, LETTER.edits)
                            .from(LETTER)
                            .orderBy(LETTER.id))
                    .all()
                    .stream()
                    .map(row -> row.v1() + " " + row.v2() + " " + row.v3())
                    .toList();
        }
    }
}
