package org.alkahest.orm;

import static org.alkahest.orm.domain.Book_.BOOK;
import static org.alkahest.orm.renamed.Region_.REGION;
import static org.alkahest.orm.renamed.Village_.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Place;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.renamed.Region;
import org.alkahest.orm.renamed.Village;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Assigned keys of persistent objects that change, and what refers to them. */
final class KeyChangeTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        assumeTrue(
                given.dialect().traits().has(Feature.TRANSACTIONAL_FOREIGN_KEYS),
                "foreign keys see no open transaction");
        engine = given;
        MetaData.of(List.of(REGION, VILLAGE)).createAll(engine);
    }

    private Region region(Session session, String code, String... villages) {
        Region region = new Region(code, "Region " + code);
        for (String name : villages) {
            region.villages.add(new Village(name));
        }
        session.add(region);
        session.commit();
        return region;
    }

    @DatabaseTest
    void theRowGetsTheKeyAndTheDatabaseLetsOthersFollow(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Region region = region(session, "A", "x", "y");
            Village x = region.villages.get(0);
            int before = region.version;
            recorder.clear();
            region.code = "B";
            region.name = "New";
            assertThat(session.flushPlan().toString())
                    .isEqualTo(
                            "UPDATE regions(code, name, version) [Region#A]\n" + "FOLLOW villages(origin_code) A -> B");
            session.flush();
            recorder.assertCount(2);
            assertThat(recorder.statements().get(0).sql())
                    .startsWith("UPDATE regions SET code = ")
                    .contains("WHERE regions.code");
            SessionInvariants.check(session);
            assertThat(region.version).isEqualTo(before + 1);
            assertThat(x.region.key()).contains("B");
            recorder.clear();
            session.flush();
            recorder.assertCount(0);
            session.commit();
            assertThat(session.get(Region.class, "B")).containsSame(region);
            assertThat(session.get(Region.class, "A")).isEmpty();
            assertThat(region.villages).hasSize(2);
            assertThat(x.region.get()).isSameAs(region);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void referencesThatAreNotLoadedFollow() {
        try (Session session = Session.open(engine)) {
            region(session, "A", "x");
        }
        try (Session session = Session.open(engine)) {
            Village x = session.query(VILLAGE).one();
            Region region = session.get(Region.class, "A").orElseThrow();
            region.code = "B";
            x.name = "z";
            session.flush();
            assertThat(x.region.get()).isSameAs(region);
            SessionInvariants.check(session);
            session.commit();
            assertThat(session.query(VILLAGE).where(VILLAGE.region.eq(region)).all())
                    .containsExactly(x);
        }
    }

    @DatabaseTest
    void whereNoConstraintDoesItTheFlushChangesTheRows() {
        try (Session session = Session.open(engine)) {
            Region region = region(session, "A");
            Village loaded = new Village("x");
            loaded.origin = Ref.of(region);
            Village unloaded = new Village("y");
            unloaded.origin = Ref.of(region);
            session.addAll(List.of(loaded, unloaded));
            session.commit();
            session.expunge(unloaded);
            region.code = "B";
            session.commit();
            SessionInvariants.check(session);
            assertThat(region.settlements).hasSize(2).contains(loaded);
        }
    }

    @DatabaseTest
    void whatIsNewOrMovesInTheSameFlushIsWrittenWithTheNewKey() {
        try (Session session = Session.open(engine)) {
            Region a = region(session, "A", "x", "y");
            Region c = region(session, "C");
            Village x = a.villages.get(0);
            Village fresh = new Village("new");
            a.code = "B";
            a.villages.add(fresh);
            x.region = Ref.of(c);
            session.commit();
            assertThat(fresh.region.key()).contains("B");
            assertThat(c.villages).containsExactly(x);
            assertThat(a.villages).hasSize(2).contains(fresh);
            SessionInvariants.check(session);
            session.delete(fresh);
            a.code = "D";
            session.commit();
            assertThat(a.villages).hasSize(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aRollbackGivesTheOldKeyBack() {
        try (Session session = Session.open(engine)) {
            Region region = region(session, "A", "x");
            Village x = region.villages.get(0);
            region.code = "B";
            session.flush();
            try (SessionSavepoint savepoint = session.savepoint()) {
                region.code = "C";
                session.flush();
                assertThat(session.get(Region.class, "C")).containsSame(region);
                savepoint.rollback();
            }
            assertThat(region.code).isEqualTo("B");
            assertThat(x.region.key()).contains("B");
            SessionInvariants.check(session);
            session.rollback();
            assertThat(region.code).isEqualTo("A");
            assertThat(x.region.key()).contains("A");
            assertThat(session.get(Region.class, "A")).containsSame(region);
            assertThat(session.get(Region.class, "B")).isEmpty();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void keysThatMoveUpAreWrittenFromTheLast() {
        try (Session session = Session.open(engine)) {
            Region a = region(session, "A", "x");
            Region b = region(session, "B", "y");
            a.code = "B";
            b.code = "C";
            session.commit();
            assertThat(session.get(Region.class, "B")).containsSame(a);
            assertThat(a.villages).extracting(v -> v.name).containsExactly("x");
            assertThat(b.villages).extracting(v -> v.name).containsExactly("y");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void keysThatAreTakenOrExchangedAreRefused() {
        try (Session session = Session.open(engine)) {
            Region a = region(session, "A");
            Region b = region(session, "B");
            a.code = "B";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("Cannot change the key of Region#A to B: there is Region#B")
                    .hasMessageContaining("[ALK-2118]");
            b.code = "A";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("Region#A")
                    .hasMessageContaining("Region#B")
                    .hasMessageContaining("exchanged")
                    .hasMessageContaining("[ALK-2118]");
            a.code = "tmp";
            b.code = "B";
            session.flush();
            b.code = "A";
            session.flush();
            a.code = "B";
            session.commit();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aVersionIsCheckedAndCounted() {
        try (Session session = Session.open(engine);
                Session other = Session.open(engine)) {
            region(session, "A");
            Region mine = session.get(Region.class, "A").orElseThrow();
            session.commit();
            Region theirs = other.get(Region.class, "A").orElseThrow();
            other.commit();
            theirs.name = "Theirs";
            other.commit();
            mine.code = "B";
            assertThatThrownBy(session::flush).hasMessageContaining("[ALK-2203]");
            session.rollback();
            assertThat(mine.code).isEqualTo("A");
        }
    }

    @DatabaseTest
    void aForeignKeyThatDoesNotFollowIsRefusedAndACompositeKeyChanges(StatementRecorder recorder) {
        Library.create(engine);
        try (Session session = Session.open(engine)) {
            Publisher publisher = new Publisher("P", "Press");
            Book book = new Book("T");
            book.publisher = publisher;
            Place place = new Place("PL", "Krakow", 1);
            session.addAll(List.of(book, place));
            session.commit();
            publisher.code = "Q";
            recorder.clear();
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("Cannot change the key of Publisher#P: Book#" + book.id + " refers to it")
                    .hasMessageContaining("@OnUpdate(CASCADE)")
                    .hasMessageContaining("[ALK-2117]");
            assertThat(recorder.statements()).noneMatch(sent -> sent.sql().startsWith("UPDATE"));
            publisher.code = "P";
            place.city = "Gdansk";
            session.commit();
            SessionInvariants.check(session);
            assertThat(session.get(Place.class, CompositeKey.of("PL", "Gdansk")))
                    .containsSame(place);
            assertThat(session.query(BOOK).count()).isEqualTo(1);
        }
    }
}
