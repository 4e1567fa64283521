package org.alkahest.orm.ext;

import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Engineer_.ENGINEER;
import static org.alkahest.orm.inheritance.Shape_.SHAPE;
import static org.alkahest.orm.tenancy.Project_.PROJECT;
import static org.alkahest.orm.tenancy.Task_.TASK;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Engineer;
import org.alkahest.orm.tenancy.Project;
import org.alkahest.orm.tenancy.Task;
import org.alkahest.orm.tenancy.Task_;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

/** Rows of several tenants in one table, of which a session sees and writes its own. */
final class TenantColumnTest {
    private Engine engine;
    private Sessions red;
    private Sessions blue;
    private final Project ours = new Project("ours", new Task("a"), new Task("b"));
    private final Project theirs = new Project("theirs", new Task("c"));

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(PROJECT, TASK));
        red = sessions("red");
        blue = sessions("blue");
        red.run(session -> session.add(ours));
        blue.run(session -> session.add(theirs));
        try (Connection connection = engine.connect()) { // a task of one tenant in the project of the other
            connection.execute(insert(TASK)
                    .set(TASK.tenant, "blue")
                    .set(TASK.title, "smuggled")
                    .set(TASK.column("project_id", Integer.class), ours.id));
            connection.commit();
        }
    }

    private Sessions sessions(String tenant) {
        return Sessions.of(
                engine,
                SessionOptions.DEFAULT.withListener(TenantColumn.of(() -> tenant, PROJECT.tenant, TASK.tenant)));
    }

    @DatabaseTest
    void newObjectsGetTheTenant() {
        assertThat(ours.tenant).isEqualTo("red");
        assertThat(theirs.tasks.get(0).tenant).isEqualTo("blue");
    }

    @DatabaseTest
    void queriesLookUpsAndLazyLoadsSeeTheTenantsRows() {
        try (Session session = red.open()) {
            Project found = session.query(PROJECT).one();
            assertThat(found.name).isEqualTo("ours");
            assertThat(found.tasks).extracting(task -> task.title).containsExactly("a", "b");
            assertThat(session.get(Project.class, theirs.id)).isEmpty();
            assertThat(session.query(TASK).count()).isEqualTo(2);
            assertThat(session.query(PROJECT).load(PROJECT.tasks).all()).hasSize(1);
        }
    }

    @DatabaseTest
    void aliasesJoinsPathsAndSubqueriesAreRestricted() {
        Task_ other = TASK.as("other");
        try (Session session = blue.open()) {
            assertThat(session.execute(select(other.title).orderBy(other.title)).all())
                    .containsExactly("c", "smuggled");
            assertThat(session.execute(select(PROJECT.name, other.title)
                                    .from(PROJECT)
                                    .join(PROJECT.tasks, other))
                            .all())
                    .hasSize(1);
            assertThat(session.execute(select(TASK.title, TASK.project().name).orderBy(TASK.title))
                            .all())
                    .extracting(row -> row.v1() + " of " + row.v2())
                    .containsExactly("c of theirs", "smuggled of null");
            assertThat(session.execute(select(TASK.project().name).where(TASK.title.eq("c")))
                            .all())
                    .containsExactly("theirs");
            assertThat(session.execute(select(count()).from(PROJECT).where(PROJECT.tasks.any(TASK.title.ne("z"))))
                            .one())
                    .isEqualTo(1);
            assertThat(session.execute(select(PROJECT.name)
                                    .where(PROJECT.id.in(select(TASK.column("project_id", Integer.class)))))
                            .all())
                    .containsExactly("theirs");
            assertThat(session.execute(select(PROJECT.name, TASK.title)
                                    .from(PROJECT)
                                    .leftJoin(PROJECT.tasks.and(TASK.title.eq("none"))))
                            .all())
                    .hasSize(1); // an outer join keeps its left side
        }
        try (Session session = red.open()) {
            assertThat(session.execute(select(PROJECT).join(PROJECT.tasks)).all())
                    .hasSize(1); // each object once, through the hook too
        }
    }

    @DatabaseTest
    void updatesAndDeletesByCriteriaKeepToTheTenant() {
        try (Session session = red.open()) {
            assertThat(session.execute(update(TASK).set(TASK.title, "x")).rowCount())
                    .isEqualTo(2);
            assertThat(session.execute(delete(TASK)).rowCount()).isEqualTo(2);
            session.execute(insert(TASK).set(TASK.title, "new").nextRow().set(TASK.title, "newer"));
            assertThat(session.query(TASK).count()).isEqualTo(2);
            session.commit();
        }
        try (Session session = blue.open()) {
            assertThat(session.query(TASK).all())
                    .extracting(task -> task.title)
                    .containsExactlyInAnyOrder("c", "smuggled");
        }
    }

    @DatabaseTest(requires = {Feature.INSERT_RETURNING, Feature.DELETE_RETURNING})
    void changesThatReturnRowsKeepToTheTenant() {
        try (Session session = red.open()) {
            assertThat(session.execute(insert(TASK).set(TASK.title, "new").returning(TASK.tenant))
                            .all())
                    .containsExactly("red");
            assertThat(session.execute(delete(TASK).returning(TASK.title)).all())
                    .containsExactlyInAnyOrder("a", "b", "new");
        }
    }

    @DatabaseTest("sqlite-memory")
    void anotherTenantIsRefused() {
        try (Session session = red.open()) {
            Project mine = session.query(PROJECT).one();
            mine.tenant = "blue";
            assertThatThrownBy(session::flush).hasMessageContainingAll("ALK-2141", "Project", "blue", "red");
            session.rollback();
            assertThat(mine.tenant).isEqualTo("red");
            Project foreign = new Project("foreign");
            foreign.tenant = "blue";
            session.add(foreign);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2141");
            session.rollback();
            assertThatThrownBy(() -> session.execute(update(TASK).set(TASK.tenant, "blue")))
                    .hasMessageContainingAll("ALK-2142", "tenant");
            assertThatThrownBy(() -> session.execute(insert(TASK).set(TASK.tenant, "blue")))
                    .hasMessageContaining("ALK-2142");
            assertThatThrownBy(() -> session.execute(insert(TASK).from(select(TASK.title), TASK.title)))
                    .hasMessageContaining("ALK-2142");
            session.attach(theirs);
            session.delete(theirs);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2141");
        }
    }

    @DatabaseTest("sqlite-memory")
    void tenantsShareCompiledStatements(StatementRecorder recorder) {
        try (Session session = red.open()) {
            session.query(PROJECT).all();
            recorder.clear();
            session.reset();
        }
        long compiled = engine.statistics().cacheMisses();
        blue.run(session -> session.query(PROJECT).all());
        sessions("green").run(session -> session.query(PROJECT).all());
        assertThat(engine.statistics().cacheMisses()).isEqualTo(compiled);
        assertThat(recorder.queries().get(0).sql()).endsWith("WHERE projects.tenant = ?");
    }

    @DatabaseTest("sqlite-memory")
    void columnsThatCannotTellTenantsApartAreRefused() {
        assertThatThrownBy(() -> TenantColumn.of(() -> "x", SHAPE.colour))
                .hasMessageContainingAll("ALK-2144", "subclasses");
        var table = Table.named("plain").column("tenant", SqlTypes.TEXT).build();
        assertThatThrownBy(() -> TenantColumn.of(() -> "x", table.column("tenant", String.class)))
                .hasMessageContainingAll("ALK-2144", "plain");
    }

    @DatabaseTest
    void aHierarchyInOneTableIsRestrictedAsAWhole() {
        TestTables.create(engine, List.of(EMPLOYEE, COMPANY));
        Sessions named =
                Sessions.of(engine, SessionOptions.DEFAULT.withListener(TenantColumn.of(() -> "n", EMPLOYEE.name)));
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(new Engineer("n", "seen"), new Engineer("m", "hidden")));
            session.commit();
        }
        try (Session session = named.open()) {
            assertThat(session.query(ENGINEER).all())
                    .extracting(engineer -> engineer.skill)
                    .containsExactly("seen");
            assertThat(session.query(EMPLOYEE).all()).hasSize(1);
        }
    }
}
