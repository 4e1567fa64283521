package org.alkahest.dialect;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TextStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dialects do beside compiling: how errors are worded, and how connections are set up. */
final class DialectOnDatabaseTest {
    private static final String SECRET = "s3cret";

    private static DatabaseException failure(Engine engine, Statement statement) {
        DatabaseException error = catchThrowableOfType(
                DatabaseException.class,
                () -> engine.begin(connection -> {
                    switch (statement) {
                        case TextStatement s -> connection.execute(s);
                        case DmlStatement s -> connection.execute(s);
                        default -> throw new IllegalArgumentException();
                    }
                }));
        assertThat(error).isNotNull();
        return error;
    }

    @DatabaseTest
    void noErrorShowsAValue(DatabaseFixture database) {
        Engine engine = database.engine();
        Table parent = Table.named("parent")
                .column("id", SqlTypes.varchar(40), ColumnOptions.primaryKey())
                .build();
        Table table = new Table("t") {
            {
                Column<String> a = column(
                        "a", SqlTypes.varchar(20), ColumnOptions.nullable().unique());
                Column<Integer> b = column("b", SqlTypes.INTEGER, ColumnOptions.notNull());
                Column<String> c = column("c", SqlTypes.varchar(40));
                constraint(new Constraint.Check("ck_a", a.ne(SECRET + " checked")));
                foreignKey(c, () -> parent.column("id"));
                assertThat(b.isNullable()).isFalse();
            }
        };
        MetaData.of(parent, table).createAll(engine);
        Column<String> a = table.column("a", String.class);
        Column<Integer> b = table.column("b", Integer.class);
        Column<String> c = table.column("c", String.class);
        engine.begin(
                connection -> connection.execute(insert(table).set(a, SECRET).set(b, 1)));
        List<DatabaseException> errors = List.of(
                failure(engine, insert(table).set(a, SECRET).set(b, 1)),
                failure(engine, insert(table).set(a, SECRET + " checked").set(b, 1)),
                failure(engine, insert(table).set(a, SECRET + " x").setNull(b)),
                failure(engine, insert(table).set(c, SECRET).set(b, 1)));
        for (DatabaseException error : errors) {
            assertThat(error.getMessage()).doesNotContain(SECRET);
        }
        assertThat(errors.get(0)).isInstanceOf(UniqueViolationException.class);
        assertThat(errors.get(1)).isInstanceOf(CheckViolationException.class);
        assertThat(errors.get(2)).isInstanceOf(NotNullViolationException.class);
        assertThat(errors.get(3)).isInstanceOf(ForeignKeyViolationException.class);
    }

    @DatabaseTest(except = "sqlite") // which keeps strings of any length in VARCHAR, and any text in INTEGER
    void noDataErrorShowsAValue(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.varchar(3))
                .column("b", SqlTypes.decimal(4, 2))
                .build();
        MetaData.of(table).createAll(engine);
        Column<String> a = table.column("a", String.class);
        Column<BigDecimal> b = table.column("b", BigDecimal.class);
        if (!database.dialect().equals("duckdb")) { // which keeps strings of any length in VARCHAR
            assertThat(failure(engine, insert(table).set(a, SECRET)).getMessage())
                    .doesNotContain(SECRET);
        }
        assertThat(failure(engine, insert(table).set(b, new BigDecimal("987654321")))
                        .getMessage())
                .doesNotContain("987654321");
        assertThat(failure(
                                engine,
                                text("INSERT INTO t (b) SELECT CAST(:x AS INTEGER)")
                                        .bind("x", SECRET))
                        .getMessage())
                .doesNotContain(SECRET);
    }

    @DatabaseTest("sqlite")
    void foreignKeysAreEnforcedAndWritersWait(DatabaseFixture database) {
        Engine engine = database.engine();
        try (var connection = engine.connect()) {
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
            assertThat(Integer.parseInt(pragma(connection, "busy_timeout"))).isGreaterThanOrEqualTo(3_000);
            assertThat(pragma(connection, "journal_mode")).isIn("wal", "memory");
        }
    }

    @Test
    void aFileThatMayNotBeWrittenIsReadAsItIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.db");
        try (Engine engine = Engine.create("jdbc:sqlite:" + file)) {
            engine.begin(connection -> connection.execute(text("CREATE TABLE t (a INTEGER)")));
        }
        byte[] before = Files.readAllBytes(file);
        try (Engine engine = Engine.create("jdbc:sqlite:file:" + file + "?mode=ro");
                var connection = engine.connect()) {
            assertThat(connection
                            .execute(text("SELECT count(*) FROM t").returning(count()))
                            .scalar())
                    .isZero();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @DatabaseTest("duckdb-file")
    void concurrentWritersOfOneRowConflict(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = counters(engine);
        Column<Integer> number = table.column("number", Integer.class);
        try (Connection first = engine.connect();
                Connection second = engine.connect()) {
            first.execute(update(table).set(number, 1));
            SerializationFailureException failure = catchThrowableOfType(
                    SerializationFailureException.class,
                    () -> second.execute(update(table).set(number, 2)));
            assertThat(failure.isRetryable()).isTrue();
            first.commit();
            second.rollback();
            second.execute(update(table).setTo(number, number.plus(1)));
            second.commit();
            assertThat(first.execute(select(number)).one()).isEqualTo(2);
        }
    }

    @DatabaseTest("duckdb-file")
    void aKeyThatAnotherTransactionTookIsRefusedAtTheCommit(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = counters(engine);
        Column<Integer> id = table.column("id", Integer.class);
        try (Connection first = engine.connect();
                Connection second = engine.connect()) {
            first.execute(insert(table).set(id, 2));
            second.execute(insert(table).set(id, 2));
            first.commit();
            assertThatThrownBy(second::commit).isInstanceOf(UniqueViolationException.class);
            second.rollback();
            second.execute(insert(table).set(id, 3));
            second.commit();
            assertThat(first.execute(select(id).orderBy(id)).all()).containsExactly(1, 2, 3);
        }
    }

    private static Table counters(Engine engine) {
        Table table = Table.named("counters")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("number", SqlTypes.INTEGER)
                .build();
        MetaData.of(table).createAll(engine);
        engine.begin(connection -> connection.execute(insert(table).set(table.column("id", Integer.class), 1)));
        return table;
    }

    @Test
    void aNamedMemoryIsSharedAndOutlivesItsConnections() {
        String url = "duckdb::memory:dialect_on_database_test";
        try (Engine engine = Engine.create(url)) {
            assertThat(engine.dialect().traits().version()).matches("[2-9]\\.\\d+");
            counters(engine);
        }
        try (Engine engine = Engine.create(url);
                Connection connection = engine.connect()) {
            assertThat(connection
                            .execute(text("SELECT count(*) FROM counters").returning(count()))
                            .scalar())
                    .isOne();
        }
    }

    private static String pragma(Connection connection, String name) {
        return connection.withJdbc(jdbc -> {
            try (var statement = jdbc.createStatement();
                    var row = statement.executeQuery("PRAGMA " + name)) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        });
    }
}
