package org.alkahest.recording;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class JdbcRecorderTest {
    private static final Table PLANTS = Table.named("plants")
            .column("name", SqlTypes.varchar(40))
            .column("height", SqlTypes.INTEGER)
            .build();
    private static final Column<String> NAME = PLANTS.column("name", String.class);
    private static final Column<Integer> HEIGHT = PLANTS.column("height", Integer.class);

    private final JdbcRecorder recorder = new JdbcRecorder("PostgreSQL", 18, 0, PreparedStatement.class);

    @Test
    void recordsStatementsAndBindsAndGivesRowsBack() {
        recorder.answerRows(Arrays.asList("Iris", 60), Arrays.asList("Rose", null));
        try (Engine engine = Engine.create(recorder.dataSource());
                Connection connection = engine.connect()) {
            assertThat(connection
                            .execute(select(NAME, HEIGHT).where(HEIGHT.gt(50)))
                            .all())
                    .extracting(row -> row.v1() + " " + row.v2())
                    .containsExactly("Iris 60", "Rose null");
            connection.execute(insert(PLANTS).set(NAME, "Lily").setNull(HEIGHT));
            connection.commit();
        }
        assertThat(recorder.calls())
                .containsExactly(
                        new RecordedCall(
                                "executeQuery",
                                "SELECT plants.name, plants.height FROM plants WHERE plants.height > ?",
                                List.of(List.of(50))),
                        new RecordedCall(
                                "executeUpdate",
                                "INSERT INTO plants (name, height) VALUES (?, ?)",
                                List.of(List.of("Lily", "NULL of type 4"))),
                        new RecordedCall("commit", "", List.of()));
    }

    @Test
    void refusesWhatItWasNotMadeToAnswer() throws Exception {
        try (java.sql.Connection connection = recorder.dataSource().getConnection()) {
            assertThatThrownBy(connection::getCatalog)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("getCatalog");
        }
    }
}
