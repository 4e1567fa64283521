package org.alkahest.orm.lazy;

import static org.alkahest.orm.lazy.Leaflet_.LEAFLET;
import static org.alkahest.orm.lazy.Novel_.NOVEL;
import static org.alkahest.orm.lazy.Writer_.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.SessionSavepoint;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Columns that queries leave out: loaded for siblings together, written when they were assigned, stale after a commit. */
final class LazyColumnsTest {
    private Engine engine;
    private StatementRecorder recorder;
    private Session session;

    @BeforeEach
    void storeObjects(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        MetaData.of(WRITER, NOVEL, LEAFLET).createAll(engine);
        try (Session first = Session.open(engine)) {
            for (int i = 1; i <= 5; i++) {
                Writer writer = new Writer("W" + i, "Life " + i);
                writer.photo = Lazy.of(bytes("photo " + i));
                writer.preface = Lazy.of("Preface " + i);
                writer.motto = Lazy.of("Motto " + i);
                writer.note("Note " + i);
                writer.novels.add(new Novel("N" + i, "Summary " + i));
                first.add(writer);
            }
            first.commit();
        }
        recorder.clear();
        session = Session.open(engine);
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T extends @Nullable Object> Lazy<T> lazy(@Nullable Lazy<T> field) {
        return Objects.requireNonNull(field, "a session fills the field");
    }

    private List<Writer> writers() {
        return session.query(WRITER).orderBy(WRITER.id).all();
    }

    private Writer writer() {
        return session.query(WRITER).orderBy(WRITER.id).first().orElseThrow();
    }

    /** What the database has, seen by a session of its own or, on one connection, by this one. */
    private @Nullable String stored(Writer writer) {
        return session.execute(Sql.select(WRITER.biography).where(WRITER.id.eq(Objects.requireNonNull(writer.id))))
                .one();
    }

    @DatabaseTest
    void aQueryLeavesThemOutAndTheFirstAccessLoadsThemForAllSiblings() {
        List<Writer> writers = writers();
        assertThat(recorder.take().get(0)).doesNotContain("biography", "photo", "preface", "motto", "remarks");
        assertThat(lazy(writers.get(0).biography).isLoaded()).isFalse();
        assertThat(writers)
                .extracting(Writer::biographyText)
                .containsExactly("Life 1", "Life 2", "Life 3", "Life 4", "Life 5");
        assertThat(lazy(writers.get(4).biography).isLoaded()).isTrue();
        List<String> sent = recorder.take();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0)).contains("biography").doesNotContain("photo", "preface", "motto");
        assertThat(lazy(writers.get(1).photo).get()).isEqualTo(bytes("photo 2"));
        assertThat(writers.get(2).notes().get()).isEqualTo("Note 3");
        recorder.assertCount(2);
    }

    @DatabaseTest
    void gettingOneOfAGroupLoadsTheGroup() {
        List<Writer> writers = writers();
        recorder.clear();
        assertThat(lazy(writers.get(0).motto).get()).isEqualTo("Motto 1");
        assertThat(lazy(writers.get(3).preface).get()).isEqualTo("Preface 4");
        recorder.assertCount(1);
        assertThat(lazy(writers.get(0).photo).isLoaded()).isFalse();
    }

    @DatabaseTest
    void aBatchIsBounded() {
        try (Session small =
                Sessions.of(engine, SessionOptions.DEFAULT.withBatchSize(2)).open()) {
            List<Writer> writers = small.query(WRITER).all();
            recorder.clear();
            writers.forEach(Writer::biographyText);
            recorder.assertCount(3);
        }
    }

    @DatabaseTest
    void aQueryCanLoadThemAlong() {
        List<Writer> writers =
                session.query(WRITER).load(WRITER.biography, WRITER.motto).all();
        recorder.assertCount(1);
        assertThat(writers).allSatisfy(writer -> {
            assertThat(lazy(writer.biography).isLoaded()).isTrue();
            assertThat(lazy(writer.preface).get()).as("of the group").startsWith("Preface");
            assertThat(lazy(writer.photo).isLoaded()).isFalse();
        });
        recorder.assertCount(1);
        session.flush();
        recorder.assertCount(1);
    }

    @DatabaseTest
    void aQueryThatLoadsThemFillsObjectsThatTheSessionHasAlready() {
        Writer writer = writer();
        Writer changed = writers().get(1);
        changed.biography = Lazy.of("mine");
        session.withoutAutoflush(
                () -> session.query(WRITER).load(WRITER.biography).all());
        assertThat(lazy(writer.biography).isLoaded()).isTrue();
        assertThat(changed.biographyText()).isEqualTo("mine");
        assertThat(session.history(changed, WRITER.biography).deleted()).containsExactly("Life 2");
    }

    @DatabaseTest
    void thoseOfAssociatedObjectsAreLoadedByOneStatementMore() {
        List<Writer> writers =
                session.query(WRITER).load(WRITER.novels).load(NOVEL.summary).all();
        recorder.assertCount(3);
        assertThat(writers.get(2).novels.get(0).summary.get()).startsWith("Summary");
        recorder.assertCount(3);
        assertThatThrownBy(() -> session.query(WRITER).load(NOVEL.summary).all())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALK-2304");
        assertThatThrownBy(() -> session.query(WRITER).load(WRITER.name))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no Lazy attribute")
                .hasMessageContaining("ALK-2052");
    }

    @DatabaseTest
    void anUnloadedOneIsUnchangedAndAnAssignedOneIsWritten() {
        Writer writer = writer();
        writer.name = "Renamed";
        recorder.clear();
        session.flush();
        assertThat(recorder.take()).singleElement().asString().doesNotContain("biography");
        writer.biography = Lazy.of("Another life");
        assertThat(session.isModified(writer)).isTrue();
        session.flush();
        assertThat(recorder.take()).singleElement().asString().contains("biography");
        session.flush();
        recorder.assertCount(0);
        assertThat(stored(writer)).isEqualTo("Another life");
    }

    @DatabaseTest
    void aLoadedOneThatIsAssignedTheSameValueIsUnchanged() {
        Writer writer = writer();
        writer.biographyText();
        lazy(writer.photo).get();
        writer.biography = Lazy.of("Life 1");
        writer.photo = Lazy.of(bytes("photo 1"));
        assertThat(session.isModified(writer)).isFalse();
        session.refresh(writer);
        assertThat(lazy(writer.biography).isLoaded())
                .as("the session's own again")
                .isFalse();
        assertThat(writer.biographyText()).isEqualTo("Life 1");
    }

    @DatabaseTest
    void nullIsAValue() {
        Writer writer = writer();
        writer.biography = null;
        Writer second = writers().get(1);
        second.biography = Lazy.of(null);
        session.commit();
        assertThat(writer.biographyText()).isNull();
        assertThat(lazy(second.biography).isLoaded()).isTrue();
        assertThat(stored(writer)).isNull();
        Writer unset = new Writer("Unset", "");
        unset.biography = null;
        session.add(unset);
        session.commit();
        assertThat(lazy(unset.biography).get()).isNull();
    }

    @DatabaseTest
    void afterACommitTheFirstAccessReloadsThoseOfAllObjects() {
        List<Writer> writers = writers();
        writers.forEach(Writer::biographyText);
        session.commit();
        session.connection().execute(Sql.update(WRITER).set(WRITER.biography, "changed elsewhere"));
        recorder.clear();
        assertThat(writers).extracting(Writer::biographyText).containsOnly("changed elsewhere");
        recorder.assertCount(1);
    }

    @DatabaseTest
    void newObjectsHaveThemFromTheBeginningAndReloadAfterTheCommit() {
        Writer writer = new Writer("New", "New life");
        session.add(writer);
        recorder.clear();
        session.commit();
        assertThat(recorder.take()).singleElement().asString().contains("INSERT", "biography");
        session.connection()
                .execute(Sql.update(WRITER)
                        .set(WRITER.biography, "corrected")
                        .where(WRITER.id.eq(Objects.requireNonNull(writer.id))));
        assertThat(writer.biographyText()).isEqualTo("corrected");
    }

    @DatabaseTest
    void afterCloseTheLastContentStaysReadableAndTheOthersSayWhatToLoad() {
        List<Writer> writers = writers();
        writers.forEach(Writer::biographyText);
        session.commit();
        session.close();
        Writer writer = writers.get(0);
        assertThat(writer.biographyText()).isEqualTo("Life 1");
        assertThatThrownBy(() -> lazy(writer.photo).get())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Writer.photo")
                .hasMessageContaining("query of Writer")
                .hasMessageContaining("query.load(")
                .hasMessageContaining("ALK-2050");
    }

    @DatabaseTest
    void anExpungedObjectKeepsWhatItKnows() {
        List<Writer> writers = writers();
        writers.get(0).biographyText();
        session.expunge(writers.get(0));
        session.commit();
        assertThat(writers.get(0).biographyText()).isEqualTo("Life 1");
        assertThatThrownBy(() -> lazy(writers.get(0).motto).get()).hasMessageContaining("ALK-2050");
        assertThat(writers.get(1).biographyText()).isEqualTo("Life 2");
    }

    @DatabaseTest
    void aRowThatIsGoneIsReported() {
        Writer writer = new Writer("Short", "lived");
        session.add(writer);
        session.commit();
        session.connection().execute(Sql.delete(WRITER).where(WRITER.id.eq(Objects.requireNonNull(writer.id))));
        assertThatThrownBy(writer::biographyText)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Writer.biography")
                .hasMessageContaining("ALK-2051");
    }

    @DatabaseTest
    void aRollbackGivesBackWhatWasThere() {
        List<Writer> writers = writers();
        Writer loaded = writers.get(0);
        Writer unloaded = writers.get(1);
        session.query(WRITER).where(WRITER.name.eq("W1")).load(WRITER.biography).all();
        loaded.biography = Lazy.of("x");
        unloaded.biography = Lazy.of("y");
        session.flush();
        session.rollback();
        assertThat(loaded.biographyText()).isEqualTo("Life 1");
        assertThat(unloaded.biographyText()).isEqualTo("Life 2");
        unloaded.biography = Lazy.of("never flushed");
        session.rollback();
        assertThat(unloaded.biographyText()).isEqualTo("Life 2");
        assertThat(session.isModified(unloaded)).isFalse();
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointGivesBackWhatWasThereAndKeepsOtherChanges() {
        List<Writer> writers = writers();
        Writer flushed = writers.get(0);
        Writer pending = new Writer("Pending", "waits");
        try (SessionSavepoint savepoint = session.savepoint()) {
            flushed.biography = Lazy.of("x");
            session.flush();
            writers.get(1).biography = Lazy.of("later");
            session.add(pending);
            session.flushPlan();
            savepoint.rollback();
        }
        assertThat(flushed.biographyText()).isEqualTo("Life 1");
        assertThat(writers.get(1).biographyText()).isEqualTo("later");
        assertThat(pending.biographyText()).isEqualTo("waits");
        session.commit();
        assertThat(stored(writers.get(1))).isEqualTo("later");
    }

    @DatabaseTest
    void expireAndRefreshTakeTheRowsValue() {
        Writer writer = writer();
        writer.biographyText();
        session.connection().execute(Sql.update(WRITER).set(WRITER.biography, "elsewhere"));
        writer.biography = Lazy.of("lost");
        session.expire(writer, WRITER.biography);
        assertThat(writer.biographyText()).isEqualTo("elsewhere");
        writer.biography = Lazy.of("lost");
        session.withoutAutoflush(() -> session.refresh(writer, WRITER.biography));
        assertThat(writer.biographyText()).isEqualTo("elsewhere");
        assertThat(session.isModified(writer)).isFalse();
        writer.biography = Lazy.of("lost");
        session.expire(writer);
        assertThat(writer.biographyText()).isEqualTo("elsewhere");
        session.execute(Sql.update(WRITER).set(WRITER.biography, "by the session"));
        assertThat(writer.biographyText()).isEqualTo("by the session");
    }

    @DatabaseTest(requires = Feature.ROW_LOCKS)
    void aLockedRowIsReadAgainAndChecked() {
        Writer writer = writer();
        writer.biographyText();
        session.refresh(writer, Locking.forUpdate());
        assertThat(lazy(writer.biography).isLoaded()).isFalse();
        Novel novel = session.query(NOVEL).orderBy(NOVEL.id).first().orElseThrow();
        Novel locked = session.get(NOVEL, Objects.requireNonNull(novel.id), Locking.forUpdate())
                .orElseThrow();
        assertThat(locked.summary.get()).isEqualTo("Summary 1");
        assertThat(locked.writer.get().name).isEqualTo("W1");
    }

    @DatabaseTest
    void updatesByCriteriaAreReadWhenTheyAreAskedFor() {
        List<Writer> writers = writers();
        writers.forEach(Writer::biographyText);
        session.execute(Sql.update(WRITER).set(WRITER.biography, "by criteria").where(WRITER.name.eq("W1")));
        assertThat(writers.get(0).biographyText()).isEqualTo("by criteria");
        session.execute(Sql.update(WRITER).set(WRITER.name, "found").where(WRITER.biography.eq("Life 2")));
        session.execute(Sql.update(WRITER).set(WRITER.name, "unknown").where(WRITER.motto.eq("Motto 3")));
        session.query(WRITER).all();
        assertThat(writers).extracting(writer -> writer.name).startsWith("W1", "found", "unknown");
        session.execute(Sql.delete(NOVEL).where(NOVEL.summary.eq("Summary 4")));
        assertThat(session.query(NOVEL).count()).isEqualTo(4);
        assertThat(session.isModified(writers.get(0))).isFalse();
    }

    @DatabaseTest
    void objectsThatAreReadAloneLoadThemForSiblingsToo() {
        List<Writer> writers =
                session.query(WRITER).readOnly().orderBy(WRITER.id).all();
        recorder.clear();
        assertThat(writers).extracting(Writer::biographyText).startsWith("Life 1", "Life 2");
        recorder.assertCount(1);
        writers.get(0).biography = Lazy.of("not written");
        session.flush();
        recorder.assertCount(1);
        session.refresh(writers.get(0));
        assertThat(writers.get(0).biographyText()).isEqualTo("Life 1");
        writers.get(0).biography = Lazy.of("written");
        session.commit();
        assertThat(stored(writers.get(0))).isEqualTo("written");
    }

    @DatabaseTest
    void aRefreshKeepsWhatWasChanged() {
        Writer writer = writer();
        writer.biography = Lazy.of("mine");
        session.withoutAutoflush(() -> session.refresh(writer));
        assertThat(writer.biographyText()).isEqualTo("mine");
        session.commit();
        assertThat(stored(writer)).isEqualTo("mine");
    }

    @DatabaseTest
    void historiesLoadNothing() {
        Writer writer = writer();
        recorder.clear();
        assertThat(session.history(writer, WRITER.biography).unchanged()).isEmpty();
        writer.biography = Lazy.of("new");
        assertThat(session.history(writer, WRITER.biography).added()).containsExactly("new");
        assertThat(session.history(writer, WRITER.biography).deleted()).isEmpty();
        recorder.assertCount(0);
        Writer second = writers().get(1);
        second.biographyText();
        assertThat(session.history(second, WRITER.biography).unchanged()).containsExactly("Life 2");
    }

    @DatabaseTest
    void valuesSetAsCommittedAreNotWritten() {
        Writer writer = writer();
        recorder.clear();
        session.setCommitted(writer, WRITER.biography, "from a cache");
        assertThat(writer.biographyText()).isEqualTo("from a cache");
        session.flush();
        recorder.assertCount(0);
        writer.biography = Lazy.of("changed");
        session.commit();
        assertThat(stored(writer)).isEqualTo("changed");
    }

    @DatabaseTest
    void aContentThatIsChangedInPlaceIsWrittenWhenItIsFlagged() {
        Writer writer = writer();
        Objects.requireNonNull(lazy(writer.photo).get())[0] = 'P';
        assertThat(session.isModified(writer)).isFalse();
        session.flagModified(writer, WRITER.photo);
        session.commit();
        assertThat(lazy(writer.photo).get()).isEqualTo(bytes("Photo 1"));
    }

    @DatabaseTest
    void anotherObjectsLazyIsCopied() {
        List<Writer> writers = writers();
        writers.get(0).biography = writers.get(1).biography;
        session.commit();
        assertThat(writers.get(0).biographyText()).isEqualTo("Life 2");
        writers.get(1).biography = Lazy.of("own");
        session.commit();
        assertThat(writers.get(0).biographyText()).isEqualTo("Life 2");
    }

    @DatabaseTest
    void mergeCopiesWhatIsKnownAndWritesWhatDiffers() {
        List<Writer> detached = writers();
        detached.get(0).biographyText();
        session.close();
        detached.get(0).biography = Lazy.of("Life 1");
        detached.get(1).biography = Lazy.of("merged");
        try (Session other = Session.open(engine)) {
            Writer same = other.merge(detached.get(0));
            Writer changed = other.merge(detached.get(1));
            assertThat(other.isModified(same)).isFalse();
            assertThat(changed.biographyText()).isEqualTo("merged");
            recorder.clear();
            other.commit();
            assertThat(recorder.take()).singleElement().asString().contains("UPDATE", "biography");
            assertThat(same.biographyText()).isEqualTo("Life 1");
        }
    }

    @DatabaseTest
    void cleanCopiesAreNotWritten() {
        List<Writer> detached = writers();
        detached.get(0).biographyText();
        session.close();
        try (Session other = Session.open(engine)) {
            Writer copy = other.mergeClean(detached.get(0));
            recorder.clear();
            assertThat(copy.biographyText()).isEqualTo("Life 1");
            other.flush();
            recorder.assertCount(0);
            assertThat(lazy(copy.motto).get()).isEqualTo("Motto 1");
        }
    }

    @DatabaseTest
    void attachedObjectsLoadThemInTheirNewSession() {
        List<Writer> detached = writers();
        detached.get(0).biographyText();
        session.close();
        try (Session other = Session.open(engine)) {
            other.attach(detached.get(0));
            other.attachModified(detached.get(1));
            recorder.clear();
            assertThat(detached.get(0).biographyText()).isEqualTo("Life 1");
            recorder.assertCount(0);
            other.flush();
            assertThat(recorder.take())
                    .singleElement()
                    .asString()
                    .contains("UPDATE")
                    .doesNotContain("motto");
            assertThat(lazy(detached.get(0).photo).get()).isEqualTo(bytes("photo 1"));
            detached.get(0).biography = Lazy.of("later");
            other.commit();
            assertThat(detached.get(0).biographyText()).isEqualTo("later");
        }
    }

    @DatabaseTest
    void inCriteriaAndProjectionsTheyAreOrdinaryColumns() {
        assertThat(session.execute(Sql.select(WRITER.biography)
                                .where(WRITER.biography.like("Life%"))
                                .orderBy(WRITER.id))
                        .all())
                .hasSize(5);
        assertThat(session.query(WRITER).where(WRITER.biography.eq("Life 3")).one().name)
                .isEqualTo("W3");
        Writer_ alias = WRITER.as("w");
        assertThat(session.execute(Sql.select(alias, alias.motto).orderBy(alias.id))
                        .all())
                .first()
                .satisfies(row -> {
                    assertThat(row.v1().name).isEqualTo("W1");
                    assertThat(row.v2()).isEqualTo("Motto 1");
                    assertThat(row.v1().biographyText()).isEqualTo("Life 1");
                });
    }

    @DatabaseTest
    void versionsAreCheckedAndCounted() {
        Novel novel = session.query(NOVEL).first().orElseThrow();
        int before = novel.version;
        novel.summary = Lazy.of("rewritten");
        session.commit();
        assertThat(novel.version).isEqualTo(before + 1);
        assertThat(novel.summary.get()).isEqualTo("rewritten");
    }

    @DatabaseTest
    void aNewObjectTakesOverTheRowOfADeletedOne() {
        session.add(new Leaflet("a", "first"));
        session.commit();
        session.reset();
        session.delete(session.get(Leaflet.class, "a").orElseThrow());
        Leaflet next = new Leaflet("a", "second");
        session.add(next);
        recorder.clear();
        session.commit();
        assertThat(recorder.take()).singleElement().asString().contains("UPDATE", "text", "footer");
        assertThat(lazy(next.text).get()).isEqualTo("second");
        assertThat(lazy(next.footer).get()).isNull();
    }

    @DatabaseTest
    void streamsAndCountsKnowThem() {
        try (var stream = session.query(WRITER).load(WRITER.biography).stream()) {
            assertThat(stream.map(Writer::biographyText)).hasSize(5).doesNotContainNull();
        }
        assertThat(session.query(WRITER).load(WRITER.biography).count()).isEqualTo(5);
    }
}
