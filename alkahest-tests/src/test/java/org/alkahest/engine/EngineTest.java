package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.engine.Shop.ORDERS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.alkahest.dialect.ConnectionException;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines: how they connect, wait, count and close. */
final class EngineTest {
    private static final EngineOptions IMPATIENT = EngineOptions.defaults().withConnectTimeout(Duration.ofMillis(300));

    private static long customers(Connection connection) {
        return connection.execute(select(count()).from(CUSTOMERS)).scalar();
    }

    @Test
    void nothingIsConnectedBeforeFirstUse(@TempDir Path folder) {
        Path file = folder.resolve("lazy.db");
        try (Engine engine = Engine.create("sqlite:" + file)) {
            assertThat(file).doesNotExist();
            assertThat(engine.dialect().traits().dialect()).isEqualTo("sqlite");
            assertThat(file).exists();
        }
    }

    @Test
    void aDatabaseInMemoryIsTheSameForEveryConnectionAndThread() throws Exception {
        try (Engine engine = Engine.create("sqlite::memory:")) {
            MetaData.of(CUSTOMERS, ORDERS).createAll(engine);
            engine.begin(connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "Ali")));
            long seen = CompletableFuture.supplyAsync(() -> engine.transaction(EngineTest::customers))
                    .get(10, TimeUnit.SECONDS);
            assertThat(seen).isEqualTo(1);
        }
    }

    @Test
    void threadsWaitForTheOneConnection() throws Exception {
        try (Engine engine = Engine.create("sqlite::memory:");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MetaData.of(CUSTOMERS, ORDERS).createAll(engine);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "c" + i;
                all.add(threads.submit(() -> engine.begin(
                        connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, name)))));
            }
            for (Future<?> each : all) {
                each.get(30, TimeUnit.SECONDS);
            }
            assertThat(engine.<Long>transaction(EngineTest::customers)).isEqualTo(40);
        }
    }

    @Test
    void aSecondConnectionOfTheSameThreadIsAnErrorNotADeadlock() {
        try (Engine engine = Engine.create("sqlite::memory:", IMPATIENT);
                Connection outer = engine.connect()) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContainingAll("same thread", "Close the other", "ALK-1006");
            outer.execute(text("CREATE TABLE t (a INTEGER)"));
            assertThatThrownBy(() -> MetaData.of(CUSTOMERS, ORDERS).createAll(engine))
                    .hasMessageContaining("ALK-1006");
        }
    }

    @Test
    void anotherThreadThatWaitsInVainIsToldSo() {
        try (Engine engine = Engine.create("sqlite::memory:", IMPATIENT);
                Connection outer = engine.connect()) {
            assertThat(outer.isClosed()).isFalse();
            assertThatThrownBy(
                            () -> CompletableFuture.supplyAsync(engine::connect).get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(ConnectionException.class)
                    .hasMessageContainingAll("was not free for PT0.3S", "ALK-1006");
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void anExhaustedPoolSaysSo(DatabaseFixture database) {
        try (Engine engine = Shop.open(database, IMPATIENT.withPoolSize(2));
                Connection first = engine.connect();
                Connection second = engine.connect()) {
            assertThat(first).isNotSameAs(second);
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContainingAll("all 2 connections", "poolSize", "ALK-1006");
            assertThat(engine.statistics().openConnections()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void manyThreadsShareAFreshEngine(DatabaseFixture database) throws Exception {
        try (Engine engine = Shop.engine(database, EngineOptions.defaults().withPoolSize(4));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int value = i;
                all.add(threads.submit(() -> {
                    start.await();
                    return engine.transaction(connection -> connection
                            .execute(select(raw("1 + " + value % 5, SqlTypes.INTEGER)))
                            .one());
                }));
            }
            start.countDown();
            for (int i = 0; i < 50; i++) {
                assertThat(all.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(1 + i % 5);
            }
            EngineStatistics statistics = engine.statistics();
            assertThat(statistics.openConnections()).isZero();
            assertThat(statistics.statements()).isEqualTo(50);
            assertThat(statistics.cachedStatements()).isEqualTo(5);
            assertThat(statistics.cacheHits() + statistics.cacheMisses()).isEqualTo(50);
        }
    }

    @DatabaseTest
    void closingIsFinal(DatabaseFixture database) {
        Engine engine = Shop.open(database);
        Connection open = engine.connect();
        engine.close();
        engine.close();
        assertThatThrownBy(engine::connect).hasMessageContainingAll("closed", "ALK-1008");
        assertThatThrownBy(engine::dialect).hasMessageContaining("ALK-1008");
        open.close();
        assertThat(engine.statistics().openConnections()).isZero();
    }

    @Test
    void anUnreachableDatabaseIsReportedAtOnceAndWithoutThePassword(@TempDir Path folder) {
        try (Engine engine = Engine.create("postgresql://someone:geheim@127.0.0.1:1/test")) {
            long start = System.nanoTime();
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContainingAll("postgresql://someone:***@127.0.0.1:1/test", "ALK-1003")
                    .hasMessageNotContaining("geheim");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(engine.toString()).doesNotContain("geheim");
        }
        try (Engine engine = Engine.create("sqlite:" + folder.resolve("missing/folder/x.db"))) {
            assertThatThrownBy(engine::connect).hasMessageContainingAll("missing", "ALK-1003");
        }
    }

    @Test
    void aFailedFirstConnectIsTriedAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("late/x.db");
        try (Engine engine = Engine.create("sqlite:" + file)) {
            assertThatThrownBy(engine::connect).hasMessageContaining("ALK-1003");
            Files.createDirectory(file.getParent());
            MetaData.of(CUSTOMERS, ORDERS).createAll(engine);
            assertThat(engine.<Long>transaction(EngineTest::customers)).isZero();
        }
    }

    @Test
    void somethingThatIsNoDatabaseFileIsAClearError(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "This is no database. ".repeat(100));
        try (Engine engine = Engine.create("sqlite:" + file)) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContainingAll("notes.txt", "not a database", "ALK-1003");
        }
    }

    @DatabaseTest(except = {"sqlite-memory", "duckdb-memory"})
    void anyDataSourceServes(DatabaseFixture database) {
        Plain source = new Plain(database);
        try (Engine engine = Engine.create(source)) {
            MetaData.of(CUSTOMERS, ORDERS).createAll(engine);
            engine.begin(connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "Ali")));
            assertThat(engine.<Long>transaction(EngineTest::customers)).isEqualTo(1);
        }
        assertThat(source.opened)
                .hasSizeGreaterThan(1)
                .allSatisfy(jdbc -> assertThat(jdbc.isClosed()).isTrue());
    }

    @DatabaseTest
    void createAllAndDropAllMayBeRepeated(DatabaseFixture database) {
        MetaData metaData = MetaData.of(ORDERS, CUSTOMERS);
        try (Engine engine = Shop.open(database)) {
            engine.begin(connection -> connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, "Ali")));
            metaData.createAll(engine);
            assertThat(engine.<Long>transaction(EngineTest::customers)).isEqualTo(1);
            metaData.dropAll(engine);
            metaData.dropAll(engine);
            assertThatThrownBy(() -> engine.transaction(EngineTest::customers))
                    .hasMessageContainingAll("createAll", "ALK-1511");
            metaData.createAll(engine);
            assertThat(engine.<Long>transaction(EngineTest::customers)).isZero();
        }
    }

    @DatabaseTest
    void theSameStructureIsCompiledOnce(DatabaseFixture database) {
        try (Engine engine = Shop.open(database)) {
            EngineStatistics before = engine.statistics();
            for (int i = 0; i < 10; i++) {
                String name = "c" + i;
                engine.begin(connection -> {
                    connection.execute(insert(CUSTOMERS).set(CUSTOMERS.name, name));
                    assertThat(connection
                                    .execute(select(CUSTOMERS.name).where(CUSTOMERS.name.eq(name)))
                                    .all())
                            .containsExactly(name);
                });
            }
            EngineStatistics after = engine.statistics();
            assertThat(after.cacheMisses() - before.cacheMisses()).isEqualTo(2);
            assertThat(after.cacheHits() - before.cacheHits()).isEqualTo(18);
            assertThat(after.statements() - before.statements()).isEqualTo(20);
        }
    }

    /** A DataSource as simple as can be. */
    private static final class Plain implements DataSource {
        private final DatabaseFixture database;
        private final List<java.sql.Connection> opened = new ArrayList<>();

        Plain(DatabaseFixture database) {
            this.database = database;
        }

        @Override
        public java.sql.Connection getConnection() throws SQLException {
            java.sql.Connection connection = database.connect();
            opened.add(connection);
            return connection;
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
