package org.alkahest.orm;

import static org.alkahest.orm.immutable.City_.CITY;
import static org.alkahest.orm.immutable.Continent_.CONTINENT;
import static org.alkahest.orm.immutable.Nation_.NATION;
import static org.alkahest.orm.immutable.Reading_.READING;
import static org.alkahest.orm.immutable.Trip_.TRIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.immutable.City;
import org.alkahest.orm.immutable.Continent;
import org.alkahest.orm.immutable.Nation;
import org.alkahest.orm.immutable.Point;
import org.alkahest.orm.immutable.Reading;
import org.alkahest.orm.immutable.Trip;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.State;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Records, classes with final fields, and classes that are declared immutable. */
final class ImmutableClassesTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(CONTINENT, NATION, CITY, TRIP, READING));
        try (Session session = Session.open(engine)) {
            Continent asia = new Continent("Asia");
            Nation pakistan = new Nation("PK", "Pakistan", Ref.of(asia));
            Nation japan = new Nation("JP", "Japan", Ref.of(asia));
            session.addAll(List.of(
                    pakistan,
                    japan,
                    new Nation("XX"),
                    City.of(1, "Lahore", pakistan, new Point(74, 31)),
                    City.of(2, "Karachi", pakistan, null),
                    City.of(3, "Kyoto", japan, new Point(135, 35))));
            session.commit();
        }
    }

    @DatabaseTest
    void recordsAreMadeOfTheirRowsAndOnePerKey() {
        try (Session session = Session.open(engine)) {
            List<Nation> nations = session.query(NATION).orderBy(NATION.code).all();
            assertThat(nations).extracting(Nation::name).containsExactly("Japan", "Pakistan", null);
            assertThat(session.get(NATION, "PK")).containsSame(nations.get(1));
            assertThat(session.query(NATION).where(NATION.code.eq("PK")).one()).isSameAs(nations.get(1));
            assertThat(nations.get(2).continent()).isEqualTo(Ref.none());
            assertThat(session.state(nations.get(0))).isEqualTo(State.PERSISTENT);
        }
    }

    @DatabaseTest
    void referencesOfRecordsAreLoadedForSiblingsTogether(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            List<City> cities = session.query(CITY).orderBy(CITY.id).all();
            assertThat(cities.get(0).place()).isEqualTo(new Point(74, 31));
            assertThat(cities.get(1).place()).isNull();
            recorder.clear();
            assertThat(cities)
                    .extracting(city -> city.nation().get().name())
                    .containsExactly("Pakistan", "Pakistan", "Japan");
            assertThat(recorder.statements()).hasSize(1);
            assertThat(cities.get(2).nation().get().continent().get().name).isEqualTo("Asia");
        }
    }

    @DatabaseTest
    void aReferenceToWhatTheSessionHasNeedsNoQuery(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Nation japan = session.get(NATION, "JP").orElseThrow();
            City kyoto = session.get(CITY, 3).orElseThrow();
            recorder.clear();
            assertThat(kyoto.nation().get()).isSameAs(japan);
            assertThat(recorder.statements()).isEmpty();
        }
    }

    @DatabaseTest
    void immutableObjectsAreTargetsOfEveryKindOfRelationship() {
        try (Session session = Session.open(engine)) {
            Trip trip = new Trip();
            trip.start = session.get(CITY, 1).orElseThrow();
            trip.nation = Ref.key(Nation.class, "JP");
            trip.stops.addAll(session.query(CITY).where(CITY.id.gt(1)).all());
            session.add(trip);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Trip trip = session.query(TRIP).one();
            assertThat(Objects.requireNonNull(trip.start).name()).isEqualTo("Lahore");
            assertThat(Objects.requireNonNull(trip.nation).get().name()).isEqualTo("Japan");
            assertThat(trip.stops).extracting(City::name).containsExactly("Karachi", "Kyoto");
            assertThat(session.isModified(trip)).isFalse();
            trip.start = trip.stops.get(1);
            trip.stops.remove(0);
            session.commit();
            assertThat(session.query(TRIP).where(TRIP.start().name.eq("Kyoto")).count())
                    .isEqualTo(1);
            assertThat(session.query(TRIP)
                            .where(TRIP.stops.contains(trip.start))
                            .count())
                    .isEqualTo(1);
        }
    }

    @DatabaseTest
    void recordsEnterCollectionsWhoseOwnerTheyReferTo() {
        try (Session session = Session.open(engine)) {
            Continent asia = session.query(CONTINENT).one();
            assertThat(asia.nations).extracting(Nation::code).containsExactly("JP", "PK");
            asia.nations.add(new Nation("CN", "China", Ref.of(asia)));
            session.commit();
            assertThat(asia.nations).extracting(Nation::code).contains("CN");
            assertThatThrownBy(() -> asia.nations.add(new Nation("IN")))
                    .hasMessageContaining("ALK-2094")
                    .hasMessageContaining("Cannot set 'continent' of Nation#IN");
        }
    }

    @DatabaseTest
    void writesOneInsertAndNeverAnUpdate(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Nation nation = new Nation("NP", "Nepal", Ref.none());
            session.add(nation);
            assertThat(session.isModified(nation)).isTrue();
            recorder.clear();
            session.flush();
            session.flush();
            assertThat(recorder.writes())
                    .extracting(RecordedStatement::sql)
                    .containsExactly("INSERT INTO nations (code, name, continent_name) VALUES (?, ?, ?)");
            assertThat(session.isModified(nation)).isFalse();
            assertThat(session.changedObjects()).isEmpty();
            assertThat(session.history(nation, NATION.name).isChanged()).isFalse();
            session.rollback();
            assertThat(session.contains(nation)).isFalse();
            session.add(nation);
            session.commit();
            session.delete(nation);
            session.commit();
            assertThat(session.get(NATION, "NP")).isEmpty();
        }
    }

    @DatabaseTest
    void oneThatIsDeletedAndAddedAnewIsReplaced(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            session.delete(session.get(NATION, "XX").orElseThrow());
            Nation now = new Nation("XX", "Nowhere", Ref.none());
            session.add(now);
            recorder.clear();
            session.flush();
            assertThat(recorder.writes())
                    .extracting(RecordedStatement::sql)
                    .containsExactly("UPDATE nations SET name = ? WHERE nations.code = ?");
            assertThat(session.get(NATION, "XX")).containsSame(now);
            session.rollback();
            assertThat(session.get(NATION, "XX").orElseThrow().name()).isNull();
        }
    }

    @DatabaseTest
    void staysAsItWasReadUntilItIsExpunged() {
        try (Session session = Session.open(engine)) {
            Nation japan = session.get(NATION, "JP").orElseThrow();
            session.commit();
            try (Session other = Session.open(engine)) {
                other.execute(org.alkahest.sql.Sql.update(NATION)
                        .set(NATION.name, "Nippon")
                        .where(NATION.code.eq("JP")));
                other.commit();
            }
            session.expire(japan);
            assertThat(session.get(NATION, "JP")).containsSame(japan);
            assertThat(japan.name()).isEqualTo("Japan");
            assertThatThrownBy(() -> session.refresh(japan))
                    .hasMessageContaining("ALK-2095")
                    .hasMessageContaining("Nation#JP");
            session.expunge(japan);
            assertThat(session.get(NATION, "JP").orElseThrow().name()).isEqualTo("Nippon");
        }
    }

    @DatabaseTest
    void mergesAsItselfOrAsWhatTheSessionHas() {
        Nation japan = new Nation("JP", "Japan", Ref.key(Continent.class, "Asia"));
        Nation nepal = new Nation("NP", "Nepal", Ref.none());
        try (Session session = Session.open(engine)) {
            Nation merged = session.merge(japan);
            assertThat(merged)
                    .isNotSameAs(japan)
                    .isSameAs(session.get(NATION, "JP").orElseThrow());
            assertThat(session.merge(nepal)).isSameAs(nepal);
            assertThat(session.state(nepal)).isEqualTo(State.PENDING);
            assertThatThrownBy(() -> session.merge(new Nation("PK", "Other", Ref.none())))
                    .hasMessageContaining("ALK-2094")
                    .hasMessageContaining("its 'name' differs");
            Trip trip = new Trip();
            trip.start = City.of(1, "Lahore", session.get(NATION, "PK").orElseThrow(), new Point(74, 31));
            assertThat(session.merge(trip).start).isSameAs(session.get(CITY, 1).orElseThrow());
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            session.attach(nepal);
            assertThat(session.get(NATION, "NP")).containsSame(nepal);
            session.attachModified(japan);
            session.flush();
        }
    }

    @DatabaseTest
    void aDeclaredClassIsInsertedAndDeletedButNeverUpdated(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Reading first = new Reading(21, session.get(CITY, 1).orElseThrow());
            session.add(first);
            session.flush();
            session.rollback();
            assertThat(first.id).isNull();
            session.add(first);
            session.commit();
            assertThat(first.id).isNotNull();
            first.degrees = 99;
            assertThat(session.isModified(first)).isFalse();
            recorder.clear();
            session.flush();
            assertThat(recorder.writes()).isEmpty();
            session.refresh(first);
            assertThat(first.degrees).isEqualTo(21);
            assertThatThrownBy(() -> session.flagModified(first, READING.degrees))
                    .hasMessageContaining("ALK-2092")
                    .hasMessageContaining("immutable");
            session.delete(first);
            session.commit();
            assertThat(session.query(READING).count()).isZero();
        }
    }

    @DatabaseTest
    void callsWhatIsToBeCalledAfterLoading() {
        try (Session session = Session.open(engine)) {
            City.loaded = 0;
            assertThat(session.query(CITY).count()).isEqualTo(3);
            session.query(CITY).all();
            assertThat(City.loaded).isEqualTo(3);
        }
    }

    @DatabaseTest
    void referencesStayReadableAfterCloseIfTheyWereLoaded() {
        City lahore;
        City kyoto;
        try (Session session = Session.open(engine)) {
            lahore = session.get(CITY, 1).orElseThrow();
            lahore.nation().get();
            session.reset();
            kyoto = session.get(CITY, 3).orElseThrow();
        }
        assertThat(lahore.nation().get().name()).isEqualTo("Pakistan");
        assertThat(kyoto.nation().key()).contains("JP");
        assertThatThrownBy(() -> kyoto.nation().get()).hasMessageContaining("ALK-2301");
    }
}
