package org.alkahest.orm;

import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Director_.DIRECTOR;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Engineer_.ENGINEER;
import static org.alkahest.orm.inheritance.Machine_.MACHINE;
import static org.alkahest.orm.inheritance.Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Company;
import org.alkahest.orm.inheritance.Director;
import org.alkahest.orm.inheritance.Employee;
import org.alkahest.orm.inheritance.Engineer;
import org.alkahest.orm.inheritance.Machine;
import org.alkahest.orm.inheritance.Manager;
import org.alkahest.orm.inheritance.Seller;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Sql;
import org.alkahest.sql.TableSample;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** A hierarchy of classes in one table. */
final class SingleTableTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(COMPANY, EMPLOYEE, MACHINE));
    }

    private void addStaff() {
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(
                    new Employee("Ali"),
                    new Engineer("Ahmad", "steam"),
                    new Manager("Fatima", 100),
                    new Director("Hina", 900, 9),
                    new Seller("Omar", "north")));
            session.commit();
        }
        recorder.clear();
    }

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEveryClass() {
        addStaff();
        try (Session session = Session.open(engine)) {
            List<Employee> all = session.query(EMPLOYEE).orderBy(EMPLOYEE.id).all();
            assertThat(all)
                    .extracting(e -> e.getClass().getSimpleName() + " " + e.name)
                    .containsExactly(
                            "Employee Ali", "Engineer Ahmad", "Manager Fatima", "Director Hina", "Seller Omar");
            assertThat(((Engineer) all.get(1)).skill).isEqualTo("steam");
            assertThat(((Director) all.get(3)).bonus).isEqualTo(9);
            assertThat(((Director) all.get(3)).budget()).isEqualTo(900);
            assertThat(((Seller) all.get(4)).area).isEqualTo("north");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void oneStatementReadsAHierarchyAndEachClassIsAskedForByItsDiscriminator() {
        addStaff();
        try (Session session = Session.open(engine)) {
            session.query(EMPLOYEE).all();
            assertThat(recorder.take())
                    .containsExactly("SELECT staff.id, staff.name, staff.company_id, staff.kind, staff.skill,"
                            + " staff.budget, staff.region, staff.bonus FROM staff []");
            assertThat(session.query(MANAGER).all()).hasSize(2);
            assertThat(recorder.take())
                    .containsExactly("SELECT staff.id, staff.name, staff.company_id, staff.kind, staff.budget,"
                            + " staff.region, staff.bonus FROM staff WHERE staff.kind IN ('boss', 'Director') []");
            assertThat(session.query(DIRECTOR)
                            .where(DIRECTOR.name.eq("Hina").or(DIRECTOR.bonus.eq(1)))
                            .all())
                    .hasSize(1);
            assertThat(recorder.take())
                    .containsExactly("SELECT staff.id, staff.name, staff.company_id, staff.kind, staff.budget,"
                            + " staff.region, staff.bonus FROM staff"
                            + " WHERE (staff.name = ? OR staff.bonus = ?) AND staff.kind = 'Director' [Hina, 1]");
            assertThat(session.query(DIRECTOR.as("d")).count()).isEqualTo(1);
            assertThat(recorder.take())
                    .containsExactly("SELECT count(*) FROM (SELECT d.id, d.name, d.company_id, d.kind, d.budget,"
                            + " d.region, d.bonus FROM staff AS d WHERE d.kind = 'Director') AS counted []");
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aFlushWritesTheColumnsOfEachClassAndItsDiscriminator() {
        try (Session session = Session.open(engine)) {
            Engineer engineer = new Engineer("Ahmad", "steam");
            Manager manager = new Manager("Fatima", 100);
            session.addAll(List.of(engineer, manager));
            assertThat(session.flushPlan())
                    .hasToString("INSERT staff(name, company_id, kind, skill) RETURNING(id) [Engineer#new]\n"
                            + "INSERT staff(name, company_id, kind, budget, region) RETURNING(id) [Manager#new]");
            recorder.clear();
            session.flush();
            assertThat(recorder.take())
                    .containsExactly(
                            "INSERT INTO staff (name, company_id, kind, skill) VALUES (?, ?, ?, ?) RETURNING id"
                                    + " [Ahmad, null, Engineer, steam]",
                            "INSERT INTO staff (name, company_id, kind, budget, region) VALUES (?, ?, ?, ?, ?)"
                                    + " RETURNING id [Fatima, null, boss, 100, null]");
            manager.setBudget(200);
            session.flush();
            assertThat(recorder.take()).containsExactly("UPDATE staff SET budget = ? WHERE staff.id = ? [200, 2]");
            session.delete(engineer);
            session.flush();
            assertThat(recorder.take()).containsExactly("DELETE FROM staff WHERE staff.id = ? [1]");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void theTableHasTheColumnsOfAllClassesOnceAndThoseOfSubclassesNullable() {
        assertThat(MetaData.of(EMPLOYEE, MANAGER, ENGINEER).tables()).hasSize(1);
        assertThat(MetaData.of(DIRECTOR).tables().get(0).columns())
                .extracting(Column::name)
                .containsExactly("id", "name", "company_id", "kind", "skill", "budget", "region", "bonus");
        assertThat(MANAGER.budget.isNullable()).isTrue();
        assertThat(EMPLOYEE.discriminator.isNullable()).isFalse();
    }

    @DatabaseTest
    void anUnknownOrMissingDiscriminatorIsAnError() {
        addStaff();
        try (Session session = Session.open(engine)) {
            session.connection()
                    .execute(Sql.update(EMPLOYEE)
                            .set(EMPLOYEE.discriminator, "Pilot")
                            .where(EMPLOYEE.name.eq("Ali")));
            assertThatThrownBy(() -> session.query(EMPLOYEE).all())
                    .hasMessageContaining("discriminator is 'Pilot'")
                    .hasMessageContaining("[Employee, Engineer, boss, Director, Seller]")
                    .hasMessageContaining("ALK-2020");
            assertThat(session.query(MANAGER).all()).hasSize(2);
            session.rollback();
        }
    }

    @DatabaseTest
    void aKeyIsOfOneObjectInTheWholeHierarchy() {
        addStaff();
        try (Session session = Session.open(engine)) {
            Director hina = session.query(DIRECTOR).one();
            assertThat(session.get(Employee.class, hina.id)).containsSame(hina);
            assertThat(session.get(Manager.class, hina.id)).containsSame(hina);
            assertThat(session.get(Engineer.class, hina.id)).isEmpty();
            assertThat(session.query(MANAGER).where(MANAGER.id.eq(hina.id)).one())
                    .isSameAs(hina);
        }
    }

    @DatabaseTest
    void relationshipsLeadToAnyLevel() {
        try (Session session = Session.open(engine)) {
            Company company = new Company("Works");
            Engineer engineer = new Engineer("Ahmad", "steam");
            Manager manager = new Manager("Fatima", 5);
            engineer.machines.add(new Machine("lathe"));
            company.employees.addAll(List.of(engineer, manager));
            session.add(company);
            session.flush();
            company.head = manager;
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Company company = session.query(COMPANY).one();
            assertThat(company.head).isInstanceOf(Manager.class);
            assertThat(session.isModified(company)).isFalse();
            assertThat(company.employees).hasSize(2).contains(company.head);
            assertThat(company.engineers).hasSize(1);
            Engineer engineer = company.engineers.get(0);
            assertThat(engineer.company.get()).isSameAs(company);
            assertThat(engineer.machines.get(0).engineer.get()).isSameAs(engineer);
            SessionInvariants.check(session);
        }
        try (Session session = Session.open(engine)) {
            recorder.clear();
            session.query(EMPLOYEE).load(EMPLOYEE.company, ENGINEER.machines).all();
            assertThat(recorder.queries().size()).isLessThanOrEqualTo(5);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aSubclassIsAskedForWhereverItIsJoined() {
        addStaff();
        try (Session session = Session.open(engine)) {
            session.execute(Sql.select(COMPANY.name, ENGINEER.skill)
                            .from(COMPANY)
                            .leftJoin(COMPANY.engineers))
                    .all();
            session.query(MACHINE).join(MACHINE.engineer).all();
            session.query(COMPANY)
                    .where(COMPANY.engineers.any(ENGINEER.skill.eq("x")))
                    .all();
            session.query(MACHINE).where(MACHINE.engineer().skill.eq("x")).all();
            session.execute(Sql.update(MANAGER).set(MANAGER.budget, 1));
            session.execute(Sql.delete(DIRECTOR));
            assertThat(recorder.take())
                    .containsExactly(
                            "SELECT companies.name, staff.skill FROM companies LEFT JOIN staff"
                                    + " ON companies.id = staff.company_id AND staff.kind = 'Engineer' []",
                            "SELECT machines.id, machines.name, machines.engineer_id FROM machines JOIN staff"
                                    + " ON machines.engineer_id = staff.id AND staff.kind = 'Engineer' []",
                            "SELECT companies.id, companies.name, companies.head_id FROM companies"
                                    + " WHERE EXISTS (SELECT 1 FROM staff WHERE companies.id = staff.company_id"
                                    + " AND staff.skill = ? AND staff.kind = 'Engineer') [x]",
                            "SELECT machines.id, machines.name, machines.engineer_id FROM machines LEFT JOIN staff AS"
                                    + " machines__engineer ON machines.engineer_id = machines__engineer.id AND"
                                    + " machines__engineer.kind = 'Engineer' WHERE machines__engineer.skill = ? [x]",
                            "UPDATE staff SET budget = ? WHERE staff.kind IN ('boss', 'Director') [1]",
                            "DELETE FROM staff WHERE staff.kind = 'Director' []");
            assertThat(session.query(EMPLOYEE).all()).hasSize(4);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void conditionsOnASubclassDoNotHideOthers() {
        addStaff();
        try (Session session = Session.open(engine)) {
            assertThat(session.query(EMPLOYEE)
                            .where(EMPLOYEE.ofType(ENGINEER)
                                    .skill
                                    .eq("steam")
                                    .or(EMPLOYEE.ofType(MANAGER).budget.gt(500)))
                            .orderBy(EMPLOYEE.id)
                            .all())
                    .extracting(e -> e.name)
                    .containsExactly("Ahmad", "Hina");
        }
    }

    @DatabaseTest
    void queriesOfAnyClassSeeChangesOfAnyOther() {
        addStaff();
        try (Session session = Session.open(engine)) {
            Director hina = session.query(DIRECTOR).one();
            hina.name = "Henna";
            assertThat(session.query(EMPLOYEE).where(EMPLOYEE.name.eq("Henna")).one())
                    .isSameAs(hina);
            session.execute(Sql.update(EMPLOYEE).set(EMPLOYEE.name, "all"));
            assertThat(session.query(MANAGER).where(MANAGER.id.eq(hina.id)).one().name)
                    .isEqualTo("all");
        }
    }

    @DatabaseTest
    void aRollbackUndoesChangesOfSubclasses() {
        addStaff();
        try (Session session = Session.open(engine)) {
            Director hina = session.query(DIRECTOR).one();
            Seller seller = new Seller("New", "west");
            hina.bonus = 1;
            session.add(seller);
            session.flush();
            session.rollback();
            assertThat(hina.bonus).isEqualTo(9);
            assertThat(seller.id).isNull();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest("postgresql")
    void aMissingDiscriminatorIsAnError() {
        addStaff();
        try (Session session = Session.open(engine)) {
            session.execute(Sql.text("ALTER TABLE staff ALTER COLUMN kind DROP NOT NULL"));
            session.execute(Sql.text("UPDATE staff SET kind = NULL WHERE name = 'Ali'"));
            assertThatThrownBy(() -> session.query(EMPLOYEE).all())
                    .hasMessageContaining("Employee with key 1")
                    .hasMessageContaining("discriminator is NULL");
            session.rollback();
        }
    }

    @DatabaseTest("postgresql")
    void aFullJoinOfOneClassIsRefusedAndARightJoinKeepsRowsOfTheOtherSide() {
        addStaff();
        try (Session session = Session.open(engine)) {
            assertThatThrownBy(() -> session.execute(Sql.select(COMPANY.name)
                            .from(COMPANY)
                            .fullJoin(ENGINEER, ENGINEER.companyId.eq(COMPANY.id))))
                    .hasMessageContaining("ALK-2028");
            recorder.clear();
            session.execute(Sql.select(COMPANY.name, ENGINEER.skill)
                            .from(ENGINEER)
                            .rightJoin(COMPANY, ENGINEER.companyId.eq(COMPANY.id)))
                    .all();
            assertThat(recorder.take().get(0))
                    .contains("RIGHT JOIN companies ON staff.company_id = companies.id AND staff.kind = 'Engineer'")
                    .doesNotContain("WHERE");
        }
    }

    @DatabaseTest("postgresql")
    void aClassKeepsItsRowsInACrossJoinAndInASample() {
        addStaff();
        try (Session session = Session.open(engine)) {
            session.execute(Sql.select(ENGINEER.skill).from(COMPANY).crossJoin(ENGINEER))
                    .all();
            assertThat(recorder.take().get(0)).contains("CROSS JOIN staff WHERE staff.kind = 'Engineer'");
            List<String> skills = session.execute(
                            Sql.select(ENGINEER.skill).from(Sql.sample(ENGINEER, TableSample.Method.BERNOULLI, 100)))
                    .all();
            assertThat(skills).containsExactly("steam");
        }
    }

    @DatabaseTest
    void anObjectMovesBetweenTheCollectionsThatItsClassBelongsTo() {
        addStaff();
        try (Session session = Session.open(engine)) {
            Company company = new Company("Works");
            session.add(company);
            session.flush();
            for (Employee employee : session.query(EMPLOYEE).all()) {
                employee.company = Ref.of(company);
            }
            session.flush();
            assertThat(company.employees).hasSize(5);
            assertThat(company.engineers).extracting(engineer -> engineer.skill).containsExactly("steam");
            SessionInvariants.check(session);
        }
    }
}
