package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.engine.Shop.ORDERS;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.alkahest.dialect.CheckViolationException;
import org.alkahest.dialect.DataException;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.DatabaseTimeoutException;
import org.alkahest.dialect.ForeignKeyViolationException;
import org.alkahest.dialect.IntegrityException;
import org.alkahest.dialect.MissingObjectException;
import org.alkahest.dialect.NotNullViolationException;
import org.alkahest.dialect.SerializationFailureException;
import org.alkahest.dialect.UniqueViolationException;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Every database's own errors become the same exceptions, and none shows a value. */
final class ErrorTranslationTest {
    private static <E extends DatabaseException> E failure(
            DatabaseFixture database, Class<E> type, Consumer<Connection> work) {
        try (Engine engine = Shop.open(database)) {
            engine.begin(connection -> {
                connection.execute(insert(CUSTOMERS).set(CUSTOMERS.id, 100).set(CUSTOMERS.name, "geheim"));
                connection.execute(insert(ORDERS).set(ORDERS.id, 1).set(ORDERS.customer, 100));
            });
            try (Connection connection = engine.connect()) {
                E failure = catchThrowableOfType(type, () -> work.accept(connection));
                assertThat(failure).isNotNull();
                assertThat(failure.sql()).isPresent();
                assertThat(failure).hasMessageContaining(failure.sql().orElseThrow());
                assertThat(failure).hasMessageNotContaining("geheim");
                connection.rollback();
                assertThat(connection.execute(select(ORDERS.id)).all()).containsExactly(1);
                return failure;
            }
        }
    }

    private static String constraint(IntegrityException failure) {
        return failure.constraint().orElse("").toLowerCase(Locale.ROOT);
    }

