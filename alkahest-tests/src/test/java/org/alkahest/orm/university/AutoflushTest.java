package org.alkahest.orm.university;

import static org.alkahest.orm.university.Course_.COURSE;
import static org.alkahest.orm.university.Fee_.FEE;
import static org.alkahest.orm.university.Room_.ROOM;
import static org.alkahest.orm.university.Student_.STUDENT;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.SessionOptions.Autoflush;
import org.alkahest.orm.Sessions;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** A query flushes before it is sent only when pending changes may matter to it. */
final class AutoflushTest {
    @DatabaseTest
    void flushesWhenTheQueryReadsAChangedTable(DatabaseFixture database) {
        try (Session session = University.with(database, 2).open()) {
            Student student = session.query(STUDENT).first().orElseThrow();
            student.city = "Multan";
            assertThat(session.query(STUDENT).where(STUDENT.city.eq("Multan")).all())
                    .containsExactly(student);
        }
    }

    @DatabaseTest
    void doesNotFlushForOtherTables(DatabaseFixture database) {
        try (Session session = University.with(database, 2).open()) {
            session.add(new Room("C3", 5));
            session.query(STUDENT).all();
            assertThat(database.recorder().writes()).isEmpty();
            assertThat(session.query(ROOM).count()).isEqualTo(3);
            assertThat(database.recorder().writes()).hasSize(1);
        }
    }

    @DatabaseTest
    void flushesForTablesThatCascadesReach(DatabaseFixture database) {
        try (Session session = University.with(database, 1).open()) {
            Student student = session.query(STUDENT).first().orElseThrow();
            student.fees.add(new Fee(student, "1"));
            assertThat(session.execute(select(count()).from(FEE)).one()).isEqualTo(3L);
        }
    }

    @DatabaseTest
    void flushesForSubqueriesAndRawText(DatabaseFixture database) {
        try (Session session = University.with(database, 1).open()) {
            session.add(new Room("C3", 5));
            assertThat(session.execute(text("SELECT count(*) FROM rooms").returning(count()))
                            .one())
                    .isEqualTo(3L);
            session.add(new Room("D4", 5));
            assertThat(session.query(COURSE)
                            .where(raw("EXISTS (SELECT 1 FROM rooms WHERE code = 'D4')", SqlTypes.BOOLEAN))
                            .all())
                    .hasSize(2);
        }
    }

    @DatabaseTest
    void canBeSwitchedOffOrToAlways(DatabaseFixture database) {
        Sessions sessions = University.create(database);
        var engine = database.engine();
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withAutoflush(Autoflush.NEVER))) {
            session.add(new Room("E5", 1));
            assertThat(session.query(ROOM).count()).isZero();
        }
        try (Session session = Session.open(engine, SessionOptions.DEFAULT.withAutoflush(Autoflush.ALWAYS))) {
            database.recorder().clear();
            session.add(new Room("E5", 1));
            session.query(STUDENT).all();
            assertThat(database.recorder().writes()).hasSize(1);
        }
        long rooms = sessions.transaction(s -> s.query(ROOM).count());
        assertThat(rooms).isZero();
    }
}
