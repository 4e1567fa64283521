package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alkahest.schema.Column;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Select;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Rows that are fetched in parts, kept in memory, or put together from several results. */
final class StreamingTest {
    private static final Select<Integer> IDS = select(CUSTOMERS.id).orderBy(CUSTOMERS.id);

    private static Engine fill(Engine engine) {
        List<Map<String, Object>> rows = IntStream.rangeClosed(1, 100)
                .<Map<String, Object>>mapToObj(i -> Map.of("name", "c" + i))
                .toList();
        engine.begin(connection -> connection.executeBatch(
                insert(CUSTOMERS).setTo(CUSTOMERS.name, param("name", SqlTypes.varchar(100))), rows));
        return engine;
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @DatabaseTest
    void rowsAreStreamedInPartsAndTheRestIsLeft(DatabaseFixture database) {
        try (Engine engine = fill(Shop.open(database));
                Connection connection = engine.connect()) {
            try (Stream<Integer> ids = connection.executeStreaming(IDS, 7).stream()) {
                assertThat(ids.limit(20).toList()).isEqualTo(numbers(1, 20));
            }
            assertThat(connection.executeStreaming(IDS, 7).partitions(30).map(List::size))
                    .containsExactly(30, 30, 30, 10);
            Select<Integer> after = IDS.where(CUSTOMERS.id.gt(param("after", SqlTypes.INTEGER)));
            assertThat(connection
                            .executeStreaming(after, Map.of("after", 97), 2)
                            .all())
                    .containsExactly(98, 99, 100);
            assertThat(connection
                            .executeStreaming(after, Map.of("after", 100), 2)
                            .all())
                    .isEmpty();
            assertThatThrownBy(() -> connection.executeStreaming(IDS, 0)).hasMessageContaining("ALK-1605");
        }
    }

    /** MySQL's driver says that it cannot; the others read what is left, or hold a cursor. */
    @DatabaseTest(except = "mysql")
    void otherStatementsMayBeSentInTheMiddle(DatabaseFixture database) {
        try (Engine engine = fill(Shop.open(database));
                Connection connection = engine.connect();
                Result<Integer> streamed = connection.executeStreaming(IDS, 3)) {
            Iterator<Integer> ids = streamed.iterator();
            for (int i = 1; i <= 10; i++) {
                assertThat(ids.next()).isEqualTo(i);
                assertThat(connection
                                .execute(select(CUSTOMERS.name).where(CUSTOMERS.id.eq(i)))
                                .one())
                        .isEqualTo("c" + i);
            }
            assertThat(streamed.all()).isEqualTo(numbers(11, 100));
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void theDriverIsToldTheSizeForThatExecutionAlone(DatabaseFixture database) {
        WatchedSource source = new WatchedSource(database);
        try (Engine engine = Engine.create(source.dataSource());
                Connection connection = engine.connect()) {
            connection.createAll(MetaData.of(CUSTOMERS), false);
            connection.execute(IDS).all();
            assertThat(source.fetchSizes()).isEmpty();
            connection.executeStreaming(IDS, 25).all();
            int told = database.dialect().equals("mysql") ? Integer.MIN_VALUE : 25;
            assertThat(source.fetchSizes()).containsExactly(told);
            assertThat(source.openResults()).isZero();
            assertThat(source.openStatements()).isZero();

            connection.execute(IDS).all();
            assertThat(source.fetchSizes()).hasSize(1);
            assertThat(source.openStatements()).as("kept for the next time").isEqualTo(1);
        }
    }

    /** A portal is open as long as there are rows to fetch (PostgreSQL 18, 53.2.3 and view pg_cursors). */
    @DatabaseTest("postgresql")
    void postgresqlKeepsACursorOpenForTheStream(DatabaseFixture database) {
        try (Engine engine = fill(Shop.open(database));
                Connection connection = engine.connect()) {
            Select<Integer> query = IDS.where(CUSTOMERS.id.gt(0));
            try (Result<Integer> streamed = connection.executeStreaming(query, 10)) {
                assertThat(streamed.iterator().next()).isEqualTo(1);
                assertThat(cursors(connection)).isEqualTo(1);
            }
            assertThat(cursors(connection)).isZero();
            try (Result<Integer> whole = connection.execute(query)) {
                assertThat(whole.iterator().next()).isEqualTo(1);
                assertThat(cursors(connection)).isZero();
            }
        }
    }

    private static long cursors(Connection connection) {
        return connection
                .execute(text("SELECT count(*) FROM pg_cursors WHERE name <> '' AND statement LIKE 'SELECT"
                                + " customers.id%'")
                        .returning(count()))
                .one();
    }

    @DatabaseTest
    void aStreamEndsWithItsTransaction(DatabaseFixture database) {
        try (Engine engine = fill(Shop.open(database));
                Connection connection = engine.connect()) {
            Result<Integer> streamed = connection.executeStreaming(IDS, 5);
            Iterator<Integer> ids = streamed.iterator();
            assertThat(ids.next()).isEqualTo(1);
            connection.commit();
            assertThatThrownBy(ids::next).hasMessageContainingAll("committed", "ALK-1603");
            assertThat(connection.execute(IDS).all()).hasSize(100);
        }
    }

    @DatabaseTest
    void frozenRowsOutliveTheirConnectionAndAreReadByAnyThread(DatabaseFixture database) {
        try (Engine engine = fill(Shop.open(database))) {
            FrozenResult<String> frozen;
            try (Connection connection = engine.connect()) {
                Result<String> result = connection.execute(
                        select(CUSTOMERS.name).where(CUSTOMERS.id.le(3)).orderBy(CUSTOMERS.id));
                frozen = result.freeze();
                assertThat(result.isClosed()).isTrue();
            }
            assertThat(frozen.result().all()).containsExactly("c1", "c2", "c3");
            assertThat(frozen.result().first()).contains("c1");
            List<CompletableFuture<List<String>>> readers = IntStream.range(0, 4)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> frozen.result().all()))
                    .toList();
            assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).containsExactly("c1", "c2", "c3"));
        }
    }

    @DatabaseTest
    void mergedResultsAreReadOneAfterTheOther(DatabaseFixture database) {
        try (Engine engine = fill(Shop.open(database));
                Connection connection = engine.connect()) {
            Column<Integer> id = CUSTOMERS.id;
            List<Result<Integer>> parts = List.of(
                    connection.execute(IDS.where(id.le(2))),
                    connection.execute(IDS.where(id.lt(0))),
                    connection.execute(IDS.where(id.between(2, 4))));
            assertThat(Result.<Integer>merge(parts).unique().all()).containsExactly(1, 2, 3, 4);
            assertThat(parts).allMatch(Result::isClosed);
        }
    }
}
