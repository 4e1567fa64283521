package org.alkahest.orm;

import static org.alkahest.orm.passive.Cover_.COVER;
import static org.alkahest.orm.passive.Medium_.MEDIUM;
import static org.alkahest.orm.passive.Song_.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.passive.Cover;
import org.alkahest.orm.passive.Medium;
import org.alkahest.orm.passive.Song;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Rows of joined tables that the database deletes along with the root's. */
final class JoinedDeletesTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        assumeTrue(
                given.dialect().traits().has(Feature.TRANSACTIONAL_FOREIGN_KEYS),
                "foreign keys see no open transaction");
        engine = given;
        MetaData.of(List.of(MEDIUM, SONG, COVER)).createAll(engine);
        try (Session session = Session.open(engine)) {
            Song song = new Song("Hurt", 218);
            session.addAll(List.of(new Medium("Noise"), song, new Cover("Hurt again", song)));
            session.commit();
        }
    }

    private long rows() {
        try (var connection = engine.connect()) {
            return connection.execute(Sql.select(Sql.count()).from(SONG)).one()
                    + connection.execute(Sql.select(Sql.count()).from(COVER)).one();
        }
    }

    @DatabaseTest
    void aFlushDeletesTheRootsRowAlone(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Song song = session.query(SONG).where(SONG.title.eq("Hurt")).one();
            Cover cover = session.query(COVER).one();
            cover.original = null;
            session.flush();
            session.delete(song);
            recorder.clear();
            assertThat(session.flushPlan().toString())
                    .startsWith("DELETE media")
                    .doesNotContain("songs");
            session.flush();
            assertThat(recorder.take())
                    .singleElement()
                    .asString()
                    .contains("DELETE FROM media")
                    .doesNotContain("songs");
            session.commit();
            assertThat(session.state(song).toString()).isEqualTo("DETACHED");
        }
        assertThat(rows()).isEqualTo(2);
    }

    @DatabaseTest
    void rowsWithOtherForeignKeysGoFirstByStatements() {
        try (Session session = Session.open(engine)) {
            session.query(MEDIUM).all().forEach(session::delete);
            assertThat(session.flushPlan().toString().lines())
                    .extracting(line -> line.substring(0, line.indexOf(" [")))
                    .containsExactly("DELETE covers", "DELETE media");
            session.commit();
            assertThat(session.query(MEDIUM).count()).isZero();
        }
        assertThat(rows()).isZero();
    }

    @DatabaseTest
    void aRollbackBringsTheObjectBack() {
        try (Session session = Session.open(engine)) {
            Cover cover = session.query(COVER).one();
            session.delete(cover);
            session.flush();
            session.rollback();
            cover.seconds = 1;
            session.commit();
            assertThat(session.query(COVER).where(COVER.seconds.eq(1)).one()).isSameAs(cover);
            SessionInvariants.check(session);
        }
    }
}
