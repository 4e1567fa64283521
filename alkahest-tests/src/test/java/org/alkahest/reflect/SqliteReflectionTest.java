package org.alkahest.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Inspection;
import org.alkahest.reflect.Lookup.Scope;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey.Action;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What only the text of its statements tells of a table of SQLite. */
final class SqliteReflectionTest {
    private static ReflectedTable describe(Engine engine, String name, String... ddl) {
        return engine.transaction(connection -> {
            connection.executeDdl(List.of(ddl));
            return connection.inspect().describe(name);
        });
    }

    @DatabaseTest("sqlite")
    void readsNamesOfConstraintsHoweverTheyAreWritten(DatabaseFixture database) {
        ReflectedTable table = describe(database.engine(), "Odd \"Name", """
            CREATE TABLE "Odd ""Name" ( -- a comment, with (parentheses
              [first col] INTEGER CONSTRAINT pk PRIMARY KEY AUTOINCREMENT,
              `b` VARCHAR(20) NOT NULL CONSTRAINT "uq b" UNIQUE COLLATE nocase DEFAULT 'it''s, (x',
              c DECIMAL(10, 2) CHECK (c > 0 AND c <> ')'), /* CHECK (no) */
              d AS (c * 2) STORED, e INT GENERATED ALWAYS AS (c + 1),
              CONSTRAINT uq UNIQUE (c, b), constraint ck check((b) <> 'x' ),
              UNIQUE (b, c) ON CONFLICT IGNORE
            )\
            """);
        assertThat(table.primaryKey()).isEqualTo(new ReflectedKey("pk", List.of("first col")));
        assertThat(table.uniques())
                .containsExactlyInAnyOrder(
                        new ReflectedKey("uq b", List.of("b")),
                        new ReflectedKey("uq", List.of("c", "b")),
                        new ReflectedKey(null, List.of("b", "c")));
        assertThat(table.checks())
                .containsExactly(
                        new ReflectedCheck(null, "c > 0 AND c <> ')'"), new ReflectedCheck("ck", "(b) <> 'x'"));
        assertThat(table.columns())
                .containsExactly(
                        ReflectedColumn.of("first col", SqlTypes.INTEGER, "INTEGER", false)
                                .withIdentity(new Identity(false, 1, 1)),
                        ReflectedColumn.of("b", SqlTypes.varchar(20), "VARCHAR(20)", false)
                                .withDefault("'it''s, (x'")
                                .withCollation("nocase"),
                        ReflectedColumn.of("c", SqlTypes.decimal(10, 2), "DECIMAL(10, 2)", true),
                        ReflectedColumn.of("d", SqlTypes.BINARY, "", true).withComputed(new Computed("c * 2", true)),
                        ReflectedColumn.of("e", SqlTypes.INTEGER, "INT", true)
                                .withComputed(new Computed("c + 1", false)));
        assertThat(table.options()).isEqualTo(Map.of("autoincrement", "true"));
    }

    @DatabaseTest("sqlite")
    void readsForeignKeys(DatabaseFixture database) {
        ReflectedTable table = describe(
                database.engine(), "child", "CREATE TABLE Parent (a INTEGER, b INTEGER, PRIMARY KEY (b, a))", """
                CREATE TABLE child (
                  x INTEGER, y INTEGER, own INTEGER PRIMARY KEY,
                  up INTEGER CONSTRAINT fk_up REFERENCES child (own) ON DELETE SET DEFAULT ON UPDATE CASCADE
                    NOT DEFERRABLE INITIALLY DEFERRED,
                  CONSTRAINT fk_parent FOREIGN KEY (x, y) REFERENCES parent
                    ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
                )\
                """);
        assertThat(table.foreignKeys())
                .containsExactlyInAnyOrder(
                        new ReflectedForeignKey(
                                "fk_up",
                                List.of("up"),
                                new ObjectName(null, "child"),
                                List.of("own"),
                                Action.SET_DEFAULT,
                                Action.CASCADE,
                                false,
                                false,
                                null),
                        new ReflectedForeignKey(
                                "fk_parent",
                                List.of("x", "y"),
                                new ObjectName(null, "Parent"),
                                List.of("b", "a"),
                                Action.SET_NULL,
                                Action.NO_ACTION,
                                true,
                                true,
                                null));
    }

