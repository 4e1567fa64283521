package org.alkahest.orm.validation;

import static org.alkahest.orm.validation.Course_.COURSE;
import static org.alkahest.orm.validation.Seat_.SEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;
import org.alkahest.orm.SessionOptions;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** A flush checks what it writes by Jakarta Validation, before its first statement and without loading anything. */
final class ValidationTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(COURSE, SEAT));
    }

    @DatabaseTest
    void tellsAllViolationsOfAFlushBeforeSendingAnything() {
        try (Session session = Session.open(engine)) {
            Course nameless = new Course(" ");
            Course high = new Course("Fluids");
            high.room.floor = 12;
            session.addAll(List.of(nameless, high, new Course("Algebra")));
            recorder.clear();
            assertThatThrownBy(session::flush)
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageStartingWith("Cannot flush: ")
                    .hasMessageContaining("'title' of Course#new is  , but must not be blank")
                    .hasMessageContaining("'room.floor' of Course#new is 12, but must be less than or equal to 9")
                    .hasMessageEndingWith("[ALK-2090]");
            assertThat(recorder.statements()).isEmpty();
            nameless.title = "Geometry";
            high.room.floor = 9;
            session.commit();
            assertThat(session.query(COURSE).count()).isEqualTo(3);
        }
    }

    @DatabaseTest
    void checksChangedObjectsAndLeavesTheOthersAlone() {
        try (Session session = Session.open(engine)) {
            Course course = new Course("Fluids");
            session.add(course);
            session.commit();
            course.title = null;
            assertThatThrownBy(session::commit).isInstanceOf(ConstraintViolationException.class);
            session.rollback();
            assertThat(session.query(COURSE).one().title).isEqualTo("Fluids");
        }
    }

    @DatabaseTest
    void comesAfterListenersWhichMayMendWhatIsWrong() {
        SessionOptions options = SessionOptions.DEFAULT.withListener(new SessionListener() {
            @Override
            public void beforeInsert(Session session, Object entity) {
                if (entity instanceof Course course && course.title == null) {
                    course.title = "untitled";
                }
            }
        });
        try (Session session = Session.open(engine, options)) {
            session.add(new Course(null));
            session.commit();
            assertThat(session.query(COURSE).one().title).isEqualTo("untitled");
        }
    }

    @DatabaseTest
    void looksAtCollectionsOnlyWhereTheyAreLoaded() {
        try (Session session = Session.open(engine)) {
            Course course = new Course("Fluids");
            course.seats.addAll(List.of(new Seat(1), new Seat(2)));
            session.add(course);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Course course = session.query(COURSE).one();
            course.title = "Fluids 2";
            recorder.clear();
            session.flush();
            assertThat(recorder.statements()).singleElement().asString().startsWith("UPDATE");
            course.seats.add(new Seat(3));
            course.title = "Fluids 3";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(ConstraintViolationException.class)
                    .hasMessageContaining("'seats' of Course#");
            session.rollback();
        }
    }

    @DatabaseTest
    void checksEachObjectOnceAndNotThroughAnother() {
        try (Session session = Session.open(engine)) {
            Course course = new Course("Fluids");
            course.seats.add(new Seat(-1));
            session.add(course);
            assertThatThrownBy(session::flush)
                    .isInstanceOfSatisfying(
                            ConstraintViolationException.class,
                            e -> assertThat(e.getConstraintViolations()).hasSize(1))
                    .hasMessageContaining("'number' of Seat#new is -1");
        }
    }

    @DatabaseTest
    void canBeLeftOut() {
        SessionOptions options = SessionOptions.DEFAULT.withValidation(SessionOptions.Validation.NONE);
        try (Session session = Session.open(engine, options)) {
            session.add(new Course(""));
            session.commit();
            assertThat(session.query(COURSE).count()).isEqualTo(1);
        }
    }
}
