package org.alkahest.orm.lazy;

import static org.alkahest.orm.lazy.Film_.FILM;
import static org.alkahest.orm.lazy.Media_.MEDIA;
import static org.alkahest.orm.lazy.Paper_.PAPER;
import static org.alkahest.orm.lazy.Song_.SONG;
import static org.alkahest.orm.lazy.Thesis_.THESIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Lazy columns of classes of a hierarchy, in joined tables and in one. */
final class LazyInheritanceTest {
    private StatementRecorder recorder;
    private Session session;

    @BeforeEach
    void storeObjects(Engine engine, StatementRecorder statements) {
        recorder = statements;
        MetaData.of(MEDIA, FILM, SONG, PAPER).createAll(engine);
        session = Session.open(engine);
        session.addAll(List.of(
                new Film("F1", "film review 1", "script 1"),
                new Film("F2", "film review 2", "script 2"),
                new Song("S1", "song review", "lyrics"),
                new Media("M1", "review"),
                new Paper("P1", "text 1"),
                new Thesis("T1", "text 2", "appendix")));
        session.commit();
        session.reset();
        recorder.clear();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private static @Nullable String text(@Nullable Lazy<@Nullable String> field) {
        return Objects.requireNonNull(field, "a session fills the field").get();
    }

    private static boolean isLoaded(@Nullable Lazy<?> field) {
        return Objects.requireNonNull(field, "a session fills the field").isLoaded();
    }

    @DatabaseTest
    void aPolymorphicQueryLeavesOutThoseOfAllClasses() {
        List<Media> media = session.query(MEDIA).orderBy(MEDIA.title).all();
        assertThat(recorder.take().get(0)).doesNotContain("review", "script", "lyrics");
        Film film = (Film) media.get(0);
        assertThat(film.minutes).isEqualTo(90);
        assertThat(text(film.script)).isEqualTo("script 1");
        assertThat(text(film.review)).isEqualTo("film review 1");
        assertThat(text(media.get(1).review)).isEqualTo("film review 2");
        recorder.assertCount(1);
        assertThat(text(((Song) media.get(3)).lyrics)).isEqualTo("lyrics");
        assertThat(text(media.get(2).review)).isEqualTo("review");
    }

    @DatabaseTest
    void aPolymorphicQueryCanLoadThoseOfTheRootAndOfASubclass() {
        List<Media> media = session.query(MEDIA)
                .load(MEDIA.review)
                .load(SONG.lyrics)
                .orderBy(MEDIA.title)
                .all();
        recorder.clear();
        assertThat(media)
                .extracting(each -> text(each.review))
                .containsExactly("film review 1", "film review 2", "review", "song review");
        assertThat(text(((Song) media.get(3)).lyrics)).isEqualTo("lyrics");
        recorder.assertCount(0);
        assertThat(text(((Film) media.get(0)).script)).isEqualTo("script 1");
    }

    @DatabaseTest
    void aQueryOfASubclassCanLoadInheritedOnes() {
        Film film = session.query(FILM)
                .load(FILM.review)
                .orderBy(FILM.title)
                .first()
                .orElseThrow();
        recorder.clear();
        assertThat(text(film.review)).isEqualTo("film review 1");
        assertThat(isLoaded(film.script)).as("of the same group").isTrue();
        recorder.assertCount(0);
    }

    @DatabaseTest
    void changesGoToTheTableThatHasThem() {
        Film film = session.query(FILM).orderBy(FILM.title).first().orElseThrow();
        film.script = Lazy.of("cut");
        film.review = Lazy.of("worse");
        recorder.clear();
        session.commit();
        assertThat(recorder.writes()).hasSize(2);
        assertThat(text(film.script)).isEqualTo("cut");
        assertThat(text(film.review)).isEqualTo("worse");
        session.refresh(film, MEDIA.review);
        assertThat(text(film.review)).isEqualTo("worse");
    }

    @DatabaseTest
    void classesInOneTableHaveThemToo() {
        List<Paper> papers = session.query(PAPER).orderBy(PAPER.title).all();
        assertThat(recorder.take().get(0)).doesNotContain("text", "appendix");
        assertThat(papers).extracting(each -> text(each.text)).containsExactly("text 1", "text 2");
        Thesis thesis = (Thesis) papers.get(1);
        assertThat(thesis.school).isEqualTo("Lwow");
        assertThat(text(thesis.appendix)).isEqualTo("appendix");
        thesis.appendix = Lazy.of(null);
        session.commit();
        session.reset();
        Thesis read = session.query(THESIS).load(THESIS.appendix, THESIS.text).one();
        recorder.clear();
        assertThat(text(read.appendix)).isNull();
        assertThat(text(read.text)).isEqualTo("text 2");
        recorder.assertCount(0);
    }

    @DatabaseTest
    void singleAttributesOfSuperclassesAreRefreshedAndExpired() {
        Film film = session.query(FILM).orderBy(FILM.title).first().orElseThrow();
        film.title = "lost";
        session.flagModified(film, FILM.title);
        session.expire(film, MEDIA.title);
        assertThat(film.title).isEqualTo("F1");
        assertThat(session.isModified(film)).as("the flag is forgotten").isFalse();
        film.title = "lost";
        session.withoutAutoflush(() -> session.refresh(film, MEDIA.title));
        assertThat(film.title).isEqualTo("F1");
        assertThat(session.isModified(film)).isFalse();
    }
}
