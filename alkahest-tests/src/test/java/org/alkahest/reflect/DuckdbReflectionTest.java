package org.alkahest.reflect;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.reflect.Lookup.Scope;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey.Action;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.EnumType;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/** What DuckDB's catalog says of tables that SQL has made. */
final class DuckdbReflectionTest {
    private static void ddl(Connection connection, String... statements) {
        connection.executeDdl(Arrays.asList(statements));
    }

    private static void ddl(Engine engine, String... statements) {
        engine.begin(connection -> ddl(connection, statements));
    }

    private static ReflectedTable describe(Engine engine, String name) {
        try (var connection = engine.connect()) {
            return connection.inspect().describe(name);
        }
    }

    private static SqlType<?> typeOf(ReflectedTable table, String column) {
        return table.column(column).orElseThrow().type();
    }

    @DatabaseTest("duckdb")
    void typesOfColumnsAreThoseThatReadThem(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TYPE mood AS ENUM ('sad', 'it''s, fine')",
                "CREATE TABLE t (b BOOLEAN, ti TINYINT, s SMALLINT, i INTEGER, l BIGINT, ui UINTEGER, h HUGEINT,"
                        + " d DECIMAL(12,2), f FLOAT, db DOUBLE, v VARCHAR(9), bl BLOB, da DATE, tm TIME, ts TIMESTAMP,"
                        + " tz TIMESTAMPTZ, iv INTERVAL, u UUID, j JSON, m mood, ms mood[], li INTEGER[],"
                        + " ll INTEGER[][], l3 INTEGER[3], st STRUCT(a INTEGER, b VARCHAR), mp MAP(INTEGER, VARCHAR))");
        ReflectedTable t = describe(engine, "t");
        SqlType<String> labels = SqlTypes.enumLabels(new EnumType(null, "m", List.of("sad", "it's, fine")));
        assertThat(typeOf(t, "b")).isEqualTo(SqlTypes.BOOLEAN);
        assertThat(typeOf(t, "s")).isEqualTo(SqlTypes.SMALLINT);
        assertThat(typeOf(t, "i")).isEqualTo(SqlTypes.INTEGER);
        assertThat(typeOf(t, "l")).isEqualTo(SqlTypes.BIGINT);
        assertThat(typeOf(t, "d")).isEqualTo(SqlTypes.decimal(12, 2));
        assertThat(typeOf(t, "f")).isEqualTo(SqlTypes.REAL);
        assertThat(typeOf(t, "db")).isEqualTo(SqlTypes.DOUBLE);
        assertThat(typeOf(t, "v")).isEqualTo(SqlTypes.TEXT);
        assertThat(typeOf(t, "bl")).isEqualTo(SqlTypes.BINARY);
        assertThat(typeOf(t, "da")).isEqualTo(SqlTypes.DATE);
        assertThat(typeOf(t, "tm")).isEqualTo(SqlTypes.TIME);
        assertThat(typeOf(t, "ts")).isEqualTo(SqlTypes.TIMESTAMP);
        assertThat(typeOf(t, "tz")).isEqualTo(SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
        assertThat(typeOf(t, "iv")).isEqualTo(SqlTypes.DURATION);
        assertThat(typeOf(t, "u")).isEqualTo(SqlTypes.UUID);
        assertThat(typeOf(t, "j")).isEqualTo(SqlTypes.JSON);
        assertThat(typeOf(t, "m")).isEqualTo(labels);
        assertThat(typeOf(t, "li")).isEqualTo(SqlTypes.array(SqlTypes.INTEGER));
        assertThat(typeOf(t, "ll")).isEqualTo(SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER)));
        for (String vendor : List.of("ti", "ui", "h", "l3", "st", "mp")) {
            assertThat(typeOf(t, vendor).vendor())
                    .extracting(VendorType::name)
                    .isEqualTo(t.column(vendor).orElseThrow().typeName());
        }
        engine.begin(connection -> {
            Table made = connection.inspect().table("t");
            connection.execute(insert(made)
                    .set(made.column("m", String.class), "it's, fine")
                    .set(made.column("ti", Short.class), (short) 3)
                    .set(made.column("ui", Long.class), 4L)
                    .set(made.column("h", String.class), "17"));
            assertThat(connection
                            .execute(select(
                                            made.column("m", String.class),
                                            made.column("ti", Short.class),
                                            made.column("ui", Long.class),
                                            made.column("h", String.class))
                                    .from(made))
                            .one()
                            .toString())
                    .contains("it's, fine", "3", "4", "17");
        });
    }

    @DatabaseTest("duckdb")
    void constraintsKeepTheirColumnsAndNotTheirNames(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TABLE \"Par, \"\"ent\" (\"a (b\" INTEGER, c VARCHAR, PRIMARY KEY (c, \"a (b\"))",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, \"X , y\" INTEGER, z VARCHAR, up INTEGER REFERENCES CHILD"
                        + " (id), CONSTRAINT fk FOREIGN KEY (z, \"X , y\") REFERENCES \"Par, \"\"ent\" (c, \"a (b\"),"
                        + " CONSTRAINT uq UNIQUE (z, id), CONSTRAINT ck CHECK (z <> ')' AND id > 0))");
        assertThat(describe(engine, "Par, \"ent").primaryKey()).isEqualTo(new ReflectedKey(null, List.of("c", "a (b")));
        ReflectedTable child = describe(engine, "child");
        assertThat(child.uniques()).containsExactly(new ReflectedKey(null, List.of("z", "id")));
        assertThat(child.checks()).containsExactly(new ReflectedCheck(null, "(z != ')') AND (id > 0)"));
        assertThat(child.foreignKeys())
                .containsExactlyInAnyOrder(
                        key(List.of("up"), "child", List.of("id")),
                        key(List.of("z", "X , y"), "Par, \"ent", List.of("c", "a (b")));
    }

    private static ReflectedForeignKey key(List<String> columns, String target, List<String> targetColumns) {
        return new ReflectedForeignKey(
                null,
                columns,
                new ObjectName(null, target),
                targetColumns,
                Action.NO_ACTION,
                Action.NO_ACTION,
                false,
                false,
                null);
    }

    @DatabaseTest("duckdb")
    void columnsTellWhereTheirValuesComeFrom(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE SEQUENCE t_id_seq START 5 INCREMENT 3",
                "CREATE SEQUENCE \"Od'd one\"",
                "CREATE TABLE t (id INTEGER DEFAULT nextval('t_id_seq'), o BIGINT DEFAULT nextval('\"Od''d one\"'), f"
                    + " INTEGER DEFAULT 7, g INTEGER AS (f + 1), n VARCHAR COLLATE NOCASE NOT NULL DEFAULT 'it''s')",
                "COMMENT ON TABLE t IS 'a table'",
                "COMMENT ON COLUMN t.n IS 'a text'");
        ReflectedTable t = describe(engine, "T");
        assertThat(t.name().name()).isEqualTo("t");
        assertThat(t.comment()).isEqualTo("a table");
        assertThat(t.column("id").orElseThrow().identity()).isEqualTo(new Identity(false, 5, 3));
        assertThat(t.column("id").orElseThrow().defaultSql()).isNull();
        assertThat(t.column("o").orElseThrow().defaultSql()).isEqualTo("nextval('\"Od''d one\"')");
        assertThat(t.column("f").orElseThrow().defaultSql()).isEqualTo("7");
        assertThat(t.column("g").orElseThrow().computed()).isEqualTo(new Computed("f + 1", false));
        ReflectedColumn n = t.column("n").orElseThrow();
        assertThat(n.collation()).isEqualTo("NOCASE");
        assertThat(n.comment()).isEqualTo("a text");
        assertThat(n.defaultSql()).isEqualTo("'it''s'");
        assertThat(n.nullable()).isFalse();
        try (var connection = engine.connect()) {
            assertThat(connection.inspect().sequenceNames()).containsExactly("Od'd one", "t_id_seq");
        }
    }

    @DatabaseTest("duckdb")
    void indexesAreOfColumnsAndExpressions(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n VARCHAR, \"X\"\" , y\" INTEGER)",
                "CREATE INDEX one ON t (n, lower(n || 'a'', b'), \"X\"\" , y\")",
                "CREATE UNIQUE INDEX \"Two (2)\" ON t ((id + 1))",
                "COMMENT ON INDEX one IS 'first'");
        ReflectedTable t = describe(engine, "t");
        assertThat(t.index("one").orElseThrow())
                .isEqualTo(new ReflectedIndex(
                        "one",
                        List.of(Item.column("n"), Item.expression("lower((n || 'a'', b'))"), Item.column("X\" , y")),
                        false,
                        null,
                        List.of(),
                        Map.of("comment", "first")));
        assertThat(t.index("Two (2)").orElseThrow().unique()).isTrue();
        assertThat(t.index("Two (2)").orElseThrow().items())
                .singleElement()
                .satisfies(item -> assertThat(item.text()).contains("id + 1"));
    }

    @DatabaseTest("duckdb")
    void viewsSchemasAndTemporaryTablesAreKeptApart(DatabaseFixture database) {
        Engine engine = database.engine();
        engine.begin(connection -> {
            ddl(
                    connection,
                    "CREATE SCHEMA \"Other one\"",
                    "CREATE TABLE t (a INTEGER)",
                    "CREATE TABLE \"Other one\".t (b INTEGER PRIMARY KEY, up INTEGER REFERENCES \"Other one\".t (b))",
                    "CREATE SEQUENCE \"Other one\".s",
                    "CREATE VIEW v (\"x AS y\") AS SELECT a FROM t",
                    "COMMENT ON VIEW v IS 'seen'",
                    "CREATE TEMP TABLE t (c INTEGER)",
                    "CREATE TEMP TABLE u (d INTEGER)");
            var found = connection.inspect();
            assertThat(found.schemaNames()).contains("main", "Other one").doesNotContain("information_schema");
            assertThat(found.defaultSchema()).hasValue("main");
            assertThat(found.sequenceNames("Other one")).containsExactly("s");
            assertThat(found.tableNames()).containsExactly("t");
            assertThat(found.viewNames()).containsExactly("v");
            assertThat(found.names(Lookup.tables().scope(Scope.TEMPORARY))).containsExactly("t", "u");
            assertThat(found.names(Lookup.tables().everyKind().scope(Scope.ANY)))
                    .containsExactly("t", "u", "v");
            assertThat(found.describe("t").temporary()).isTrue();
            assertThat(found.describe("t").column("c")).isPresent();
            assertThat(found.describe(Lookup.tables()))
                    .singleElement()
                    .satisfies(t -> assertThat(t.columns())
                            .extracting(ReflectedColumn::name)
                            .containsExactly("a"));
            ReflectedTable other = found.describe("Other one", "t");
            assertThat(other.name()).isEqualTo(new ObjectName("Other one", "t"));
            assertThat(other.foreignKeys().get(0).target()).isEqualTo(new ObjectName("Other one", "t"));
            ReflectedTable view = found.describe("v");
            assertThat(view.definition()).isEqualTo("SELECT a FROM t");
            assertThat(view.comment()).isEqualTo("seen");
            assertThat(view.columns()).extracting(ReflectedColumn::name).containsExactly("x AS y");
            ddl(connection, "DROP TABLE temp.t", "DROP TABLE temp.u");
        });
    }

    @DatabaseTest("duckdb")
    void tablesAreCreatedAgain(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE SEQUENCE t_id_seq START 5",
                "CREATE TABLE t (id INTEGER PRIMARY KEY DEFAULT nextval('t_id_seq'), m ENUM('a', 'b''c') DEFAULT 'a',"
                        + " st STRUCT(a INTEGER, b VARCHAR), ti TINYINT, h HUGEINT[], n VARCHAR COLLATE NOCASE,"
                        + " g INTEGER AS (id + 1), CHECK (n <> ')'), UNIQUE (n, ti))",
                "CREATE TABLE u (t INTEGER REFERENCES t (id))",
                "CREATE INDEX ix ON t (lower(n), ti)");
        List<ReflectedTable> before;
        MetaData read;
        try (var connection = engine.connect()) {
            before = connection.inspect().describe(Lookup.tables());
            read = connection.inspect().metaData();
        }
        read.dropAll(engine);
        read.createAll(engine);
        try (var connection = engine.connect()) {
            assertThat(connection.inspect().describe(Lookup.tables())).isEqualTo(before);
        }
    }
}
