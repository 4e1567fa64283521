package org.alkahest.orm;

import static org.alkahest.orm.domain.Publisher_.PUBLISHER;
import static org.alkahest.orm.natural.Country_.COUNTRY;
import static org.alkahest.orm.natural.Town_.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.domain.Publisher;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.natural.Anthem;
import org.alkahest.orm.natural.Atlas;
import org.alkahest.orm.natural.Country;
import org.alkahest.orm.natural.Language;
import org.alkahest.orm.natural.Stamp;
import org.alkahest.orm.natural.Town;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/**
 * A new object with the key of one that is deleted takes the row over. Covers SQLAlchemy's RowSwitchTest,
 * RowswitchAccountingTest, RowswitchM2OTest, and the row switches of its versioning and natural-key tests: a change of
 * columns, no change, children of both, association rows, several at once, across savepoints, with versions.
 */
final class RowSwitchTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        Atlas.create(engine);
    }

    private Country stored(Session session, String code) {
        Country country = new Country(code, "old");
        country.inhabitants = 7;
        session.add(country);
        session.commit();
        return country;
    }

    private List<String> flush(Session session) {
        recorder.clear();
        session.flush();
        return recorder.writes().stream().map(RecordedStatement::toString).toList();
    }

    @DatabaseTest
    void aStaleRowWithoutAVersionIsWrittenWhole() {
        Library.create(engine);
        try (Session session = Session.open(engine)) {
            Publisher before = new Publisher("F", "Faber");
            session.add(before);
            session.commit();
            session.execute(Sql.update(PUBLISHER).set(PUBLISHER.name, "Gollancz"));
            session.delete(before);
            session.add(new Publisher("F", "Faber"));
            session.commit();
            assertThat(session.execute(Sql.select(PUBLISHER.name).from(PUBLISHER))
                            .one())
                    .isEqualTo("Faber");
        }
    }

    @DatabaseTest
    void theRowIsUpdatedInWhatDiffers() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            session.delete(before);
            Country now = new Country("PK", "new");
            now.inhabitants = 7;
            session.add(now);
            assertThat(session.flushPlan()).hasToString("SWITCH countries(name) [Country#PK]");
            assertThat(flush(session))
                    .containsExactly("UPDATE countries SET name = ?, version = ?"
                            + " WHERE countries.code = ? AND countries.version = ? [new, 2, PK, 1]");
            assertThat(session.state(before)).isEqualTo(State.DELETED);
            assertThat(session.state(now)).isEqualTo(State.PERSISTENT);
            assertThat(now.version).isEqualTo(2);
            assertThat(session.get(Country.class, "PK")).containsSame(now);
            SessionInvariants.check(session);
            session.commit();
            assertThat(session.state(before)).isEqualTo(State.DETACHED);
            assertThat(flush(session)).isEmpty();
        }
    }

    @DatabaseTest
    void aRowThatIsTheSameIsNotTouched() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            session.delete(before);
            Country now = new Country("PK", "old");
            now.inhabitants = 7;
            session.add(now);
            assertThat(flush(session)).isEmpty();
            assertThat(now.version).isEqualTo(1);
            assertThat(session.isModified(now)).isFalse();
            SessionInvariants.check(session);
            now.name = "newer";
            assertThat(flush(session)).singleElement().asString().endsWith("[newer, 2, PK, 1]");
        }
    }

    @DatabaseTest
    void severalRowsAndOneOfThemTwice() {
        try (Session session = Session.open(engine)) {
            Country pk = stored(session, "PK");
            Country in = stored(session, "IN");
            session.delete(pk);
            session.delete(in);
            Country first = new Country("PK", "x");
            session.addAll(List.of(first, new Country("IN", "x"), new Country("LK", "x")));
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly(
                            "INSERT countries(code, name, inhabitants, version) [Country#LK]",
                            "SWITCH countries(name, inhabitants) [Country#PK, Country#IN]");
            session.flush();
            SessionInvariants.check(session);
            session.delete(first);
            Country second = new Country("PK", "y");
            session.add(second);
            session.commit();
            assertThat(second.version).isEqualTo(3);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anObjectThatStaysKeepsItsKey() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            session.add(new Country("PK", "new"));
            recorder.clear();
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("ALK-2106")
                    .hasMessageContaining("Cannot insert Country#PK");
            recorder.assertCount(0);
            session.delete(before);
            session.add(new Country("PK", "newer"));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2106");
            session.rollback();
            assertThat(session.state(before)).isEqualTo(State.PERSISTENT);
        }
    }

    @DatabaseTest
    void rollbackGivesTheRowBackToTheDeletedObject() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            session.delete(before);
            Country now = new Country("PK", "new");
            session.add(now);
            session.flush();
            session.rollback();
            assertThat(session.state(before)).isEqualTo(State.PERSISTENT);
            assertThat(session.state(now)).isEqualTo(State.TRANSIENT);
            assertThat(now.version).isZero();
            assertThat(now.name).isEqualTo("new");
            assertThat(session.get(Country.class, "PK")).containsSame(before);
            assertThat(before.name).isEqualTo("old");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void acrossASavepointTheRowIsInsertedAnewOrSwitched() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            session.delete(before);
            SessionSavepoint savepoint = session.savepoint();
            Country now = new Country("PK", "new");
            session.add(now);
            assertThat(flush(session)).singleElement().asString().startsWith("INSERT INTO countries");
            savepoint.rollback();
            assertThat(session.state(before)).isEqualTo(State.DELETED);
            session.rollback();
            savepoint = session.savepoint();
            session.delete(before);
            session.add(now);
            assertThat(flush(session)).singleElement().asString().startsWith("UPDATE countries");
            savepoint.rollback();
            assertThat(session.state(before)).isEqualTo(State.PERSISTENT);
            assertThat(session.state(now)).isEqualTo(State.TRANSIENT);
            SessionInvariants.check(session);
            session.commit();
            assertThat(session.get(Country.class, "PK")).containsSame(before);
        }
    }

    @DatabaseTest
    void aRowThatAnotherTransactionChangedIsNotTakenOver() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            session.connection().execute(Sql.update(COUNTRY).set(COUNTRY.version, 9));
            session.delete(before);
            session.add(new Country("PK", "new"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("with version = 1");
            session.rollback();
        }
    }

    @DatabaseTest
    void childrenOfTheDeletedObjectBelongToTheNewOne() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            Town lahore = new Town("LHE");
            Town karachi = new Town("KHI");
            before.towns.addAll(List.of(lahore, karachi));
            Anthem anthem = new Anthem("Qaumi Taranah");
            before.anthem = Ref.of(anthem);
            session.commit();
            session.expunge(karachi);
            session.delete(before);
            Country now = new Country("PK", "new");
            session.add(now);
            assertThat(flush(session)).hasSize(1);
            assertThat(lahore.country.get()).isSameAs(now);
            assertThat(now.towns).hasSize(2).contains(lahore);
            assertThat(now.anthem.get()).isSameAs(anthem);
            assertThat(flush(session)).isEmpty();
            SessionInvariants.check(session);
            session.rollback();
            assertThat(lahore.country.get()).isSameAs(before);
            assertThat(anthem.country.get()).isSameAs(before);
            assertThat(before.anthem.get()).isSameAs(anthem);
            assertThat(before.towns).hasSize(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void childrenThatDoNotOutliveTheirParentGoUnlessTheyMoved() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            Stamp moves = new Stamp(1);
            Stamp goes = new Stamp(2);
            before.stamps.addAll(List.of(moves, goes));
            session.commit();
            session.delete(before);
            Country now = new Country("PK", "new");
            session.add(now);
            moves.country = Ref.of(now);
            now.stamps.add(new Stamp(3));
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly(
                            "SWITCH countries(name, inhabitants) [Country#PK]",
                            "INSERT stamps(price, country_code) RETURNING(id) [Stamp#new]",
                            "DELETE stamps [Stamp#" + goes.id + "]");
            session.flush();
            assertThat(session.state(goes)).isEqualTo(State.DELETED);
            assertThat(now.stamps).extracting(s -> s.price).containsExactly(1, 3);
            SessionInvariants.check(session);
            session.commit();
        }
    }

    @DatabaseTest
    void linksThatBothHaveStay() {
        try (Session session = Session.open(engine)) {
            Country before = stored(session, "PK");
            Language urdu = new Language("ur");
            Language english = new Language("en");
            Language panjabi = new Language("pa");
            before.languages.addAll(List.of(urdu, english));
            session.commit();
            session.delete(before);
            Country now = new Country("PK", "new");
            now.inhabitants = 7;
            now.languages.addAll(List.of(english, panjabi));
            session.add(now);
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly(
                            "SWITCH countries(name) [Country#PK]",
                            "INSERT languages(code) [Language#pa]",
                            "DELETE countries_languages [Country#PK-Language#ur]",
                            "INSERT countries_languages [Country#PK-Language#pa]");
            session.flush();
            assertThat(english.countries).containsExactly(now);
            assertThat(urdu.countries).isEmpty();
            SessionInvariants.check(session);
            session.rollback();
            assertThat(before.languages).containsExactlyInAnyOrder(urdu, english);
            assertThat(english.countries).containsExactly(before);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anObjectThatWasNeverReadDoesNotStandInTheWay() {
        try (Session session = Session.open(engine)) {
            stored(session, "PK");
            Town town = new Town("LHE");
            session.add(town);
            session.commit();
            session.delete(town);
            Town again = new Town("LHE");
            again.country = Ref.key(Country.class, "PK");
            session.add(again);
            assertThat(flush(session))
                    .containsExactly("UPDATE towns SET country_code = ? WHERE towns.code = ? [PK, LHE]");
            assertThat(session.query(TOWN).where(TOWN.country.isNull()).count()).isZero();
            SessionInvariants.check(session);
        }
    }
}
