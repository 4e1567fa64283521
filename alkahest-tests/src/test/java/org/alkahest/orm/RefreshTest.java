package org.alkahest.orm;

import static org.alkahest.orm.domain.Author_.AUTHOR;
import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.domain.Profile_.PROFILE;
import static org.alkahest.orm.domain.Review_.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Reading objects again: expired, refreshed, locked, and gone. */
final class RefreshTest {
    private Engine engine;
    private StatementRecorder recorder;
    private final Author lem = new Author("Lem", new Book("Solaris", new Review(5)));
    private final Book solaris = lem.books.get(0);
    private Session session;

    @BeforeEach
    void storeObjects(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Library.create(engine);
        session = Session.open(engine);
        session.add(lem);
        session.commit();
        session.query(AUTHOR).load(AUTHOR.books, BOOK.reviews).all(); // fresh
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    @DatabaseTest
    void anExpiredObjectLosesItsChangesAndIsReadWhenItIsMet() {
        lem.name = "lost";
        rename("Stanislaw Lem");
        session.expire(lem);
        assertThat(lem.name).isEqualTo("Lem");
        assertThat(session.get(Author.class, lem.id)).containsSame(lem);
        assertThat(lem.name).isEqualTo("Stanislaw Lem");
        check();
    }

    @DatabaseTest
    void whatAnInverseReferenceFoundStaysWhenItsOwnersRowIsReadLater() {
        lem.profile = Ref.of(new Profile(null, "writes"));
        session.commit();
        session.close();
        session = Session.open(engine);
        Author author = session.get(Author.class, lem.id).orElseThrow();
        Profile profile = session.query(PROFILE).one();
        session.rollback(); // all is stale
        assertThat(author.profile.get()).isSameAs(profile);
        assertThat(profile.author.get()).isSameAs(author); // reads the row of the author
        recorder.clear();
        assertThat(author.profile.get()).isSameAs(profile);
        recorder.assertCount(0);
        session.refresh(author); // asked for: read again, and looked for again
        assertThat(author.profile.get()).isSameAs(profile);
        check();
    }

    @DatabaseTest
    void anExpiredCollectionLosesItsChangesAndIsReadWhenItIsTouched() {
        solaris.price = new BigDecimal("1.00");
        solaris.reviews = new ArrayList<>();
        session.expire(solaris, BOOK.reviews);
        assertThat(session.history(solaris, BOOK.price).added()).hasSize(1); // other changes stay
        assertThat(solaris.reviews).hasSize(1);
        session.commit();
        assertThat(session.query(REVIEW).count()).isEqualTo(1);
        check();
    }

    @DatabaseTest
    void expiredColumnsAndReferencesGetTheirBaselineBack() {
        solaris.title = "lost";
        solaris.price = new BigDecimal("1.00");
        solaris.author = Ref.none();
        session.expire(solaris, BOOK.title);
        session.expire(solaris, BOOK.author);
        assertThat(solaris.title).isEqualTo("Solaris");
        assertThat(solaris.author.get()).isSameAs(lem);
        session.commit();
        session.refresh(solaris);
        assertThat(solaris.price).isEqualByComparingTo("1.00");
        check();
    }

    @DatabaseTest
    void afterExpireAllEverythingIsReadAgainInBatches() {
        Author clarke = new Author("Clarke", new Book("Rama"));
        session.add(clarke);
        session.flush();
        lem.name = "lost";
        clarke.books.add(new Book("pending stays"));
        session.expireAll();
        assertThat(lem.name).isEqualTo("Lem");
        assertThat(session.newObjects()).hasSize(1);
        session.flush();
        recorder.clear();
        assertThat(lem.books).hasSize(1);
        assertThat(clarke.books).hasSize(2);
        assertThat(recorder.queries()).hasSize(1);
    }

    @DatabaseTest
    void refreshCascadesWhereTheMappingSaysSo() {
        Review review = solaris.reviews.get(0);
        session.connection().execute(Sql.update(REVIEW).set(REVIEW.stars, 1));
        session.connection().execute(Sql.update(BOOK).set(BOOK.title, "Eden"));
        rename("Stanislaw Lem");
        recorder.clear();
        session.refresh(solaris);
        assertThat(recorder.queries()).hasSize(2);
        assertThat(solaris.title).isEqualTo("Eden");
        assertThat(review.stars).isEqualTo(1);
        assertThat(lem.name).isEqualTo("Lem"); // no REFRESH there
    }

    @DatabaseTest({"sqlite", "postgresql", "h2"})
    void singleColumnsAreRefreshedAlone() {
        solaris.title = "overwritten";
        solaris.price = new BigDecimal("2.00");
        SessionOptions never = SessionOptions.DEFAULT.withAutoflush(SessionOptions.Autoflush.NEVER);
        session.rollback();
        session.close();
        session = Session.open(engine, never);
        session.attach(lem);
        solaris.title = "overwritten";
        solaris.price = new BigDecimal("2.00");
        session.connection().execute(Sql.update(BOOK).set(BOOK.title, "Eden"));
        recorder.clear();
        session.refresh(solaris, BOOK.title);
        assertThat(recorder.queries().get(0).toString())
                .isEqualTo("SELECT books.title FROM books WHERE books.id IN (?) [" + solaris.id + "]");
        assertThat(solaris.title).isEqualTo("Eden");
        assertThat(solaris.price).isEqualByComparingTo("2.00");
        recorder.clear();
        session.flush();
        assertThat(recorder.writes().get(0).toString())
                .isEqualTo("UPDATE books SET price = ? WHERE books.id = ? [2.00, " + solaris.id + "]");
        check();
    }

    @DatabaseTest
    void singleAssociationsAreRefreshedAlone() {
        Author clarke = new Author("Clarke");
        session.add(clarke);
        session.flush();
        session.connection()
                .execute(Sql.update(BOOK)
                        .set(BOOK.title, "Rama")
                        .set(BOOK.column("author_id", Integer.class), clarke.id));
        session.refresh(solaris, BOOK.author);
        assertThat(solaris.author.get()).isSameAs(clarke);
        assertThat(solaris.title).isEqualTo("Solaris");
        session.connection().execute(Sql.delete(REVIEW));
        session.refresh(solaris, BOOK.reviews);
        recorder.clear();
        assertThat(solaris.reviews).isEmpty();
        assertThat(recorder.statements()).isEmpty();
        session.refresh(lem, AUTHOR.profile);
        assertThat(lem.profile.isEmpty()).isTrue();
    }

    @DatabaseTest
    void attributesOfOthersAndKeysAreRefused() {
        assertThatThrownBy(() -> session.refresh(solaris, AUTHOR.name))
                .hasMessageContaining("ALK-2123")
                .hasMessageContaining("'name' of Book#" + solaris.id + ": it is a column of authors");
        assertThatThrownBy(() -> session.expire(solaris, BOOK.id)).hasMessageContaining("part of the key");
        assertThatThrownBy(() -> session.expire(solaris, AUTHOR.books)).hasMessageContaining("ALK-2123");
        assertThatThrownBy(() -> session.expire(new Author("new"))).hasMessageContaining("ALK-2105");
    }

    @DatabaseTest
    void whatIsGoneIsReported() {
        session.connection().execute(Sql.delete(REVIEW));
        session.connection().execute(Sql.delete(BOOK));
        session.connection().execute(Sql.delete(AUTHOR));
        assertThatThrownBy(() -> session.refresh(lem))
                .hasMessageContaining("ALK-2107")
                .hasMessageContaining("Author#" + lem.id);
        assertThatThrownBy(() -> session.refresh(solaris, BOOK.title)).hasMessageContaining("ALK-2107");
        session.expire(solaris);
        session.expire(lem);
        solaris.author = Ref.key(Author.class, lem.id);
        Ref<Author> reference = solaris.author;
        session.expireAll();
        assertThat(session.get(Author.class, lem.id)).isEmpty();
        assertThat(session.state(lem)).isEqualTo(State.DETACHED);
        assertThat(reference).isNotNull();
        assertThatThrownBy(() -> solaris.author.get())
                .hasMessageContaining("ALK-2124")
                .hasMessageContaining("Ref(Author " + lem.id + ")");
        assertThat(solaris.author.find()).isEmpty();
    }

    @DatabaseTest
    void getWithoutALockLoadsWhatItIsAskedFor() {
        session.close();
        try (Session other = Session.open(engine)) {
            recorder.clear();
            Author author =
                    other.get(AUTHOR, lem.id, AUTHOR.books, BOOK.reviews).orElseThrow();
            assertThat(recorder.queries()).hasSize(3);
            recorder.clear();
            assertThat(author.books.get(0).reviews).hasSize(1);
            assertThat(other.get(AUTHOR, lem.id, AUTHOR.books)).containsSame(author);
            assertThat(recorder.statements()).isEmpty();
            assertThat(other.get(AUTHOR, -1, AUTHOR.books)).isEmpty();
        }
    }

    @DatabaseTest({"postgresql", "mariadb", "h2"})
    void aLockAlwaysAsksTheDatabase() {
        rename("Stanislaw Lem");
        recorder.clear();
        assertThat(session.get(AUTHOR, lem.id, Locking.forUpdate())).containsSame(lem);
        assertThat(recorder.queries().get(0).toString()).contains("FOR UPDATE");
        assertThat(lem.name).isEqualTo("Stanislaw Lem");
        assertThat(session.get(AUTHOR, -1, Locking.forUpdate())).isEmpty();
        rename("Lem");
        assertThat(session.query(AUTHOR).lock(Locking.forUpdate()).one().name).isEqualTo("Lem");
        rename("S. Lem");
        assertThat(session.execute(Sql.select(AUTHOR).forUpdate()).one().name).isEqualTo("S. Lem");
        rename("Lem");
        session.refresh(lem, Locking.forUpdate());
        assertThat(lem.name).isEqualTo("Lem");
    }

    @DatabaseTest("postgresql")
    void locksSayWhatTheyWaitFor(org.alkahest.testkit.DatabaseFixture database) {
        session.get(AUTHOR, lem.id, Locking.forUpdate());
        try (Session other = Session.open(database.newEngine())) {
            assertThat(other.get(AUTHOR, lem.id, Locking.forUpdate().skipLocked()))
                    .isEmpty();
            assertThat(other.query(AUTHOR).lock(Locking.forShare().skipLocked()).all())
                    .isEmpty();
            Author theirs = other.get(Author.class, lem.id).orElseThrow();
            assertThat(other.get(AUTHOR, lem.id, Locking.forUpdate().skipLocked()))
                    .isEmpty();
            assertThat(other.state(theirs)).isEqualTo(State.PERSISTENT); // locked is not gone
            assertThatThrownBy(() -> other.refresh(theirs, Locking.forUpdate().skipLocked()))
                    .hasMessageContaining("ALK-2107")
                    .hasMessageContaining("is locked");
            assertThatThrownBy(() -> other.refresh(theirs, Locking.forUpdate().noWait()))
                    .isInstanceOf(org.alkahest.type.AlkahestException.class);
        }
    }

    @DatabaseTest({"postgresql", "h2", "mariadb"})
    void aLockedRowHasTheVersionThatWasDecidedOn() {
        Profile profile = new Profile(lem, "born");
        session.add(profile);
        session.commit();
        session.query(PROFILE).one();
        session.connection().execute(Sql.update(PROFILE).set(PROFILE.version, 7).set(PROFILE.bio, "theirs"));
        assertThatThrownBy(() -> session.get(PROFILE, profile.id, Locking.forUpdate()))
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("ALK-2121")
                .hasMessageContaining("Cannot lock Profile#" + profile.id + ": it has version = 1, and its row has 7");
        assertThatThrownBy(() -> session.refresh(profile, Locking.forUpdate())).hasMessageContaining("ALK-2121");
        assertThat(profile.bio).isEqualTo("born");
        session.expire(profile);
        session.refresh(profile, Locking.forUpdate());
        assertThat(profile.version).isEqualTo(7);
        assertThat(profile.bio).isEqualTo("theirs");
    }

    private void rename(String name) {
        session.connection().execute(Sql.update(AUTHOR).set(AUTHOR.name, name).where(AUTHOR.id.eq(lem.id)));
    }

    private void check() {
        SessionInvariants.check(session);
    }
}
