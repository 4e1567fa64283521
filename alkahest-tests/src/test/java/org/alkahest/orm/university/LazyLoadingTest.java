package org.alkahest.orm.university;

import static org.alkahest.orm.university.Course_.COURSE;
import static org.alkahest.orm.university.Fee_.FEE;
import static org.alkahest.orm.university.Student_.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Touching one unloaded association loads it for its siblings: statements do not grow with objects. */
final class LazyLoadingTest {
    @DatabaseTest
    void loadsCollectionsOfAllSiblingsInOneStatement(DatabaseFixture database) {
        try (Session session = University.with(database, 50).open()) {
            int fees = 0;
            for (Student student : session.query(STUDENT).all()) {
                fees += student.fees.size();
            }
            assertThat(fees).isEqualTo(100);
            database.recorder().assertCount(2);
        }
    }

    @DatabaseTest
    void loadsReferencesOfAllSiblingsInOneStatement(DatabaseFixture database) {
        try (Session session = University.with(database, 50).open()) {
            for (Fee fee : session.query(FEE).all()) {
                assertThat(fee.student.isLoaded()).isEqualTo(fee.id != null && fee.id > 1);
                assertThat(fee.student.get().name).startsWith("Student");
            }
            database.recorder().assertCount(2);
        }
    }

    @DatabaseTest
    void boundsABatch(DatabaseFixture database) {
        University.with(database, 25);
        Sessions sessions = Sessions.of(database.engine(), SessionOptions.DEFAULT.withBatchSize(10));
        try (Session session = sessions.open()) {
            session.query(STUDENT).all().forEach(s -> assertThat(s.fees).hasSize(2));
            database.recorder().assertCount(4);
        }
    }

    @DatabaseTest
    void loadsManyToManyFromBothSides(DatabaseFixture database) {
        try (Session session = University.with(database, 4).open()) {
            List<Course> courses = session.query(COURSE).orderBy(COURSE.id).all();
            assertThat(courses.get(0).students).hasSize(4);
            assertThat(courses.get(1).students.get(3).courses).containsExactlyElementsOf(courses);
            database.recorder().assertCount(4);
        }
    }

    @DatabaseTest
    void loadsPlainReferencesWithTheirOwnersInOneBatch(DatabaseFixture database) {
        try (Session session = University.with(database, 1).open()) {
            List<Course> courses = session.query(COURSE).orderBy(COURSE.id).all();
            assertThat(courses)
                    .extracting(c -> c.room == null ? "" : c.room.code)
                    .containsExactly("A1", "B2");
            database.recorder().assertCount(2);
            session.flush();
            database.recorder().assertCount(2);
        }
    }

    @DatabaseTest
    void eagerLoadsTakeOneStatementEach(DatabaseFixture database) {
        Student student;
        try (Session session = University.with(database, 30).open()) {
            List<Student> students = session.query(STUDENT)
                    .load(STUDENT.fees, STUDENT.courses, COURSE.room)
                    .all();
            database.recorder().assertCount(4);
            student = students.get(29);
        }
        assertThat(student.fees).hasSize(2);
        assertThat(student.courses).allSatisfy(c -> assertThat(c.room).isNotNull());
    }

    @DatabaseTest
    void reloadsStaleCollectionsByBatchAfterCommit(DatabaseFixture database) {
        try (Session session = University.with(database, 20).open()) {
            List<Student> students = session.query(STUDENT).load(STUDENT.fees).all();
            session.commit();
            try (Session other = University.create(database).open()) {
                other.add(new Fee(other.get(Student.class, 1).orElseThrow(), "7"));
                if (database.isShared()) {
                    other.commit();
                }
            }
            database.recorder().clear();
            students.forEach(s -> assertThat(s.fees).hasSizeGreaterThanOrEqualTo(2));
            database.recorder().assertCount(1);
        }
    }

    @DatabaseTest
    void keepsWhatWasLoadedReadableAfterClose(DatabaseFixture database) {
        Student student;
        Fee fee;
        try (Session session = University.with(database, 1).open()) {
            fee = session.query(FEE).first().orElseThrow();
            student = fee.student.get();
            assertThat(student.fees).hasSize(2);
        }
        assertThat(student.fees).hasSize(2);
        assertThat(fee.student.get()).isSameAs(student);
    }

    @DatabaseTest
    void saysWhatToLoadWhenTheSessionIsClosed(DatabaseFixture database) {
        Student student;
        Fee fee;
        try (Session session = University.with(database, 1).open()) {
            fee = session.query(FEE).first().orElseThrow();
        }
        try (Session session = Session.open(database.engine())) {
            student = session.query(STUDENT).first().orElseThrow();
        }
        assertThatThrownBy(() -> student.fees.size())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Student.fees")
                .hasMessageContaining("query of Student")
                .hasMessageContaining("query.load(")
                .hasMessageContaining("ALK-2303");
        assertThatThrownBy(() -> fee.student.get())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Fee.student")
                .hasMessageContaining("ALK-2301");
        assertThat(fee.student.key()).contains(1);
    }
}