    @DatabaseTest
    void unique(DatabaseFixture database) {
        UniqueViolationException failure = failure(
                database,
                UniqueViolationException.class,
                connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "geheim")));
        boolean namesTheTable = !database.dialect().equals("duckdb"); // which names the column alone
        assertThat(constraint(failure))
                .contains(namesTheTable ? "customers" : "")
                .contains("name");
        assertThat(failure.code()).isEqualTo("ALK-1502");
        assertThat(failure.isRetryable()).isFalse();
    }

    @DatabaseTest
    void uniqueInABatch(DatabaseFixture database) {
        failure(
                database,
                UniqueViolationException.class,
                connection -> connection.executeBatch(
                        insert(CUSTOMERS).setTo(CUSTOMERS.name, param("name", SqlTypes.varchar(100))),
                        List.of(Map.of("name", "other"), Map.of("name", "geheim"))));
    }

    @DatabaseTest
    void foreignKeyOfAChild(DatabaseFixture database) {
        failure(database, ForeignKeyViolationException.class, connection -> {
            connection.execute(insert(ORDERS).set(ORDERS.id, 2).set(ORDERS.customer, 99));
            connection.commit();
        });
    }

    @DatabaseTest
    void foreignKeyOfAParent(DatabaseFixture database) {
        failure(database, ForeignKeyViolationException.class, connection -> {
            connection.execute(delete(CUSTOMERS));
            connection.commit();
        });
    }

    @DatabaseTest
    void notNull(DatabaseFixture database) {
        NotNullViolationException failure = failure(
                database,
                NotNullViolationException.class,
                connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.city, "geheim")));
        assertThat(failure).hasMessageContaining("ALK-1504");
    }

    @DatabaseTest
    void check(DatabaseFixture database) {
        CheckViolationException failure = failure(
                database,
                CheckViolationException.class,
                connection -> connection.execute(
                        insert(CUSTOMERS).set(CUSTOMERS.name, "geheim2").set(CUSTOMERS.credit, -1)));
        boolean named = !database.dialect().equals("duckdb"); // which names the table alone
        assertThat(constraint(failure)).contains(named ? "credit_is_positive" : "");
    }

    @DatabaseTest
    void uniqueOfAPrimaryKey(DatabaseFixture database) {
        failure(
                database,
                UniqueViolationException.class,
                connection -> connection.execute(
                        insert(CUSTOMERS).set(CUSTOMERS.id, 100).set(CUSTOMERS.name, "other")));
    }

    @DatabaseTest
    void missingColumn(DatabaseFixture database) {
        failure(
                database,
                MissingObjectException.class,
                connection -> connection.execute(text("UPDATE customers SET missing = 1")));
    }

    @DatabaseTest
    void missingTable(DatabaseFixture database) {
        MissingObjectException failure = failure(
                database,
                MissingObjectException.class,
                connection -> connection.execute(
                        text("DELETE FROM nowhere WHERE name = :name").bind("name", "geheim")));
        assertThat(failure).hasMessageContainingAll("nowhere", "createAll", "ALK-1511");
    }

    /** SQLite keeps any text, and DuckDB any length of it. */
    @DatabaseTest(except = {"sqlite", "duckdb"})
    void aTextThatIsTooLong(DatabaseFixture database) {
        DataException failure = failure(
                database,
                DataException.class,
                connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "geheim".repeat(30))));
        assertThat(failure.code()).isEqualTo("ALK-1513");
        assertThat(failure.isRetryable()).isFalse();
    }

    /** SQLite goes on in floating point, but in functions that do not ("Built-In Scalar SQL Functions", abs). */
    @DatabaseTest("sqlite")
    void aFunctionOutOfRange(DatabaseFixture database) {
        failure(
                database,
                DataException.class,
                connection -> connection
                        .execute(text("SELECT abs(-9223372036854775807 - id / id) FROM customers")
                                .returning(CUSTOMERS.id))
                        .all());
    }

    @DatabaseTest(except = "sqlite")
    void aNumberOutOfRange(DatabaseFixture database) {
        DataException failure = failure(
                database,
                DataException.class,
                connection -> connection
                        .execute(
                                select(value(Long.MAX_VALUE).plus(CUSTOMERS.id)).from(CUSTOMERS))
                        .all());
        assertThat(failure).hasMessageContaining("ALK-1513");
    }

    @DatabaseTest(except = "sqlite")
    void aColumnThatIsTooNarrow(DatabaseFixture database) {
        failure(
                database,
                DataException.class,
                connection -> connection.execute(text("UPDATE customers SET credit = 5000000000")));
    }

    @DatabaseTest
    void anythingElse(DatabaseFixture database) {
        DatabaseException failure = failure(
                database,
                DatabaseException.class,
                connection -> connection.execute(text("SELEC :x FROM customers").bind("x", "geheim")));
        assertThat(failure.code()).isEqualTo("ALK-1501");
    }

    @DatabaseTest("postgresql")
    void afterAFailureTheTransactionIsAborted(DatabaseFixture database) {
        DatabaseException failure = failure(database, DatabaseException.class, connection -> {
            try {
                connection.execute(text("SELEC"));
            } catch (DatabaseException e) {
                connection.execute(select(CUSTOMERS.name));
            }
        });
        assertThat(failure).hasMessageContainingAll("savepoint", "ALK-1512");
    }

    @DatabaseTest("postgresql")
    void aSerializationFailureMayBeRetried(DatabaseFixture database) {
        var serializable = text("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        try (Engine engine = Shop.open(database);
                Connection first = engine.connect();
                Connection second = engine.connect()) {
            for (Connection each : List.of(first, second)) {
                each.execute(serializable);
                each.execute(select(CUSTOMERS.name)).all();
            }
            first.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "a"));
            second.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "b"));
            first.commit();
            SerializationFailureException failure =
                    catchThrowableOfType(SerializationFailureException.class, second::commit);
            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure).hasMessageContainingAll("Cannot commit", "run the whole transaction again", "ALK-1507");
            assertThat(failure.sqlState()).contains("40001");

            second.rollback();
            second.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "b"));
            second.commit();
        }
    }

    @DatabaseTest("postgresql")
    void aLockThatIsNotFreeInTimeIsATimeout(DatabaseFixture database) {
        try (Engine engine = Shop.open(database);
                Connection holder = engine.connect();
                Connection waiter = engine.connect()) {
            engine.begin(connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "a")));
            holder.execute(select(CUSTOMERS.id).forUpdate()).all();
            waiter.execute(text("SET LOCAL lock_timeout = '100ms'"));
            DatabaseTimeoutException failure = catchThrowableOfType(
                    DatabaseTimeoutException.class,
                    () -> waiter.execute(select(CUSTOMERS.id).forUpdate()).all());
            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure.getCause()).isInstanceOf(SQLException.class);
        }
    }
}
