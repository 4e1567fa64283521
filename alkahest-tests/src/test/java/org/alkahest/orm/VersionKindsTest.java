package org.alkahest.orm;

import static org.alkahest.orm.versioning.Stamped_ByHand_.BY_HAND;
import static org.alkahest.orm.versioning.Stamped_ByInstant_.BY_INSTANT;
import static org.alkahest.orm.versioning.Stamped_ByLetters_.BY_LETTERS;
import static org.alkahest.orm.versioning.Stamped_ByLocalTime_.BY_LOCAL_TIME;
import static org.alkahest.orm.versioning.Stamped_ByOffsetTime_.BY_OFFSET_TIME;
import static org.alkahest.orm.versioning.Stamped_ByShort_.BY_SHORT;
import static org.alkahest.orm.versioning.Stamped_ByUuid_.BY_UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.orm.versioning.Stamped;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Versions that are times, random, the user's own, or left to the user. */
final class VersionKindsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456789Z");

    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(
                engine, List.of(BY_INSTANT, BY_LOCAL_TIME, BY_OFFSET_TIME, BY_UUID, BY_SHORT, BY_LETTERS, BY_HAND));
    }

    /** The versions of an object after it is inserted, changed, and changed by a session that loaded it. */
    private List<Object> versions(Stamped object, Clock clock) {
        SessionOptions options = SessionOptions.DEFAULT.withClock(clock);
        List<Object> versions = new ArrayList<>();
        try (Session first = Session.open(engine, options)) {
            first.add(object);
            first.flush();
            versions.add(object.version());
            object.title = "changed";
            first.commit();
            versions.add(object.version());
        }
        try (Session second = Session.open(engine, options)) {
            Stamped loaded = second.get(object.getClass(), object.id).orElseThrow();
            loaded.title = "again";
            second.flush();
            versions.add(loaded.version());
            SessionInvariants.check(second);
            second.commit();
        }
        return versions;
    }

    @DatabaseTest
    void timesAreLaterThanTheOneBeforeAlsoWhereTheClockStands() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Instant micros = NOW.truncatedTo(ChronoUnit.MICROS);
        assertThat(versions(new Stamped.ByInstant(), clock))
                .containsExactly(micros, micros.plusNanos(1_000), micros.plusNanos(2_000));
        LocalDateTime local = LocalDateTime.ofInstant(micros, ZoneOffset.UTC);
        assertThat(versions(new Stamped.ByLocalTime(), clock))
                .containsExactly(local, local.plusNanos(1_000), local.plusNanos(2_000));
        assertThat(versions(new Stamped.ByOffsetTime(), clock))
                .extracting(version -> ((OffsetDateTime) version).toInstant())
                .containsExactly(micros, micros.plusNanos(1_000), micros.plusNanos(2_000));
    }

    @DatabaseTest
    void timesAreTheClocks() {
        List<Object> versions = versions(new Stamped.ByInstant(), Clock.systemUTC());
        assertThat((Instant) versions.get(0)).isAfter(NOW);
        assertThat((Instant) versions.get(1)).isAfter((Instant) versions.get(0));
    }

    @DatabaseTest
    void uuidsShortCountersAndUsersGeneratorsMakeNewVersions() {
        assertThat(new HashSet<>(versions(new Stamped.ByUuid(), Clock.systemUTC())))
                .hasSize(3);
        assertThat(versions(new Stamped.ByShort(), Clock.systemUTC())).containsExactly((short) 1, (short) 2, (short) 3);
        assertThat(versions(new Stamped.ByLetters(), Clock.systemUTC())).containsExactly("i", "ii", "iii");
    }

    @DatabaseTest
    void aRowOfAnotherVersionIsStaleWhateverTheKind() {
        for (Stamped object : List.of(new Stamped.ByInstant(), new Stamped.ByUuid(), new Stamped.ByLetters())) {
            try (Session mine = Session.open(engine)) {
                mine.add(object);
                mine.commit();
                Object before = object.version();
                object.title = "theirs";
                mine.commit();
                mine.connection().execute(Sql.update(BY_INSTANT).set(BY_INSTANT.stamp, NOW));
                mine.connection().execute(Sql.update(BY_UUID).set(BY_UUID.stamp, java.util.UUID.randomUUID()));
                mine.connection().execute(Sql.update(BY_LETTERS).set(BY_LETTERS.stamp, "other"));
                object.title = "mine";
                assertThatThrownBy(mine::flush)
                        .isInstanceOf(StaleDataException.class)
                        .hasMessageContaining("its row with stamp = " + object.version());
                mine.rollback();
                assertThat(object.version()).isNotEqualTo(before);
            }
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aManualVersionIsAskedForAndWrittenByTheUserAlone(StatementRecorder recorder) {
        Stamped.ByHand object = new Stamped.ByHand();
        object.stamp = 40;
        try (Session mine = Session.open(engine)) {
            mine.add(object);
            mine.flush();
            recorder.clear();
            object.title = "typo";
            mine.flush();
            object.title = "edition";
            object.stamp = 41;
            mine.flush();
            mine.delete(object);
            mine.flush();
            assertThat(recorder.writes())
                    .extracting(RecordedStatement::toString)
                    .containsExactly(
                            "UPDATE by_hand SET title = ? WHERE by_hand.id = ? AND by_hand.stamp = ? [typo, 1, 40]",
                            "UPDATE by_hand SET title = ?, stamp = ? WHERE by_hand.id = ? AND by_hand.stamp = ?"
                                    + " [edition, 41, 1, 40]",
                            "DELETE FROM by_hand WHERE by_hand.id = ? AND by_hand.stamp = ? [1, 41]");
        }
    }

    @DatabaseTest
    void aManualVersionThatAnotherSetIsStale() {
        Stamped.ByHand object = new Stamped.ByHand();
        object.stamp = 40;
        try (Session mine = Session.open(engine)) {
            mine.add(object);
            mine.commit();
            mine.connection().execute(Sql.update(BY_HAND).set(BY_HAND.stamp, 50));
            object.title = "mine";
            assertThatThrownBy(mine::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("its row with stamp = 40");
        }
    }
}
