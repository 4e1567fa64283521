package org.alkahest.reflect;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Inspection;
import org.alkahest.reflect.Lookup.Scope;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Computed;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ForeignKey.Action;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Tables that were made by hand in H2's own words. */
final class H2ReflectionTest {
    private static void with(Engine engine, List<String> ddl, Consumer<Inspection> check) {
        engine.begin(connection -> {
            connection.executeDdl(ddl);
            check.accept(connection.inspect());
        });
    }

    @DatabaseTest("h2")
    void knowsItsTypes(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE DOMAIN email AS VARCHAR(50) CHECK (VALUE LIKE '%@%')",
                        "CREATE TABLE t (tiny TINYINT, words VARCHAR, name VARCHAR(40), code CHAR(3), big CLOB,"
                                + " any_case VARCHAR_IGNORECASE(9), digits NUMERIC(12, 2), many NUMERIC,"
                                + " dec DECFLOAT, dec_10 DECFLOAT(10), r REAL, d DOUBLE PRECISION, f FLOAT(20),"
                                + " bytes VARBINARY(5), four BINARY(4), lob BLOB, day_ DATE, t6 TIME(6), t3 TIME(3),"
                                + " ts TIMESTAMP, ts9 TIMESTAMP(9), tz TIMESTAMP(6) WITH TIME ZONE,"
                                + " dur INTERVAL DAY(9) TO SECOND(6), hours INTERVAL HOUR(3),"
                                + " months INTERVAL YEAR(9) TO MONTH, id UUID, doc JSON,"
                                + " kind ENUM('a', 'b''c, d'), numbers INTEGER ARRAY, grid VARCHAR(3) ARRAY[5] ARRAY,"
                                + " pair ROW(a INTEGER, b VARCHAR(3)), mail email, shape GEOMETRY)"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(types(table))
                            .containsEntry("tiny", "TINYINT")
                            .containsEntry("words", "TEXT")
                            .containsEntry("name", "VARCHAR(40)")
                            .containsEntry("code", "CHAR(3)")
                            .containsEntry("big", "CHARACTER LARGE OBJECT")
                            .containsEntry("any_case", "VARCHAR_IGNORECASE(9)")
                            .containsEntry("digits", "DECIMAL(12, 2)")
                            .containsEntry("many", "NUMERIC")
                            .containsEntry("dec", "DECIMAL")
                            .containsEntry("dec_10", "DECFLOAT(10)")
                            .containsEntry("r", "REAL")
                            .containsEntry("d", "DOUBLE")
                            .containsEntry("f", "FLOAT(20)")
                            .containsEntry("bytes", "BINARY(5)")
                            .containsEntry("four", "BINARY(4)")
                            .containsEntry("lob", "BINARY")
                            .containsEntry("day_", "DATE")
                            .containsEntry("t6", "TIME")
                            .containsEntry("t3", "TIME(3)")
                            .containsEntry("ts", "TIMESTAMP")
                            .containsEntry("ts9", "TIMESTAMP(9)")
                            .containsEntry("tz", "TIMESTAMP_WITH_TIME_ZONE")
                            .containsEntry("dur", "INTERVAL_DAY_TIME")
                            .containsEntry("hours", "INTERVAL HOUR(3)")
                            .containsEntry("months", "INTERVAL_YEAR_MONTH")
                            .containsEntry("id", "UUID")
                            .containsEntry("doc", "JSON")
                            .containsEntry("kind", "ENUM('a', 'b''c, d')")
                            .containsEntry("numbers", "INTEGER ARRAY")
                            .containsEntry("grid", "VARCHAR(3) ARRAY ARRAY")
                            .containsEntry("pair", "ROW(\"A\" INTEGER, \"B\" CHARACTER VARYING(3))")
                            .containsEntry("mail", "email")
                            .containsEntry("shape", "GEOMETRY");
                    assertThat(table.column("grid").orElseThrow().typeName())
                            .isEqualTo("CHARACTER VARYING(3) ARRAY[5] ARRAY");
                    assertThat(table.column("kind").orElseThrow().type().length())
                            .isEqualTo(6);
                    assertThat(table.column("hours").orElseThrow().type().javaType())
                            .isEqualTo(Duration.class);
                    assertThat(table.column("mail").orElseThrow().type().length())
                            .isEqualTo(50);
                });
    }

    private static Map<String, String> types(ReflectedTable table) {
        return table.columns().stream()
                .collect(Collectors.toMap(ReflectedColumn::name, c -> c.type().toString()));
    }

    /** Whatever Alkahest has no type for is created again by its name. */
    @DatabaseTest("h2")
    void typesOfItsOwnAreCreatedAgainAndServeInStatements(Engine engine) {
        engine.begin(connection -> connection.executeDdl(List.of(
                "CREATE DOMAIN email AS VARCHAR(50)",
                "CREATE TABLE t (id BIGINT CONSTRAINT pk_t PRIMARY KEY, tiny TINYINT, kind ENUM('a', 'b''c'), hours"
                        + " INTERVAL HOUR(3), grid VARCHAR(3) ARRAY[5], mail email, t3 TIME(3), big CLOB, pair ROW(a"
                        + " INTEGER, b VARCHAR(3)))")));
        MetaData read;
        List<ReflectedTable> before;
        try (var connection = engine.connect()) {
            before = connection.inspect().describe(Lookup.tables());
            read = connection.inspect().metaData();
        }
        read.dropAll(engine);
        read.createAll(engine);
        engine.begin(connection -> {
            assertThat(connection.inspect().describe(Lookup.tables())).isEqualTo(before);
            Table t = connection.inspect().table("t");
            Column<String> kind = t.column("kind", String.class);
            Column<Duration> hours = t.column("hours", Duration.class);
            Column<String> big = t.column("big", String.class);
            connection.execute(insert(t)
                    .set(t.column("id", Long.class), 1L)
                    .set(kind, "b'c")
                    .set(hours, Duration.ofHours(3))
                    .set(big, "text"));
            assertThat(connection
                            .execute(select(kind).from(t).where(kind.eq("b'c")))
                            .one())
                    .isEqualTo("b'c");
            assertThat(connection.execute(select(hours).from(t)).one()).isEqualTo(Duration.ofHours(3));
            assertThat(connection.execute(select(big).from(t)).one()).isEqualTo("text");
        });
    }

    @DatabaseTest("h2")
    void describesWhatColumnsAreBesidesTheirTypes(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 2) PRIMARY"
                            + " KEY, a VARCHAR(40) DEFAULT 'it''s' NOT NULL, b INTEGER GENERATED ALWAYS AS (id + 1), c"
                            + " INTEGER DEFAULT 5 DEFAULT ON NULL, d INTEGER ON UPDATE 7, e INTEGER INVISIBLE, \"Mixed"
                            + " Case\" SMALLINT DEFAULT 1 + 1)",
                        "COMMENT ON TABLE t IS 'it''s \"quoted\"'",
                        "COMMENT ON COLUMN t.a IS 'O''Hara'"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(table.comment()).isEqualTo("it's \"quoted\"");
                    ReflectedColumn id = table.column("id").orElseThrow();
                    assertThat(id.identity()).isEqualTo(new Identity(true, 5, 2));
                    assertThat(id.defaultSql()).isNull();
                    ReflectedColumn a = table.column("a").orElseThrow();
                    assertThat(a.defaultSql()).isEqualTo("'it''s'");
                    assertThat(a.comment()).isEqualTo("O'Hara");
                    assertThat(a.nullable()).isFalse();
                    assertThat(table.column("b").orElseThrow().computed()).isEqualTo(new Computed("\"ID\" + 1", true));
                    assertThat(table.column("Mixed Case").orElseThrow().defaultSql())
                            .isEqualTo("2");
                    assertThat(table.options())
                            .isEqualTo(Map.of("c.default_on_null", "true", "d.on_update", "7", "e.invisible", "true"));
                });
    }

    @DatabaseTest("h2")
    void describesKeysWithTheirActionsAcrossSchemas(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE SCHEMA \"Other\"",
                        "CREATE TABLE t (a INTEGER, b INTEGER, up_a INTEGER, up_b INTEGER, o INTEGER,"
                                + " CONSTRAINT pk_t PRIMARY KEY (b, a),"
                                + " CONSTRAINT uq_t UNIQUE NULLS NOT DISTINCT (up_a, a))",
                        "CREATE TABLE \"Other\".t (id INTEGER PRIMARY KEY, x INTEGER, CONSTRAINT uq_t UNIQUE (x))",
                        "ALTER TABLE t ADD CONSTRAINT fk_up FOREIGN KEY (up_a, up_b) REFERENCES t (a, b)"
                                + " ON DELETE CASCADE ON UPDATE SET NULL",
                        "ALTER TABLE t ADD CONSTRAINT fk_o FOREIGN KEY (o) REFERENCES \"Other\".t (x)",
                        "ALTER TABLE t ADD CONSTRAINT ck_t CHECK (a > 1 OR b < 3)"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(table.primaryKey()).isEqualTo(new ReflectedKey("pk_t", List.of("b", "a")));
                    assertThat(table.uniques()).containsExactly(new ReflectedKey("uq_t", List.of("up_a", "a")));
                    assertThat(table.options()).isEqualTo(Map.of("uq_t.nulls_not_distinct", "true"));
                    assertThat(table.foreignKeys())
                            .containsExactly(
                                    key(
                                            "fk_o",
                                            List.of("o"),
                                            new ObjectName("Other", "t"),
                                            List.of("x"),
                                            Action.NO_ACTION,
                                            Action.NO_ACTION),
                                    key(
                                            "fk_up",
                                            List.of("up_a", "up_b"),
                                            new ObjectName(null, "t"),
                                            List.of("a", "b"),
                                            Action.CASCADE,
                                            Action.SET_NULL));
                    assertThat(table.checks()).singleElement().satisfies(check -> {
                        assertThat(check.name()).isEqualTo("ck_t");
                        assertThat(check.condition()).contains("\"A\" > 1").contains("OR");
                    });
                    assertThat(table.indexes()).isEmpty();
                    ReflectedTable other = found.describe("Other", "t");
                    assertThat(other.name()).isEqualTo(new ObjectName("Other", "t"));
                    assertThat(other.columns().stream().map(ReflectedColumn::name))
                            .containsExactly("id", "x");
                    assertThat(other.uniques()).containsExactly(new ReflectedKey("uq_t", List.of("x")));
                    assertThat(found.schemaNames()).containsExactly("Other", "public");
                    assertThat(found.defaultSchema()).contains("public");
                    assertThat(found.table("t").foreignKeys().get(0).target().schema())
                            .isEqualTo("Other");
                });
    }

    private static ReflectedForeignKey key(
            String name, List<String> columns, ObjectName target, List<String> targets, Action delete, Action update) {
        return new ReflectedForeignKey(name, columns, target, targets, delete, update, false, false, null);
    }

    @DatabaseTest("h2")
    void describesIndexesAsTheyWereCreated(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER REFERENCES t, c INTEGER UNIQUE, g GEOMETRY)",
                        "CREATE INDEX ix ON t (a DESC NULLS FIRST, b, c DESC)",
                        "CREATE UNIQUE INDEX \"Ux\" ON t (b, c)",
                        "CREATE UNIQUE NULLS NOT DISTINCT INDEX ux2 ON t (c, b)",
                        "CREATE HASH INDEX hx ON t (b)",
                        "CREATE SPATIAL INDEX sx ON t (g)"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(table.indexes().stream().map(ReflectedIndex::name))
                            .containsExactlyInAnyOrder("ix", "Ux", "ux2", "hx", "sx");
                    assertThat(table.index("ix").orElseThrow().items())
                            .containsExactly(
                                    new Item("a", false, true, true),
                                    Item.column("b"),
                                    new Item("c", false, true, null));
                    assertThat(table.index("Ux").orElseThrow().unique()).isTrue();
                    assertThat(table.index("Ux").orElseThrow().options()).isEmpty();
                    assertThat(table.index("ux2").orElseThrow().options())
                            .isEqualTo(Map.of("nulls_not_distinct", "true"));
                    assertThat(table.index("hx").orElseThrow().options()).isEqualTo(Map.of("type", "hash"));
                    assertThat(table.index("sx").orElseThrow().options()).isEqualTo(Map.of("type", "spatial"));
                    assertThat(found.indexNames(Table.named("t")
                                    .column("a", SqlTypes.INTEGER)
                                    .build()))
                            .containsExactly("Ux", "hx", "ix", "sx", "ux2");
                });
    }

    @DatabaseTest("h2")
    void tellsViewsLinksAndTemporaryTablesApart(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE TABLE t (a INTEGER PRIMARY KEY)",
                        "CREATE LOCAL TEMPORARY TABLE lt (a INTEGER PRIMARY KEY)",
                        "CREATE GLOBAL TEMPORARY TABLE gt (a INTEGER)",
                        "CREATE VIEW v AS SELECT a FROM t WHERE a > 3",
                        "CREATE LINKED TABLE l ('', 'jdbc:h2:mem:', '', '', '(SELECT 1 AS x)')",
                        "CREATE SEQUENCE s START WITH 4",
                        "CREATE TABLE numbered (id INTEGER GENERATED BY DEFAULT AS IDENTITY)"),
                found -> {
                    assertThat(found.tableNames()).containsExactly("numbered", "t");
                    assertThat(found.viewNames()).containsExactly("v");
                    assertThat(found.names(Lookup.tables().scope(Scope.TEMPORARY)))
                            .containsExactly("gt", "lt");
                    assertThat(found.names(Lookup.tables().kinds(ObjectKind.FOREIGN_TABLE)))
                            .containsExactly("l");
                    assertThat(found.names(Lookup.tables().everyKind().scope(Scope.ANY)))
                            .containsExactly("gt", "l", "lt", "numbered", "t", "v");
                    assertThat(found.sequenceNames()).containsExactly("s");
                    assertThat(found.describe("lt").temporary()).isTrue();
                    assertThat(found.describe("lt").primaryKey()).isNotNull();
                    assertThat(found.describe("gt").options()).isEqualTo(Map.of("temporary", "global"));
                    assertThat(found.describe("l").kind()).isEqualTo(ObjectKind.FOREIGN_TABLE);
                    ReflectedTable view = found.describe("v");
                    assertThat(view.definition()).contains("SELECT").contains("\"A\" > 3");
                    assertThat(found.describe("t").definition()).isNull();
                });
    }

    /** Only quotes tell these apart; without them it is the first. */
    @DatabaseTest("h2")
    void describesTheTableThatStatementsMean(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE TABLE \"t\" (lower INTEGER)",
                        "CREATE TABLE t (folded INTEGER PRIMARY KEY)",
                        "CREATE TABLE \"Order\" (\"Select\" INTEGER PRIMARY KEY, \"a\"\"b\" VARCHAR)"),
                found -> {
                    assertThat(found.describe("t").columns().stream().map(ReflectedColumn::name))
                            .containsExactly("folded");
                    assertThat(found.describe("Order").columns().stream().map(ReflectedColumn::name))
                            .containsExactly("Select", "a\"b");
                    assertThat(found.hasTable("order")).isFalse();
                });
    }

    @DatabaseTest("h2")
    void keepsVendorTypesApartFromEverydayOnes(Engine engine) {
        with(engine, List.of("CREATE TABLE t (a TIMESTAMP(6), b TIMESTAMP(3))"), found -> {
            List<SqlType<?>> types = found.describe("t").columns().stream()
                    .<SqlType<?>>map(ReflectedColumn::type)
                    .toList();
            assertThat(types.get(0)).isEqualTo(SqlTypes.TIMESTAMP);
            assertThat(types.get(1)).isNotEqualTo(SqlTypes.TIMESTAMP);
        });
    }
}
