package org.alkahest.engine;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** The thin path from a URL to rows. */
final class EngineOnSqliteTest {
    private static final class Students extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> name = column("name", SqlTypes.TEXT);

        Students() {
            super("students");
        }
    }

    private static final Students STUDENTS = new Students();

    private record Student(Integer id, String name) {}

    @Test
    void insertsAndSelectsInMemory() {
        try (Engine engine = Engine.create("sqlite::memory:")) {
            engine.begin(connection -> {
                connection.executeDdl(List.of("CREATE TABLE students (id INTEGER PRIMARY KEY, name TEXT)"));
                UpdateResult result = connection.execute(
                        insert(STUDENTS).set(STUDENTS.name, "Ali").nextRow().set(STUDENTS.name, "Fatima"));
                assertThat(result.rowCount()).isEqualTo(2);
            });
            try (Connection connection = engine.connect()) {
                assertThat(connection
                                .execute(select(row(STUDENTS.id, STUDENTS.name).as(Student::new))
                                        .from(STUDENTS)
                                        .orderBy(STUDENTS.id))
                                .all())
                        .containsExactly(new Student(1, "Ali"), new Student(2, "Fatima"));
            }
        }
    }
}
