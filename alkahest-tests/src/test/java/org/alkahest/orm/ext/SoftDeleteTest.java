package org.alkahest.orm.ext;

import static org.alkahest.orm.lifecycle.Memo_.MEMO;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.lifecycle.Memo;
import org.alkahest.orm.lifecycle.Memo_;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Deleted objects whose rows stay, and are not seen. */
final class SoftDeleteTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @DatabaseTest
    void rowsOfDeletedObjectsStayAndAreNotSeen(DatabaseFixture database) {
        SoftDelete<Memo> soft = SoftDelete.of(MEMO, MEMO.deletedAt, Clock.fixed(NOON, ZoneOffset.UTC));
        Engine engine = database.newEngine(EngineOptions.defaults().withStatementRewriter(soft::hide));
        TestTables.create(engine, List.of(MEMO));
        Sessions sessions = Sessions.of(engine, SessionOptions.DEFAULT.withListener(soft));
        Memo kept = new Memo("kept");
        Memo gone = new Memo("gone");
        try (Session session = sessions.open()) {
            session.addAll(List.of(kept, gone));
            session.commit();
            session.delete(gone);
            session.commit();
            assertThat(session.state(gone)).isEqualTo(State.PERSISTENT);
            assertThat(gone.deletedAt).isEqualTo(NOON);
        }
        try (Session session = sessions.open()) {
            assertThat(session.query(MEMO).all()).extracting(memo -> memo.body).containsExactly("kept");
            assertThat(session.get(Memo.class, gone.id)).isEmpty();
            assertThat(session.execute(select(count()).from(MEMO)).one()).isEqualTo(1L);
            long rows = session.connection().withJdbc(jdbc -> {
                try (var statement = jdbc.createStatement();
                        var counted = statement.executeQuery("SELECT count(*) FROM memos")) {
                    counted.next();
                    return counted.getLong(1);
                }
            });
            assertThat(rows).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aliasesJoinsAndSubqueriesDoNotShowThem(DatabaseFixture database) {
        SoftDelete<Memo> soft = SoftDelete.of(MEMO, MEMO.deletedAt, Clock.fixed(NOON, ZoneOffset.UTC));
        Engine engine = database.newEngine(EngineOptions.defaults().withStatementRewriter(soft::hide));
        TestTables.create(engine, List.of(MEMO));
        Memo_ other = MEMO.as("other");
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(soft))) {
            Memo gone = new Memo("gone");
            session.addAll(List.of(new Memo("kept"), gone));
            session.commit();
            session.delete(gone);
            session.commit();
            assertThat(session.execute(select(other.body)).all()).containsExactly("kept");
            assertThat(session.execute(select(MEMO.body, other.body)
                                    .from(MEMO)
                                    .leftJoin(other, other.id.ne(MEMO.id))
                                    .where(MEMO.id.in(select(MEMO.id))))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("kept null");
        }
    }
}
