package org.alkahest.orm.derived;

import static org.alkahest.orm.derived.Worker_.WORKER;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** What a method says of an object, an expression of the companion says of rows. */
final class DerivedAttributesTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void fillTable(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(WORKER));
        try (Session session = Session.open(engine)) {
            Worker ada = new Worker("Ada", "Lovelace", 60, Ref.none());
            session.add(ada);
            session.add(new Worker("Alan", "Turing", 40, Ref.of(ada)));
            session.add(new Worker("Grace", "Hopper", 50, Ref.of(ada)));
            session.commit();
        }
    }

    @DatabaseTest
    void theObjectAndTheRowSayTheSame() {
        try (Session session = Session.open(engine)) {
            List<Worker> workers = session.query(WORKER).orderBy(WORKER.id).all();
            List<String> names = session.execute(
                            select(WORKER.fullName()).from(WORKER).orderBy(WORKER.id))
                    .all();
            assertThat(names).isEqualTo(workers.stream().map(Worker::fullName).toList());
            session.rollback();
        }
    }

    @DatabaseTest
    void filtersOrdersAndGroups() {
        try (Session session = Session.open(engine)) {
            assertThat(session.query(WORKER)
                            .where(WORKER.worksMoreThan(45))
                            .orderBy(WORKER.fullName().desc())
                            .all())
                    .extracting(worker -> worker.first)
                    .containsExactly("Grace", "Ada")
                    .hasSameSizeAs(session.query(WORKER).all().stream()
                            .filter(worker -> worker.worksMoreThan(45))
                            .toList());
            assertThat(session.execute(select(WORKER.fullName(), count())
                                    .from(WORKER)
                                    .groupBy(WORKER.first, WORKER.last))
                            .all())
                    .hasSize(3);
            session.rollback();
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void anAliasDerivesFromItself() {
        Worker_ boss = WORKER.as("boss");
        try (Session session = Session.open(engine)) {
            recorder.clear();
            assertThat(session.query(WORKER)
                            .join(WORKER.boss, boss)
                            .where(boss.fullName().eq("Ada Lovelace"))
                            .where(WORKER.surname().eq("Turing"))
                            .one()
                            .first)
                    .isEqualTo("Alan");
            assertThat(recorder.queries().get(0).sql().replace("\"", ""))
                    .endsWith("WHERE boss.first || ? || boss.last = ? AND workers.last = ?");
            session.rollback();
        }
    }

    @DatabaseTest
    void anImplicitJoinDerivesFromItsTarget() {
        try (Session session = Session.open(engine)) {
            assertThat(session.query(WORKER)
                            .where(WORKER.boss().fullName().eq("Ada Lovelace"))
                            .orderBy(WORKER.last)
                            .all())
                    .extracting(Worker::fullName)
                    .containsExactly("Grace Hopper", "Alan Turing");
            session.rollback();
        }
    }

    @DatabaseTest
    void onesOfOthersAndCorrelatedSubqueriesCompose() {
        try (Session session = Session.open(engine)) {
            assertThat(session.execute(select(WORKER.signature(), WORKER.reports())
                                    .from(WORKER)
                                    .where(WORKER.reports().gt(0L)))
                            .one())
                    .satisfies(row -> {
                        assertThat(row.v1()).isEqualTo("Ada Lovelace.");
                        assertThat(row.v2()).isEqualTo(2L);
                    });
            session.rollback();
        }
    }

    @DatabaseTest
    void aSynonymIsTheColumnItselfAndCanBeWritten() {
        assertThat(WORKER.surname()).isSameAs(WORKER.last);
        try (Session session = Session.open(engine)) {
            session.execute(update(WORKER)
                    .set(WORKER.surname(), "Byron")
                    .where(WORKER.fullName().eq("Ada Lovelace")));
            assertThat(session.query(WORKER)
                            .where(WORKER.surname().eq("Byron"))
                            .one()
                            .fullName())
                    .isEqualTo("Ada Byron");
            session.rollback();
        }
    }
}
