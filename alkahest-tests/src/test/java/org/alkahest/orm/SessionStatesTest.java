package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.BeforeEach;

final class SessionStatesTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void anObjectGoesThroughTheFiveStates() {
        Author author = new Author("Lem");
        try (Session session = Session.open(engine)) {
            assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
            assertThat(session.contains(author)).isFalse();
            session.add(author);
            assertThat(session.state(author)).isEqualTo(State.PENDING);
            assertThat(session.contains(author)).isTrue();
            session.flush();
            assertThat(session.state(author)).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
            session.delete(author);
            assertThat(session.state(author)).isEqualTo(State.PERSISTENT);
            session.flush();
            assertThat(session.state(author)).isEqualTo(State.DELETED);
            assertThat(session.contains(author)).isFalse();
            SessionInvariants.check(session);
            session.commit();
            assertThat(session.state(author)).isEqualTo(State.DETACHED);
            assertThat(session.get(Author.class, author.id)).isEmpty();
        }
    }

    @DatabaseTest
    void whatIsDoneTwiceIsDoneOnce(StatementRecorder recorder) {
        Author author = new Author("Lem");
        try (Session session = Session.open(engine)) {
            session.add(author);
            session.add(author);
            session.addAll(List.of(author, author));
            recorder.clear();
            session.flush();
            session.flush();
            recorder.assertCount(1);
            session.add(author);
            session.flush();
            recorder.assertCount(1);
            session.commit();
            session.commit();
            session.delete(author);
            session.delete(author);
            session.flush();
            session.delete(author);
            session.commit();
            session.rollback();
            session.rollback();
        }
        assertThat(count()).isZero();
    }

    @DatabaseTest
    void addTakesADeletionBackUntilTheFlush() {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            session.flush();
            session.delete(author);
            assertThat(session.isModified(author)).isTrue();
            session.add(author);
            assertThat(session.isModified(author)).isFalse();
            session.flush();
            assertThat(session.state(author)).isEqualTo(State.PERSISTENT);
            session.delete(author);
            session.flush();
            assertThatThrownBy(() -> session.add(author)).hasMessageContaining("ALK-2104");
            session.rollback();
            assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
        }
    }

    @DatabaseTest
    void deletingAPendingObjectForgetsItAndWhatCascades(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            session.flush();
            Review review = new Review(5);
            Book book = new Book("Solaris", review);
            author.books.add(book);
            assertThat(session.state(review)).isEqualTo(State.PENDING);
            session.delete(book);
            assertThat(session.state(book)).isEqualTo(State.TRANSIENT);
            recorder.clear();
            session.flush();
            recorder.assertCount(0);
            assertThat(session.state(book)).isEqualTo(State.TRANSIENT);
            assertThat(session.state(review)).isEqualTo(State.TRANSIENT);
            session.add(book);
            session.flush();
            assertThat(session.state(book)).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void whatTheSessionDoesNotHaveCannotBeDeletedExpungedOrRefreshed() {
        Author known = stored("Lem");
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            for (Object stranger : List.of(author, known)) {
                assertThatThrownBy(() -> session.delete(stranger))
                        .isInstanceOf(MappingException.class)
                        .hasMessageContaining("ALK-2105");
                assertThatThrownBy(() -> session.expunge(stranger)).hasMessageContaining("ALK-2105");
                assertThatThrownBy(() -> session.refresh(stranger)).hasMessageContaining("ALK-2105");
                assertThatThrownBy(() -> session.isModified(stranger)).hasMessageContaining("ALK-2105");
            }
            session.add(author);
            assertThatThrownBy(() -> session.refresh(author)).hasMessageContaining("ALK-2107");
        }
    }

    @DatabaseTest
    void aDetachedObjectIsNotAdded() {
        Author author = stored("Lem");
        try (Session session = Session.open(engine)) {
            assertThat(session.state(author)).isEqualTo(State.DETACHED);
            assertThatThrownBy(() -> session.add(author))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("ALK-2101")
                    .hasMessageContaining("session.merge");
            assertThat(session.contains(author)).isFalse();
        }
    }

    @DatabaseTest
    void aFailedAddLeavesNothingBehind() {
        Book detached = stored(new Book("Solaris"));
        try (Session session = Session.open(engine)) {
            Book fresh = new Book("Fiasco");
            List<Book> books = new ArrayList<>(List.of(fresh, detached));
            Author author = new Author("Lem");
            author.books = books;
            assertThatThrownBy(() -> session.add(author)).hasMessageContaining("ALK-2101");
            assertThat(session.contains(author)).isFalse();
            assertThat(session.contains(fresh)).isFalse();
            assertThat(author.books).isSameAs(books);
            assertThat(fresh.author).isNull();
            session.add(new Author("Dick"));
            session.commit();
            assertThat(count()).isEqualTo(1);
            books.remove(detached);
            session.add(author);
            session.commit();
            assertThat(count()).isEqualTo(2);
            assertThat(fresh.author.get()).isSameAs(author);
        }
    }

    @DatabaseTest
    void anObjectOfAnotherOpenSessionIsRefused() {
        try (Session one = Session.open(engine);
                Session two = Session.open(engine)) {
            Author author = new Author("Lem");
            one.add(author);
            assertThatThrownBy(() -> two.add(author)).hasMessageContaining("ALK-2102");
            one.expunge(author);
            two.add(author);
            assertThat(two.state(author)).isEqualTo(State.PENDING);
            Review review = new Review(3);
            review.book = Ref.key(Book.class, 1);
            one.add(review);
            assertThatThrownBy(() -> two.add(review)).hasMessageContaining("ALK-2102");
        }
    }

    @DatabaseTest
    void anAssignedKeyMeansInsert() {
        Publisher publisher = new Publisher("KiWi", "Kiepenheuer");
        try (Session session = Session.open(engine)) {
            assertThat(session.state(publisher)).isEqualTo(State.TRANSIENT);
            session.add(publisher);
            session.commit();
            assertThat(session.get(Publisher.class, "KiWi")).containsSame(publisher);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aPrimitiveKeyOfZeroIsUnset() {
        try (Session session = Session.open(engine)) {
            Review review = new Review(3);
            assertThat(session.state(review)).isEqualTo(State.TRANSIENT);
            session.add(review);
            session.flush();
            assertThat(review.id).isPositive();
            session.rollback();
            assertThat(review.id).isZero();
            assertThat(session.state(review)).isEqualTo(State.TRANSIENT);
        }
    }

    @DatabaseTest
    void nullAndUnmappedClassesAreErrors() {
        try (Session session = Session.open(engine)) {
            assertThatNullPointerException().isThrownBy(() -> session.add(null));
            assertThatNullPointerException().isThrownBy(() -> session.addAll(null));
            assertThatNullPointerException().isThrownBy(() -> session.delete(null));
            assertThatNullPointerException().isThrownBy(() -> session.state(null));
            assertThatNullPointerException().isThrownBy(() -> session.get(Author.class, null));
            assertThatThrownBy(() -> session.add("text")).hasMessageContaining("ALK-2001");
            assertThatThrownBy(() -> session.state("text")).hasMessageContaining("ALK-2001");
            assertThatThrownBy(() -> session.get(String.class, 1)).hasMessageContaining("ALK-2001");
            assertThatThrownBy(() -> session.get(Author.class, 1L)).hasMessageContaining("ALK-2108");
            assertThat(session.get(Author.class, 1)).isEmpty();
        }
    }

    @DatabaseTest
    void aClosedSessionSaysSo() {
        Author author = new Author("Lem");
        Session session = Session.open(engine);
        session.add(author);
        session.commit();
        session.close();
        session.close();
        assertThat(session.isOpen()).isFalse();
        List<Runnable> calls = List.of(
                () -> session.add(author),
                () -> session.delete(author),
                () -> session.get(Author.class, 1),
                () -> session.query(AUTHOR).all(),
                () -> session.execute(Sql.select(AUTHOR.name)),
                session::flush,
                session::flushPlan,
                session::commit,
                session::rollback,
                session::savepoint,
                session::connection,
                () -> session.expunge(author),
                () -> session.refresh(author));
        for (Runnable call : calls) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-2110");
        }
        assertThat(session.state(author)).isEqualTo(State.DETACHED);
        assertThat(session.contains(author)).isFalse();
        assertThat(author.name).isEqualTo("Lem");
    }

    @DatabaseTest
    void expungeForgetsUnflushedChanges() {
        Author author = new Author("Lem");
        Author pending = new Author("Dick");
        try (Session session = Session.open(engine)) {
            session.add(author);
            session.commit();
            session.add(pending);
            author.name = "Stanislaw";
            session.expunge(author);
            session.expunge(pending);
            assertThat(session.state(author)).isEqualTo(State.DETACHED);
            assertThat(session.state(pending)).isEqualTo(State.TRANSIENT);
            session.commit();
            Author again = session.get(Author.class, author.id).orElseThrow();
            assertThat(again).isNotSameAs(author);
            assertThat(again.name).isEqualTo("Lem");
        }
        assertThat(count()).isEqualTo(1);
    }

    @DatabaseTest
    void closeGivesBackWhatWasNotCommitted() {
        Author author = new Author("Lem");
        Author pending = new Author("Dick");
        List<Book> books = pending.books;
        try (Session session = Session.open(engine)) {
            session.add(author);
            session.flush();
            session.add(pending);
        }
        assertThat(author.id).isNull();
        assertThat(pending.books).isSameAs(books);
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(author, pending));
            session.commit();
            SessionInvariants.check(session);
        }
        assertThat(count()).isEqualTo(2);
    }

    private long count() {
        try (Session session = Session.open(engine)) {
            return session.query(AUTHOR).count();
        }
    }

    private Author stored(String name) {
        return stored(new Author(name));
    }

    private <T> T stored(T entity) {
        try (Session session = Session.open(engine)) {
            session.add(entity);
            session.commit();
        }
        return entity;
    }
}
