package org.alkahest.orm;

import static org.alkahest.orm.places.Album_.ALBUM;
import static org.alkahest.orm.places.Artist_.ARTIST;
import static org.alkahest.orm.places.Cover_.COVER;
import static org.alkahest.orm.places.Track_.TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.places.Album;
import org.alkahest.orm.places.Artist;
import org.alkahest.orm.places.Cover;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Maps whose key is an attribute of the element, or a column of the table between. */
final class KeyedMapTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(ALBUM, TRACK, COVER, ARTIST));
    }

    private static Album album(Session session, Cover... covers) {
        Album album = new Album("A");
        for (Cover cover : covers) {
            album.covers.put(cover.side, cover);
        }
        session.add(album);
        session.flush();
        return album;
    }

    private static void check(Session session, String... plan) {
        assertThat(session.flushPlan().toString().lines()).containsExactly(plan);
        session.flush();
        assertThat(session.flushPlan().isEmpty()).isTrue();
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void elementsAreSavedAndLoadedUnderTheirKeys(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Cover front = new Cover("front", "f");
            Album album = album(session, front, new Cover("back", "b"));
            assertThat(front.album.get()).isSameAs(album);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Album album = session.query(ALBUM).one();
            recorder.clear();
            assertThat(album.covers.keySet()).containsExactlyInAnyOrder("front", "back");
            assertThat(album.covers.get("front").image).isEqualTo("f");
            assertThat(album.covers.get("side")).isNull();
            assertThat(album.covers).containsKey("back").hasSize(2);
            recorder.assertCount(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void putSetsTheReferenceAndAKeyThatIsMissing() {
        try (Session session = Session.open(engine)) {
            Album album = album(session);
            Cover cover = new Cover(null, "f");
            assertThat(album.covers.put("front", cover)).isNull();
            assertThat(cover.side).isEqualTo("front");
            assertThat(cover.album.get()).isSameAs(album);
            check(session, "INSERT covers(side, image, album_id) RETURNING(id) [Cover#new]");
        }
    }

    @DatabaseTest
    void aWrongOrMissingKeyIsRefusedAtOnce() {
        try (Session session = Session.open(engine)) {
            Album album = album(session);
            assertThatThrownBy(() -> album.covers.put("back", new Cover("front", "f")))
                    .hasMessageContaining("[ALK-2040]")
                    .hasMessageContaining("under back: its 'side' is front");
            assertThatThrownBy(() -> album.covers.put(null, new Cover("front", "f")))
                    .hasMessageContaining("[ALK-2041]");
            assertThatThrownBy(() -> album.covers.put("front", null)).isInstanceOf(NullPointerException.class);
            assertThat(album.covers).isEmpty();
            Album wrong = new Album("B");
            wrong.covers.put("back", new Cover("front", "f"));
            assertThatThrownBy(() -> session.add(wrong)).hasMessageContaining("[ALK-2040]");
            assertThat(session.state(wrong)).isEqualTo(org.alkahest.orm.state.State.TRANSIENT);
            Cover unset = new Cover(null, "g");
            Map<String, Cover> mine = new LinkedHashMap<>();
            mine.put("a", unset);
            mine.put("b", new Cover("c", "h"));
            wrong.covers = mine;
            assertThatThrownBy(() -> session.add(wrong)).hasMessageContaining("[ALK-2040]");
            assertThat(unset.side).as("what a failed add set").isNull();
            assertThat(wrong.covers).isSameAs(mine);
        }
    }

    @DatabaseTest
    void replacingAndRemovingDeletesOrphans() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("front", "f"), new Cover("back", "b"));
            Cover old = album.covers.put("front", new Cover("front", "new"));
            assertThat(old.image).isEqualTo("f");
            check(
                    session,
                    "INSERT covers(side, image, album_id) RETURNING(id) [Cover#new]",
                    "DELETE covers [Cover#" + old.id + "]");
            Cover back = album.covers.remove("back");
            assertThat(album.covers.remove("back")).isNull();
            check(session, "DELETE covers [Cover#" + back.id + "]");
            album.covers.clear();
            session.commit();
            assertThat(session.query(COVER).all()).isEmpty();
        }
    }

    @DatabaseTest
    void viewsOfTheMapAreTracked() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("a", "1"), new Cover("b", "2"), new Cover("c", "3"));
            session.commit();
            album.covers.values().removeIf(c -> c.image.equals("1"));
            album.covers.keySet().remove("b");
            for (Iterator<Map.Entry<String, Cover>> i = album.covers.entrySet().iterator(); i.hasNext(); ) {
                Map.Entry<String, Cover> each = i.next();
                assertThat(each).isEqualTo(entry("c", each.getValue()));
                each.setValue(new Cover("c", "4"));
            }
            session.flush();
            assertThat(session.query(COVER).all()).extracting(c -> c.image).containsExactly("4");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anAttributeThatChangedMovesItsElementAtTheFlush() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("front", "f"), new Cover("back", "b"));
            Cover front = album.covers.get("front");
            Cover back = album.covers.get("back");
            front.side = "back";
            back.side = "front";
            session.flush();
            assertThat(album.covers).containsExactlyInAnyOrderEntriesOf(Map.of("back", front, "front", back));
            front.side = "inside";
            check(session, "UPDATE covers(side) [" + "Cover#" + front.id + "]");
            assertThat(album.covers.keySet()).containsExactlyInAnyOrder("front", "inside");
            session.rollback();
        }
    }

    @DatabaseTest
    void aRollbackGivesKeysBack() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("front", "f"), new Cover("back", "b"));
            session.commit();
            Cover front = album.covers.get("front");
            front.side = "inside";
            album.covers.remove("back");
            session.flush();
            session.rollback();
            assertThat(album.covers.keySet()).containsExactlyInAnyOrder("front", "back");
            assertThat(album.covers.get("front")).isSameAs(front);
            assertThat(front.side).isEqualTo("front");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void twoElementsWithOneKeyAreRefused() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("front", "f"), new Cover("back", "b"));
            Cover front = album.covers.get("front");
            front.side = "back";
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("[ALK-2042]")
                    .hasMessageContaining("have the key back");
            front.side = null;
            assertThatThrownBy(session::flush).hasMessageContaining("[ALK-2041]");
            front.side = "front";
            session.flush();
            Cover third = new Cover("front", "third");
            third.album = Ref.of(album);
            session.add(third);
            assertThatThrownBy(session::flush).hasMessageContaining("[ALK-2042]");
            session.delete(front);
            session.flush();
            assertThat(album.covers.get("front")).isSameAs(third);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void rowsWithOneKeyAreRefusedWhereTheyAreRead() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("front", "f"), new Cover("back", "b"));
            session.commit();
            session.execute(Sql.update(COVER).set(COVER.side, "same"));
            assertThatThrownBy(() -> album.covers.size()).hasMessageContaining("[ALK-2042]");
            session.execute(Sql.update(COVER).setNull(COVER.side));
            assertThatThrownBy(() -> album.covers.size()).hasMessageContaining("[ALK-2041]");
        }
    }

    @DatabaseTest
    void aReferenceEntersTheMap() {
        try (Session session = Session.open(engine)) {
            Album album = album(session);
            Cover cover = new Cover("front", "f");
            cover.album = Ref.of(album);
            session.add(cover);
            session.flush();
            assertThat(album.covers).containsEntry("front", cover);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void theUsersMapIsWrapped() {
        try (Session session = Session.open(engine)) {
            Album album = new Album("A");
            Map<String, Cover> raw = new TreeMap<>();
            album.covers = raw;
            session.add(album);
            session.flush();
            raw.put("z", new Cover("z", "last"));
            raw.put("a", new Cover(null, "first"));
            session.flush();
            assertThat(album.covers.keySet()).containsExactly("a", "z");
            assertThat(album.covers.get("a").side).isEqualTo("a");
            assertThat(raw).hasSize(2);
            session.expunge(album);
        }
    }

    @DatabaseTest
    void aMapThatCannotChangeIsCopied() {
        try (Session session = Session.open(engine)) {
            for (Map<String, Cover> map : List.<Map<String, Cover>>of(
                    Map.of("front", new Cover("front", "f")),
                    Collections.emptyMap(),
                    Collections.singletonMap("front", new Cover("front", "f")),
                    Collections.unmodifiableMap(new HashMap<>()))) {
                Album album = new Album("A");
                album.covers = map;
                session.add(album);
                album.covers.put("back", new Cover("back", "b"));
                session.flush();
                assertThat(album.covers).hasSize(map.size() + 1);
            }
            Album none = new Album("N");
            none.covers = null;
            session.add(none);
            assertThat(none.covers).isEmpty();
        }
    }

    @DatabaseTest
    void anAssignedMapReplacesTheOldOne() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, new Cover("front", "f"), new Cover("back", "b"));
            Cover back = album.covers.get("back");
            album.covers = new HashMap<>(Map.of("back", back, "inside", new Cover("inside", "i")));
            session.flush();
            assertThat(session.query(COVER).orderBy(COVER.image).all())
                    .extracting(c -> c.side)
                    .containsExactly("back", "inside");
            SessionInvariants.check(session);
            album.covers = new HashMap<>(Map.of("wrong", back));
            assertThatThrownBy(session::flush).hasMessageContaining("[ALK-2040]");
            assertThatThrownBy(session::flush).hasMessageContaining("[ALK-2040]");
            session.rollback();
        }
    }

    private static Map<String, String> roles(Session session) {
        Map<String, String> roles = new TreeMap<>();
        for (Row2<String, String> row : session.execute(
                        Sql.select(roleColumn(), ARTIST.name).from(ALBUM).join(ALBUM.credits))
                .all()) {
            roles.put(row.v1(), row.v2());
        }
        return roles;
    }

    @SuppressWarnings("unchecked") // keys are strings
    private static org.alkahest.schema.Column<String> roleColumn() {
        return (org.alkahest.schema.Column<String>) ALBUM.credits.placement().column();
    }

    @DatabaseTest
    void theTableBetweenKeepsKeys(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Album album = new Album("A");
            Artist x = new Artist("x");
            Artist y = new Artist("y");
            album.credits.put("voice", x);
            album.credits.put("drums", y);
            session.add(album);
            session.commit();
            assertThat(roles(session)).isEqualTo(Map.of("voice", "x", "drums", "y"));
            album.credits.put("bass", album.credits.remove("drums"));
            check(session, "UPDATE albums_credits [Album#1-Artist#" + y.id + " at bass]");
            album.credits.remove("voice");
            album.credits.put("piano", new Artist("z"));
            check(
                    session,
                    "INSERT artists(name) RETURNING(id) [Artist#new]",
                    "DELETE albums_credits [Album#1-Artist#" + x.id + "]",
                    "INSERT albums_credits [Album#1-Artist#new at piano]");
            assertThat(roles(session)).isEqualTo(Map.of("bass", "y", "piano", "z"));
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Album album = session.query(ALBUM).one();
            recorder.clear();
            assertThat(album.credits.get("bass").name).isEqualTo("y");
            recorder.assertCount(1);
            SessionInvariants.check(session);
            album.credits.put("both", album.credits.get("bass"));
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("[ALK-2042]")
                    .hasMessageContaining("it holds y twice");
            album.credits.remove("bass");
            session.flush();
            assertThat(roles(session)).isEqualTo(Map.of("both", "y", "piano", "z"));
            session.rollback();
            assertThat(album.credits.keySet()).containsExactlyInAnyOrder("bass", "piano");
        }
    }

    @DatabaseTest
    void theOtherSideCannotPutIntoAMapWithoutAKey() {
        try (Session session = Session.open(engine)) {
            Album album = new Album("A");
            Artist artist = new Artist("x");
            session.addAll(List.of(album, artist));
            session.flush();
            assertThatThrownBy(() -> artist.credited.add(album)).hasMessageContaining("[ALK-2041]");
            album.credits.put("voice", artist);
            session.flush();
            assertThat(artist.credited).containsExactly(album);
            artist.credited.remove(album);
            session.flush();
            assertThat(album.credits).isEmpty();
            SessionInvariants.check(session);
        }
    }
}
