package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.engine.PendingRollbackException;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** A savepoint's rollback undoes its part of the transaction, in the rows and in the objects, and nothing else. */
final class SavepointTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void rollbackUndoesItsOwnPart() {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.flush();
            lem.name = "Outer";
            SessionSavepoint savepoint = session.savepoint();
            lem.name = "Inner";
            Book book = new Book("Solaris");
            lem.books.add(book);
            session.flush();
            lem.name = "Unflushed";
            savepoint.rollback();
            assertThat(lem.name).isEqualTo("Outer");
            assertThat(session.state(lem)).isEqualTo(State.PERSISTENT);
            assertThat(session.state(book)).isEqualTo(State.TRANSIENT);
            assertThat(lem.books).isEmpty();
            SessionInvariants.check(session);
            session.commit();
        }
        assertThat(names()).containsExactly("Outer");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void objectsOutsideItsLogAreLeftAlone() {
        Author lem = new Author("Lem");
        Author dick = new Author("Dick");
        Author pending = new Author("Pending");
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lem, dick));
            session.commit();
            SessionSavepoint savepoint = session.savepoint();
            lem.name = "Flushed";
            session.flush();
            dick.name = "Unflushed";
            session.add(pending);
            savepoint.rollback();
            assertThat(lem.name).isEqualTo("Lem");
            assertThat(dick.name).isEqualTo("Unflushed");
            assertThat(session.state(pending)).isEqualTo(State.PENDING);
            session.commit();
        }
        assertThat(names()).containsExactlyInAnyOrder("Lem", "Unflushed", "Pending");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aPlanDoesNotPutObjectsIntoTheLog() {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.commit();
            SessionSavepoint savepoint = session.savepoint();
            Book book = new Book("Solaris");
            lem.books.add(book);
            assertThat(session.flushPlan().isEmpty()).isFalse();
            savepoint.rollback();
            assertThat(session.state(book)).isEqualTo(State.PENDING);
            assertThat(lem.books).containsExactly(book);
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void innerOnesCommitIntoOuterOnes() {
        Author lem = new Author("Lem");
        Author dick = new Author("Dick");
        try (Session session = Session.open(engine)) {
            session.add(lem);
            SessionSavepoint outer = session.savepoint();
            try (SessionSavepoint inner = session.savepoint()) {
                lem.name = "Inner";
                session.add(dick);
                inner.commit();
            }
            assertThat(lem.name).isEqualTo("Inner");
            assertThatThrownBy(() -> {
                        try (SessionSavepoint inner = session.savepoint()) {
                            session.delete(dick);
                            session.flush();
                            assertThat(session.state(dick)).isEqualTo(State.DELETED);
                            throw new IllegalStateException("abandoned " + inner.getClass());
                        }
                    })
                    .hasMessageContaining("abandoned");
            assertThat(session.state(dick)).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
            outer.rollback();
            assertThat(lem.name).isEqualTo("Lem");
            assertThat(dick.id).isNull();
            assertThat(session.state(dick)).isEqualTo(State.TRANSIENT);
            assertThat(session.state(lem)).isEqualTo(State.PERSISTENT);
            session.rollback();
            assertThat(session.state(lem)).isEqualTo(State.TRANSIENT);
        }
        assertThat(names()).isEmpty();
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aFailureInsideLeavesTheOuterPartAlone() {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(new Publisher("KiWi", "First"));
            session.commit();
            session.expunge(session.get(Publisher.class, "KiWi").orElseThrow());
            session.add(lem);
            SessionSavepoint savepoint = session.savepoint();
            lem.name = "Inner";
            session.add(new Publisher("KiWi", "Second"));
            Throwable cause = catchThrowable(session::flush);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(PendingRollbackException.class)
                    .hasCause(cause);
            assertThatThrownBy(savepoint::commit).isInstanceOf(PendingRollbackException.class);
            savepoint.rollback();
            assertThat(lem.name).isEqualTo("Lem");
            SessionInvariants.check(session);
            assertThatThrownBy(savepoint::rollback).hasMessageContaining("ALK-2114");
            session.commit();
        }
        assertThat(names()).containsExactly("Lem");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void theOuterOneMendsWhatBrokeInTheInnerOne() {
        Author lem = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(new Publisher("KiWi", "First"));
            session.commit();
            session.expunge(session.get(Publisher.class, "KiWi").orElseThrow());
            SessionSavepoint outer = session.savepoint();
            session.add(lem);
            session.savepoint();
            session.add(new Publisher("KiWi", "Second"));
            assertThat(catchThrowable(session::flush)).isNotNull();
            outer.rollback();
            assertThat(session.state(lem)).isEqualTo(State.TRANSIENT);
            session.add(lem);
            session.commit();
        }
        assertThat(names()).containsExactly("Lem");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void oneThatHasEndedCannotEndAgainAndMendsNothing() {
        try (Session session = Session.open(engine)) {
            session.add(new Publisher("KiWi", "First"));
            session.commit();
            session.expunge(session.get(Publisher.class, "KiWi").orElseThrow());
            SessionSavepoint outer = session.savepoint();
            SessionSavepoint inner = session.savepoint();
            assertThatThrownBy(outer::commit).hasMessageContaining("ALK-2114");
            assertThatThrownBy(outer::rollback).hasMessageContaining("ALK-2114");
            inner.rollback();
            assertThatThrownBy(inner::commit).hasMessageContaining("ALK-2114");
            outer.commit();
            outer.close();
            session.add(new Publisher("KiWi", "Second"));
            assertThat(catchThrowable(session::flush)).isNotNull();
            outer.close();
            inner.close();
            assertThatThrownBy(session::flush).isInstanceOf(PendingRollbackException.class);
            session.rollback();
            session.flush();
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void whatWasReadInsideIsReadAgain() {
        Author lem = new Author("Lem", new Book("Solaris"));
        try (Session session = Session.open(engine)) {
            session.add(lem);
            session.commit();
            Book book = lem.books.get(0);
            SessionSavepoint savepoint = session.savepoint();
            session.execute(Sql.update(AUTHOR).set(AUTHOR.name, "Raw"));
            Review review = new Review(4);
            review.book = Ref.key(Book.class, book.id);
            session.add(review);
            session.flush();
            assertThat(book.reviews).containsExactly(review);
            session.refresh(lem);
            assertThat(lem.name).isEqualTo("Raw");
            savepoint.rollback();
            session.query(AUTHOR).all();
            assertThat(lem.name).isEqualTo("Lem");
            assertThat(book.reviews).isEmpty();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void theTransactionEndsThemAll() {
        try (Session session = Session.open(engine)) {
            SessionSavepoint savepoint = session.savepoint();
            session.add(new Author("Lem"));
            session.commit();
            assertThatThrownBy(savepoint::rollback).hasMessageContaining("ALK-2114");
            savepoint.close();
            SessionSavepoint second = session.savepoint();
            session.rollback();
            second.close();
        }
        Session session = Session.open(engine);
        SessionSavepoint third = session.savepoint();
        session.close();
        third.close();
        assertThat(names()).containsExactly("Lem");
    }

    private List<String> names() {
        try (Session session = Session.open(engine)) {
            return session.execute(Sql.select(AUTHOR.name)).all();
        }
    }
}
