package org.alkahest.recording;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import oracle.jdbc.OraclePreparedStatement;
import oracle.jdbc.OracleTypes;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** RETURNING INTO, through the driver's own interface and with its own numbers of types. */
final class ReturnParametersTest {
    private static final Table PLANTS = Table.named("plants")
            .column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated())
            .column("name", SqlTypes.varchar(40))
            .column("height", SqlTypes.decimal(5, 2))
            .build();
    private static final Column<Long> ID = PLANTS.column("id", Long.class);
    private static final Column<String> NAME = PLANTS.column("name", String.class);
    private static final Column<BigDecimal> HEIGHT = PLANTS.column("height", BigDecimal.class);

    private final JdbcRecorder recorder = new JdbcRecorder("Oracle", 19, 0, OraclePreparedStatement.class);

    private void onConnection(Consumer<Connection> work) {
        try (Engine engine = Engine.create(recorder.dataSource());
                Connection connection = engine.connect()) {
            work.accept(connection);
        }
    }

    private RecordedCall call(String method) {
        return recorder.calls().stream()
                .filter(call -> call.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static String returns(int type) {
        return "returns type " + type;
    }

    @Test
    void anInsertedRowGivesItsKey() {
        recorder.answerCount(0).answerRows(List.of(new BigDecimal(7)));
        onConnection(connection -> assertThat(connection
                        .execute(insert(PLANTS).set(NAME, "Iris").returning(ID))
                        .one())
                .isEqualTo(7L));
        assertThat(call("executeUpdate"))
                .isEqualTo(new RecordedCall(
                        "executeUpdate",
                        "INSERT INTO plants (name) VALUES (?) RETURNING id INTO ?",
                        List.of(List.of("Iris", returns(OracleTypes.NUMBER)))));
    }

    @Test
    void anUpdateGivesEveryRowThatItChanged() {
        recorder.answerCount(0).answerRows(List.of("Iris", new BigDecimal("1.5")), Arrays.asList("Rose", null));
        onConnection(connection -> assertThat(connection
                        .execute(update(PLANTS)
                                .set(HEIGHT, BigDecimal.ONE)
                                .where(ID.lt(9L))
                                .returning(row(NAME, HEIGHT.plus(BigDecimal.ONE).as("more"))
                                        .as((name, more) -> name + " " + more)))
                        .all())
                .containsExactly("Iris 1.50", "Rose null"));
        assertThat(call("executeUpdate"))
                .isEqualTo(new RecordedCall(
                        "executeUpdate",
                        "UPDATE plants SET height = ? WHERE plants.id < ? RETURNING name, height + ? INTO ?, ?",
                        List.of(List.of(
                                BigDecimal.ONE,
                                9L,
                                BigDecimal.ONE,
                                returns(Types.VARCHAR),
                                returns(OracleTypes.NUMBER)))));
    }

    @Test
    void aStatementThatChangesNothingGivesNothing() {
        recorder.answerCount(0).answerRows();
        onConnection(connection -> assertThat(connection
                        .execute(delete(PLANTS).where(ID.eq(1L)).returning(ID))
                        .all())
                .isEmpty());
    }

    /** A kept statement is registered anew: the driver forgets with clearParameters. */
    @Test
    void aSecondExecutionRegistersAgain() {
        recorder.answerCount(0).answerRows(List.of(1)).answerRows(List.of(2));
        onConnection(connection -> {
            for (long id = 1; id <= 2; id++) {
                assertThat(connection
                                .execute(insert(PLANTS).set(NAME, "n" + id).returning(ID))
                                .one())
                        .isEqualTo(id);
            }
        });
        assertThat(recorder.calls().stream()
                        .filter(call -> call.method().equals("executeUpdate"))
                        .map(RecordedCall::binds))
                .containsExactly(
                        List.of(List.of("n1", returns(OracleTypes.NUMBER))),
                        List.of(List.of("n2", returns(OracleTypes.NUMBER))));
    }

    @Test
    void everyTypeIsRegisteredByItsNumber() {
        Table all = Table.named("all_types")
                .column("flag", SqlTypes.BOOLEAN)
                .column("small", SqlTypes.SMALLINT)
                .column("single", SqlTypes.REAL)
                .column("doubled", SqlTypes.DOUBLE)
                .column("fixed", SqlTypes.character(3))
                .column("text", SqlTypes.TEXT)
                .column("bytes", SqlTypes.binary(10))
                .column("blob", SqlTypes.BINARY)
                .column("day", SqlTypes.DATE)
                .column("time", SqlTypes.TIME)
                .column("stamp", SqlTypes.TIMESTAMP)
                .column("instant", SqlTypes.TIMESTAMP_WITH_TIME_ZONE)
                .column("uuid", SqlTypes.UUID)
                .build();
        recorder.answerCount(0).answerRows();
        onConnection(connection -> connection
                .execute(delete(all).returning(Sql.selectRow(all.columns()).selection()))
                .all());
        assertThat(call("executeUpdate").binds().get(0))
                .containsExactly(
                        returns(OracleTypes.NUMBER),
                        returns(OracleTypes.NUMBER),
                        returns(OracleTypes.BINARY_FLOAT),
                        returns(OracleTypes.BINARY_DOUBLE),
                        returns(Types.VARCHAR),
                        returns(Types.CLOB),
                        returns(OracleTypes.RAW),
                        returns(Types.BLOB),
                        returns(Types.DATE),
                        returns(Types.TIMESTAMP),
                        returns(Types.TIMESTAMP),
                        returns(OracleTypes.TIMESTAMPTZ),
                        returns(OracleTypes.RAW));
    }

    /** Values that JDBC's own setters would send as another type. */
    @Test
    void valuesAndNullsAreBoundAsTheTypesOfTheDatabase() {
        Table types = Table.named("types")
                .column("flag", SqlTypes.BOOLEAN)
                .column("doubled", SqlTypes.DOUBLE)
                .column("uuid", SqlTypes.UUID)
                .build();
        recorder.answerCount(0).answerCount(1).answerCount(1);
        onConnection(connection -> {
            connection.execute(insert(types)
                    .set(types.column("flag", Boolean.class), true)
                    .set(types.column("doubled", Double.class), Double.NaN)
                    .set(types.column("uuid", UUID.class), new UUID(0, 258)));
            connection.execute(insert(types)
                    .setNull(types.column("flag"))
                    .setNull(types.column("doubled"))
                    .setNull(types.column("uuid")));
        });
        List<Object> first = recorder.calls().stream()
                .filter(call -> call.method().equals("executeUpdate"))
                .findFirst()
                .orElseThrow()
                .binds()
                .get(0);
        assertThat(first.get(0)).isEqualTo(1);
        assertThat(first.get(1)).isEqualTo(Double.NaN);
        assertThat((byte[]) first.get(2)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2);
        assertThat(recorder.calls().stream()
                        .filter(call -> call.method().equals("executeUpdate"))
                        .skip(1)
                        .map(RecordedCall::binds))
                .containsExactly(List.of(List.of(
                        "NULL of type " + Types.NUMERIC,
                        "NULL of type " + OracleTypes.BINARY_DOUBLE,
                        "NULL of type " + Types.VARBINARY)));
    }

    @Test
    void connectionsAreSetUpAndSavepointsAreNotReleased() {
        onConnection(connection -> connection.savepoint().commit());
        assertThat(recorder.calls().get(0).sql()).startsWith("ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'");
        assertThat(new ArrayList<>(recorder.calls()))
                .extracting(RecordedCall::method)
                .contains("setSavepoint")
                .doesNotContain("releaseSavepoint");
        assertThat(Collections.frequency(
                        recorder.statements(), recorder.statements().get(0)))
                .isEqualTo(1);
    }

    @Test
    void anotherDriverIsRefusedByName() {
        JdbcRecorder other = new JdbcRecorder("Oracle", 19, 0, PreparedStatement.class);
        try (Engine engine = Engine.create(other.dataSource());
                Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(delete(PLANTS).returning(ID)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("oracle.jdbc.OraclePreparedStatement");
        }
    }
}
