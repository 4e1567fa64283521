package org.alkahest.orm;

import static org.alkahest.orm.places.Album_.ALBUM;
import static org.alkahest.orm.places.Artist_.ARTIST;
import static org.alkahest.orm.places.Cover_.COVER;
import static org.alkahest.orm.places.Track_.TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.places.Album;
import org.alkahest.orm.places.Artist;
import org.alkahest.orm.places.Track;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Lists that keep the positions of their elements, in an attribute or in the table between. */
final class PositionsTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(ALBUM, TRACK, COVER, ARTIST));
    }

    private Album album(Session session, String... titles) {
        Album album = new Album("A");
        for (String title : titles) {
            album.tracks.add(new Track(title));
        }
        session.add(album);
        session.flush();
        return album;
    }

    /** What the next flush writes; then it is flushed and the table compared with the list. */
    private static void check(Session session, Album album, String... plan) {
        assertThat(session.flushPlan().toString().lines()).containsExactly(plan);
        session.flush();
        assertDense(session, album);
        assertThat(session.flushPlan().isEmpty()).isTrue();
        SessionInvariants.check(session);
    }

    private static void assertDense(Session session, Album album) {
        for (int i = 0; i < album.tracks.size(); i++) {
            assertThat(album.tracks.get(i).position).isEqualTo(i);
        }
        assertThat(session.execute(Sql.select(TRACK.title)
                                .from(TRACK)
                                .where(TRACK.album.eq(album))
                                .orderBy(TRACK.position))
                        .all())
                .containsExactlyElementsOf(
                        album.tracks.stream().map(t -> t.title).toList());
    }

    @DatabaseTest
    void newElementsAreNumbered() {
        try (Session session = Session.open(engine)) {
            Album album = new Album("A");
            album.tracks.addAll(List.of(new Track("a"), new Track("b")));
            session.add(album);
            check(
                    session,
                    album,
                    "INSERT albums(title) RETURNING(id) [Album#new]",
                    "INSERT tracks(title, album_id, position) RETURNING(id) [Track#new, Track#new]");
        }
    }

    @DatabaseTest
    void anInsertInTheMiddleMovesTheRestOnly() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b", "c");
            album.tracks.add(1, new Track("new"));
            check(
                    session,
                    album,
                    "INSERT tracks(title, album_id, position) RETURNING(id) [Track#new]",
                    "UPDATE tracks(position) [Track#2, Track#3]");
        }
    }

    @DatabaseTest
    void appendingWritesTheNewRowAlone() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b");
            album.tracks.add(new Track("c"));
            check(session, album, "INSERT tracks(title, album_id, position) RETURNING(id) [Track#new]");
        }
    }

    @DatabaseTest
    void aRemovedElementLosesItsPositionAndTheRestMovesUp() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b", "c");
            Track first = album.tracks.remove(0);
            check(
                    session,
                    album,
                    "UPDATE tracks(album_id, position) [Track#1]",
                    "UPDATE tracks(position) [Track#2, Track#3]");
            assertThat(first.position).isNull();
        }
    }

    @DatabaseTest
    void aSwapWritesTwoRows(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b", "c");
            Collections.swap(album.tracks, 0, 2);
            recorder.clear();
            session.flush();
            assertThat(recorder.writes()).hasSize(1);
            assertThat(recorder.writes().get(0).parameters()).hasSize(2);
            assertDense(session, album);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void sortingMovesElements() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "b", "a");
            album.tracks.sort(Comparator.comparing((Track t) -> t.title));
            check(session, album, "UPDATE tracks(position) [Track#1, Track#2]");
        }
    }

    @DatabaseTest
    void aReorderThroughTheUsersInstanceCounts() {
        try (Session session = Session.open(engine)) {
            Album album = new Album("A");
            List<Track> raw = album.tracks;
            raw.addAll(List.of(new Track("a"), new Track("b")));
            session.add(album);
            session.flush();
            Collections.reverse(raw);
            check(session, album, "UPDATE tracks(position) [Track#1, Track#2]");
        }
    }

    @DatabaseTest
    void aReorderIsFlushedBeforeAQueryThatWouldMissIt() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b");
            Collections.swap(album.tracks, 0, 1);
            assertThat(session.query(TRACK).orderBy(TRACK.position).all())
                    .extracting(t -> t.title)
                    .containsExactly("b", "a");
        }
    }

    @DatabaseTest
    void aDeletedElementLeavesNoGap() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b", "c");
            session.delete(album.tracks.get(0));
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly("UPDATE tracks(position) [Track#2, Track#3]", "DELETE tracks [Track#1]");
            session.flush();
            assertThat(album.tracks).extracting(t -> t.title).containsExactly("b", "c");
            assertDense(session, album);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aMovedElementGoesToTheEndOfTheOtherList() {
        try (Session session = Session.open(engine)) {
            Album from = album(session, "a", "b");
            Album to = album(session, "c");
            from.tracks.get(0).album = Ref.of(to);
            check(session, to, "UPDATE tracks(album_id, position) [Track#1]", "UPDATE tracks(position) [Track#2]");
            assertThat(to.tracks).extracting(t -> t.title).containsExactly("c", "a");
            assertDense(session, from);
        }
    }

    @DatabaseTest
    void aReferenceToAnOwnerWhoseListIsNotLoadedLoadsItForThePosition() {
        try (Session session = Session.open(engine)) {
            album(session, "a", "b");
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Album album = session.query(ALBUM).one();
            Track track = new Track("c");
            track.album = Ref.of(album);
            session.add(track);
            session.flush();
            assertThat(track.position).isEqualTo(2);
            assertDense(session, album);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void gapsInTheTableAreReadAndClosedByTheNextChange() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b", "c");
            session.execute(Sql.update(TRACK).set(TRACK.position, 9).where(TRACK.title.eq("a")));
            session.commit();
            assertThat(album.tracks).extracting(t -> t.title).containsExactly("b", "c", "a");
            assertThat(session.flushPlan().isEmpty()).isTrue();
            album.tracks.add(new Track("d"));
            check(
                    session,
                    album,
                    "INSERT tracks(title, album_id, position) RETURNING(id) [Track#new]",
                    "UPDATE tracks(position) [Track#1, Track#2, Track#3]");
        }
    }

    @DatabaseTest
    void aRollbackGivesOrderAndPositionsBack() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b", "c");
            session.commit();
            Collections.reverse(album.tracks);
            album.tracks.remove(1);
            session.flush();
            session.rollback();
            assertThat(album.tracks).extracting(t -> t.title).containsExactly("a", "b", "c");
            assertDense(session, album);
            Collections.reverse(album.tracks);
            session.rollback();
            assertThat(album.tracks).extracting(t -> t.title).containsExactly("a", "b", "c");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void theUsersOrderOutlastsAReload() {
        try (Session session = Session.open(engine)) {
            Album album = new Album("A");
            List<Track> raw = album.tracks;
            raw.addAll(List.of(new Track("a"), new Track("b")));
            session.add(album);
            session.commit();
            raw.add(1, new Track("new"));
            assertThat(album.tracks).extracting(t -> t.title).containsExactly("a", "new", "b");
            session.flush();
            assertDense(session, album);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anElementTwiceIsRefused() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b");
            album.tracks.add(album.tracks.get(0));
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("[ALK-2042]")
                    .hasMessageContaining("it holds a twice, at 0 and at 2");
            album.tracks.remove(2);
            session.flush();
            assertDense(session, album);
        }
    }

    @DatabaseTest
    void aReplacedListIsNumberedAnew() {
        try (Session session = Session.open(engine)) {
            Album album = album(session, "a", "b");
            album.tracks = new ArrayList<>(List.of(album.tracks.get(1), new Track("c"), album.tracks.get(0)));
            check(
                    session,
                    album,
                    "INSERT tracks(title, album_id, position) RETURNING(id) [Track#new]",
                    "UPDATE tracks(position) [Track#1, Track#2]");
        }
    }

    private static List<String> places(Session session, Album album) {
        return session.execute(Sql.select(ARTIST.name)
                        .from(ALBUM)
                        .join(ALBUM.artists)
                        .where(ALBUM.id.eq(album.id))
                        .orderBy(ALBUM.artists.placement().column().asc()))
                .all();
    }

    private Album withArtists(Session session, String... names) {
        Album album = new Album("A");
        for (String name : names) {
            album.artists.add(new Artist(name));
        }
        session.add(album);
        session.commit();
        return album;
    }

    private static void checkArtists(Session session, Album album, String... plan) {
        assertThat(session.flushPlan().toString().lines()).containsExactly(plan);
        session.flush();
        assertThat(places(session, album))
                .containsExactlyElementsOf(
                        album.artists.stream().map(a -> a.name).toList());
        assertThat(session.flushPlan().isEmpty()).isTrue();
        SessionInvariants.check(session);
    }

    @DatabaseTest
    void theTableBetweenKeepsPositions(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Album album = withArtists(session, "x", "y", "z");
            assertThat(places(session, album)).containsExactly("x", "y", "z");
            album.artists.add(1, new Artist("new"));
            checkArtists(
                    session,
                    album,
                    "INSERT artists(name) RETURNING(id) [Artist#new]",
                    "UPDATE albums_artists [Album#1-Artist#2 at 2, Album#1-Artist#3 at 3]",
                    "INSERT albums_artists [Album#1-Artist#new at 1]");
            album.artists.remove(0);
            checkArtists(
                    session,
                    album,
                    "DELETE albums_artists [Album#1-Artist#1]",
                    "UPDATE albums_artists [Album#1-Artist#4 at 0, Album#1-Artist#2 at 1, Album#1-Artist#3 at 2]");
            Collections.swap(album.artists, 0, 1);
            recorder.clear();
            session.flush();
            assertThat(recorder.writes()).hasSize(1);
            assertThat(places(session, album)).containsExactly("y", "new", "z");
            session.rollback();
            assertThat(album.artists).extracting(a -> a.name).containsExactly("x", "y", "z");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aCollectionIsReadInTheOrderOfItsColumns() {
        try (Session session = Session.open(engine)) {
            Artist artist = new Artist("x");
            artist.albums.addAll(List.of(new Album("a"), new Album("c"), new Album("b")));
            session.add(artist);
            session.commit();
            assertThat(artist.albums).extracting(a -> a.title).containsExactly("c", "b", "a");
        }
    }

    @DatabaseTest
    void theOtherSideAppends() {
        try (Session session = Session.open(engine)) {
            Album album = withArtists(session, "x", "y");
            Artist artist = new Artist("z");
            artist.albums.add(album);
            session.add(artist);
            checkArtists(
                    session,
                    album,
                    "INSERT artists(name) RETURNING(id) [Artist#new]",
                    "INSERT albums_artists [Album#1-Artist#new at 2]");
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Album album = session.query(ALBUM).one();
            Artist artist = new Artist("last");
            artist.albums.add(album);
            session.add(artist);
            session.flush();
            assertThat(album.artists).extracting(a -> a.name).containsExactly("x", "y", "z", "last");
            assertThat(places(session, album)).containsExactly("x", "y", "z", "last");
            SessionInvariants.check(session);
        }
    }
}
