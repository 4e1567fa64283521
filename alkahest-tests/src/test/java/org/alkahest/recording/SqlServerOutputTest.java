package org.alkahest.recording;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.oldValue;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.alkahest.dialect.sqlserver.SqlServerOptions;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Savepoint;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** OUTPUT, what is bound to it and what is read from it. */
final class SqlServerOutputTest {
    private static final Plants PLANTS = new Plants();

    private final JdbcRecorder recorder = new JdbcRecorder("Microsoft SQL Server", 16, 0, PreparedStatement.class);

    static final class Plants extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.varchar(40));
        final Column<Boolean> tall = column("tall", SqlTypes.BOOLEAN);
        final Column<UUID> tag = column("tag", SqlTypes.UUID);

        Plants() {
            super("plants");
        }
    }

    private void connected(Consumer<Connection> work) {
        try (Engine engine = Engine.create(recorder.dataSource());
                Connection connection = engine.connect()) {
            work.accept(connection);
            connection.commit();
        }
    }

    private void assertSent(RecordedCall... calls) {
        assertThat(recorder.calls())
                .startsWith(calls)
                .hasSize(calls.length + 1)
                .last()
                .satisfies(last -> assertThat(last.method()).isEqualTo("commit"));
    }

    @Test
    void readsWhatAnInsertGives() {
        UUID tag = UUID.fromString("6f1ab6f7-0000-4000-8000-000000000001");
        // The driver gives GUIDs in capitals, and BIT as a boolean.
        recorder.answerRows(Arrays.asList(7, "6F1AB6F7-0000-4000-8000-000000000001", true));
        connected(connection -> assertThat(connection
                        .execute(insert(PLANTS)
                                .set(PLANTS.name, "Iris")
                                .set(PLANTS.tall, true)
                                .set(PLANTS.tag, tag)
                                .returning(
                                        row(PLANTS.id, PLANTS.tag, PLANTS.tall).as(Inserted::new)))
                        .one())
                .isEqualTo(new Inserted(7, tag, true)));
        assertSent(new RecordedCall(
                "executeQuery",
                "INSERT INTO plants (name, tall, tag) OUTPUT INSERTED.id, INSERTED.tag, INSERTED.tall VALUES (?, ?, ?)",
                List.of(List.of("Iris", true, tag.toString()))));
    }

    record Inserted(int id, UUID tag, boolean tall) {}

    @Test
    void givesAnExplicitKeyTheRight() {
        recorder.answerRows(List.of(9));
        connected(connection -> assertThat(connection
                        .execute(insert(PLANTS)
                                .set(PLANTS.id, 9)
                                .setNull(PLANTS.tag)
                                .returning(PLANTS.id))
                        .one())
                .isEqualTo(9));
        assertSent(new RecordedCall(
                "executeQuery",
                "SET IDENTITY_INSERT plants ON; INSERT INTO plants (id, tag) OUTPUT INSERTED.id VALUES (?, ?);"
                        + " SET IDENTITY_INSERT plants OFF",
                List.of(List.of(9, "NULL of type -145"))));
    }

    /** The rows are the first result, as the batch counts none. */
    @Test
    void readsThroughATableVariableWhereThereAreTriggers() {
        Table audited = Table.named("audited")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
                .column("name", SqlTypes.varchar(40), ColumnOptions.nullable().withDefault("none"))
                .column("tall", SqlTypes.BOOLEAN)
                .option(SqlServerOptions.triggers())
                .build();
        Column<Integer> id = audited.column("id", Integer.class);
        Column<String> name = audited.column("name", String.class);
        Column<Boolean> tall = audited.column("tall", Boolean.class);
        recorder.answerRows(List.of(7, "none"))
                .answerRows(List.of(8, "none"))
                .answerRows(List.of("x", true), List.of("y", false));
        connected(connection -> {
            assertThat(connection.executeInsert(
                            insert(audited).setTo(tall, Sql.param("tall", SqlTypes.BOOLEAN)),
                            List.of(Map.of("tall", true), Map.of("tall", false)),
                            row(id, name).as(Row2::new)))
                    .containsExactly(new Row2<>(7, "none"), new Row2<>(8, "none"));
            assertThat(connection
                            .execute(update(audited)
                                    .set(name, "n")
                                    .where(id.gt(3))
                                    .returning(row(name.concat("!"), tall).as(Row2::new)))
                            .all())
                    .containsExactly(new Row2<>("x", true), new Row2<>("y", false));
        });
        String insert = "SET NOCOUNT ON; DECLARE @returned TABLE (c1 INTEGER, c2 NVARCHAR(40));"
                + " INSERT INTO audited (tall) OUTPUT INSERTED.id, INSERTED.name INTO @returned VALUES (?);"
                + " SELECT c1, c2 FROM @returned; SET NOCOUNT OFF";
        assertSent(
                new RecordedCall("executeQuery", insert, List.of(List.of(true))),
                new RecordedCall("executeQuery", insert, List.of(List.of(false))),
                new RecordedCall(
                        "executeQuery",
                        "SET NOCOUNT ON; DECLARE @returned TABLE (c1 NVARCHAR(MAX), c2 BIT); UPDATE audited SET name ="
                            + " ? OUTPUT CAST(INSERTED.name AS NVARCHAR(MAX)) + ?, INSERTED.tall INTO @returned WHERE"
                            + " audited.id > ?; SELECT c1, c2 FROM @returned; SET NOCOUNT OFF",
                        List.of(List.of("n", "!", 3))));
    }

    @Test
    void readsOldAndNewValuesOfChangedRows() {
        recorder.answerRows(List.of("Iris", "Iris x"), List.of("Rose", "Rose x"));
        connected(connection -> {
            List<Row2<String, String>> rows = connection
                    .execute(update(PLANTS)
                            .setTo(PLANTS.name, PLANTS.name.concat(" x"))
                            .where(PLANTS.tall.eq(true))
                            .returning(row(oldValue(PLANTS.name), PLANTS.name).as(Row2::new)))
                    .all();
            assertThat(rows).containsExactly(new Row2<>("Iris", "Iris x"), new Row2<>("Rose", "Rose x"));
        });
        assertSent(new RecordedCall(
                "executeQuery",
                "UPDATE plants SET name = CAST(plants.name AS NVARCHAR(MAX)) + ? OUTPUT DELETED.name, INSERTED.name"
                        + " WHERE plants.tall = ?",
                List.of(List.of(" x", true))));
    }

    @Test
    void readsDeletedRows() {
        recorder.answerRows(List.of(1), List.of(2));
        connected(connection -> assertThat(connection
                        .execute(delete(PLANTS).where(PLANTS.id.in(1, 2)).returning(PLANTS.id))
                        .all())
                .containsExactly(1, 2));
        assertSent(new RecordedCall(
                "executeQuery",
                "DELETE FROM plants OUTPUT DELETED.id WHERE plants.id IN (?, ?)",
                List.of(List.of(1, 2))));
    }

    @Test
    void escapesPatternsWhenTheyAreBound() {
        connected(connection -> connection.execute(delete(PLANTS).where(PLANTS.name.contains("[5%]"))));
        assertSent(new RecordedCall(
                "executeUpdate",
                "DELETE FROM plants WHERE plants.name LIKE ? ESCAPE N'!'",
                List.of(List.of("%[[]5!%]%"))));
    }

    @Test
    void leavesSavepointsToTheTransaction() {
        connected(connection -> {
            Savepoint savepoint = connection.savepoint();
            savepoint.commit();
        });
        assertSent(new RecordedCall("setSavepoint", "alkahest_1", List.of()));
    }
}
