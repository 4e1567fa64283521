package org.alkahest.orm;

import static org.alkahest.orm.concrete.Car_.CAR;
import static org.alkahest.orm.concrete.Depot_.DEPOT;
import static org.alkahest.orm.concrete.Taxi_.TAXI;
import static org.alkahest.orm.concrete.Trip_.TRIP;
import static org.alkahest.orm.concrete.Truck_.TRUCK;
import static org.alkahest.orm.concrete.Vehicle_.VEHICLE;
import static org.alkahest.orm.inheritance.Animal_.ANIMAL;
import static org.alkahest.orm.inheritance.Cat_.CAT;
import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Director_.DIRECTOR;
import static org.alkahest.orm.inheritance.Dog_.DOG;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Engineer_.ENGINEER;
import static org.alkahest.orm.inheritance.Kitten_.KITTEN;
import static org.alkahest.orm.inheritance.Machine_.MACHINE;
import static org.alkahest.orm.inheritance.Manager_.MANAGER;
import static org.alkahest.orm.inheritance.Owner_.OWNER;
import static org.alkahest.orm.inheritance.Pet_.PET;
import static org.alkahest.orm.inheritance.Toy_.TOY;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.concrete.Car;
import org.alkahest.orm.concrete.Depot;
import org.alkahest.orm.concrete.Taxi;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Cat;
import org.alkahest.orm.inheritance.Company;
import org.alkahest.orm.inheritance.Director;
import org.alkahest.orm.inheritance.Dog;
import org.alkahest.orm.inheritance.Employee;
import org.alkahest.orm.inheritance.Engineer;
import org.alkahest.orm.inheritance.Kitten;
import org.alkahest.orm.inheritance.Machine;
import org.alkahest.orm.inheritance.Manager;
import org.alkahest.orm.inheritance.Manager_;
import org.alkahest.orm.inheritance.Owner;
import org.alkahest.orm.inheritance.Toy;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.Test;

/** Paths to objects of one class of a hierarchy, in joins, conditions and loads. */
final class PathOfTypeTest {
    private static void addCompanies(Engine engine) {
        TestTables.create(engine, List.of(COMPANY, EMPLOYEE, MACHINE));
        try (Session session = Session.open(engine)) {
            Company acme = new Company("Acme");
            Engineer engineer = new Engineer("Ahmad", "steam");
            engineer.machines.add(new Machine("lathe"));
            acme.employees.addAll(
                    List.of(new Employee("Ali"), engineer, new Manager("Fatima", 100), new Director("Hina", 900, 9)));
            Company bolt = new Company("Bolt");
            bolt.employees.add(new Employee("Omar"));
            session.addAll(List.of(acme, bolt));
            session.commit();
            acme.head = acme.employees.get(2);
            bolt.head = bolt.employees.get(0);
            session.commit();
        }
    }

