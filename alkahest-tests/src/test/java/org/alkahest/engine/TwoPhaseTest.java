package org.alkahest.engine;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alkahest.compile.Feature;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

/** Transactions that are prepared, and then committed, rolled back, or left to whoever recovers them. */
final class TwoPhaseTest {
    private static final Table ITEMS = Table.named("items")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .build();
    private static final Column<Integer> ID = ITEMS.column("id", Integer.class);

    private final String name = "alkahest:" + UUID.randomUUID();
    private Engine engine;

    @BeforeEach
    void createTables(DatabaseFixture database) {
        engine = database.engine();
        MetaData.of(ITEMS).createAll(engine);
        if (database.dialect().equals("postgresql")) {
            try (Connection connection = engine.connect()) {
                String most = connection
                        .execute(text("SHOW max_prepared_transactions").returning(Sql.raw("most", SqlTypes.TEXT)))
                        .one();
                assumeThat(most)
                        .as("max_prepared_transactions of %s", database.name())
                        .isNotEqualTo("0");
            }
        }
    }

    private static void add(Connection connection, int id) {
        connection.execute(insert(ITEMS).set(ID, id));
    }

    private List<Integer> ids() {
        try (Connection connection = engine.connect()) {
            return connection.execute(select(ID).orderBy(ID)).all();
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void aPreparedTransactionIsCommitted() {
        try (Connection connection = engine.connect()) {
            try (TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
                add(connection, 1);
                transaction.prepare();
                assertThat(ids()).isEmpty();
                transaction.commit();
                assertThat(transaction.isActive()).isFalse();
                assertThatThrownBy(transaction::commit).hasMessageContaining("ALK-1012");
                assertThatThrownBy(transaction::prepare).hasMessageContaining("ALK-1012");
            }
            add(connection, 2); // the connection goes on
            connection.commit();
        }
        assertThat(ids()).containsExactly(1, 2);
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void aTransactionThatIsNotPreparedIsCommittedInOnePhase() {
        try (Connection connection = engine.connect()) {
            try (TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
                add(connection, 1);
                transaction.commit();
            }
            try (TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
                assertThat(transaction.name()).isEqualTo(name);
                add(connection, 2);
                connection.commit(); // the connection's own methods end it, too
            }
        }
        assertThat(ids()).containsExactly(1, 2);
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void itIsRolledBackPreparedOrNot() {
        try (Connection connection = engine.connect()) {
            try (TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
                add(connection, 1);
                transaction.rollback();
                transaction.rollback();
            }
            try (TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
                add(connection, 2);
                transaction.prepare();
            } // closed
            try (TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
                add(connection, 3);
                assertThat(transaction.isActive()).isTrue();
            }
            assertThat(connection.preparedTransactions()).doesNotContain(name);
        }
        try (Connection connection = engine.connect()) {
            connection.beginTwoPhase(name).prepare();
        } // the connection is closed
        try (Connection connection = engine.connect()) {
            assertThat(connection.preparedTransactions()).doesNotContain(name);
        }
        assertThat(ids()).isEmpty();
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void whatIsLeftIsRecoveredByAnotherConnection() {
        for (int id = 1; id <= 2; id++) {
            try (Connection connection = engine.connect()) {
                TwoPhaseTransaction transaction = connection.beginTwoPhase(name + id);
                add(connection, id);
                assertThatThrownBy(transaction::leave).hasMessageContaining("ALK-1333");
                transaction.prepare();
                transaction.leave();
                assertThat(transaction.isActive()).isFalse();
                transaction.close();
                assertThat(connection.isInTransaction()).isFalse();
            }
        }
        try (Connection connection = engine.connect()) {
            assertThat(connection.preparedTransactions()).contains(name + 1, name + 2);
            connection.commitPrepared(name + 1);
            connection.rollbackPrepared(name + 2);
            assertThat(connection.preparedTransactions()).doesNotContain(name + 1, name + 2);
            assertThatThrownBy(() -> connection.commitPrepared(name + 1)).isInstanceOf(RuntimeException.class);
            add(connection, 3); // the connection is as before
            assertThat(connection.isInTransaction()).isTrue();
            assertThatThrownBy(connection::preparedTransactions).hasMessageContaining("ALK-1334");
        }
        assertThat(ids()).containsExactly(1);
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void nothingIsAddedToAPreparedTransaction(DatabaseFixture database) {
        List<TransactionEvent> events = new ArrayList<>();
        Engine observed = database.newEngine(EngineOptions.defaults().withListener(new EngineListener() {
            @Override
            public void onTransaction(TransactionEvent event) {
                events.add(event);
            }
        }));
        try (Connection connection = observed.connect();
                TwoPhaseTransaction transaction = connection.beginTwoPhase(name)) {
            assertThatThrownBy(() -> connection.beginTwoPhase(name)).hasMessageContaining("ALK-1011");
            transaction.prepare();
            assertThatThrownBy(() -> add(connection, 1)).hasMessageContaining("ALK-1332");
            assertThatThrownBy(transaction::prepare).hasMessageContaining("ALK-1332");
            assertThatThrownBy(connection::savepoint).hasMessageContaining("ALK-1332");
            transaction.commit();
        }
        assertThat(events).containsExactly(TransactionEvent.BEGIN, TransactionEvent.PREPARE, TransactionEvent.COMMIT);
    }

    @DatabaseTest(requires = Feature.TWO_PHASE)
    void aNameThatNotAllDatabasesTakeIsRefused() {
        try (Connection connection = engine.connect()) {
            for (String bad : List.of("", "it's", "x".repeat(65), "ü")) {
                assertThatThrownBy(() -> connection.beginTwoPhase(bad)).hasMessageContaining("ALK-1331");
            }
            assertThatThrownBy(() -> connection.commitPrepared("a b")).hasMessageContaining("ALK-1331");
            assertThat(connection.isInTransaction()).isFalse();
        }
    }

    @DatabaseTest({"sqlite", "h2", "duckdb"})
    void otherDatabasesHaveNone() {
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.beginTwoPhase(name))
                    .hasMessageContainingAll("ALK-1210", "two-phase transactions");
            assertThatThrownBy(connection::preparedTransactions).hasMessageContaining("ALK-1210");
            assertThat(connection.isInTransaction()).isFalse();
        }
    }
}
