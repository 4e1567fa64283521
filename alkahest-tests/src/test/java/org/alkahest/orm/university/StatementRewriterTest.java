package org.alkahest.orm.university;

import static org.alkahest.orm.university.Fee_.FEE;
import static org.alkahest.orm.university.Student_.STUDENT;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.orm.Session;
import org.alkahest.orm.Sessions;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableName;
import org.alkahest.sql.TablesUsed;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;

/** An engine that changes statements before it compiles them. */
final class StatementRewriterTest {
    private static final Table ARCHIVE = Table.named("archived_students")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .column("name", SqlTypes.TEXT)
            .column("city", SqlTypes.TEXT)
            .build();

    /** What the engine does to statements, changed by each test once its tables are filled. */
    private final AtomicReference<UnaryOperator<Statement>> rewriter = new AtomicReference<>(UnaryOperator.identity());

    private Sessions filled(DatabaseFixture database) {
        Engine engine = database.newEngine(EngineOptions.defaults()
                .withStatementRewriter(statement -> rewriter.get().apply(statement)));
        return University.with(engine, 3);
    }

    @DatabaseTest
    void aConditionIsAddedToEveryQueryOnATable(DatabaseFixture database) {
        try (Session session = filled(database).open()) {
            DerivedTable inLahore =
                    select(STUDENT).where(STUDENT.city.eq("Lahore")).asTable("students");
            rewriter.set(Rewrite.of(node -> node.equals(STUDENT) ? inLahore : node)::apply);

            assertThat(session.query(STUDENT).orderBy(STUDENT.id).all())
                    .extracting(Student::toString)
                    .containsExactly("Student Student 1", "Student Student 3");
            assertThat(session.execute(select(count()).from(STUDENT)).one()).isEqualTo(2L);
            assertThat(session.execute(select(row(STUDENT.name, sum(FEE.amount)).as((name, paid) -> name + " " + paid))
                                    .from(STUDENT)
                                    .join(STUDENT.fees)
                                    .groupBy(STUDENT.name)
                                    .orderBy(STUDENT.name))
                            .all())
                    .containsExactly("Student 1 250.00", "Student 3 650.00");
        }
    }

    @DatabaseTest
    void entitiesAreReadFromAnotherTable(DatabaseFixture database) {
        Sessions sessions = filled(database);
        try (Session session = sessions.open()) {
            Connection connection = session.connection();
            MetaData.of(ARCHIVE).createAll(connection);
            connection.execute(insert(ARCHIVE)
                    .from(
                            select(STUDENT.id, STUDENT.name, STUDENT.city).where(STUDENT.id.gt(1)),
                            ARCHIVE.column("id"),
                            ARCHIVE.column("name"),
                            ARCHIVE.column("city")));
            rewriter.set(Rewrite.replacing(Map.of(STUDENT, ARCHIVE))::apply);

            assertThat(session.query(STUDENT).orderBy(STUDENT.id).all())
                    .extracting(Student::toString)
                    .containsExactly("Student Student 2", "Student Student 3");
            Student_ alias = STUDENT.as("s");
            assertThat(session.execute(select(alias.name).from(FEE).join(FEE.student, alias))
                            .all())
                    .containsExactlyInAnyOrder("Student 2", "Student 2", "Student 3", "Student 3");
        }
    }

    @DatabaseTest
    void aDeleteMayBecomeAnUpdate(DatabaseFixture database) {
        Sessions sessions = filled(database);
        rewriter.set(statement -> statement instanceof Delete gone
                ? update(gone.table()).set(STUDENT.city, "gone").where(gone.where())
                : statement);
        sessions.run(session -> session.execute(delete(STUDENT).where(STUDENT.name.eq("Student 2"))));
        sessions.run(session -> assertThat(session.execute(select(STUDENT.name).where(STUDENT.city.eq("gone")))
                        .all())
                .containsExactly("Student 2"));
    }

    @DatabaseTest
    void objectsFollowWhatIsSent(DatabaseFixture database) {
        try (Session session = filled(database).open()) {
            List<Student> students = session.query(STUDENT).orderBy(STUDENT.id).all();
            rewriter.set(statement -> statement instanceof Delete gone
                    ? update(gone.table()).set(STUDENT.city, "gone").where(gone.where())
                    : statement);
            session.execute(delete(STUDENT).where(STUDENT.id.eq(students.get(1).id)));
            assertThat(students).extracting(student -> student.city).containsExactly("Lahore", "gone", "Lahore");
            assertThat(session.contains(students.get(1))).isTrue();
        }
    }

    @DatabaseTest("sqlite-memory")
    void theFunctionsErrorsReachTheCaller(DatabaseFixture database) {
        Sessions sessions = filled(database);
        rewriter.set(statement -> {
            if (TablesUsed.of(statement).written().contains(TableName.of(FEE))) {
                throw new UnsupportedOperationException("fees are closed");
            }
            return statement;
        });
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(update(FEE).setNull(FEE.amount)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("fees are closed");
            assertThat(session.execute(select(count()).from(FEE)).one()).isEqualTo(6L);
        }
    }

    @DatabaseTest("sqlite-memory")
    void aStatementOfAnotherKindIsRefused(DatabaseFixture database) {
        Sessions sessions = filled(database);
        rewriter.set(statement -> text("DELETE FROM students"));
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(STUDENT.id)))
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContainingAll("ALK-1240", "TextStatement of a Select", "RowStatement");
        }
    }
}
