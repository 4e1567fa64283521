package org.alkahest.orm.ext;

import static org.alkahest.orm.inheritance.Circle_.CIRCLE;
import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Shape_.SHAPE;
import static org.alkahest.orm.lifecycle.Memo_.MEMO;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.selectRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.SessionSavepoint;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Circle;
import org.alkahest.orm.inheritance.Engineer;
import org.alkahest.orm.lifecycle.Memo;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Row;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;

/** Former rows beside the present ones, by public events alone. */
final class HistoryTablesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final HistoryTables history = HistoryTables.of(CLOCK, MEMO);

    private Sessions sessions(Engine engine) {
        TestTables.create(engine, List.of(MEMO));
        MetaData.of(history.tables()).createAll(engine);
        return Sessions.of(engine, history.in(SessionOptions.DEFAULT));
    }

    private List<Row> former(Session session, Memo memo) {
        Table table = history.table(MEMO);
        return session.execute(selectRow(List.of(
                                history.column(MEMO, MEMO.body),
                                table.column("history_version", Integer.class),
                                table.column("history_event", String.class),
                                table.column("history_time", Instant.class)))
                        .from(table)
                        .where(history.column(MEMO, MEMO.id).eq(memo.id))
                        .orderBy(table.column("history_version")))
                .all();
    }

    @DatabaseTest
    void eachUpdateAndDeleteLeavesTheFormerRow(Engine engine) {
        Sessions sessions = sessions(engine);
        Memo memo = new Memo("one");
        Memo other = new Memo("other");
        try (Session session = sessions.open()) {
            session.addAll(List.of(memo, other));
            session.commit();
            assertThat(former(session, memo)).isEmpty();
            memo.body = "two";
            session.commit();
            memo.body = null;
            other.body = "changed too";
            session.commit();
            session.delete(memo);
            session.commit();
            assertThat(former(session, memo))
                    .extracting(row -> List.of(String.valueOf(row.value(0)), row.value(1), row.value(2), row.value(3)))
                    .containsExactly(
                            List.of("one", 1, "update", NOON),
                            List.of("two", 2, "update", NOON),
                            List.of("null", 3, "delete", NOON));
            assertThat(former(session, other)).extracting(row -> row.value(0)).containsExactly("other");
        }
    }

    @DatabaseTest("sqlite-memory")
    void oneStatementCopiesTheRowsOfAFlush(Engine engine, StatementRecorder recorder) {
        Sessions sessions = sessions(engine);
        try (Session session = sessions.open()) {
            List<Memo> memos = List.of(new Memo("a"), new Memo("b"), new Memo("c"));
            session.addAll(memos);
            session.commit();
            memos.get(0).body = "aa";
            memos.get(1).body = "bb";
            session.delete(memos.get(2));
            recorder.clear();
            session.flush();
            assertThat(recorder.writes().stream().map(each -> each.sql().substring(0, 26)))
                    .containsExactly(
                            "INSERT INTO memos_history ",
                            "INSERT INTO memos_history ",
                            "UPDATE memos SET body = ? ",
                            "DELETE FROM memos WHERE me");
            recorder.clear();
            session.flush();
            assertThat(recorder.count()).isZero();
        }
    }

    @DatabaseTest
    void itGoesWithItsTransaction(Engine engine) {
        Sessions sessions = sessions(engine);
        Memo memo = new Memo("one");
        try (Session session = sessions.open()) {
            session.add(memo);
            session.commit();
            memo.body = "two";
            session.flush();
            assertThat(former(session, memo)).hasSize(1);
            session.rollback();
            assertThat(former(session, memo)).isEmpty();
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void itGoesWithItsSavepoint(Engine engine) {
        Sessions sessions = sessions(engine);
        Memo memo = new Memo("one");
        try (Session session = sessions.open()) {
            session.add(memo);
            session.flush();
            try (SessionSavepoint savepoint = session.savepoint()) {
                memo.body = "two";
                session.flush();
                savepoint.rollback();
            }
            memo.body = "three";
            session.commit();
            assertThat(former(session, memo)).extracting(row -> row.value(0)).containsExactly("one");
        }
    }

    @DatabaseTest
    void tablesOfHierarchiesHaveOneEach(Engine engine) {
        List<EntityTable<?>> entities = List.of(SHAPE, CIRCLE, EMPLOYEE, COMPANY);
        HistoryTables histories = HistoryTables.of(CLOCK, SHAPE, CIRCLE, EMPLOYEE);
        assertThat(histories.tables())
                .extracting(Table::name)
                .containsExactly("shapes_history", "circles_history", "staff_history");
        TestTables.create(engine, entities);
        MetaData.of(histories.tables()).createAll(engine);
        try (Session session = Session.open(engine, histories.in(SessionOptions.DEFAULT))) {
            Circle circle = new Circle("c", 5);
            Engineer engineer = new Engineer("Ada", "numbers");
            session.addAll(List.of(circle, engineer));
            session.commit();
            circle.radius = 6;
            engineer.skill = "engines";
            session.commit();
            circle.colour = "blue";
            session.commit();
            assertThat(session.execute(select(histories.column(CIRCLE, CIRCLE.radius)))
                            .all())
                    .containsExactly(5);
            assertThat(session.execute(select(histories.column(SHAPE, SHAPE.colour)))
                            .all())
                    .containsExactly("red");
            Table staff = histories.table(EMPLOYEE);
            assertThat(session.execute(select(staff.column("skill", String.class)))
                            .all())
                    .containsExactly("numbers");
            session.delete(circle);
            session.commit();
            assertThat(session.execute(select(count()).from(histories.table(CIRCLE)))
                            .one())
                    .isEqualTo(2);
        }
    }

    @DatabaseTest("sqlite-memory")
    void aFlushThatAnEarlierListenerStopsWritesNothing(Engine engine) {
        TestTables.create(engine, List.of(MEMO));
        MetaData.of(history.tables()).createAll(engine);
        SessionListener stopping = new SessionListener() {
            @Override
            public void flushPlanned(Session session, FlushPlan plan) {
                if (plan.toString().contains("UPDATE")) {
                    throw new IllegalStateException("no updates");
                }
            }
        };
        try (Session session = Session.open(engine, history.in(SessionOptions.DEFAULT.withListener(stopping)))) {
            Memo memo = new Memo("one");
            session.add(memo);
            session.commit();
            memo.body = "two";
            assertThatThrownBy(session::flush).hasMessage("no updates");
            session.removeListener(stopping);
            session.commit();
            assertThat(former(session, memo)).hasSize(1);
        }
    }

    @DatabaseTest("sqlite-memory")
    void anEntityWithoutOneIsNamed(Engine engine) {
        assertThatThrownBy(() -> history.table(COMPANY)).hasMessageContainingAll("ALK-2143", "companies");
        assertThat(HistoryTables.of(CLOCK).tables()).isEmpty();
        assertThat(engine).isNotNull();
    }
}
