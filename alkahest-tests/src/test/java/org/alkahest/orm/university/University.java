package org.alkahest.orm.university;

import static org.alkahest.orm.university.Course_.COURSE;
import static org.alkahest.orm.university.Fee_.FEE;
import static org.alkahest.orm.university.Room_.ROOM;
import static org.alkahest.orm.university.Student_.STUDENT;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Sessions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.testkit.DatabaseFixture;

/** Fills a university: students with two fees each, all in both courses, whose rooms differ. */
final class University {
    private University() {}

    static Sessions create(DatabaseFixture database) {
        return create(database.engine());
    }

    private static Sessions create(Engine engine) {
        TestTables.create(engine, List.of(STUDENT, FEE, COURSE, ROOM));
        return Sessions.of(engine);
    }

    static Sessions with(DatabaseFixture database, int students) {
        Sessions sessions = with(database.engine(), students);
        database.recorder().clear();
        return sessions;
    }

    static Sessions with(Engine engine, int students) {
        Sessions sessions = create(engine);
        sessions.run(session -> {
            List<Course> courses =
                    List.of(new Course("Algebra", new Room("A1", 30)), new Course("Botany", new Room("B2", 20)));
            List<Student> all = new ArrayList<>();
            for (int i = 1; i <= students; i++) {
                Student student = new Student("Student " + i, i % 2 == 0 ? "Karachi" : "Lahore");
                student.fees.add(new Fee(student, i + "00"));
                student.fees.add(new Fee(student, i + "50"));
                student.courses.addAll(courses);
                all.add(student);
            }
            session.addAll(all);
        });
        return sessions;
    }
}
