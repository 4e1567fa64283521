package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alkahest.compile.Feature;
import org.alkahest.schema.Column;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Results over real cursors. */
final class ResultOnDatabaseTest {
    private static final Select<Integer> IDS = select(CUSTOMERS.id).orderBy(CUSTOMERS.id);

    private static Engine hundredCustomers(DatabaseFixture database, EngineOptions options) {
        Engine engine = Shop.open(database, options);
        List<Map<String, Object>> rows = IntStream.rangeClosed(1, 100)
                .<Map<String, Object>>mapToObj(i -> Map.of("name", "c" + i))
                .toList();
        engine.begin(connection -> connection.executeBatch(
                insert(CUSTOMERS).setTo(CUSTOMERS.name, param("name", SqlTypes.varchar(100))), rows));
        return engine;
    }

    @DatabaseTest
    void aStreamFetchesInParts(DatabaseFixture database) {
        try (Engine engine = hundredCustomers(database, EngineOptions.defaults().withDefaultFetchSize(7));
                Connection connection = engine.connect();
                Stream<Integer> ids = connection.execute(IDS).stream()) {
            assertThat(ids.limit(20).toList())
                    .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
            assertThat(connection.execute(IDS).partitions(30).map(List::size)).containsExactly(30, 30, 30, 10);
        }
    }

    @DatabaseTest
    void twoResultsOfOneStatementAreReadSideBySide(DatabaseFixture database) {
        try (Engine engine = hundredCustomers(database, EngineOptions.defaults());
                Connection connection = engine.connect();
                Result<Integer> first = connection.execute(IDS);
                Result<Integer> second = connection.execute(IDS)) {
            Iterator<Integer> a = first.iterator();
            Iterator<Integer> b = second.iterator();
            for (int i = 1; i <= 100; i++) {
                assertThat(a.next()).isEqualTo(i);
                assertThat(b.next()).isEqualTo(i);
            }
            assertThat(a.hasNext()).isFalse();
            assertThat(b.hasNext()).isFalse();
        }
    }

    @DatabaseTest
    void aResultEndsWithItsTransactionAndSaysWhy(DatabaseFixture database) {
        try (Engine engine = hundredCustomers(database, EngineOptions.defaults())) {
            Connection connection = engine.connect();
            Result<Integer> committed = connection.execute(IDS);
            Iterator<Integer> rows = committed.iterator();
            rows.next();
            connection.commit();
            assertThatThrownBy(rows::next).hasMessageContainingAll("committed", "ALK-1603");

            Result<Integer> rolledBack = connection.execute(IDS);
            connection.rollback();
            assertThatThrownBy(rolledBack::all).hasMessageContainingAll("rolled back", "ALK-1603");

            Result<Integer> leftOpen = connection.execute(IDS);
            connection.close();
            assertThat(leftOpen.isClosed()).isTrue();
            assertThatThrownBy(leftOpen::all).hasMessageContainingAll("connection was closed", "ALK-1603");
        }
    }

    @DatabaseTest
    void rowsThatAreReturnedNeedNotBeReadToBeWritten(DatabaseFixture database) {
        assumeTrue(database.supports(Feature.INSERT_RETURNING), "INSERT_RETURNING");
        try (Engine engine = hundredCustomers(database, EngineOptions.defaults())) {
            engine.begin(connection -> {
                var returning = insert(CUSTOMERS)
                        .set(CUSTOMERS.name, "x")
                        .nextRow()
                        .set(CUSTOMERS.name, "y")
                        .nextRow()
                        .set(CUSTOMERS.name, "z")
                        .returning(CUSTOMERS.id);
                assertThat(connection.execute(returning).first()).isPresent();
            });
            long stored = engine.transaction(connection ->
                    connection.execute(select(count()).from(CUSTOMERS)).scalar());
            assertThat(stored).isEqualTo(103);
        }
    }

    @DatabaseTest
    void aPreparedStatementIsKeptAndSurvivesItsOwnUse(DatabaseFixture database) {
        try (Engine engine = hundredCustomers(database, EngineOptions.defaults().withPreparedStatementCacheSize(2));
                Connection connection = engine.connect()) {
            for (int round = 0; round < 3; round++) {
                for (Column<?> column : CUSTOMERS.columns()) {
                    assertThat(connection
                                    .execute(select(column).where(CUSTOMERS.id.eq(round + 1)))
                                    .all())
                            .hasSize(1);
                }
            }
        }
    }

    @DatabaseTest
    void ddlMakesEveryConnectionForgetItsPreparedStatements(DatabaseFixture database) {
        try (Engine engine = hundredCustomers(database, EngineOptions.defaults())) {
            for (int i = 0; i < 12; i++) { // often enough for drivers that prepare on the server after some uses
                assertThat(withoutCity(engine)).hasSize(100);
            }
            engine.begin(connection ->
                    connection.executeDdl(List.of("DROP TABLE orders", "ALTER TABLE customers DROP COLUMN city")));
            engine.begin(connection ->
                    connection.executeDdl(List.of("ALTER TABLE customers ADD COLUMN city INTEGER DEFAULT 7")));
            assertThat(withoutCity(engine)).isEmpty();
        }
    }

    private static List<Integer> withoutCity(Engine engine) {
        return engine.transaction(connection ->
                connection.execute(IDS.where(CUSTOMERS.city.isNull())).all());
    }
}
