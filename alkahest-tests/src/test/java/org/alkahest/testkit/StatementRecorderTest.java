package org.alkahest.testkit;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.testkit.ExpectedStatement.allOf;
import static org.alkahest.testkit.ExpectedStatement.batch;
import static org.alkahest.testkit.ExpectedStatement.sql;
import static org.alkahest.testkit.ExpectedStatement.startingWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;

final class StatementRecorderTest {
    private static final Table PLANTS =
            Table.named("plants").column("name", SqlTypes.TEXT).build();
    private static final Column<String> NAME = PLANTS.column("name", String.class);

    @DatabaseTest
    void recordsStatementsWithTheirParameters(DatabaseFixture database, StatementRecorder recorder) {
        run(database, recorder);
        recorder.assertStatements(
                sql("INSERT INTO plants (name) VALUES (?)", "Iris"),
                batch("INSERT INTO plants (name) VALUES (?)", List.of(List.of("Aster"), List.of("Rose"))),
                sql("SELECT plants.name FROM plants"));
        recorder.assertStatements(allOf(startingWith("SELECT"), startingWith("INSERT"), startingWith("INSERT")));
        recorder.assertCount(3);
        assertThat(recorder.queries()).hasSize(1);
        assertThat(recorder.writes()).extracting(RecordedStatement::batchSize).containsExactly(1, 2);
    }

    @DatabaseTest("sqlite-memory")
    void showsWhatDiffers(DatabaseFixture database, StatementRecorder recorder) {
        run(database, recorder);
        assertThatThrownBy(() -> recorder.assertCount(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Expected 2", "there were 3:", "[Iris]", "[[Aster], [Rose]]");
        ExpectedStatement first = startingWith("INSERT INTO plants");
        assertThatThrownBy(() -> recorder.assertStatements(first))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected no statement after the first 1");
        assertThatThrownBy(() -> recorder.assertStatements(first, sql("SELECT 1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Statement 2: expected", "SELECT 1", "but there was");
        assertThatThrownBy(() -> recorder.assertStatements(sql("INSERT INTO plants (name) VALUES (?)", "Oak")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Statement 1", "[[Oak]]", "[Iris]");
        assertThatThrownBy(() -> recorder.assertStatements(first, first, startingWith("SELECT"), first))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Statement 4: expected")
                .hasMessageContaining("there was none");
        assertThatThrownBy(
                        () -> recorder.assertStatements(allOf(first, startingWith("SELECT"), startingWith("SELECT"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected in any order");
    }

    @DatabaseTest("sqlite-memory")
    void recordsFailuresToo(DatabaseFixture database, StatementRecorder recorder) {
        try (Connection connection = database.engine().connect()) {
            connection.executeDdl(List.of("CREATE TABLE plants (name VARCHAR(20) NOT NULL)"));
            recorder.clear();
            assertThatThrownBy(() -> connection.execute(insert(PLANTS).setNull(NAME)))
                    .isInstanceOf(DatabaseException.class);
        }
        assertThat(recorder.statements()).singleElement().matches(RecordedStatement::failed);
    }

    private static void run(DatabaseFixture database, StatementRecorder recorder) {
        try (Connection connection = database.engine().connect()) {
            connection.executeDdl(List.of("CREATE TABLE plants (name VARCHAR(20))"));
            recorder.clear();
            connection.execute(insert(PLANTS).set(NAME, "Iris"));
            connection.executeBatch(
                    insert(PLANTS).setTo(NAME, param("name", SqlTypes.TEXT)),
                    List.of(Map.of("name", "Aster"), Map.of("name", "Rose")));
            assertThat(connection.execute(select(NAME).from(PLANTS)).all())
                    .containsExactlyInAnyOrder("Aster", "Iris", "Rose");
        }
    }
}
