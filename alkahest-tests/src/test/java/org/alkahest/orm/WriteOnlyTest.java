package org.alkahest.orm;

import static org.alkahest.orm.big.Coin_.COIN;
import static org.alkahest.orm.big.Entry_.ENTRY;
import static org.alkahest.orm.big.Feed_.FEED;
import static org.alkahest.orm.big.Reader_.READER;
import static org.alkahest.orm.big.Vault_.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.big.Coin;
import org.alkahest.orm.big.Entry;
import org.alkahest.orm.big.Feed;
import org.alkahest.orm.big.Reader;
import org.alkahest.orm.big.Vault;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.orm.state.State;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Collections that are added to, removed from and queried, and never loaded. */
final class WriteOnlyTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        MetaData tables = MetaData.of(List.of(FEED, ENTRY, READER, VAULT, COIN));
        boolean hasActions = engine.dialect().traits().has(Feature.TRANSACTIONAL_FOREIGN_KEYS);
        (hasActions ? tables : tables.withoutForeignKeys()).createAll(engine);
    }

    /** With entries of days 1 to 3, and readers Ada and Bob. */
    private static Feed feed(Session session) {
        Feed feed = new Feed("F");
        feed.entries.addAll(IntStream.of(1, 2, 3).mapToObj(Entry::new).toList());
        feed.readers.addAll(List.of(new Reader("Ada"), new Reader("Bob")));
        session.add(feed);
        session.commit();
        return feed;
    }

    @DatabaseTest
    void whatIsAddedToANewOwnerIsSavedWithIt() {
        try (Session session = Session.open(engine)) {
            Feed feed = new Feed("F");
            Entry first = new Entry(1);
            feed.entries.add(first);
            feed.readers.add(new Reader("Ada"));
            session.add(feed);
            assertThat(session.state(first)).isEqualTo(State.PENDING);
            assertThat(first.feed.get()).isSameAs(feed);
            feed.entries.add(new Entry(2));
            session.commit();
            assertThat(session.query(feed.entries).all()).hasToString("[day 2, day 1]");
            assertThat(session.query(feed.readers).all()).hasToString("[Ada]");
        }
    }

    @DatabaseTest
    void whatIsAddedToAStoredOwnerIsSavedWithoutLoading(StatementRecorder recorder) {
        int id;
        try (Session session = Session.open(engine)) {
            id = feed(session).id;
        }
        try (Session session = Session.open(engine)) {
            Feed feed = session.get(FEED, id).orElseThrow();
            recorder.clear();
            feed.entries.add(new Entry(4));
            feed.readers.add(new Reader("Cyd"));
            assertThat(session.flushPlan().toString().lines()).hasSize(3);
            session.flush();
            recorder.assertCount(3);
            assertThat(session.flushPlan().isEmpty()).isTrue();
            session.commit();
            assertThat(session.query(feed.entries).all()).hasToString("[day 4, day 3, day 2, day 1]");
            assertThat(session.query(feed.readers).count()).isEqualTo(3);
        }
    }

    @DatabaseTest
    void whatIsRemovedLosesItsReferenceOrItsRow() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            Entry second = session.query(feed.entries).where(ENTRY.day.eq(2)).one();
            Reader ada =
                    session.query(feed.readers).where(READER.name.eq("Ada")).one();
            feed.entries.remove(second);
            feed.entries.remove(second);
            feed.readers.remove(ada);
            assertThat(second.feed.key()).isEmpty();
            session.commit();
            assertThat(session.query(feed.entries).all()).hasToString("[day 3, day 1]");
            assertThat(session.query(feed.readers).all()).hasToString("[Bob]");
            assertThat(session.query(ENTRY).count()).isEqualTo(3);
        }
    }

    @DatabaseTest
    void anOrphanIsDeleted() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            Entry draft = new Entry(9);
            feed.drafts.add(draft);
            session.commit();
            feed.drafts.remove(draft);
            session.commit();
            assertThat(session.query(ENTRY).where(ENTRY.day.eq(9)).exists()).isFalse();
        }
    }

    @DatabaseTest
    void whatIsAddedAndRemovedAgainIsNotWritten() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            Reader cyd = new Reader("Cyd");
            feed.readers.add(cyd);
            feed.readers.remove(cyd);
            Entry first = session.query(feed.entries).where(ENTRY.day.eq(1)).one();
            feed.entries.remove(first);
            feed.entries.add(first);
            session.commit();
            assertThat(session.query(feed.readers).all()).hasToString("[Ada, Bob]");
            assertThat(session.query(feed.entries).count()).isEqualTo(3);
        }
    }

    @DatabaseTest
    void aQueryOfTheElementsFlushesThem() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            feed.entries.add(new Entry(8));
            assertThat(session.query(feed.entries).where(ENTRY.day.gt(2)).all()).hasToString("[day 8, day 3]");
            assertThat(session.execute(feed.readers.select()).all()).hasSize(2);
            assertThat(session.query(FEED)
                            .where(FEED.entries.any(ENTRY.day.eq(8)))
                            .all())
                    .containsExactly(feed);
        }
    }

    @DatabaseTest
    void statementsChangeAllElementsAtOnce() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            Feed other = new Feed("other");
            other.entries.add(new Entry(50));
            session.add(other);
            session.commit();
            session.execute(feed.entries.insert().set(ENTRY.day, 7));
            session.execute(feed.entries.update().setTo(ENTRY.day, ENTRY.day.plus(10)));
            assertThat(session.query(feed.entries).all()).hasToString("[day 17, day 13, day 12, day 11]");
            session.execute(feed.entries.delete().where(ENTRY.day.lt(13)));
            assertThat(session.query(feed.entries).all()).hasToString("[day 17, day 13]");
            session.execute(feed.readers.update().set(READER.name, "X"));
            assertThat(session.query(feed.readers).all()).hasToString("[X, X]");
            assertThat(session.query(other.entries).all()).hasToString("[day 50]");
            assertThatThrownBy(feed.readers::insert).hasMessageContaining("ALK-2065");
        }
    }

    @DatabaseTest
    void aRollbackDropsWhatWasNotCommitted() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            Entry flushed = new Entry(8);
            feed.entries.add(flushed);
            session.flush();
            Entry pending = new Entry(9);
            feed.entries.add(pending);
            feed.readers.remove(
                    session.query(feed.readers).where(READER.name.eq("Ada")).one());
            session.rollback();
            assertThat(session.state(flushed)).isEqualTo(State.TRANSIENT);
            assertThat(session.state(pending)).isEqualTo(State.TRANSIENT);
            assertThat(session.flushPlan().isEmpty()).isTrue();
            assertThat(session.query(feed.entries).count()).isEqualTo(3);
            assertThat(session.query(feed.readers).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aNewOwnerThatIsRolledBackKeepsWhatWasAdded() {
        try (Session session = Session.open(engine)) {
            Feed feed = new Feed("F");
            feed.entries.add(new Entry(1));
            feed.readers.add(new Reader("Ada"));
            session.add(feed);
            session.flush();
            session.rollback();
            assertThat(session.state(feed)).isEqualTo(State.TRANSIENT);
            session.add(feed);
            session.commit();
            assertThat(session.query(feed.entries).all()).hasToString("[day 1]");
            assertThat(session.query(feed.readers).all()).hasToString("[Ada]");
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointUndoesItsPart() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            feed.entries.add(new Entry(7));
            SessionSavepoint savepoint = session.savepoint();
            feed.entries.add(new Entry(8));
            session.flush();
            savepoint.rollback();
            session.commit();
            assertThat(session.query(feed.entries).all()).hasToString("[day 7, day 3, day 2, day 1]");
        }
    }

    @DatabaseTest(requires = Feature.TRANSACTIONAL_FOREIGN_KEYS)
    void deletingTheOwnerClearsItsAssociationRowsByOneStatement() {
        int id;
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            feed.drafts.add(new Entry(9));
            session.flush();
            session.execute(feed.entries.delete());
            session.commit();
            id = feed.id;
        }
        try (Session session = Session.open(engine)) {
            Feed feed = session.get(FEED, id).orElseThrow();
            session.delete(feed);
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly("DELETE feeds_readers of [Feed#" + id + "]", "DELETE feeds [Feed#" + id + "]");
            session.commit();
            assertThat(session.query(READER).count()).isEqualTo(2);
            assertThat(session.query(ENTRY).count()).isZero(); // the draft went by its foreign key
        }
    }

    @DatabaseTest
    void deletingAnOwnerWhoseElementsNobodyKnowsIsAnError() {
        try (Session session = Session.open(engine)) {
            Vault vault = new Vault();
            vault.coins.add(new Coin());
            session.add(vault);
            session.commit();
            session.delete(vault);
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2067")
                    .hasMessageContaining("@OnDelete(CASCADE)");
            session.rollback();
            Vault unsaved = new Vault();
            Coin coin = new Coin();
            unsaved.coins.add(coin);
            session.add(unsaved);
            session.delete(unsaved);
            assertThat(session.state(coin)).isEqualTo(State.TRANSIENT);
        }
    }

    @DatabaseTest
    void theOtherSideFollows() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            Reader ada =
                    session.query(feed.readers).where(READER.name.eq("Ada")).one();
            Feed other = new Feed("other");
            ada.feeds.add(other);
            session.commit();
            assertThat(session.query(other.readers).all()).containsExactly(ada);
            assertThat(ada.feeds).containsExactly(feed, other);
            other.readers.remove(ada);
            assertThat(ada.feeds).containsExactly(feed);
            session.commit();
            assertThat(session.query(other.readers).exists()).isFalse();
            Entry moved = session.query(feed.entries).where(ENTRY.day.eq(1)).one();
            moved.feed = Ref.of(other);
            session.commit();
            assertThat(session.query(other.entries).all()).containsExactly(moved);
        }
    }

    @DatabaseTest
    void whatIsNoElementCannotBeRemoved() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            assertThatThrownBy(() -> feed.entries.remove(new Entry(1)))
                    .hasMessageContaining("ALK-2066")
                    .hasMessageContaining("the session does not have it");
            Entry free = new Entry(5);
            session.add(free);
            assertThatThrownBy(() -> feed.entries.remove(free))
                    .hasMessageContaining("ALK-2066")
                    .hasMessageContaining("it refers to another object");
            assertThatThrownBy(() -> feed.entries.add(null)).isInstanceOf(NullPointerException.class);
        }
    }

    @DatabaseTest
    void anOwnerWithoutARowHasNoStatements() {
        try (Session session = Session.open(engine)) {
            Feed feed = new Feed("F");
            assertThatThrownBy(feed.entries::select).hasMessageContaining("no session has its owner");
            session.add(feed);
            assertThatThrownBy(() -> session.query(feed.entries))
                    .hasMessageContaining("ALK-2065")
                    .hasMessageContaining("Flush the session first");
        }
    }

    @DatabaseTest
    void itIsNeitherLoadedNorAssigned() {
        try (Session session = Session.open(engine)) {
            Feed feed = feed(session);
            assertThatThrownBy(() -> session.query(FEED).load(FEED.entries).all())
                    .hasMessageContaining("ALK-2068")
                    .hasMessageContaining("write-only");
            feed.entries = new WriteOnly<>();
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2068");
            session.rollback();
            assertThat(session.query(feed.entries).count()).isEqualTo(3);
        }
    }

    @DatabaseTest
    void mergeAddsWhatWasAdded() {
        int id;
        try (Session session = Session.open(engine)) {
            id = feed(session).id;
        }
        Feed given;
        try (Session session = Session.open(engine)) {
            given = session.get(FEED, id).orElseThrow();
            session.expunge(given);
        }
        given.entries.add(new Entry(6));
        try (Session session = Session.open(engine)) {
            Feed merged = session.merge(given);
            session.commit();
            assertThat(session.query(merged.entries).all()).hasToString("[day 6, day 3, day 2, day 1]");
        }
    }

    @DatabaseTest
    void anAttachedOwnerIsServedByItsNewSession() {
        Feed feed;
        try (Session session = Session.open(engine)) {
            feed = feed(session);
        }
        try (Session session = Session.open(engine)) {
            session.attach(feed);
            feed.entries.add(new Entry(6));
            session.commit();
            assertThat(session.query(feed.entries).count()).isEqualTo(4);
        }
    }
}
