package org.alkahest.orm;

import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Category_.CATEGORY;
import static org.alkahest.orm.domain.Review_.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Category;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

final class CascadeTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void addReachesEverythingThatAssociationsReach() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris", new Review(5));
            book.tags.add(new Tag("space"));
            book.publisher = new Publisher("P", "Press");
            book.author = Ref.of(new Author("Lem", new Book("Fiasco")));
            session.add(book);
            assertThat(session.state(book.reviews.get(0))).isEqualTo(State.PENDING);
            assertThat(session.state(book.publisher)).isEqualTo(State.PENDING);
            assertThat(session.state(book.author.get().books.get(0))).isEqualTo(State.PENDING);
            session.commit();
            SessionInvariants.check(session);
            assertThat(session.query(BOOK).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void newObjectsThatPersistentOnesReferToAreAddedByTheFlush() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            session.add(book);
            session.commit();
            Author author = new Author("Lem");
            book.author = Ref.of(author);
            book.publisher = new Publisher("P", "Press");
            assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
            session.flush();
            assertThat(session.state(author)).isEqualTo(State.PERSISTENT);
            assertThat(session.state(book.publisher)).isEqualTo(State.PERSISTENT);
            assertThat(author.books).containsExactly(book);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void deleteTakesChildrenThatCascadeLoadedOrNot() {
        int id = stored(new Book("Solaris", new Review(5), new Review(4))).id;
        Category root = stored(new Category("root", new Category("a", new Category("a1"))));
        try (Session session = Session.open(engine)) {
            session.delete(session.get(Book.class, id).orElseThrow());
            session.delete(session.get(Category.class, root.id).orElseThrow());
            session.commit();
            assertThat(session.query(REVIEW).count()).isZero();
            assertThat(session.query(CATEGORY).count()).isZero();
        }
    }

    @DatabaseTest
    void deleteForgetsPendingChildren() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris", new Review(5));
            session.add(book);
            session.commit();
            Review pending = new Review(1);
            book.reviews.add(pending);
            session.delete(book);
            session.flush();
            assertThat(session.state(pending)).isEqualTo(State.TRANSIENT);
            SessionInvariants.check(session);
            session.commit();
            assertThat(session.query(REVIEW).count()).isZero();
        }
    }

    @DatabaseTest
    void aPlanForgetsNothing() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            session.add(book);
            session.commit();
            Review pending = new Review(1);
            book.reviews.add(pending);
            session.delete(book);
            assertThat(session.flushPlan().actions()).hasSize(1);
            assertThat(session.state(pending)).isEqualTo(State.PENDING);
            session.add(book);
            session.commit();
            assertThat(session.state(pending)).isEqualTo(State.PERSISTENT);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anOrphanIsDeletedHoweverItBecameOne() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris", new Review(1), new Review(2), new Review(3), new Review(4));
            List<Review> raw = book.reviews;
            session.add(book);
            session.commit();
            List<Review> reviews = List.copyOf(book.reviews);
            book.reviews.remove(0);
            session.flush();
            assertThat(session.state(reviews.get(0))).isEqualTo(State.DELETED);
            SessionInvariants.check(session);
            raw.remove(reviews.get(1));
            session.flush();
            assertThat(session.state(reviews.get(1))).isEqualTo(State.DELETED);
            reviews.get(2).book = Ref.none();
            session.flush();
            assertThat(session.state(reviews.get(2))).isEqualTo(State.DELETED);
            assertThat(book.reviews).containsExactly(reviews.get(3));
            book.reviews = new ArrayList<>(List.of(new Review(5)));
            session.flush();
            assertThat(session.state(reviews.get(3))).isEqualTo(State.DELETED);
            SessionInvariants.check(session);
            session.commit();
            assertThat(session.query(REVIEW).count()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aPendingOrphanIsNotInserted() {
        try (Session session = Session.open(engine)) {
            Book book = new Book("Solaris");
            session.add(book);
            session.commit();
            Review review = new Review(1);
            book.reviews.add(review);
            book.reviews.remove(review);
            assertThat(session.state(review)).isEqualTo(State.TRANSIENT);
            session.commit();
            assertThat(session.query(REVIEW).count()).isZero();
        }
    }

    @DatabaseTest
    void whatMovesToAnotherParentIsNoOrphan() {
        try (Session session = Session.open(engine)) {
            Book from = new Book("From", new Review(1), new Review(2), new Review(3), new Review(4));
            Book to = new Book("To");
            List<Review> rawFrom = from.reviews;
            List<Review> rawTo = to.reviews;
            session.addAll(List.of(to, from));
            session.commit();
            List<Review> reviews = List.copyOf(from.reviews);
            from.reviews.remove(reviews.get(0));
            to.reviews.add(reviews.get(0));
            to.reviews.add(reviews.get(1));
            assertThat(rawTo).hasSize(2);
            rawFrom.remove(reviews.get(2));
            rawTo.add(reviews.get(2));
            reviews.get(3).book = Ref.of(to);
            session.flush();
            assertThat(to.reviews).containsExactlyElementsOf(reviews);
            assertThat(from.reviews).isEmpty();
            SessionInvariants.check(session);
            session.delete(from);
            session.commit();
            assertThat(session.query(REVIEW).count()).isEqualTo(4);
            assertThat(to.reviews).hasSize(4);
        }
    }

    @DatabaseTest
    void movesAreSeenBeforeADeleteCascades() {
        try (Session session = Session.open(engine)) {
            Book from = new Book("From", new Review(1), new Review(2), new Review(3));
            Book to = new Book("To");
            session.addAll(List.of(from, to));
            session.commit();
            List<Review> reviews = List.copyOf(from.reviews);
            from.reviews.remove(reviews.get(0));
            to.reviews.add(reviews.get(0));
            reviews.get(1).book = Ref.of(to);
            session.delete(from);
            session.commit();
            assertThat(to.reviews).containsExactly(reviews.get(0), reviews.get(1));
            assertThat(session.query(REVIEW).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aPendingObjectThatWasDeletedStaysAway() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            session.add(lem);
            session.commit();
            Book book = new Book("Solaris");
            lem.books.add(book);
            session.delete(book);
            session.commit();
            assertThat(session.query(BOOK).count()).isZero();
            assertThat(session.state(book)).isEqualTo(State.TRANSIENT);
        }
    }

    @DatabaseTest
    void bothSidesOfAOneToOneFollowEachOther() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            Profile first = new Profile(lem, "first");
            session.add(first);
            session.flush();
            assertThat(lem.profile.get()).isSameAs(first);
            session.commit();
            assertThat(lem.profile.get()).isSameAs(first);
            Author dick = new Author("Dick");
            dick.profile = Ref.of(new Profile(null, "second"));
            session.add(dick);
            assertThat(dick.profile.get().author.get()).isSameAs(dick);
            session.commit();
            SessionInvariants.check(session);
            Profile second = dick.profile.get();
            second.author = Ref.none();
            lem.profile = Ref.of(second);
            session.flush();
            assertThat(first.author.isEmpty()).isTrue();
            assertThat(second.author.get()).isSameAs(lem);
            assertThat(dick.profile.isEmpty()).isTrue();
            SessionInvariants.check(session);
            session.rollback();
            assertThat(lem.profile.get()).isSameAs(first);
            assertThat(dick.profile.get()).isSameAs(second);
            assertThat(first.author.get()).isSameAs(lem);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aChildOfAnotherContainerIsRefusedAtAttach() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            Book book = new Book(lem, "Solaris");
            Author dick = new Author("Dick", book);
            assertThatThrownBy(() -> session.add(dick)).hasMessageContaining("ALK-2103");
            assertThat(session.contains(book)).isFalse();
            book.author = null;
            session.add(dick);
            assertThat(book.author.get()).isSameAs(dick);
            dick.books.add(new Book("Ubik"));
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aNullInACollectionIsAnError() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            lem.books.add(null);
            assertThatThrownBy(() -> session.add(lem)).hasMessageContaining("ALK-2109");
            lem.books.clear();
            List<Book> raw = lem.books;
            session.add(lem);
            session.flush();
            raw.add(null);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2109");
            raw.clear();
            session.commit();
        }
    }

    private <T> T stored(T entity) {
        try (Session session = Session.open(engine)) {
            session.add(entity);
            session.commit();
        }
        return entity;
    }
}
