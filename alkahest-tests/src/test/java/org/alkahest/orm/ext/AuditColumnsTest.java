package org.alkahest.orm.ext;

import static org.alkahest.orm.lifecycle.Memo_.MEMO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.lifecycle.Memo;
import org.alkahest.testkit.DatabaseTest;

/** Who made and changed a row, and when. */
final class AuditColumnsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @DatabaseTest
    void rowsSayWhoMadeAndChangedThemAndWhen(Engine engine) {
        TestTables.create(engine, List.of(MEMO));
        AtomicReference<String> user = new AtomicReference<>("Ali");
        AuditColumns<Memo> audit = AuditColumns.of(Memo.class, Clock.fixed(NOON, ZoneOffset.UTC), user::get)
                .onInsert((memo, stamp) -> {
                    memo.createdBy = stamp.user();
                    memo.createdAt = stamp.time();
                })
                .onUpdate((memo, stamp) -> {
                    memo.changedBy = stamp.user();
                    memo.changedAt = stamp.time();
                });
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withListener(audit))) {
            Memo memo = new Memo("first");
            session.add(memo);
            session.commit();
            user.set("Fatima");
            session.commit();
            assertThat(memo.changedBy).isNull();
            memo.body = "second";
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Memo memo = session.query(MEMO).one();
            assertThat(memo.createdBy).isEqualTo("Ali");
            assertThat(memo.createdAt).isEqualTo(NOON);
            assertThat(memo.changedBy).isEqualTo("Fatima");
            assertThat(memo.changedAt).isEqualTo(NOON);
        }
    }
}
