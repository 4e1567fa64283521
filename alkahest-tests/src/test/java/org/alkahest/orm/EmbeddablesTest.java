package org.alkahest.orm;

import static org.alkahest.orm.embedded.Seat_.SEAT;
import static org.alkahest.orm.embedded.Trip_.TRIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.embedded.Seat;
import org.alkahest.orm.embedded.Trip;
import org.alkahest.orm.embedded.Trip.Code;
import org.alkahest.orm.embedded.Trip.Point;
import org.alkahest.orm.embedded.Trip.Stop;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.junit.jupiter.api.BeforeEach;

/** Embeddables in embeddables, as keys, and as one value in statements. */
final class EmbeddablesTest {
    private DatabaseFixture database;
    private Engine engine;

    @BeforeEach
    void create(DatabaseFixture given) {
        database = given;
        engine = given.engine();
        MetaData.of(TRIP).createAll(engine);
    }

    private static Trip trip(int number, Stop start) {
        Trip trip = new Trip("red", number);
        trip.start = start;
        return trip;
    }

    @DatabaseTest
    void innerValuesAreStoredReadAndComparedPartByPart() {
        Trip full = trip(1, new Stop("a", new Point(1, 2)));
        full.bus = new Trip.Bus();
        full.bus.plate = "B";
        full.bus.engine = new Trip.Engine();
        full.bus.engine.power = 90;
        Trip half = trip(2, new Stop("b", null));
        Trip inner = trip(3, new Stop(null, new Point(null, 5)));
        Trip empty = trip(4, null);
        Trip hollow = trip(5, new Stop(null, new Point(null, null)));
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(full, half, inner, empty, hollow));
            session.commit();
            SessionInvariants.check(session);
        }
        try (Session session = Session.open(engine)) {
            List<Trip> trips = session.query(TRIP).orderBy(TRIP.codeNumber).all();
            assertThat(trips)
                    .extracting(t -> t.start)
                    .containsExactly(
                            new Stop("a", new Point(1, 2)),
                            new Stop("b", null),
                            new Stop(null, new Point(null, 5)),
                            null,
                            null);
            assertThat(trips.get(0).bus.engine.power).isEqualTo(90);
            assertThat(trips.get(1).bus).isNull();
            assertThat(session.flushPlan().isEmpty()).isTrue();
            trips.get(0).bus.engine.fuel = "gas";
            trips.get(1).start = new Stop("b", new Point(7, null));
            trips.get(2).start = null;
            trips.get(3).bus = new Trip.Bus();
            trips.get(3).bus.engine = new Trip.Engine();
            trips.get(3).bus.engine.power = 5;
            session.flush();
            SessionInvariants.check(session);
            session.rollback();
            assertThat(trips.get(0).bus.engine.fuel).isNull();
            assertThat(trips.get(1).start).isEqualTo(new Stop("b", null));
            assertThat(trips.get(2).start).isEqualTo(new Stop(null, new Point(null, 5)));
            assertThat(trips.get(3).bus).isNull();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aChangeInsideWritesItsColumnAlone() {
        try (Session session = Session.open(engine)) {
            Trip trip = trip(1, new Stop("a", new Point(1, 2)));
            session.add(trip);
            session.commit();
            trip.start = new Stop("a", new Point(1, 3));
            database.recorder().clear();
            session.flush();
            assertThat(database.recorder().statements())
                    .extracting(RecordedStatement::toString)
                    .containsExactly(
                            "UPDATE trips SET start_y = ? WHERE trips.line = ? AND trips.number = ? [3, red, 1]");
            session.commit();
        }
    }

    @DatabaseTest
    void theEmbeddableItselfIsTheKeyForGet() {
        try (Session session = Session.open(engine)) {
            Trip trip = trip(1, null);
            session.add(trip);
            session.commit();
            assertThat(session.get(Trip.class, new Code("red", 1))).containsSame(trip);
            assertThat(session.get(TRIP, CompositeKey.of("red", 1))).containsSame(trip);
            assertThat(session.get(Trip.class, new Code("red", 2))).isEmpty();
            assertThatThrownBy(() -> session.get(Trip.class, new Point(1, 2))).hasMessageContaining("ALK-2108");
            assertThatThrownBy(() -> session.get(Trip.class, new Code(null, 1))).hasMessageContaining("ALK-2108");
        }
    }

    @DatabaseTest
    void anIdClassIsTheKeyForGet() {
        MetaData.of(SEAT).createAll(engine);
        try (Session session = Session.open(engine)) {
            Seat seat = new Seat("A", 7);
            session.add(seat);
            session.commit();
            assertThat(session.get(Seat.class, new Seat.Key(7, "A"))).containsSame(seat);
            assertThat(session.get(SEAT, CompositeKey.of("A", 7))).containsSame(seat);
            assertThat(session.get(SEAT, new Seat.Key(8, "A"))).isEmpty();
            assertThatThrownBy(() -> session.get(SEAT, new Seat.Key(8, null))).hasMessageContaining("ALK-2108");
            assertThatThrownBy(() -> session.get(SEAT, new Code("A", 7))).hasMessageContaining("ALK-2108");
        }
    }

    @DatabaseTest
    void conditionsCompareEmbeddablesAsOneValue() {
        Stop a = new Stop("a", new Point(1, 2));
        Stop b = new Stop("b", null);
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(trip(1, a), trip(2, b), trip(3, null)));
            session.commit();
            assertThat(numbers(session, TRIP.start.eq(a))).containsExactly(1);
            assertThat(numbers(session, TRIP.start.eq(b))).containsExactly(2);
            assertThat(numbers(session, TRIP.start.eq(new Stop(null, null)))).containsExactly(3);
            assertThat(numbers(session, TRIP.start.ne(a))).containsExactly(2, 3);
            assertThat(numbers(session, TRIP.start.ne(b))).containsExactly(1, 3);
            assertThat(numbers(session, TRIP.start.in(List.of(a, b)))).containsExactly(1, 2);
            assertThat(numbers(session, TRIP.start.in(List.of()))).isEmpty();
            assertThat(numbers(session, TRIP.start.isNull())).containsExactly(3);
            assertThat(numbers(session, TRIP.start.isNotNull())).containsExactly(1, 2);
            assertThat(numbers(session, TRIP.code.eq(new Code("red", 2)))).containsExactly(2);
            assertThatThrownBy(() -> TRIP.start.eq(null)).isInstanceOf(NullPointerException.class);
        }
    }

    private static List<Integer> numbers(Session session, Expression<Boolean> condition) {
        List<Integer> numbers = new ArrayList<>();
        session.query(TRIP).where(condition).orderBy(TRIP.codeNumber).all().forEach(t -> numbers.add(t.code.number()));
        return numbers;
    }

    @DatabaseTest
    void statementsSelectAndSetEmbeddablesAsOneValue() {
        Stop a = new Stop("a", new Point(1, 2));
        Stop b = new Stop("b", null);
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(trip(1, a), trip(2, null)));
            session.commit();
            session.connection().execute(Sql.update(TRIP).set(TRIP.goal, b).where(TRIP.code.eq(new Code("red", 1))));
            session.connection()
                    .execute(
                            Sql.insert(TRIP).set(TRIP.code, new Code("blue", 9)).set(TRIP.start, a));
            session.connection().execute(Sql.update(TRIP).setNull(TRIP.start).where(TRIP.code.eq(new Code("red", 1))));
            List<Row2<Integer, Stop>> starts = session.connection()
                    .execute(Sql.select(TRIP.codeNumber, TRIP.start).orderBy(TRIP.codeNumber))
                    .all();
            assertThat(starts).extracting(Row2::v1).containsExactly(1, 2, 9);
            assertThat(starts).extracting(Row2::v2).containsExactly(null, null, a);
            assertThat(session.connection()
                            .execute(Sql.select(TRIP.as("t").goal)
                                    .where(TRIP.as("t").codeNumber.eq(1)))
                            .all())
                    .containsExactly(b);
            assertThatThrownBy(() -> Sql.update(TRIP).set(TRIP.goal, (Stop) null))
                    .hasMessageContaining("ALK-1112")
                    .hasMessageContaining("setNull(goal)");
        }
    }
}
