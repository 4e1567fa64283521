package org.alkahest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.util.List;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.IsolationLevel;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What a connection to SQL Server or Oracle is told besides statements. */
final class SqlServerConnectionTest {
    private final JdbcRecorder recorder = new JdbcRecorder("Microsoft SQL Server", 16, 0, PreparedStatement.class);

    private List<RecordedCall> isolation() {
        return recorder.calls().stream()
                .filter(call -> call.method().equals("setTransactionIsolation"))
                .toList();
    }

    private static RecordedCall isolated(int level) {
        return new RecordedCall("setTransactionIsolation", "", List.of(List.of(level)));
    }

    @Test
    void aSnapshotIsTheDriversOwnLevelUntilTheConnectionIsClosed() {
        try (Engine engine = Engine.create(recorder.dataSource())) {
            try (Connection connection = engine.connect(IsolationLevel.SNAPSHOT)) {
                assertThat(isolation()).as("before the first statement").isEmpty();
                connection.execute(Sql.text("SELECT 1"));
                connection.commit();
                connection.execute(Sql.text("SELECT 2"));
                assertThat(isolation()).containsExactly(isolated(4096));
            }
            assertThat(isolation())
                    .containsExactly(isolated(4096), isolated(java.sql.Connection.TRANSACTION_READ_COMMITTED));
        }
    }

    @Test
    void anEngineGivesAllItsTransactionsALevel() {
        EngineOptions options = EngineOptions.defaults().withIsolation(IsolationLevel.SNAPSHOT);
        try (Engine engine = Engine.create(recorder.dataSource(), options)) {
            engine.begin(connection -> connection.execute(Sql.text("SELECT 1")));
            assertThat(isolation()).startsWith(isolated(4096)).hasSize(2);
        }
        JdbcRecorder oracle = new JdbcRecorder("Oracle", 19, 0, PreparedStatement.class);
        try (Engine engine = Engine.create(oracle.dataSource(), options)) {
            assertThatThrownBy(engine::connect).isInstanceOf(UnsupportedFeatureException.class);
        }
    }

    @Test
    void oracleHasTwoLevels() {
        JdbcRecorder oracle = new JdbcRecorder("Oracle", 19, 0, PreparedStatement.class);
        try (Engine engine = Engine.create(oracle.dataSource())) {
            engine.connect(IsolationLevel.SERIALIZABLE).close();
            engine.connect(IsolationLevel.READ_COMMITTED).close();
            assertThatThrownBy(() -> engine.connect(IsolationLevel.SNAPSHOT))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("[READ_COMMITTED, SERIALIZABLE]");
        }
    }

    @Test
    void looksIntoTheCatalogOfTheDatabaseThatASchemaNames() {
        Table table =
                Table.named("Shop.dbo", "goods").column("id", SqlTypes.INTEGER).build();
        recorder.answerRows(List.of("goods"));
        try (Engine engine = Engine.create(recorder.dataSource())) {
            MetaData.of(table).createAll(engine);
        }
        assertThat(recorder.calls().get(0))
                .isEqualTo(new RecordedCall(
                        "executeQuery",
                        "SELECT o.name FROM \"Shop\".sys.objects o JOIN \"Shop\".sys.schemas s ON s.schema_id ="
                            + " o.schema_id WHERE s.name = COALESCE(?, SCHEMA_NAME()) AND o.type IN ('U', 'V', 'SN')"
                            + " AND o.name = ?",
                        List.of(List.of("dbo", "goods"))));
        assertThat(recorder.statements()).as("it is there").hasSize(1);
    }
}
