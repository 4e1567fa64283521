package org.alkahest.orm.university;

import static org.alkahest.orm.university.Course_.COURSE;
import static org.alkahest.orm.university.Fee_.FEE;
import static org.alkahest.orm.university.Student_.STUDENT;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.MultipleRowsException;
import org.alkahest.engine.NoRowException;
import org.alkahest.orm.Session;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.sql.Row;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Queries for entities, alone and mixed with columns. */
final class QueryTest {
    @DatabaseTest
    void refinesImmutably(DatabaseFixture database) {
        try (Session session = University.with(database, 6).open()) {
            var all = session.query(STUDENT).orderBy(STUDENT.id);
            var lahore = all.where(STUDENT.city.eq("Lahore"));
            assertThat(lahore.all()).hasSize(3);
            assertThat(all.all()).hasSize(6);
            assertThat(all.limit(2).offset(1).all()).extracting(s -> s.id).containsExactly(2, 3);
            assertThat(lahore.count()).isEqualTo(3);
            assertThat(lahore.where(STUDENT.name.eq("nobody")).exists()).isFalse();
        }
    }

    @DatabaseTest
    void givesEachObjectOnceThroughJoins(DatabaseFixture database) {
        try (Session session = University.with(database, 3).open()) {
            assertThat(session.query(STUDENT).join(STUDENT.fees).all()).hasSize(3);
            assertThat(session.query(STUDENT)
                            .join(STUDENT.courses)
                            .where(COURSE.title.eq("Algebra"))
                            .all())
                    .hasSize(3);
            assertThat(session.query(FEE)
                            .join(FEE.student)
                            .where(STUDENT.name.eq("Student 2"))
                            .all())
                    .hasSize(2);
        }
    }

    @DatabaseTest
    void joinsAlongAPathWhereAColumnIsUsed(DatabaseFixture database) {
        try (Session session = University.with(database, 3).open()) {
            assertThat(session.query(FEE)
                            .where(FEE.student().name.eq("Student 2"))
                            .orderBy(FEE.student().city)
                            .all())
                    .hasSize(2)
                    .allSatisfy(fee -> assertThat(fee.student.get().name).isEqualTo("Student 2"));
        }
    }

    @DatabaseTest
    void asksForConditionsOnRelationships(DatabaseFixture database) {
        try (Session session = University.with(database, 3).open()) {
            Student third = session.get(Student.class, 3).orElseThrow();
            Course algebra =
                    session.query(COURSE).where(COURSE.title.eq("Algebra")).one();
            assertThat(session.query(STUDENT)
                            .where(STUDENT.fees.any(FEE.amount.gt(new BigDecimal("300"))))
                            .all())
                    .containsExactly(third);
            assertThat(session.query(STUDENT)
                            .where(STUDENT.courses.contains(algebra))
                            .all())
                    .hasSize(3);
            assertThat(session.query(FEE).where(FEE.student.eq(third)).all()).hasSize(2);
            assertThat(session.query(FEE)
                            .where(FEE.student.has(STUDENT.city.eq("Karachi")))
                            .all())
                    .hasSize(2);
            assertThat(session.query(FEE).where(FEE.student.isNull()).all()).isEmpty();
            assertThat(session.query(STUDENT).where(STUDENT.fees.isEmpty()).all())
                    .isEmpty();
        }
    }

    @DatabaseTest
    void mixesEntitiesAndColumns(DatabaseFixture database) {
        try (Session session = University.with(database, 2).open()) {
            List<Row2<Student, BigDecimal>> rows = session.execute(select(STUDENT, sum(FEE.amount))
                            .from(STUDENT)
                            .join(STUDENT.fees)
                            .groupBy(STUDENT.id, STUDENT.name, STUDENT.city)
                            .orderBy(STUDENT.id))
                    .all();
            assertThat(rows).extracting(r -> r.v2().intValueExact()).containsExactly(250, 450);
            assertThat(rows.get(0).v1()).isSameAs(session.get(Student.class, 1).orElseThrow());
        }
    }

