package org.alkahest.orm;

import static org.alkahest.orm.concrete.Car_.CAR;
import static org.alkahest.orm.concrete.Depot_.DEPOT;
import static org.alkahest.orm.concrete.Invoice_.INVOICE;
import static org.alkahest.orm.concrete.Paper_.PAPER;
import static org.alkahest.orm.concrete.Taxi_.TAXI;
import static org.alkahest.orm.concrete.Trip_.TRIP;
import static org.alkahest.orm.concrete.Truck_.TRUCK;
import static org.alkahest.orm.concrete.Vehicle_.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.concrete.Car;
import org.alkahest.orm.concrete.Depot;
import org.alkahest.orm.concrete.Invoice;
import org.alkahest.orm.concrete.Paper;
import org.alkahest.orm.concrete.Taxi;
import org.alkahest.orm.concrete.Trip;
import org.alkahest.orm.concrete.Truck;
import org.alkahest.orm.concrete.Vehicle;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.SqlAssertions;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** A hierarchy of classes each of which has a whole table. */
final class ConcreteTablesTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(VEHICLE, CAR, TAXI, TRUCK, DEPOT, TRIP));
    }

    private void addVehicles() {
        try (Session session = Session.open(engine)) {
            Depot depot = new Depot("north");
            depot.vehicles.addAll(List.of(
                    new Car("c1", "Saab", 5), new Taxi("x1", "Volvo", "L1"), new Truck("t1", "MAN", decimal("7.50"))));
            session.add(depot);
            session.commit();
        }
        recorder.clear();
    }

    private static BigDecimal decimal(String digits) {
        return new BigDecimal(digits);
    }

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEveryClass() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            List<Vehicle> all = session.query(VEHICLE).orderBy(VEHICLE.plate).all();
            assertThat(all)
                    .extracting(vehicle -> vehicle.getClass().getSimpleName() + " " + vehicle.maker)
                    .containsExactly("Car Saab", "Truck MAN", "Taxi Volvo");
            assertThat(((Car) all.get(0)).seats).isEqualTo(5);
            assertThat(((Truck) all.get(1)).tons).isEqualByComparingTo("7.5");
            assertThat(((Taxi) all.get(2)).licence).isEqualTo("L1");
            assertThat(((Taxi) all.get(2)).seats).isEqualTo(4);
            assertThat(session.query(CAR).orderBy(CAR.plate).all())
                    .extracting(car -> car.plate)
                    .containsExactly("c1", "x1");
            assertThat(session.query(VEHICLE.as("v")).count()).isEqualTo(3);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void theRootIsAUnionAndALeafItsTableAlone() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            assertThat(session.query(CAR).where(CAR.maker.eq("Saab")).all()).hasSize(1);
            assertThat(recorder.take())
                    .containsExactly("SELECT cars.plate, cars.maker, cars.version, cars.depot_id, cars.seats,"
                            + " cars.licence, cars.dtype FROM (SELECT cars.plate, cars.maker, cars.version,"
                            + " cars.depot_id, cars.seats, CAST(NULL AS TEXT) AS licence, 'Car' AS dtype FROM cars"
                            + " UNION ALL SELECT taxis.plate, taxis.maker, taxis.version, taxis.depot_id,"
                            + " taxis.seats, taxis.licence, 'Taxi' AS dtype FROM taxis) AS cars"
                            + " WHERE cars.maker = ? [Saab]");
            session.query(TAXI).all();
            assertThat(recorder.take())
                    .containsExactly("SELECT taxis.plate, taxis.maker, taxis.version, taxis.depot_id, taxis.seats,"
                            + " taxis.licence FROM taxis []");
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aFlushWritesTheTableOfTheObjectsClass() {
        try (Session session = Session.open(engine)) {
            recorder.clear();
            Car car = new Car("c1", "Saab", 5);
            session.add(car);
            session.flush();
            car.seats = 4;
            session.flush();
            session.delete(car);
            session.flush();
            assertThat(recorder.take())
                    .containsExactly(
                            "INSERT INTO cars (plate, maker, version, depot_id, seats) VALUES (?, ?, ?, ?, ?)"
                                    + " [c1, Saab, 1, null, 5]",
                            "UPDATE cars SET seats = ?, version = ? WHERE cars.plate = ? AND cars.version = ?"
                                    + " [4, 2, c1, 1]",
                            "DELETE FROM cars WHERE cars.plate = ? AND cars.version = ? [c1, 2]");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void anAbstractClassHasNoTableAndNoForeignKeyLeadsToSeveral() {
        assertThat(MetaData.of(VEHICLE, CAR, TAXI, TRUCK).tables())
                .extracting(Table::name)
                .containsExactly("cars", "taxis", "trucks");
        assertThat(CAR.columns())
                .extracting(column -> column.name())
                .containsExactly("plate", "maker", "version", "depot_id", "seats");
        assertThat(TRIP.foreignKeys()).extracting(ForeignKey::target).containsExactly(VEHICLE, TAXI);
        try (var connection = engine.connect()) {
            connection.execute(Sql.insert(TRIP).set(TRIP.goal, "home").set(TRIP.vehiclePlate, "nowhere"));
        }
    }

    @DatabaseTest
    void aKeyIsOfOneObjectInTheWholeHierarchy() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            Taxi taxi = session.query(TAXI).one();
            assertThat(session.get(Vehicle.class, "x1")).containsSame(taxi);
            assertThat(session.get(Car.class, "x1")).containsSame(taxi);
            assertThat(session.get(Truck.class, "x1")).isEmpty();
            session.add(new Truck("x1", "MAN", decimal("1.00")));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2106");
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.get(Vehicle.class, "t1")).get().isInstanceOf(Truck.class);
            assertThat(session.get(Taxi.class, "t1")).isEmpty();
            session.refresh(session.get(Vehicle.class, "c1").orElseThrow());
        }
    }

    @DatabaseTest
    void relationshipsLeadToTheRootAndToALeaf() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            Taxi taxi = session.query(TAXI).one();
            Truck truck = session.query(TRUCK).one();
            truck.tows = Ref.of(taxi);
            Trip trip = new Trip("home", truck);
            trip.back = Ref.of(taxi);
            session.add(trip);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Trip trip = session.query(TRIP).one();
            assertThat(trip.vehicle).isInstanceOf(Truck.class);
            assertThat(((Truck) trip.vehicle).tows.get()).isSameAs(trip.back.get());
            assertThat(trip.vehicle.trips).containsExactly(trip);
            assertThat(trip.vehicle.depot.get().vehicles).hasSize(3).contains(trip.vehicle);
            assertThat(trip.vehicle.depot.get().taxis).containsExactly(trip.back.get());
            assertThat(session.query(TRIP).where(TRIP.vehicle().maker.eq("MAN")).all())
                    .containsExactly(trip);
            assertThat(session.execute(Sql.select(DEPOT.name, VEHICLE.plate)
                                    .from(DEPOT)
                                    .leftJoin(DEPOT.vehicles)
                                    .orderBy(VEHICLE.plate))
                            .all())
                    .hasSize(3);
            assertThat(session.query(DEPOT)
                            .where(DEPOT.vehicles.any(VEHICLE.plate.eq("t1")))
                            .all())
                    .hasSize(1);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void conditionsOnASubclassDoNotHideOthers() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            assertThat(session.query(VEHICLE)
                            .where(VEHICLE.ofType(CAR)
                                    .seats
                                    .eq(5)
                                    .or(VEHICLE.ofType(TRUCK).tons.gt(decimal("1.00"))))
                            .orderBy(VEHICLE.plate)
                            .all())
                    .extracting(vehicle -> vehicle.plate)
                    .containsExactly("c1", "t1");
            assertThat(session.execute(Sql.select(VEHICLE.ofType(TAXI).licence)
                                    .where(VEHICLE.ofType(TAXI).licence.isNotNull()))
                            .all())
                    .containsExactly("L1");
        }
    }

    @DatabaseTest
    void queriesOfAnyClassSeeChangesOfTheirSubclasses() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            Taxi taxi = session.query(TAXI).one();
            taxi.maker = "Tatra";
            assertThat(session.query(VEHICLE).where(VEHICLE.maker.eq("Tatra")).one())
                    .isSameAs(taxi);
            session.execute(Sql.update(TAXI).set(TAXI.maker, "Kia").where(TAXI.plate.eq("x1")));
            assertThat(session.query(CAR).where(CAR.maker.eq("Kia")).one()).isSameAs(taxi);
            session.delete(taxi);
            assertThat(session.query(VEHICLE).count()).isEqualTo(2);
            session.rollback();
            assertThat(session.query(VEHICLE).count()).isEqualTo(3);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aStaleVersionIsFoundAndAMergeFindsTheObjectByTheRoot() {
        addVehicles();
        Taxi detached;
        try (Session session = Session.open(engine)) {
            detached = session.query(TAXI).one();
        }
        detached.licence = "L2";
        try (Session session = Session.open(engine)) {
            Taxi merged = session.merge(detached);
            session.commit();
            assertThat(merged.version).isEqualTo(2);
            session.execute(Sql.update(TAXI).set(TAXI.version, 7));
            merged.licence = "L3";
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
        try (Session session = Session.open(engine)) {
            detached.version = 2;
            session.attach(detached);
            detached.licence = "L4";
            session.commit();
            assertThat(session.query(VEHICLE).where(VEHICLE.plate.eq("x1")).one())
                    .isSameAs(detached);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aNewObjectTakesOverTheRowOfADeletedOneOfItsClassAlone() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            session.delete(session.get(Car.class, "c1").orElseThrow());
            session.add(new Car("c1", "Seat", 2));
            session.commit();
            assertThat(session.query(CAR).where(CAR.plate.eq("c1")).one().maker).isEqualTo("Seat");
            session.delete(session.query(TRUCK).one());
            session.add(new Taxi("t1", "Kia", "L3"));
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2024");
            session.rollback();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest("sqlite")
    void everyDialectHasTheUnion() {
        String text = "SELECT cars.plate, cars.licence FROM (SELECT cars.plate, cars.maker, cars.version,"
                + " cars.depot_id, cars.seats, CAST(NULL AS #) AS licence, %'Car' AS dtype FROM cars"
                + " UNION ALL SELECT taxis.plate, taxis.maker, taxis.version, taxis.depot_id, taxis.seats,"
                + " taxis.licence, %'Taxi' AS dtype FROM taxis) AS cars";
        String plain = text.replace("%", "");
        SqlAssertions.assertSql(
                Sql.select(CAR.plate, CAR.ofType(TAXI).licence).from(CAR),
                SqlAssertions.on("sqlite", plain.replace("#", "TEXT")),
                SqlAssertions.on("postgresql", plain.replace("#", "TEXT")),
                SqlAssertions.on("h2", plain.replace("#", "VARCHAR")),
                SqlAssertions.on("duckdb", plain.replace("#", "VARCHAR")),
                SqlAssertions.on("mysql", plain.replace("#", "CHAR")),
                SqlAssertions.on("mariadb", plain.replace("#", "CHAR")),
                SqlAssertions.on("oracle", plain.replace("#", "VARCHAR2(4000)").replace(") AS cars", ") cars")),
                SqlAssertions.on("sqlserver", text.replace("#", "NVARCHAR(MAX)").replace("%", "N")));
    }

    @DatabaseTest
    void criteriaChangeOneTableAtATime() {
        addVehicles();
        try (Session session = Session.open(engine)) {
            assertThatThrownBy(() -> session.execute(Sql.update(CAR).set(CAR.maker, "x")))
                    .hasMessageContaining("[cars, taxis]")
                    .hasMessageContaining("ALK-2025");
            assertThatThrownBy(() -> session.execute(Sql.delete(VEHICLE)))
                    .hasMessageContaining("[cars, taxis, trucks]")
                    .hasMessageContaining("ALK-2131");
            assertThatThrownBy(() -> session.connection().execute(Sql.delete(VEHICLE)))
                    .hasMessageContaining("ALK-2025");
            Taxi taxi = session.query(TAXI).one();
            assertThat(session.execute(Sql.update(CAR.parts().get(0).table()).set(CAR.maker, "x"))
                            .rowCount())
                    .isEqualTo(1);
            assertThat(taxi.maker).isEqualTo("Volvo");
            assertThat(session.execute(Sql.delete(TRUCK)).rowCount()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void allClassesTakeTheirKeysFromOneSequence() {
        if (!engine.dialect().traits().has(Feature.SEQUENCES)) {
            return;
        }
        TestTables.create(engine, List.of(PAPER, INVOICE));
        try (Session session = Session.open(engine)) {
            for (int i = 0; i < 3; i++) {
                session.addAll(List.of(new Paper("p" + i), new Invoice("i" + i, i)));
            }
            session.commit();
            List<Paper> all = session.query(PAPER).orderBy(PAPER.id).all();
            assertThat(all)
                    .extracting(paper -> paper.id)
                    .doesNotHaveDuplicates()
                    .hasSize(6);
            assertThat(session.query(INVOICE).all()).hasSize(3);
            assertThat(session.query(PAPER).where(PAPER.title.eq("i2")).one()).isInstanceOf(Invoice.class);
            SessionInvariants.check(session);
        }
    }
}
