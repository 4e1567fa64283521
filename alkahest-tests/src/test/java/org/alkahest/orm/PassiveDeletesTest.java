package org.alkahest.orm;

import static org.alkahest.orm.passive.Forum_.FORUM;
import static org.alkahest.orm.passive.Message_.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.passive.Forum;
import org.alkahest.orm.passive.Message;
import org.alkahest.orm.state.State;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Deletes that are left to the database's foreign keys, and elements that have one owner. */
final class PassiveDeletesTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        assumeTrue(
                given.dialect().traits().has(Feature.TRANSACTIONAL_FOREIGN_KEYS),
                "foreign keys see no open transaction");
        engine = given;
        MetaData.of(List.of(FORUM, MESSAGE)).createAll(engine);
    }

    private static Forum forum(Session session, String... texts) {
        Forum forum = new Forum("F");
        for (String text : texts) {
            forum.messages.add(new Message(text));
        }
        session.add(forum);
        session.commit();
        return forum;
    }

    @DatabaseTest
    void whatIsNotInTheSessionIsLeftToTheDatabase(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            forum(session, "a", "b");
        }
        try (Session session = Session.open(engine)) {
            session.delete(session.query(FORUM).one());
            recorder.clear();
            assertThat(session.flushPlan().toString().lines()).noneMatch(line -> line.contains("messages"));
            recorder.assertCount(1); // the table between has no such foreign key, and is looked at
            session.commit();
            assertThat(session.query(MESSAGE).count()).isZero();
        }
    }

    @DatabaseTest
    void whatIsInTheSessionIsDeletedByIt() {
        try (Session session = Session.open(engine)) {
            forum(session, "a", "b");
        }
        try (Session session = Session.open(engine)) {
            Message a = session.query(MESSAGE).where(MESSAGE.text.eq("a")).one();
            Forum forum = a.forum.get();
            session.delete(forum);
            assertThat(session.flushPlan().toString().lines())
                    .contains("DELETE messages [Message#" + a.id + "]", "DELETE forums [Forum#" + forum.id + "]");
            session.flush();
            assertThat(session.state(a)).isEqualTo(State.DELETED);
            assertThat(session.query(MESSAGE).count()).isZero();
            session.rollback();
            assertThat(session.state(a)).isEqualTo(State.PERSISTENT);
            assertThat(session.query(MESSAGE).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void whatWasMovedStays() {
        try (Session session = Session.open(engine)) {
            Forum forum = forum(session, "a", "b");
            Forum other = forum(session);
            Message a = forum.messages.get(0);
            a.forum = Ref.of(other);
            session.delete(forum);
            session.commit();
            assertThat(session.query(MESSAGE).all()).containsExactly(a);
            assertThat(other.messages).containsExactly(a);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void clearedReferencesAreClearedInTheSessionToo() {
        try (Session session = Session.open(engine)) {
            Forum home = forum(session, "a", "b");
            Forum target = forum(session);
            home.messages.forEach(m -> m.moved = Ref.of(target));
            session.commit();
            Message a = home.messages.get(0);
            session.delete(target);
            session.flush();
            assertThat(a.moved.isEmpty()).isTrue();
            assertThat(session.flushPlan().isEmpty()).isTrue();
            SessionInvariants.check(session);
            session.rollback();
            assertThat(a.moved.get()).isSameAs(target);
            SessionInvariants.check(session);
            session.delete(target);
            session.commit();
            assertThat(session.query(MESSAGE).where(MESSAGE.moved.isNull()).count())
                    .isEqualTo(2);
        }
    }

    @DatabaseTest
    void anElementHasOneOwnerThatItDoesNotOutlive() {
        try (Session session = Session.open(engine)) {
            Forum one = forum(session);
            Forum two = forum(session);
            Message message = new Message("pin");
            one.pinned.add(message);
            session.flush();
            two.pinned.add(message);
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("[ALK-2046]")
                    .hasMessageContaining("pin is in that of");
            one.pinned.remove(message);
            session.flush();
            assertThat(session.state(message)).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
            two.pinned.remove(message);
            session.flush();
            assertThat(session.state(message)).isEqualTo(State.DELETED);
            SessionInvariants.check(session);
        }
    }
}