    @DatabaseTest
    void givesNullForAnEntityThatAnOuterJoinMissed(DatabaseFixture database) {
        try (Session session = University.with(database, 1).open()) {
            session.add(new Student("Without fees", "Quetta"));
            List<Row2<Student, Fee>> rows = session.execute(select(STUDENT, FEE)
                            .from(STUDENT)
                            .leftJoin(STUDENT.fees)
                            .where(STUDENT.city.eq("Quetta")))
                    .all();
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).v2()).isNull();
        }
    }

    @DatabaseTest
    void joinsAnAliasOfTheSameEntity(DatabaseFixture database) {
        try (Session session = University.with(database, 4).open()) {
            Student_ other = STUDENT.as("other");
            record Pair(String a, String b) {}
            List<Pair> pairs = session.execute(
                            select(row(STUDENT.name, other.name).as(Pair::new))
                                    .from(STUDENT)
                                    .join(other, other.city.eq(STUDENT.city).and(other.id.gt(STUDENT.id)))
                                    .orderBy(STUDENT.id))
                    .all();
            assertThat(pairs).containsExactly(new Pair("Student 1", "Student 3"), new Pair("Student 2", "Student 4"));
        }
    }

    @DatabaseTest
    void saysWhenThereIsNotExactlyOne(DatabaseFixture database) {
        try (Session session = University.with(database, 2).open()) {
            assertThatThrownBy(() -> session.query(STUDENT).one()).isInstanceOf(MultipleRowsException.class);
            assertThatThrownBy(() -> session.query(STUDENT)
                            .where(STUDENT.name.eq("nobody"))
                            .one())
                    .isInstanceOf(NoRowException.class);
            assertThat(session.query(STUDENT).where(STUDENT.name.eq("nobody")).oneOrNone())
                    .isEmpty();
            assertThat(session.get(Student.class, 99)).isEmpty();
        }
    }

    @DatabaseTest
    void streamsInParts(DatabaseFixture database) {
        try (Session session = University.with(database, 30).open()) {
            try (var students = session.query(STUDENT).load(STUDENT.fees).stream()) {
                assertThat(students.mapToInt(s -> s.fees.size()).sum()).isEqualTo(60);
            }
        }
    }

    @DatabaseTest
    void refusesEntitiesOnABareConnection(DatabaseFixture database) {
        University.create(database);
        try (Connection connection = database.engine().connect()) {
            assertThatThrownBy(() -> connection.execute(select(STUDENT)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("session.execute")
                    .hasMessageContaining("ALK-2302");
            assertThat(connection.execute(select(count()).from(STUDENT)).one()).isZero();
        }
    }

    @DatabaseTest
    void aBlockThatThrowsChangesNothing(DatabaseFixture database) {
        Sessions sessions = University.create(database);
        sessions.run(session -> session.add(new Student("Ali", "Lahore")));
        IllegalStateException thrown = new IllegalStateException("changed my mind");
        assertThatThrownBy(() -> sessions.run(session -> {
                    session.query(STUDENT).one().city = "Multan";
                    session.add(new Student("Fatima", "Lahore"));
                    session.flush();
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThatThrownBy(() -> sessions.<Integer>transaction(session -> {
                    session.delete(session.query(STUDENT).one());
                    session.flush();
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(database.engine().statistics().openConnections()).isZero();
        List<String> cities = sessions.transaction(session -> session.query(STUDENT).all().stream()
                .map(student -> student.name + " of " + student.city)
                .toList());
        assertThat(cities).containsExactly("Ali of Lahore");
    }

    @DatabaseTest
    void rowsOfAnyFormHoldTheObjectsOfTheSession(DatabaseFixture database) {
        try (Session session = University.with(database, 2).open()) {
            Select<Row2<Student, String>> query = select(STUDENT, STUDENT.city).where(STUDENT.id.eq(2));
            Student second = session.get(Student.class, 2).orElseThrow();
            Row row = session.execute(query.asRows()).one();
            assertThat(row.value(STUDENT)).isSameAs(second);
            assertThat(row.value("city")).isEqualTo("Karachi");
            assertThat(session.execute(query.asMaps()).one())
                    .containsEntry("0", second)
                    .containsEntry("city", "Karachi");
        }
    }
}
