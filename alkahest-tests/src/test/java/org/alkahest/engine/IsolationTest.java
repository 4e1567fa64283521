package org.alkahest.engine;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.IsolationLevel;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** The levels of isolation that each database has: the driver is told, and told back. */
final class IsolationTest {
    private static final Table NOTES =
            Table.named("isolated_notes").column("id", SqlTypes.INTEGER).build();
    private static final Column<Integer> ID = NOTES.column("id", Integer.class);

    private static Map<IsolationLevel, Integer> levels(Engine engine) {
        return engine.dialect().connectionSetup().isolationLevels();
    }

    private static int ofDriver(Connection connection) {
        return connection.withJdbc(java.sql.Connection::getTransactionIsolation);
    }

    @DatabaseTest
    void everyLevelReachesTheDriverAndIsTakenBack(DatabaseFixture database) {
        Engine engine = database.engine();
        int usual;
        try (Connection connection = engine.connect()) {
            usual = ofDriver(connection);
        }
        assertThat(levels(engine)).isNotEmpty();
        levels(engine).forEach((level, number) -> {
            try (Connection connection = engine.connect(level)) {
                assertThat(connection.isolation()).isEqualTo(level);
                assertThat(ofDriver(connection)).as(level.sql()).isEqualTo(number);
                connection.commit();
                assertThat(ofDriver(connection))
                        .as(level.sql() + " in the next transaction")
                        .isEqualTo(number);
            }
            try (Connection connection = engine.connect()) {
                assertThat(ofDriver(connection)).as("after " + level.sql()).isEqualTo(usual);
            }
        });
    }

    @DatabaseTest
    void aConnectionChangesItsLevelBetweenTransactions(DatabaseFixture database) {
        Engine engine = database.engine();
        try (Connection connection = engine.connect()) {
            int usual = ofDriver(connection);
            for (IsolationLevel level : levels(engine).keySet()) {
                connection.rollback();
                connection.setIsolation(level);
                assertThat(ofDriver(connection)).isEqualTo(levels(engine).get(level));
                assertThatThrownBy(() -> connection.setIsolation(level))
                        .hasMessageContaining("ALK-1025")
                        .hasMessageContaining(level.sql());
            }
            connection.rollback();
            connection.setIsolation(null);
            assertThat(connection.isolation()).isNull();
            assertThat(ofDriver(connection)).isEqualTo(usual);
        }
    }

    @DatabaseTest
    void aLevelThatTheDatabaseLacksIsRefused(DatabaseFixture database) {
        Engine engine = database.engine();
        for (IsolationLevel level : IsolationLevel.values()) {
            if (!levels(engine).containsKey(level)) {
                assertThatThrownBy(() -> engine.connect(level))
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining(level.sql());
                try (Connection connection = engine.connect()) {
                    assertThatThrownBy(() -> connection.setIsolation(level))
                            .isInstanceOf(UnsupportedFeatureException.class);
                    assertThat(connection.isolation()).isNull();
                }
            }
        }
    }

    /** Where two connections can be open at once. */
    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void aTransactionSeesOthersAsItsLevelSays(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(NOTES).createAll(engine);
        for (IsolationLevel level : levels(engine).keySet()) {
            boolean sees = level == IsolationLevel.READ_COMMITTED;
            boolean steady = level == IsolationLevel.REPEATABLE_READ || level == IsolationLevel.SNAPSHOT;
            if (!sees && !steady) {
                continue; // one may see what it likes, and the other may make others wait
            }
            try (Connection reader = engine.connect(level)) {
                int before = reader.execute(select(ID).from(NOTES)).all().size();
                engine.begin(writer -> writer.execute(insert(NOTES).set(ID, 1)));
                assertThat(reader.execute(select(ID).from(NOTES)).all())
                        .as(level.sql())
                        .hasSize(sees ? before + 1 : before);
            }
        }
        MetaData.of(NOTES).dropAll(engine);
    }
}
