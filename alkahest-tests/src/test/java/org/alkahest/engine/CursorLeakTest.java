package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.engine.Shop.ORDERS;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
