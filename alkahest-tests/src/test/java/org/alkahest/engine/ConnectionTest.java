package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.CallableStatement;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.NotNullViolationException;
import org.alkahest.sql.Insert;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Statements and transactions on real databases. */
final class ConnectionTest {
    private static Insert customer(String name) {
        return insert(CUSTOMERS).set(CUSTOMERS.name, name);
    }

    private static List<String> names(Engine engine) {
        return engine.transaction(connection -> connection
                .execute(select(CUSTOMERS.name).orderBy(CUSTOMERS.name))
                .all());
    }

    @DatabaseTest
    void theFirstStatementBeginsATransactionAndCommitKeepsIt(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                assertThat(connection.isInTransaction()).isFalse();
                assertThat(connection.execute(customer("Ali")).rowCount()).isEqualTo(1);
                assertThat(connection.isInTransaction()).isTrue();
                connection.commit();
                assertThat(connection.isInTransaction()).isFalse();
                connection.execute(customer("Fatima"));
                connection.commit();
            }
            assertThat(names(engine)).containsExactly("Ali", "Fatima");
        }
    }

    @DatabaseTest
    void whatIsNotCommittedIsGone(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                connection.execute(customer("closed"));
            }
            try (Connection connection = engine.connect()) {
                connection.execute(customer("rolled back"));
                connection.rollback();
                assertThat(connection.execute(select(count()).from(CUSTOMERS)).scalar())
                        .isZero();
            }
            assertThatThrownBy(() -> engine.begin(connection -> {
                        connection.execute(customer("thrown"));
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(names(engine)).isEmpty();
            assertThat(engine.statistics().openConnections()).isZero();
        }
    }

    @DatabaseTest
    void aBegunTransactionIsRolledBackUnlessCommitted(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            try (Transaction transaction = connection.begin()) {
                connection.execute(customer("Ali"));
                transaction.commit();
                assertThat(transaction.isActive()).isFalse();
                assertThatThrownBy(transaction::commit).hasMessageContaining("ALK-1012");
            }
            try (Transaction transaction = connection.begin()) {
                connection.execute(customer("Fatima"));
                assertThat(transaction.isActive()).isTrue();
                assertThatThrownBy(connection::begin).hasMessageContaining("ALK-1011");
            }
            assertThat(connection.isInTransaction()).isFalse();
            assertThat(connection.execute(select(CUSTOMERS.name)).all()).containsExactly("Ali");
        }
    }

    @DatabaseTest
    void aBlockTakesNoStatementAfterItsEnd(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            try (Transaction transaction = connection.begin()) {
                transaction.commit();
                assertThatThrownBy(() -> connection.execute(customer("late"))).hasMessageContaining("ALK-1015");
                assertThatThrownBy(connection::savepoint)
                        .hasMessageContaining(database.supports(Feature.SAVEPOINTS) ? "ALK-1015" : "ALK-1013");
            }
            connection.execute(customer("after"));
            connection.commit();

            Transaction first = connection.begin();
            first.rollback();
            Transaction second = connection.begin();
            first.close();
            connection.execute(customer("second"));
            second.commit();
            second.close();
            assertThat(connection
                            .execute(select(CUSTOMERS.name).orderBy(CUSTOMERS.name))
                            .all())
                    .containsExactly("after", "second");
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void savepointsUndoTheirPartAlone(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                connection.execute(customer("outer"));
                try (Savepoint kept = connection.savepoint()) {
                    connection.execute(customer("kept"));
                    kept.commit();
                }
                try (Savepoint undone = connection.savepoint()) {
                    connection.execute(customer("undone"));
                    assertThat(undone.isActive()).isTrue();
                }
                connection.execute(customer("after"));
                connection.commit();
            }
            assertThat(names(engine)).containsExactly("after", "kept", "outer");
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void anOuterEndEndsInnerSavepoints(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                Savepoint outer = connection.savepoint();
                connection.execute(customer("a"));
                Savepoint inner = connection.savepoint();
                connection.execute(customer("b"));
                outer.rollback();
                assertThat(inner.isActive()).isFalse();
                assertThatThrownBy(inner::commit).hasMessageContaining("ALK-1012");
                inner.close();
                connection.execute(customer("c"));
                Savepoint last = connection.savepoint();
                connection.execute(customer("d"));
                connection.commit();
                assertThat(last.isActive()).isFalse();
                last.close();
            }
            assertThat(names(engine)).containsExactly("c", "d");
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aReleasedSavepointAtTheBeginningCommitsNothing(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                try (Savepoint first = connection.savepoint()) {
                    connection.execute(customer("Ali"));
                    first.commit();
                }
                connection.rollback();
            }
            assertThat(names(engine)).isEmpty();
        }
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointSavesTheTransactionFromAFailedStatement(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            engine.begin(connection -> {
                connection.execute(customer("Ali"));
                try (Savepoint risky = connection.savepoint()) {
                    assertThatThrownBy(
                                    () -> connection.execute(insert(CUSTOMERS).setNull(CUSTOMERS.name)))
                            .isInstanceOf(NotNullViolationException.class);
                    assertThat(risky.isActive()).isTrue();
                }
                connection.execute(customer("Fatima"));
            });
            assertThat(names(engine)).containsExactly("Ali", "Fatima");
        }
    }

    @DatabaseTest
    void changesCountTheirRows(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            connection.execute(
                    customer("a").nextRow().set(CUSTOMERS.name, "b").nextRow().set(CUSTOMERS.name, "c"));
            assertThat(connection
                            .execute(update(CUSTOMERS)
                                    .set(CUSTOMERS.city, "Lahore")
                                    .where(CUSTOMERS.name.ne("a")))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(connection
                            .execute(delete(CUSTOMERS).where(CUSTOMERS.city.isNull()))
                            .rowCount())
                    .isEqualTo(1);
            assertThat(connection
                            .execute(delete(CUSTOMERS).where(CUSTOMERS.name.eq("x")))
                            .rowCount())
                    .isZero();
        }
    }

    @DatabaseTest
    void aBatchRunsOneStatementForManyValues(DatabaseFixture database) {
        Insert insert = insert(CUSTOMERS)
                .setTo(CUSTOMERS.name, param("name", SqlTypes.varchar(100)))
                .setTo(CUSTOMERS.credit, param("credit", SqlTypes.INTEGER));
        Map<String, Object> without = new HashMap<>();
        without.put("name", "Fatima");
        without.put("credit", null);
        try (Engine engine = Shop.open(database)) {
            long before = engine.statistics().statements();
            engine.begin(connection -> {
                assertThat(connection.executeBatch(insert, List.of(Map.of("name", "Ali", "credit", 5), without)))
                        .hasSize(2)
                        .containsOnly(1);
                assertThat(connection.executeBatch(insert, List.of())).isEmpty();
            });
            assertThat(engine.statistics().statements() - before).isEqualTo(1);
            List<String> stored = engine.transaction(connection -> connection
                    .execute(select(CUSTOMERS.name, CUSTOMERS.credit).orderBy(CUSTOMERS.name))
                    .map(r -> r.v1() + "=" + r.v2())
                    .all());
            assertThat(stored).containsExactly("Ali=5", "Fatima=null");
        }
    }

    @DatabaseTest
    void generatedKeysComeBack(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            engine.begin(connection -> {
                assertThat(connection.executeInsert(customer("Ali"), CUSTOMERS.id))
                        .containsExactly(1);
                assertThat(connection.executeInsert(customer("Fatima"), CUSTOMERS.id))
                        .containsExactly(2);
                assertThatThrownBy(() -> connection.executeInsert(customer("x"), CUSTOMERS.id.plus(1)))
                        .hasMessageContaining("ALK-1019");
            });
            assertThat(names(engine)).containsExactly("Ali", "Fatima");
        }
    }

    /** What comes back by parameters is JDBC's to tell. */
    @DatabaseTest({"postgresql", "h2", "mariadb", "mysql"})
    void outParametersAreReadOneLevelDown(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            String loud = connection.withJdbc(jdbc -> {
                try (CallableStatement call = jdbc.prepareCall("{? = call upper(?)}")) {
                    call.registerOutParameter(1, Types.VARCHAR);
                    call.setString(2, "loud");
                    call.execute();
                    return call.getString(1);
                }
            });
            assertThat(loud).isEqualTo("LOUD");
        }
    }

    @DatabaseTest
    void textTakesParametersByName(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            connection.execute(
                    text("INSERT INTO customers (name, city) VALUES (:name, :city)"),
                    Map.of("name", "Ali", "city", "Lahore"));
            connection.execute(
                    text("INSERT INTO customers (name) VALUES (:name)").bind("name", "O'Hara; DROP"));
            assertThat(connection
                            .execute(
                                    text("SELECT name FROM customers WHERE city = :city OR city IS NULL ORDER BY id")
                                            .returning(CUSTOMERS.name),
                                    Map.of("city", "Lahore"))
                            .all())
                    .containsExactly("Ali", "O'Hara; DROP");
            assertThatThrownBy(() -> connection.execute(text("DELETE FROM customers WHERE id = :id")))
                    .hasMessageContaining("ALK-1016");
        }
    }

    @DatabaseTest
    void aValueOfTheWrongClassIsAnErrorThatNamesBoth(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(
                            select(CUSTOMERS.name).where(CUSTOMERS.id.eq(param("id", SqlTypes.INTEGER))),
                            Map.of("id", "geheim")))
                    .hasMessageContainingAll("Integer", "java.lang.String", "ALK-1018")
                    .hasMessageNotContaining("geheim");
            assertThat(connection.execute(select(count()).from(CUSTOMERS)).scalar())
                    .isZero();
        }
    }

    @DatabaseTest
    void rowsBecomeRecordsAndNullForAPrimitiveIsNamed(DatabaseFixture database) {
        record Account(String name, int credit) {}
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            connection.execute(customer("Ali").set(CUSTOMERS.credit, 3));
            var accounts = select(row(CUSTOMERS.name, CUSTOMERS.credit).as(Account::new));
            assertThat(connection.execute(accounts).one()).isEqualTo(new Account("Ali", 3));

            connection.execute(update(CUSTOMERS).setNull(CUSTOMERS.credit));
            assertThatThrownBy(() -> connection.execute(accounts).one()).hasMessageContainingAll("credit", "ALK-1121");
        }
    }

    @DatabaseTest
    void aClosedConnectionSaysSo(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            Connection connection = engine.connect();
            connection.execute(customer("Ali"));
            connection.close();
            connection.close();
            assertThatThrownBy(() -> connection.execute(customer("Ali"))).hasMessageContaining("ALK-1010");
            assertThatThrownBy(connection::commit).hasMessageContaining("ALK-1010");
            assertThatThrownBy(connection::begin).hasMessageContaining("ALK-1010");
            assertThat(engine.statistics().openConnections()).isZero();
        }
    }

    @DatabaseTest
    void jdbcIsReachedInsideTheTransaction(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                int changed = connection.withJdbc(jdbc -> {
                    try (var statement = jdbc.createStatement()) {
                        return statement.executeUpdate("INSERT INTO customers (name) VALUES ('Ali')");
                    }
                });
                assertThat(changed).isEqualTo(1);
                assertThat(connection.execute(select(CUSTOMERS.name)).one()).isEqualTo("Ali");
                assertThatThrownBy(() -> connection.withJdbc(
                                jdbc -> jdbc.prepareStatement("SELEC").executeQuery()))
                        .isInstanceOf(DatabaseException.class);
            }
            assertThat(names(engine)).isEmpty();
        }
    }

    @DatabaseTest
    void aConnectionComesBackCleanFromThePool(DatabaseFixture database) {
        try (Engine engine = Shop.open(database, EngineOptions.defaults().withPoolSize(1))) {
            try (Connection connection = engine.connect()) {
                connection.execute(customer("Ali"));
                assertThat(connection.<Boolean>withJdbc(java.sql.Connection::getAutoCommit))
                        .isFalse();
            }
            for (String name : Arrays.asList("a", "b")) {
                try (Connection connection = engine.connect()) {
                    assertThat(connection.isInTransaction()).isFalse();
                    connection.execute(customer(name));
                    connection.commit();
                }
            }
            assertThat(names(engine)).containsExactly("a", "b");
        }
    }

    @DatabaseTest("postgresql")
    void aLostConnectionBreaksTheTransactionUntilItIsRolledBack(DatabaseFixture database) {
        var pid = text("SELECT pg_backend_pid()")
                .returning(org.alkahest.sql.Sql.raw("pg_backend_pid()", SqlTypes.INTEGER));
        try (Engine engine = Shop.open(database);
                Connection connection = engine.connect()) {
            connection.execute(customer("lost"));
            int victim = connection.execute(pid).one();
            engine.begin(other ->
                    other.execute(text("SELECT pg_terminate_backend(:pid)").bind("pid", victim)));

            assertThatThrownBy(() -> connection.execute(customer("Ali")))
                    .isInstanceOf(org.alkahest.dialect.ConnectionException.class)
                    .hasMessageContaining("ALK-1509");
            assertThatThrownBy(() -> connection.execute(customer("Ali")))
                    .isInstanceOf(PendingRollbackException.class)
                    .hasCauseInstanceOf(org.alkahest.dialect.ConnectionException.class)
                    .hasMessageContaining("ALK-1014");
            assertThatThrownBy(connection::commit).isInstanceOf(PendingRollbackException.class);

            connection.rollback();
            connection.execute(customer("Fatima"));
            connection.commit();
            assertThat(connection.execute(pid).one()).isNotEqualTo(victim);
            assertThat(names(engine)).containsExactly("Fatima");
        }
    }

    @DatabaseTest("postgresql")
    void aConnectionThatIsLostAndClosedLeavesNothingOpen(DatabaseFixture database) {
        var pid = text("SELECT 1").returning(org.alkahest.sql.Sql.raw("pg_backend_pid()", SqlTypes.INTEGER));
        try (Engine engine = Shop.open(database)) {
            try (Connection connection = engine.connect()) {
                int victim = connection
                        .execute(select(org.alkahest.sql.Sql.raw("pg_backend_pid()", SqlTypes.INTEGER)))
                        .one();
                assertThat(connection.execute(pid).one()).isEqualTo(1);
                engine.begin(other ->
                        other.execute(text("SELECT pg_terminate_backend(:pid)").bind("pid", victim)));
                assertThatThrownBy(() -> connection.execute(customer("Ali"))).isInstanceOf(DatabaseException.class);
            }
            assertThat(engine.statistics().openConnections()).isZero();
            assertThat(names(engine)).isEmpty();
        }
    }

    @DatabaseTest("postgresql")
    void anAbortedTransactionIsNotCommittedInSilence(DatabaseFixture database) {
        try (Connection connection = database.engine().connect()) {
            assertThatThrownBy(() -> connection.execute(text("select 1/0"))).isInstanceOf(DatabaseException.class);
            assertThatThrownBy(connection::commit)
                    .isInstanceOf(PendingRollbackException.class)
                    .hasMessageContaining("ALK-1020");
            connection.rollback();
            Savepoint savepoint = connection.savepoint();
            assertThatThrownBy(() -> connection.execute(text("select 1/0"))).isInstanceOf(DatabaseException.class);
            savepoint.rollback();
            connection.commit();
        }
    }
}