    @DatabaseTest
    void aJoinWithinOneTableIsToRowsOfTheClass(Engine engine, StatementRecorder recorder) {
        addCompanies(engine);
        try (Session session = Session.open(engine)) {
            recorder.clear();
            assertThat(session.execute(select(COMPANY.name, MANAGER.name, MANAGER.budget)
                                    .from(COMPANY)
                                    .leftJoin(COMPANY.employees.ofType(MANAGER))
                                    .orderBy(COMPANY.name, MANAGER.budget))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2() + " " + row.v3())
                    .containsExactly("Acme Fatima 100", "Acme Hina 900", "Bolt null null");
            assertThat(recorder.take().get(0))
                    .contains("LEFT JOIN staff ON companies.id = staff.company_id AND staff.kind IN ('boss',"
                            + " 'Director')");
            Manager_ boss = MANAGER.as("boss");
            assertThat(session.query(COMPANY)
                            .join(COMPANY.employees.ofType(MANAGER), boss)
                            .where(boss.budget.gt(500))
                            .all())
                    .extracting(company -> company.name)
                    .containsExactly("Acme");
            assertThat(session.execute(select(COMPANY.name, DIRECTOR.name)
                                    .from(COMPANY)
                                    .leftJoin(COMPANY.employees.ofType(DIRECTOR).and(DIRECTOR.bonus.gt(10)))
                                    .orderBy(COMPANY.name))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Acme null", "Bolt null");
        }
    }

    @DatabaseTest
    void conditionsOnAClassInOneTableUseItsColumns(Engine engine) {
        addCompanies(engine);
        try (Session session = Session.open(engine)) {
            assertThat(session.query(COMPANY)
                            .where(COMPANY.employees.ofType(MANAGER).any(MANAGER.budget.gt(500)))
                            .all())
                    .extracting(company -> company.name)
                    .containsExactly("Acme");
            assertThat(session.query(COMPANY)
                            .where(COMPANY.employees.ofType(MANAGER).any(null).not())
                            .all())
                    .extracting(company -> company.name)
                    .containsExactly("Bolt");
            assertThat(session.query(COMPANY)
                            .where(COMPANY.head.ofType(MANAGER).has(MANAGER.budget.eq(100)))
                            .all())
                    .extracting(company -> company.name)
                    .containsExactly("Acme");
            assertThat(session.query(COMPANY)
                            .where(COMPANY.head.ofType(ENGINEER).has(null))
                            .all())
                    .isEmpty();
        }
    }

    @DatabaseTest
    void aLoadGoesOnFromObjectsOfTheClass(Engine engine, StatementRecorder recorder) {
        addCompanies(engine);
        try (Session session = Session.open(engine)) {
            recorder.clear();
            List<Company> companies = session.query(COMPANY)
                    .orderBy(COMPANY.name)
                    .load(COMPANY.employees.ofType(ENGINEER))
                    .load(ENGINEER.machines)
                    .all();
            int sent = recorder.count();
            assertThat(companies.get(0).employees).hasSize(4);
            Engineer engineer = (Engineer) companies.get(0).employees.get(1);
            assertThat(engineer.machines).hasSize(1);
            recorder.assertCount(sent);
        }
    }

    private static void addAnimals(Engine engine) {
        TestTables.create(engine, List.of(OWNER, ANIMAL, PET, CAT, KITTEN, DOG, TOY));
        try (Session session = Session.open(engine)) {
            Owner ali = new Owner("Ali");
            Owner zoe = new Owner("Zoe");
            Dog rex = new Dog("Rex", "collie");
            Cat tom = new Cat("Tom", 7);
            Toy bone = new Toy("bone");
            bone.animal = rex;
            ali.animals.addAll(List.of(tom, new Kitten("Tiny", "grey"), rex));
            session.addAll(List.of(ali, zoe, bone));
            session.commit();
            tom.enemy = Ref.of(rex);
            session.commit();
        }
    }

    @DatabaseTest
    void aJoinOfTablesIsToTheClassWithItsSuperclass(Engine engine) {
        addAnimals(engine);
        try (Session session = Session.open(engine)) {
            assertThat(session.execute(select(OWNER.name, CAT.name, CAT.lives)
                                    .from(OWNER)
                                    .leftJoin(OWNER.animals.ofType(CAT))
                                    .orderBy(OWNER.name, CAT.name))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Ali Tiny", "Ali Tom", "Zoe null");
            assertThat(session.execute(select(TOY.name, DOG.breed).from(TOY).join(TOY.animal.ofType(DOG)))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("bone collie");
            assertThat(session.execute(select(CAT.name, DOG.breed).from(CAT).join(CAT.enemy.ofType(DOG)))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Tom collie");
        }
    }

    @DatabaseTest
    void conditionsOnAClassWithATableOfItsOwnUseInheritedColumnsToo(Engine engine) {
        addAnimals(engine);
        try (Session session = Session.open(engine)) {
            assertThat(session.query(OWNER)
                            .where(OWNER.animals
                                    .ofType(CAT)
                                    .any(CAT.name.eq("Tom").and(CAT.lives.eq(7))))
                            .all())
                    .extracting(owner -> owner.name)
                    .containsExactly("Ali");
            assertThat(session.query(OWNER)
                            .where(OWNER.animals.ofType(CAT).any(CAT.name.eq("Rex")))
                            .all())
                    .isEmpty();
            assertThat(session.query(CAT)
                            .where(CAT.enemy.ofType(DOG).has(DOG.breed.eq("collie")))
                            .all())
                    .extracting(cat -> cat.name)
                    .containsExactly("Tom");
            assertThat(session.query(CAT).where(CAT.enemy.ofType(CAT).has(null)).all())
                    .isEmpty();
            assertThatThrownBy(() -> CAT.enemy.ofType(CAT).has(CAT.lives.gt(1))).hasMessageContaining("ALK-2045");
        }
    }

    @DatabaseTest
    void aClassWithAWholeTableIsJoinedAlone(Engine engine) {
        TestTables.create(engine, List.of(VEHICLE, CAR, TAXI, TRUCK, DEPOT, TRIP));
        try (Session session = Session.open(engine)) {
            Depot north = new Depot("north");
            north.vehicles.addAll(List.of(new Car("c1", "Saab", 5), new Taxi("x1", "Volvo", "L1")));
            session.addAll(List.of(north, new Depot("south")));
            session.commit();
            assertThat(session.execute(select(DEPOT.name, TAXI.licence)
                                    .from(DEPOT)
                                    .leftJoin(DEPOT.vehicles.ofType(TAXI))
                                    .orderBy(DEPOT.name))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("north L1", "south null");
            assertThat(session.query(DEPOT)
                            .where(DEPOT.vehicles.ofType(TAXI).any(TAXI.licence.eq("L1")))
                            .all())
                    .extracting(depot -> depot.name)
                    .containsExactly("north");
        }
    }

    @Test
    void anAliasIsOfTheClass() {
        assertThatThrownBy(() -> COMPANY.employees.ofType(MANAGER).steps(EMPLOYEE.as("e")))
                .hasMessageContaining("ALK-2006")
                .hasMessageContaining("companies.employees.ofType(Manager)");
    }
}
