package org.alkahest.dialect;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Locking;
import org.alkahest.sql.RowStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What is MySQL's and MariaDB's own, on servers of both. */
final class MysqlOnDatabaseTest {
    private static final Notes NOTES = new Notes(null);

    /** Three notes: a and b, and one of nothing. */
    private static Engine open(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(NOTES).createAll(engine);
        engine.begin(connection -> connection.execute(insert(NOTES)
                .set(NOTES.id, 1)
                .set(NOTES.body, "a")
                .nextRow()
                .set(NOTES.id, 2)
                .set(NOTES.body, "b")
                .nextRow()
                .set(NOTES.id, 3)
                .setNull(NOTES.body)));
        return engine;
    }

    private static <R> List<R> all(Engine engine, RowStatement<R> query) {
        return engine.<List<R>>transaction(
                (Connection connection) -> connection.execute(query).all());
    }

    private static String one(Engine engine, String sql) {
        return all(engine, text(sql).returning(raw("x", SqlTypes.TEXT))).get(0);
    }

    @DatabaseTest({"mysql", "mariadb"})
    void anUpdateThatChangesNothingCountsTheRowsThatItMatches(DatabaseFixture database) {
        Engine engine = open(database);
        engine.begin(connection -> assertThat(connection
                        .execute(update(NOTES).set(NOTES.body, "a").where(NOTES.id.eq(1)))
                        .rowCount())
                .isEqualTo(1));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void sessionsAreStrictWhateverTheServerSays(DatabaseFixture database) {
        String url = database.jdbcUrl() + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES,ANSI_QUOTES'";
        try (Engine engine = Engine.create(url)) {
            MetaData.of(NOTES).createAll(engine);
            assertThatThrownBy(() -> engine.begin(
                            connection -> connection.execute(insert(NOTES).set(NOTES.body, "x".repeat(201)))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("too long");
            engine.begin(connection ->
                    connection.execute(insert(NOTES).set(NOTES.id, 0).set(NOTES.body, "zero")));
            assertThat(all(engine, select(NOTES.id))).containsExactly(0);
            assertThat(one(engine, "SELECT @@time_zone AS x")).isEqualTo("+00:00");
        }
    }

    @DatabaseTest({"mysql", "mariadb"})
    void identifiersMeanTheSameWithAnsiQuotes(DatabaseFixture database) {
        Table table = Table.named("order").column("Mixed", SqlTypes.INTEGER).build();
        MetaData.of(table).createAll(database.engine());
        database.engine().begin(connection -> {
            connection.execute(text("SET SESSION sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')"));
            assertThat(connection.execute(select(table.column("Mixed"))).all()).isEmpty();
        });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void backslashesAreKeptInLiterals(DatabaseFixture database) {
        Engine engine = database.engine();
        String path = "C:\\temp\\it's \\' -- ";
        Table table = new Table("paths") {
            {
                column("id", SqlTypes.INTEGER, ColumnOptions.notNull());
                Column<String> path1 = column(
                        "path",
                        SqlTypes.varchar(40),
                        ColumnOptions.notNull().withDefault(path).comment(path));
                constraint(new Constraint.Check("ck_paths", path1.eq(path)));
            }
        };
        MetaData.of(table).createAll(engine);
        Column<Integer> id = table.column("id", Integer.class);
        engine.begin(connection -> connection.execute(insert(table).set(id, 1)));
        assertThat(all(engine, select(table.column("path", String.class)))).containsExactly(path);
        assertThat(one(
                        engine,
                        "SELECT column_comment AS x FROM information_schema.columns WHERE table_schema = database()"
                                + " AND column_name = 'path'"))
                .isEqualTo(path);
        Column<String> column = table.column("path", String.class);
        assertThat(all(engine, select(id).where(column.contains("\\")))).containsExactly(1);
        assertThat(all(engine, select(id).where(column.contains("_\\")))).isEmpty();
    }

    @DatabaseTest({"mysql", "mariadb"})
    void theDefaultOfNowHasMicrosecondsInUtc(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("log")
                .column("id", SqlTypes.INTEGER, ColumnOptions.notNull())
                .column("at", SqlTypes.INSTANT, ColumnOptions.notNull().withDefaultSql("CURRENT_TIMESTAMP"))
                .build();
        MetaData.of(table).createAll(engine);
        for (int i = 0; i < 3; i++) {
            int id = i;
            engine.begin(connection -> connection.execute(insert(table).set(table.column("id", Integer.class), id)));
        }
        List<Instant> times = all(engine, select(table.column("at", Instant.class)));
        assertThat(times)
                .allSatisfy(time -> assertThat(time).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES)))
                .anySatisfy(time -> assertThat(time).isNotEqualTo(time.truncatedTo(ChronoUnit.SECONDS)));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void subqueriesReadTheTableThatIsChanged(DatabaseFixture database) {
        Engine engine = open(database);
        Notes other = NOTES.as("other");
        engine.begin(connection -> {
            connection.execute(update(NOTES)
                    .setTo(NOTES.body, select(max(other.body)).asScalar())
                    .where(NOTES.body.isNull()));
            connection.execute(delete(NOTES)
                    .where(NOTES.id.in(select(other.id).where(other.body.eq("b").and(other.id.lt(NOTES.id.plus(1)))))));
        });
        assertThat(all(engine, select(NOTES.id))).containsExactly(1);
    }

    @DatabaseTest({"mysql", "mariadb"})
    void subqueriesOfInMayBeLimited(DatabaseFixture database) {
        Engine engine = open(database);
        assertThat(all(
                        engine,
                        select(NOTES.id)
                                .where(NOTES.id.in(select(NOTES.id)
                                        .orderBy(NOTES.id.desc())
                                        .limit(1)))))
                .containsExactly(3);
        Notes n = NOTES.as("n");
        engine.begin(connection -> assertThat(
                        connection.execute(delete(n).where(n.id.eq(3))).rowCount())
                .isEqualTo(1));
    }

    @DatabaseTest({"mysql", "mariadb"})
    void aggregatedTextIsNotCut(DatabaseFixture database) {
        Engine engine = open(database);
        engine.begin(connection -> connection.execute(update(NOTES).set(NOTES.body, "x".repeat(200))));
        for (int i = 0; i < 4; i++) {
            Notes more = NOTES.as("more");
            engine.begin(connection ->
                    connection.execute(insert(NOTES).from(select(more.body).from(more), NOTES.body)));
        }
        assertThat(all(engine, select(function("group_concat", SqlTypes.TEXT, NOTES.body)))
                        .get(0))
                .hasSize(48 * 200 + 47);
    }

    @DatabaseTest("mariadb")
    void assignmentsSeeTheOldRow(DatabaseFixture database) {
        assertThat(swapped(database)).containsExactly(2, 1);
    }

    /** MySQL has no such mode (15.2.17): "the value of col2 is set to the current (updated) col1 value". */
    @DatabaseTest("mysql")
    void assignmentsSeeThoseBeforeThem(DatabaseFixture database) {
        assertThat(swapped(database)).containsExactly(2, 2);
    }

    private static List<Integer> swapped(DatabaseFixture database) {
        Engine engine = database.engine();
        Table pair = Table.named("pair")
                .column("a", SqlTypes.INTEGER)
                .column("b", SqlTypes.INTEGER)
                .build();
        MetaData.of(pair).createAll(engine);
        Column<Integer> a = pair.column("a", Integer.class);
        Column<Integer> b = pair.column("b", Integer.class);
        engine.begin(connection -> {
            connection.execute(insert(pair).set(a, 1).set(b, 2));
            connection.execute(update(pair).setTo(a, b).setTo(b, a));
        });
        return List.of(all(engine, select(a)).get(0), all(engine, select(b)).get(0));
    }

    @DatabaseTest("mysql")
    void severalRowsTellTheirKeys(DatabaseFixture database) {
        Engine engine = open(database);
        engine.begin(connection -> {
            assertThat(connection.executeInsert(
                            insert(NOTES).set(NOTES.body, "x").nextRow().set(NOTES.body, "y"), NOTES.id))
                    .containsExactly(4, 5);
            assertThat(connection.executeInsert(
                            insert(NOTES).setTo(NOTES.body, param("body", SqlTypes.TEXT)),
                            List.of(Map.of("body", "v"), Map.of("body", "w")),
                            NOTES.id))
                    .containsExactly(6, 7);
        });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void theCollationDecidesWhetherCaseCounts(DatabaseFixture database) {
        Engine engine = open(database);
        assertThat(all(engine, select(NOTES.id).where(NOTES.body.eq("A")))).isEmpty();
        assertThat(all(
                        engine,
                        select(NOTES.id)
                                .where(NOTES.body.collate("utf8mb4_general_ci").eq("A"))))
                .containsExactly(1);
    }

    @DatabaseTest("mariadb")
    void uuidsHaveATypeOfTheirOwn(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(Table.named("t").column("id", SqlTypes.UUID).build()).createAll(engine);
        assertThat(one(engine, "SELECT data_type AS x FROM information_schema.columns WHERE table_schema = database()"))
                .isEqualTo("uuid");
    }

    @DatabaseTest({"mysql", "mariadb"})
    void theServerCountsAndNotTheDriver(DatabaseFixture database) {
        String place = database.jdbcUrl().replaceFirst("jdbc:[a-z]+:", "").replaceFirst("\\?.*", "");
        for (String url : List.of(
                "jdbc:mysql:" + place + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true",
                "jdbc:mariadb:" + place + "?user=root&sslMode=disable&allowPublicKeyRetrieval=true")) {
            try (Engine engine = Engine.create(url)) {
                assertThat(engine.dialect().traits().dialect()).as(url).isEqualTo(database.dialect());
                assertThat(engine.dialect().traits().version())
                        .isEqualTo(database.engine().dialect().traits().version());
            }
        }
    }

    @DatabaseTest({"mysql", "mariadb"})
    void afterADeadlockTheTransactionIsGone(DatabaseFixture database) throws InterruptedException {
        Engine engine = open(database);
        try (Connection first = engine.connect();
                Connection second = engine.connect()) {
            // The server gives up the transaction that changed less.
            first.execute(update(NOTES).set(NOTES.body, "x").where(NOTES.id.ge(2)));
            first.execute(insert(NOTES).set(NOTES.id, 9));
            second.execute(update(NOTES).set(NOTES.body, "y").where(NOTES.id.eq(1)));
            Thread waiting = Thread.ofVirtual()
                    .start(() ->
                            first.execute(update(NOTES).set(NOTES.body, "x").where(NOTES.id.eq(1))));
            assertThatThrownBy(() ->
                            second.execute(update(NOTES).set(NOTES.body, "y").where(NOTES.id.eq(2))))
                    .isInstanceOf(DeadlockException.class)
                    .hasMessageContaining("ALK-1508");
            assertThatThrownBy(second::commit).hasMessageContaining("ALK-1020");
            second.rollback();
            waiting.join();
            first.commit();
        }
        assertThat(all(engine, select(NOTES.body).where(NOTES.id.le(3)))).containsOnly("x");
    }

    @DatabaseTest({"mysql", "mariadb"})
    void waitingForALockEndsInATimeout(DatabaseFixture database) {
        Engine engine = open(database);
        try (Connection holder = engine.connect();
                Connection waiter = engine.connect()) {
            holder.execute(select(NOTES.id).forUpdate()).all();
            waiter.execute(text("SET innodb_lock_wait_timeout = 1"));
            assertThatThrownBy(() -> waiter.execute(update(NOTES).set(NOTES.body, "x")))
                    .isInstanceOf(DatabaseTimeoutException.class);
            assertThatThrownBy(() -> waiter.execute(
                                    select(NOTES.id).lock(Locking.forUpdate().noWait()))
                            .all())
                    .isInstanceOf(DatabaseTimeoutException.class);
        }
    }

    private static final class Notes extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> body = column("body", SqlTypes.varchar(200));

        Notes(String alias) {
            super(null, "notes", alias);
        }

        @Override
        public Notes as(String alias) {
            return new Notes(alias);
        }
    }
}
