package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Profile_.PROFILE;
import static org.alkahest.orm.domain.Review_.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.places.Album;
import org.alkahest.orm.places.Album_;
import org.alkahest.orm.places.Artist_;
import org.alkahest.orm.places.Cover;
import org.alkahest.orm.places.Cover_;
import org.alkahest.orm.places.Track;
import org.alkahest.orm.places.Track_;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Copying objects of anywhere into a session. */
final class MergeObjectsTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
    }

    @DatabaseTest
    void aNewObjectIsCopiedIntoAPendingOne() {
        Author author = new Author("Lem", new Book("Solaris", new Review(5)));
        try (Session session = Session.open(engine)) {
            Author merged = session.merge(author);
            assertThat(merged).isNotSameAs(author);
            assertThat(session.state(author)).isEqualTo(State.TRANSIENT);
            assertThat(session.state(merged)).isEqualTo(State.PENDING);
            assertThat(session.newObjects()).hasSize(3).doesNotContain(author, author.books.get(0));
            session.commit();
            assertThat(author.id).isNull();
            assertThat(merged.books.get(0).reviews.get(0).stars).isEqualTo(5);
            assertThat(merged.books.get(0).author.get()).isSameAs(merged);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql", "mariadb", "h2"})
    void aDetachedObjectIsCopiedIntoTheRowsObject() {
        Book book = stored(new Book("Solaris", new Review(5)));
        book.title = "Eden";
        try (Session session = Session.open(engine)) {
            recorder.clear();
            Book merged = session.merge(book);
            assertThat(recorder.queries()).hasSize(4); // books and reviews by key, and two collections
            assertThat(merged).isNotSameAs(book);
            assertThat(session.state(book)).isEqualTo(State.DETACHED);
            assertThat(merged.title).isEqualTo("Eden");
            assertThat(session.isModified(merged)).isTrue();
            session.flush();
            assertThat(recorder.writes()).hasSize(1);
            assertThat(recorder.writes().get(0).toString())
                    .isEqualTo("UPDATE books SET title = ? WHERE books.id = ? [Eden, " + book.id + "]");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void mergingWhatTheRowHasAlreadyChangesNothing() {
        Book book = stored(Library.solaris());
        try (Session session = Session.open(engine)) {
            Book merged = session.merge(book);
            session.merge(book);
            assertThat(session.changedObjects()).isEmpty();
            recorder.clear();
            session.flush();
            assertThat(recorder.writes()).isEmpty();
            assertThat(merged.publisher.name).isEqualTo("Press");
            assertThat(merged.tags).extracting(tag -> tag.name).containsExactly("space");
        }
    }

    @DatabaseTest
    void anObjectOfTheSessionIsItsOwnCopy() {
        try (Session session = Session.open(engine)) {
            Author author = new Author("Lem");
            session.add(author);
            assertThat(session.merge(author)).isSameAs(author);
            session.commit();
            assertThat(session.merge(author)).isSameAs(author);
        }
    }

    @DatabaseTest
    void aMergedCollectionHasTheMembersThatTheGivenOneHas() {
        Book book = stored(new Book("Solaris", new Review(1), new Review(2)));
        Review gone = book.reviews.remove(0);
        book.reviews.get(0).text = "kept";
        book.reviews.add(new Review(3));
        try (Session session = Session.open(engine)) {
            Book merged = session.merge(book);
            assertThat(merged.reviews).extracting(review -> review.stars).containsExactly(2, 3);
            session.commit();
            assertThat(session.query(REVIEW).count()).isEqualTo(2); // an orphan is deleted
            assertThat(session.get(Review.class, gone.id)).isEmpty();
            assertThat(session.get(Review.class, book.reviews.get(0).id).orElseThrow().text)
                    .isEqualTo("kept");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void whatTheGivenObjectNeverLoadedIsLeftAlone() {
        int id = stored(new Book("Solaris", new Review(1))).id;
        Book unloaded;
        try (Session session = Session.open(engine)) {
            unloaded = session.get(Book.class, id).orElseThrow();
        }
        unloaded.title = "Eden";
        try (Session session = Session.open(engine)) {
            Book merged = session.merge(unloaded);
            assertThat(merged.reviews).hasSize(1);
            unloaded.reviews = null;
            assertThat(session.merge(unloaded).reviews).hasSize(1);
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anObjectMadeByHandIsCopiedByItsKey() {
        Book book = stored(new Book(stored(new Author("Lem")), "Solaris"));
        Book given = new Book("Eden");
        given.id = book.id;
        given.author = Ref.key(Author.class, book.author.key().orElseThrow());
        try (Session session = Session.open(engine)) {
            Book merged = session.merge(given);
            assertThat(merged.author.get().name).isEqualTo("Lem");
            session.commit();
            assertThat(session.get(Book.class, book.id).orElseThrow().title).isEqualTo("Eden");
        }
    }

    @DatabaseTest
    void childrenWithoutAReferenceBelongToTheirContainer() {
        Author author = stored(new Author("Lem", new Book("Solaris")));
        Author given = new Author("Lem");
        given.id = author.id;
        Book child = new Book("Solaris!");
        child.id = author.books.get(0).id;
        given.books = new ArrayList<>(List.of(child, new Book("Eden")));
        try (Session session = Session.open(engine)) {
            Author merged = session.merge(given);
            session.commit();
            assertThat(merged.books).extracting(book -> book.title).containsExactly("Solaris!", "Eden");
            assertThat(session.query(BOOK).where(BOOK.author.eq(merged)).count())
                    .isEqualTo(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anAssignedKeyWithoutARowIsInserted() {
        try (Session session = Session.open(engine)) {
            Publisher merged = session.merge(new Publisher("P", "Press"));
            assertThat(session.state(merged)).isEqualTo(State.PENDING);
            Publisher again = session.merge(new Publisher("Q", "Quill"));
            session.commit();
            assertThat(session.merge(new Publisher("P", "Other"))).isSameAs(merged);
            assertThat(session.merge(new Publisher("Q", "Quill"))).isSameAs(again);
            session.commit();
            assertThat(merged.name).isEqualTo("Other");
        }
    }

    @DatabaseTest
    void twoGivenObjectsOfOneNewKeyBecomeOne() {
        Book one = new Book("Solaris");
        one.publisher = new Publisher("P", "Press");
        Book two = new Book("Eden");
        two.publisher = new Publisher("P", "Press");
        Author author = new Author("Lem", one, two);
        try (Session session = Session.open(engine)) {
            Author merged = session.merge(author);
            session.commit();
            assertThat(merged.books.get(0).publisher).isSameAs(merged.books.get(1).publisher);
        }
    }

    @DatabaseTest
    void aDetachedObjectWhoseRowIsGoneIsRefused() {
        SessionOptions never = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.NEVER);
        Author author = stored(new Author("Lem"));
        try (Session session = Session.open(engine, never)) {
            session.delete(session.get(Author.class, author.id).orElseThrow());
            assertThatThrownBy(() -> session.merge(author))
                    .hasMessageContaining("ALK-2122")
                    .hasMessageContaining("Author#" + author.id + ": the session has deleted it");
            session.commit();
            assertThatThrownBy(() -> session.merge(author))
                    .hasMessageContaining("ALK-2122")
                    .hasMessageContaining("its row is not there any more");
            assertThat(session.newObjects()).isEmpty();
        }
    }

    @DatabaseTest
    void anEarlierVersionIsRefused() {
        Profile profile = stored(new Profile(stored(new Author("Lem")), "born"));
        try (Session session = Session.open(engine)) {
            session.get(Profile.class, profile.id).orElseThrow().bio = "born 1921";
            session.commit();
        }
        profile.bio = "mine";
        try (Session session = Session.open(engine)) {
            assertThatThrownBy(() -> session.merge(profile))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("ALK-2121")
                    .hasMessageContaining(
                            "Cannot merge Profile#" + profile.id + ": it has version = 1, and its row has 2");
            assertThat(session.changedObjects()).isEmpty();
            profile.version = 2;
            session.merge(profile);
            session.commit();
            assertThat(session.query(PROFILE).one().bio).isEqualTo("mine");
            assertThat(session.query(PROFILE).one().version).isEqualTo(3);
        }
    }

    @DatabaseTest
    void anInverseOneToOneFollows() {
        Author author = stored(new Author("Lem"));
        author.profile = Ref.of(new Profile(author, "born"));
        try (Session session = Session.open(engine)) {
            Author merged = session.merge(author);
            session.commit();
            assertThat(merged.profile.get().bio).isEqualTo("born");
            author.profile = Ref.none();
            session.merge(author);
            session.commit();
            assertThat(session.query(PROFILE).one().author.isEmpty()).isTrue();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void mergeReadsRowsOfAGraphInBatches() {
        Author author = new Author("Lem");
        for (int i = 0; i < 20; i++) {
            author.books.add(new Book("B" + i, new Review(i), new Review(i + 1)));
        }
        stored(author);
        try (Session session = Session.open(engine)) {
            recorder.clear();
            Author merged = session.merge(author);
            assertThat(recorder.queries()).hasSize(7); // by key and for collections, not for each object
            assertThat(merged.books).hasSize(20);
            assertThat(session.changedObjects()).isEmpty();
        }
    }

    @DatabaseTest
    void associationsAreLoadedWithTheRoot() {
        Author author = stored(new Author("Lem", new Book("Solaris", new Review(3))));
        Author given = new Author("Stanislaw Lem");
        given.id = author.id;
        given.books = null;
        try (Session session = Session.open(engine)) {
            Author merged = session.merge(given, AUTHOR.books, BOOK.reviews);
            recorder.clear();
            assertThat(merged.books.get(0).reviews).hasSize(1);
            assertThat(recorder.queries()).isEmpty();
        }
    }

    @DatabaseTest
    void mergeDoesNotFlushInTheMiddle() {
        SessionOptions always = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.ALWAYS);
        Author author = stored(new Author("Lem", new Book("Solaris")));
        author.books.get(0).title = "Eden";
        author.books.add(new Book("Fiasco"));
        try (Session session = Session.open(engine, always)) {
            recorder.clear();
            session.merge(author);
            assertThat(recorder.writes()).isEmpty();
            session.commit();
            assertThat(session.query(BOOK).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aCleanMergeSendsNothing() {
        Book book = stored(Library.solaris());
        book.title = "believed";
        try (Session session = Session.open(engine)) {
            recorder.clear();
            Book merged = session.mergeClean(book);
            assertThat(merged).isNotSameAs(book);
            assertThat(session.get(Book.class, book.id)).containsSame(merged);
            assertThat(merged.title).isEqualTo("believed");
            assertThat(merged.publisher).isNotSameAs(book.publisher);
            assertThat(session.state(merged.publisher)).isEqualTo(State.PERSISTENT);
            assertThat(session.mergeClean(book)).isSameAs(merged);
            session.flush();
            assertThat(recorder.statements()).isEmpty();
            merged.title = "Fiasco";
            session.commit();
            assertThat(session.execute(Sql.select(BOOK.title)).one()).isEqualTo("Fiasco");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    @SuppressWarnings("try") // closed before its end, to be used after it
    void whatCannotBeMergedIsRefused() {
        try (Session session = Session.open(engine)) {
            assertThatThrownBy(() -> session.merge("text")).hasMessageContaining("ALK-2001");
            assertThatThrownBy(() -> session.mergeClean(new Author("Lem"))).hasMessageContaining("ALK-2120");
            assertThatThrownBy(() -> session.merge(null)).isInstanceOf(NullPointerException.class);
            session.close();
            assertThatThrownBy(() -> session.merge(new Author("Lem"))).hasMessageContaining("ALK-2110");
        }
    }

    @DatabaseTest
    void mapsAndPositionsAreMergedToo() {
        TestTables.create(engine, List.of(Album_.ALBUM, Track_.TRACK, Cover_.COVER, Artist_.ARTIST));
        Album album = new Album("A");
        album.covers.put("front", new Cover("front", "f"));
        album.covers.put("back", new Cover("back", "b"));
        album.tracks.addAll(List.of(new Track("one"), new Track("two")));
        stored(album);
        album.covers.remove("back");
        album.covers.get("front").image = "changed";
        album.tracks.add(0, album.tracks.remove(1));
        try (Session session = Session.open(engine)) {
            Album merged = session.merge(album);
            session.commit();
            assertThat(merged.covers.keySet()).containsExactly("front");
            assertThat(merged.covers.get("front").image).isEqualTo("changed");
            SessionInvariants.check(session);
        }
        try (Session session = Session.open(engine)) {
            Album loaded = session.get(Album.class, album.id).orElseThrow();
            assertThat(loaded.tracks).extracting(track -> track.title).containsExactly("two", "one");
            assertThat(session.mergeClean(album)).isSameAs(loaded);
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.mergeClean(album).covers.keySet()).containsExactly("front");
            assertThat(session.flushPlan().isEmpty()).isTrue();
        }
    }

    private <T> T stored(T entity) {
        try (Session session = Session.open(engine)) {
            if (entity instanceof Book book && book.author != null && book.author.get().id != null) {
                session.attach(book.author.get());
            }
            if (entity instanceof Profile profile) {
                session.attach(profile.author.get());
            }
            session.add(entity);
            session.commit();
        }
        return entity;
    }
}
