package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.engine.Shop.ORDERS;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** However a result ends, its cursor and its statement are closed: the driver's own are counted. */
final class CursorLeakTest {
    private static final Select<Integer> IDS = select(CUSTOMERS.id).orderBy(CUSTOMERS.id);

    /** Keeps no prepared statement, so that each that is open is one too many. */
    private static Engine open(WatchedSource source) {
        Engine engine =
                Engine.create(source.dataSource(), EngineOptions.defaults().withPreparedStatementCacheSize(0));
        engine.begin(connection -> {
            connection.createAll(MetaData.of(CUSTOMERS, ORDERS), false);
            for (String name : new String[] {"Ali", "Ahmad", "Fatima"}) {
                connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, name));
            }
        });
        return engine;
    }

    private static void assertNothingIsOpen(WatchedSource source) {
        assertThat(source.openResults()).as("open results").isZero();
        assertThat(source.openStatements()).as("open statements").isZero();
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void aCursorThatCannotBeClosedStillGivesUpItsStatement(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        try (Engine engine = open(source);
                Connection connection = engine.connect()) {
            source.fail("ResultSet.close");
            assertThat(connection.execute(IDS).all()).hasSize(3);
            assertNothingIsOpen(source);
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void aStatementThatCannotBeKeptIsClosed(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        open(source).close();
        try (Engine engine = Engine.create(source.dataSource());
                Connection connection = engine.connect()) {
            source.fail("PreparedStatement.clearParameters");
            assertThat(connection.execute(IDS).all()).hasSize(3);
            assertNothingIsOpen(source);
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void everyWayToEndAResultClosesItsCursor(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        List<Consumer<Result<Integer>>> ways = List.of(
                Result::all,
                Result::first,
                Result::scalar,
                Result::freeze,
                Result::close,
                result -> assertThatThrownBy(result::one).hasMessageContaining("ALK-1602"),
                result -> assertThatThrownBy(result::oneOrNone).hasMessageContaining("ALK-1602"),
                result -> result.forEach(id -> {}),
                result -> result.stream().forEach(id -> {}),
                result -> result.partitions(2).forEach(ids -> {}),
                result -> result.map(id -> id + 1).unique().first(),
                result -> closeHalfRead(result.stream()),
                result -> closeHalfRead(result.partitions(2)),
                result -> assertThatThrownBy(
                                () -> result.map(id -> 1 / (id - 2)).all())
                        .isInstanceOf(ArithmeticException.class));
        try (Engine engine = open(source);
                Connection connection = engine.connect()) {
            for (Consumer<Result<Integer>> way : ways) {
                Result<Integer> result = connection.execute(IDS);
                assertThat(source.openResults()).isEqualTo(1);
                way.accept(result);
                assertNothingIsOpen(source);
                assertThatThrownBy(result::all).hasMessageContaining("ALK-1603");
            }
        }
    }

    private static void closeHalfRead(Stream<?> rows) {
        try (rows) {
            assertThat(rows.limit(1).toList()).hasSize(1);
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void whatIsLeftOpenIsClosedWithTheTransaction(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        try (Engine engine = open(source)) {
            Connection connection = engine.connect();
            connection.execute(IDS);
            Result.<Integer>merge(List.of(connection.execute(IDS), connection.execute(IDS)))
                    .iterator()
                    .next();
            connection.executeStreaming(IDS, 2).iterator().next();
            assertThat(source.openResults()).isEqualTo(4);
            connection.commit();
            assertNothingIsOpen(source);

            connection.executeStreaming(IDS, 2).iterator().next();
            connection.rollback();
            assertNothingIsOpen(source);

            connection.execute(IDS).iterator().next();
            connection.close();
            assertNothingIsOpen(source);
            assertThat(source.openConnections()).isZero();
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void anErrorInOneOfTheMergedClosesAll(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        try (Engine engine = open(source);
                Connection connection = engine.connect()) {
            Result<Integer> merged = Result.merge(List.of(connection.execute(IDS), connection.execute(IDS)));
            source.failAfterRows(2);
            assertThatThrownBy(merged::all).isInstanceOf(DatabaseException.class);
            assertNothingIsOpen(source);
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void anErrorInTheMiddleClosesEverything(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        try (Engine engine = open(source);
                Connection connection = engine.connect()) {
            source.failAfterRows(2);
            Result<Integer> result = connection.execute(IDS);
            assertThatThrownBy(() -> result.stream().forEach(id -> {}))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Cannot read the next row");
            assertNothingIsOpen(source);
            assertThatThrownBy(result::all).hasMessageContainingAll("reading it failed", "ALK-1603");
        }
    }
}