    @DatabaseTest("sqlite")
    void readsIndexesOfExpressionsAndOfSomeRows(DatabaseFixture database) {
        ReflectedTable table = describe(
                database.engine(),
                "t",
                "CREATE TABLE t (a INTEGER, b TEXT)",
                "CREATE UNIQUE INDEX ix ON t (lower(b || ',') COLLATE nocase DESC, a) WHERE a > 1 AND b <> '('");
        assertThat(table.indexes())
                .containsExactly(new ReflectedIndex(
                        "ix",
                        List.of(
                                new ReflectedIndex.Item("lower(b || ',') COLLATE nocase", true, true, null),
                                ReflectedIndex.Item.column("a")),
                        true,
                        "a > 1 AND b <> '('",
                        List.of(),
                        Map.of()));
    }

    @DatabaseTest("sqlite")
    void tellsTemporaryTablesApart(DatabaseFixture database) {
        database.engine().begin(connection -> {
            connection.executeDdl(List.of(
                    "CREATE TABLE lasting (a INTEGER)",
                    "CREATE TEMPORARY TABLE passing (a INTEGER PRIMARY KEY) WITHOUT ROWID",
                    "CREATE TEMP VIEW seen AS SELECT a FROM lasting"));
            Inspection found = connection.inspect();
            assertThat(found.tableNames()).containsExactly("lasting");
            assertThat(found.names(Lookup.tables().scope(Scope.TEMPORARY))).containsExactly("passing");
            assertThat(found.names(Lookup.tables().everyKind().scope(Scope.ANY)))
                    .containsExactly("lasting", "passing", "seen");
            ReflectedTable passing = found.describe("passing");
            assertThat(passing.temporary()).isTrue();
            assertThat(passing.column("a").orElseThrow().identity()).isNull();
            assertThat(passing.options()).isEqualTo(Map.of("without_rowid", "true"));
            assertThat(found.describe("seen").definition()).isEqualTo("SELECT a FROM lasting");
        });
    }

    @DatabaseTest("sqlite")
    void readsVirtualTablesAndNamesWithoutTypes(DatabaseFixture database) {
        ReflectedTable table = describe(
                database.engine(), "notes", "CREATE VIRTUAL TABLE notes USING fts5(title, body, tokenize = 'ascii')");
        assertThat(table.columns().stream().map(ReflectedColumn::name)).containsExactly("title", "body");
        assertThat(table.primaryKey()).isNull();
    }

    @DatabaseTest("sqlite")
    void namesAreFoundInAnyCase(DatabaseFixture database) {
        Engine engine = database.engine();
        describe(engine, "ORDERS", "CREATE TABLE Orders (Id INTEGER PRIMARY KEY)");
        engine.begin(connection -> {
            assertThat(connection.inspect().describe("ORDERS").name()).isEqualTo(new ObjectName(null, "Orders"));
            assertThat(connection.inspect().hasTable("orders")).isTrue();
            connection.executeDdl(List.of("CREATE TABLE Äpfel (a INTEGER)"));
            assertThat(connection.inspect().hasTable("Äpfel")).isTrue();
            assertThat(connection.inspect().describe("ÄPFEL").name().name()).isEqualTo("Äpfel");
            assertThat(connection.inspect().hasTable("äpfel")).isFalse();
        });
    }

    @DatabaseTest("sqlite")
    void readsMoreTablesThanOneIntoMetaData(DatabaseFixture database) {
        Engine engine = database.engine();
        engine.begin(connection -> {
            connection.executeDdl(List.of(
                    "CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b)",
                    "CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a(id))",
                    "CREATE TABLE c (id INTEGER PRIMARY KEY, \":x?\" TEXT DEFAULT ':y' CHECK (\":x?\" <> ':z'))"));
            MetaData read = connection.inspect().metaData();
            assertThat(read.tables()).hasSize(3);
            assertThat(connection.inspect().metaData(Lookup.tables().named("a")).tables())
                    .hasSize(2);
            List<ReflectedTable> before = connection.inspect().describe(Lookup.tables());
            read.dropAll(connection);
            assertThat(connection.inspect().tableNames()).isEmpty();
            read.createAll(connection);
            assertThat(connection.inspect().describe(Lookup.tables()).stream().map(ReflectedTable::columns))
                    .isEqualTo(before.stream().map(ReflectedTable::columns).toList());
        });
    }
}
