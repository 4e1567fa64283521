package org.alkahest.dialect;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.alkahest.dialect.sqlite.SqliteConnections;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How transactions of SQLite begin, and databases that are attached to each connection. */
final class SqliteConnectionsTest {
    private static final Table COUNTERS = Table.named("counters")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
            .column("n", SqlTypes.INTEGER, ColumnOptions.notNull())
            .build();
    private static final Column<Integer> N = COUNTERS.column("n", Integer.class);

    private static final Table MAKERS = Table.named("aux", "makers")
            .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
            .column("name", SqlTypes.varchar(20), ColumnOptions.notNull().unique())
            .build();
    private static final Column<Integer> MAKER_ID = MAKERS.column("id", Integer.class);
    private static final Column<String> MAKER = MAKERS.column("name", String.class);

    @TempDir
    Path folder;

    private Engine counters(String parameters) {
        Engine engine = Engine.create("sqlite:" + folder.resolve("counters.db") + parameters);
        MetaData.of(COUNTERS).createAll(engine);
        engine.begin(c -> c.execute(
                insert(COUNTERS).set(COUNTERS.column("id", Integer.class), 1).set(N, 0)));
        return engine;
    }

    private static int read(Connection connection) {
        return connection.execute(select(N)).one();
    }

    @Test
    void aDeferredTransactionThatReadsFirstMayComeTooLateToWrite() {
        try (Engine engine = counters("");
                Connection slow = engine.connect();
                Connection fast = engine.connect()) {
            int seen = read(slow);
            fast.execute(update(COUNTERS).set(N, 5));
            fast.commit();
            assertThatThrownBy(() -> slow.execute(update(COUNTERS).set(N, seen + 1)))
                    .isInstanceOf(SerializationFailureException.class);
        }
    }

    @Test
    void immediateTransactionsWaitForOneAnother() throws Exception {
        int writers = 4;
        int rounds = 10;
        try (Engine engine = counters("?transaction_mode=IMMEDIATE");
                ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            Future<?>[] all = new Future<?>[writers];
            for (int i = 0; i < writers; i++) {
                all[i] = threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        engine.begin(c -> c.execute(update(COUNTERS).set(N, read(c) + 1)));
                    }
                });
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            try (Connection connection = engine.connect()) {
                assertThat(read(connection)).isEqualTo(writers * rounds);
            }
        }
    }

    /** The driver begins the next transaction at once. */
    @Test
    void aConnectionHoldsNoLockBetweenTransactions() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        try (Engine engine = counters("?transaction_mode=IMMEDIATE");
                Connection kept = engine.connect();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            for (Runnable end : new Runnable[] {kept::commit, kept::rollback}) {
                read(kept);
                end.run();
                thread.submit(() -> {
                            engine.begin(c -> c.execute(update(COUNTERS).set(N, read(c) + 1)));
                            written.countDown();
                        })
                        .get(4, TimeUnit.SECONDS); // the busy timeout is 5
            }
            assertThat(written.getCount()).isZero();
            assertThat(read(kept)).isEqualTo(2);
        }
    }

    private Engine withAux(String main, String aux) {
        return Engine.create(main, EngineOptions.defaults().withOnConnect(SqliteConnections.attach("aux", aux)));
    }

    @Test
    void anAttachedDatabaseIsASchemaOfEachConnection() {
        Path aux = folder.resolve("aux's.db");
        try (Engine engine = withAux("sqlite:" + folder.resolve("main.db"), aux.toString())) {
            useAux(engine);
            MetaData.of(COUNTERS).createAll(engine);
        }
        assertThat(Files.exists(aux)).isTrue();
        try (Engine alone = Engine.create("sqlite:" + aux);
                Connection connection = alone.connect()) {
            assertThat(connection.<Object>withJdbc(
                            jdbc -> alone.dialect().inspector().tableNames(jdbc, null)))
                    .isEqualTo(List.of("makers"));
        }
    }

    @Test
    void memoryIsAttachedToMemory() {
        try (Engine engine = withAux("sqlite::memory:", ":memory:")) {
            useAux(engine);
        }
        try (Engine engine = withAux("sqlite:" + folder.resolve("main.db"), ":memory:")) {
            assertThatThrownBy(engine::connect).hasMessageContainingAll("':memory:'", "'aux'", "ALK-1039");
        }
    }

    private static void useAux(Engine engine) {
        MetaData tables = MetaData.of(MAKERS);
        tables.createAll(engine);
        tables.createAll(engine); // finds them
        int lamps = engine.transaction((Connection c) ->
                c.executeInsert(insert(MAKERS).set(MAKER, "lamps"), MAKER_ID).get(0));
        engine.begin(first -> {
            first.execute(insert(MAKERS).set(MAKER, "chairs"));
            first.execute(update(MAKERS).set(MAKER, "stools").where(MAKER.eq("chairs")));
        });
        try (Connection one = engine.connect()) {
            assertThat(one.execute(select(MAKER).orderBy(MAKER_ID)).all()).containsExactly("lamps", "stools");
            Table other = MAKERS.as("o");
            assertThat(one.execute(select(MAKER)
                                    .join(
                                            other,
                                            other.column("id", Integer.class).eq(MAKER_ID))
                                    .where(MAKER_ID.eq(lamps)))
                            .one())
                    .isEqualTo("lamps");
            assertThatThrownBy(() -> one.execute(insert(MAKERS).set(MAKER, "lamps")))
                    .isInstanceOf(UniqueViolationException.class);
            one.rollback();
        }
        engine.begin(c -> assertThat(
                        c.execute(delete(MAKERS).where(MAKER.eq("stools"))).rowCount())
                .isEqualTo(1));
    }

    @Test
    void eachConnectionOfThePoolHasTheAttachedDatabase() {
        try (Engine engine = withAux(
                "sqlite:" + folder.resolve("main.db"), folder.resolve("aux.db").toString())) {
            useAux(engine);
            try (Connection one = engine.connect();
                    Connection two = engine.connect()) {
                assertThat(one.execute(select(MAKER)).one()).isEqualTo("lamps");
                assertThat(two.execute(select(MAKER)).one()).isEqualTo("lamps");
            }
        }
    }

    /** A commit that the database refuses leaves a transaction that can be rolled back, and the connection goes on. */
    @Test
    void aRefusedCommitCanBeRolledBack() {
        for (String mode : List.of("", "?transaction_mode=IMMEDIATE")) {
            try (Engine engine = counters(mode);
                    Connection connection = engine.connect()) {
                connection.executeDdl(List.of(
                        "CREATE TABLE late (c INTEGER REFERENCES counters (id) DEFERRABLE INITIALLY DEFERRED)"));
                connection.commit();
                connection.execute(text("INSERT INTO late VALUES (99)"));
                assertThatThrownBy(connection::commit).isInstanceOf(ForeignKeyViolationException.class);
                connection.rollback();
                connection.execute(text("INSERT INTO late VALUES (1)"));
                connection.commit();
                assertThat(connection
                                .execute(text("SELECT count(*) FROM late").returning(count()))
                                .one())
                        .isEqualTo(1L);
                connection.rollback();
                connection.executeDdl(List.of("DROP TABLE late", "DROP TABLE counters"));
                connection.commit();
            }
        }
    }
}
