package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Place_.PLACE;
import static org.alkahest.orm.domain.Review_.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Place;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Visit;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

final class GeneratedKeysTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Library.create(engine);
    }

    @DatabaseTest
    void eachOfAThousandObjectsGetsItsOwnKey() {
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            authors.add(new Author("Author " + (i * 7919) % 1000));
        }
        try (Session session = Session.open(engine)) {
            session.addAll(authors);
            session.commit();
            Map<Integer, String> rows = new HashMap<>();
            for (Row2<Integer, String> row : session.execute(Sql.select(AUTHOR.id, AUTHOR.name))) {
                rows.put(row.v1(), row.v2());
            }
            assertThat(rows).hasSize(1000);
            for (Author author : authors) {
                assertThat(rows.get(author.id)).isEqualTo(author.name);
                assertThat(session.get(Author.class, author.id)).containsSame(author);
            }
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void primitiveKeysAreFilledIn() {
        Book book = new Book("Solaris");
        for (int i = 1; i <= 20; i++) {
            book.reviews.add(new Review(i));
        }
        try (Session session = Session.open(engine)) {
            session.add(book);
            session.commit();
            assertThat(book.reviews)
                    .extracting(r -> r.id)
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id > 0);
            for (Row2<Long, Integer> row : session.execute(Sql.select(REVIEW.id, REVIEW.stars))) {
                assertThat(session.get(Review.class, row.v1()).orElseThrow().stars)
                        .isEqualTo(row.v2());
            }
        }
    }

    @DatabaseTest
    void aKeySetWhilePendingIsKeptAndTheOthersAreGenerated() {
        try (Session session = Session.open(engine)) {
            Author fixed = new Author("Fixed");
            Author generated = new Author("Generated");
            session.addAll(List.of(fixed, generated));
            fixed.id = 4711;
            session.commit();
            assertThat(fixed.id).isEqualTo(4711);
            assertThat(generated.id).isNotNull().isNotEqualTo(4711);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void assignedKeysThatAreTakenAreErrorsOfTheDatabase() {
        try (Session session = Session.open(engine)) {
            Publisher first = new Publisher("P", "First");
            session.add(first);
            session.commit();
            session.expunge(first);
            session.add(new Publisher("P", "Second"));
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            assertThat(session.get(Publisher.class, "P").orElseThrow().name).isEqualTo("First");
            session.add(new Publisher(null, "Keyless"));
            assertThatThrownBy(session::flush).isNotNull();
            session.rollback();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void compositeKeysIdentifyAndAreReferredTo() {
        Place lahore = new Place("PK", "Lahore", 13);
        Place karachi = new Place("PK", "Karachi", 16);
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(lahore, karachi, new Visit(lahore)));
            session.commit();
            assertThat(session.get(Place.class, CompositeKey.of("PK", "Lahore")))
                    .containsSame(lahore);
            SessionInvariants.check(session);
        }
        try (Session session = Session.open(engine)) {
            Visit visit = session.get(Visit.class, 1).orElseThrow();
            assertThat(visit.place.key()).contains(CompositeKey.of("PK", "Lahore"));
            Place loaded = visit.place.get();
            assertThat(loaded.inhabitants).isEqualTo(13);
            loaded.inhabitants = 14;
            Place other = session.get(PLACE, CompositeKey.of("PK", "Karachi")).orElseThrow();
            session.delete(other);
            session.commit();
            SessionInvariants.check(session);
            assertThat(session.query(PLACE).all()).containsExactly(loaded);
            assertThat(session.get(PLACE, CompositeKey.of("PK", "Karachi"))).isEmpty();
        }
    }

    @DatabaseTest(requires = Feature.TRANSACTIONAL_FOREIGN_KEYS)
    void aReferenceByKeyIsEnough() {
        try (Session session = Session.open(engine)) {
            Author lem = new Author("Lem");
            session.add(lem);
            session.commit();
            session.expunge(lem);
            Book book = new Book("Solaris");
            book.author = Ref.key(Author.class, lem.id);
            session.add(book);
            Author loaded = book.author.get();
            assertThat(loaded).isNotSameAs(lem);
            session.flush();
            assertThat(loaded.books).containsExactly(book);
            book.author = Ref.none();
            session.flush();
            book.author = Ref.key(Author.class, lem.id);
            session.flush();
            assertThat(book.author.get()).isSameAs(loaded);
            assertThat(loaded.books).containsExactly(book);
            SessionInvariants.check(session);
            book.author = Ref.key(Author.class, -1);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-1503");
        }
    }

    @DatabaseTest
    void aRowIsReplacedByOneOfTheSameKey() {
        try (Session session = Session.open(engine)) {
            Publisher first = new Publisher("P", "First");
            session.add(first);
            session.commit();
            session.delete(first);
            session.flush();
            Publisher second = new Publisher("P", "Second");
            session.add(second);
            session.commit();
            assertThat(session.get(Publisher.class, "P")).containsSame(second);
            SessionInvariants.check(session);
        }
    }
}
