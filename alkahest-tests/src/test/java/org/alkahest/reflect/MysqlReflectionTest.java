package org.alkahest.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.alkahest.dialect.mysql.MysqlTypes;
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
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** Tables that were made by hand in the words of MySQL and MariaDB. */
final class MysqlReflectionTest {
    private static void with(Engine engine, List<String> ddl, Consumer<Inspection> check) {
        engine.begin(connection -> {
            connection.executeDdl(ddl);
            check.accept(connection.inspect());
        });
    }

    private static ReflectedColumn column(ReflectedTable table, String name) {
        return table.column(name).orElseThrow();
    }

    @DatabaseTest({"mysql", "mariadb"})
    void knowsTheirTypes(Engine engine) {
        with(
                engine,
                List.of("CREATE TABLE t (flag TINYINT(1), tiny TINYINT, tiny_u TINYINT UNSIGNED, small_u SMALLINT"
                        + " UNSIGNED, medium MEDIUMINT, int_u INT UNSIGNED, padded INT(7) UNSIGNED ZEROFILL, big_u"
                        + " BIGINT UNSIGNED, price DECIMAL(12, 2), price_u DECIMAL(5, 0) UNSIGNED, f FLOAT, d"
                        + " DOUBLE, code CHAR(3), name VARCHAR(40), t1 TINYTEXT, t2 TEXT, t3 MEDIUMTEXT, t4"
                        + " LONGTEXT, b0 BINARY(4), b1 VARBINARY(9), b2 TINYBLOB, b3 BLOB, b4 MEDIUMBLOB, b5"
                        + " LONGBLOB, day DATE, time6 TIME(6), time3 TIME(3), time0 TIME, at0 DATETIME, at6"
                        + " DATETIME(6), ts TIMESTAMP NULL, y YEAR, bits BIT(5), kind ENUM('a', 'b''c', 'd,e'),"
                        + " kinds SET('x', 'y'), doc JSON, place POINT)"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    Map<String, SqlType<?>> types = table.columns().stream()
                            .collect(Collectors.toMap(ReflectedColumn::name, ReflectedColumn::type));
                    assertThat(types)
                            .containsEntry("flag", SqlTypes.BOOLEAN)
                            .containsEntry("tiny_u", MysqlTypes.TINYINT_UNSIGNED)
                            .containsEntry("small_u", MysqlTypes.SMALLINT_UNSIGNED)
                            .containsEntry("medium", MysqlTypes.MEDIUMINT)
                            .containsEntry("int_u", MysqlTypes.INT_UNSIGNED)
                            .containsEntry("big_u", MysqlTypes.BIGINT_UNSIGNED)
                            .containsEntry("price", SqlTypes.decimal(12, 2))
                            .containsEntry("d", SqlTypes.DOUBLE)
                            .containsEntry("code", SqlTypes.character(3))
                            .containsEntry("name", SqlTypes.varchar(40))
                            .containsEntry("t1", MysqlTypes.TINYTEXT)
                            .containsEntry("t2", MysqlTypes.TEXT)
                            .containsEntry("t3", MysqlTypes.MEDIUMTEXT)
                            .containsEntry("t4", SqlTypes.TEXT)
                            .containsEntry("b1", SqlTypes.binary(9))
                            .containsEntry("b2", MysqlTypes.TINYBLOB)
                            .containsEntry("b3", MysqlTypes.BLOB)
                            .containsEntry("b4", MysqlTypes.MEDIUMBLOB)
                            .containsEntry("b5", SqlTypes.BINARY)
                            .containsEntry("day", SqlTypes.DATE)
                            .containsEntry("time6", SqlTypes.TIME)
                            .containsEntry("time3", MysqlTypes.time(3))
                            .containsEntry("time0", MysqlTypes.time(0))
                            .containsEntry("at0", MysqlTypes.datetime(0))
                            .containsEntry("at6", SqlTypes.TIMESTAMP)
                            .containsEntry("ts", MysqlTypes.timestamp(0))
                            .containsEntry("y", MysqlTypes.YEAR)
                            .containsEntry("bits", MysqlTypes.bit(5))
                            .containsEntry("doc", SqlTypes.JSON);
                    assertThat(types.get("tiny")).hasToString("TINYINT");
                    assertThat(types.get("padded")).hasToString("int(7) unsigned zerofill");
                    assertThat(types.get("padded").javaType()).isEqualTo(Long.class);
                    assertThat(types.get("price_u")).hasToString("decimal(5,0) unsigned");
                    assertThat(types.get("f")).hasToString("float");
                    assertThat(types.get("b0")).hasToString("binary(4)");
                    assertThat(types.get("kind")).hasToString("enum('a','b''c','d,e')");
                    assertThat(types.get("kind").length()).isEqualTo(3);
                    assertThat(types.get("kinds")).hasToString("set('x','y')");
                    assertThat(types.get("place")).hasToString("POINT");
                    assertThat(table.checks()).isEmpty();
                });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void writesDefaultsAsSql(Engine engine) {
        with(
                engine,
                List.of("CREATE TABLE t (a VARCHAR(40) DEFAULT 'it''s \\\\ `x`', b INT DEFAULT 5, c VARCHAR(9) DEFAULT"
                        + " 'NULL', d VARCHAR(9), e VARCHAR(9) NOT NULL DEFAULT '', f BIT(5) DEFAULT b'101', g"
                        + " DATE DEFAULT '2020-01-02', h INT DEFAULT (1 + 1), i DATETIME(6) DEFAULT"
                        + " CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), j VARCHAR(20) DEFAULT"
                        + " (concat('o''x', 'y')), k ENUM('a', 'b') DEFAULT 'a', l BOOLEAN DEFAULT TRUE)"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(column(table, "a").defaultSql()).isIn("'it''s \\\\ `x`'", "'it\\'s \\\\ `x`'");
                    assertThat(column(table, "b").defaultSql()).isEqualTo("5");
                    assertThat(column(table, "c").defaultSql()).isEqualTo("'NULL'");
                    assertThat(column(table, "d").defaultSql()).isNull();
                    assertThat(column(table, "e").defaultSql()).isEqualTo("''");
                    assertThat(column(table, "f").defaultSql()).isEqualTo("b'101'");
                    assertThat(column(table, "g").defaultSql()).isEqualTo("'2020-01-02'");
                    assertThat(column(table, "h").defaultSql()).isEqualTo("(1 + 1)");
                    assertThat(column(table, "i").defaultSql()).isEqualToIgnoringCase("current_timestamp(6)");
                    assertThat(column(table, "j").defaultSql())
                            .contains("concat(")
                            .contains("'o\\'x'");
                    assertThat(column(table, "k").defaultSql()).isEqualTo("'a'");
                    assertThat(column(table, "l").defaultSql()).isEqualTo("1");
                    assertThat(table.options().get("i.on_update")).isEqualToIgnoringCase("current_timestamp(6)");
                });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void describesColumnsAndOptions(Engine engine) {
        with(
                engine,
                List.of("CREATE TABLE `Odd ``Name` (id BIGINT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(40) CHARACTER SET"
                    + " latin1 COLLATE latin1_bin COMMENT 'it''s `a` \\\\ \"q\"', b VARCHAR(40) COLLATE utf8mb4_bin, c"
                    + " VARCHAR(40), `we``ird \"n` INT, v INT GENERATED ALWAYS AS (`we``ird \"n` + 1) VIRTUAL, h INT"
                    + " INVISIBLE, s VARCHAR(50) GENERATED ALWAYS AS (concat(c, 'o''x')) STORED) ENGINE = InnoDB"
                    + " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci ROW_FORMAT = COMPRESSED COMMENT ="
                    + " 'it''s' AUTO_INCREMENT = 7"),
                found -> {
                    ReflectedTable table = found.describe("Odd `Name");
                    assertThat(table.comment()).isEqualTo("it's");
                    assertThat(column(table, "id").identity()).isEqualTo(new Identity(false, 1, 1));
                    assertThat(column(table, "a").collation()).isEqualTo("latin1_bin");
                    assertThat(column(table, "a").comment()).isEqualTo("it's `a` \\ \"q\"");
                    assertThat(column(table, "b").collation()).isEqualTo("utf8mb4_bin");
                    assertThat(column(table, "c").collation()).isNull();
                    Computed computed = column(table, "v").computed();
                    assertThat(computed.stored()).isFalse();
                    assertThat(computed.sql()).contains("`we``ird \"n` + 1");
                    assertThat(column(table, "s").computed().stored()).isTrue();
                    assertThat(column(table, "s").computed().sql())
                            .contains("'o\\'x'")
                            .doesNotContain("\\\\");
                    assertThat(column(table, "s").defaultSql()).isNull();
                    assertThat(table.options())
                            .containsEntry("engine", "InnoDB")
                            .containsEntry("charset", "utf8mb4")
                            .containsEntry("collation", "utf8mb4_unicode_ci")
                            .containsEntry("row_format", "Compressed")
                            .containsEntry("a.charset", "latin1")
                            .containsEntry("auto_increment", "7")
                            .containsEntry("h.invisible", "true")
                            .doesNotContainKeys("create_options", "c.charset");
                });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void describesKeysWithTheirActions(DatabaseFixture database) {
        with(
                database.engine(),
                List.of(
                        "CREATE TABLE p (a INT, b INT, up_a INT, up_b INT, PRIMARY KEY (b, a), UNIQUE KEY ab (a, b),"
                                + " CONSTRAINT fk_up FOREIGN KEY (up_a, up_b) REFERENCES p (a, b)"
                                + " ON DELETE CASCADE ON UPDATE SET NULL)",
                        "CREATE TABLE c (a INT, b INT, KEY mine (b), CONSTRAINT fk_c FOREIGN KEY (a, b) REFERENCES p"
                                + " (a, b))"),
                found -> {
                    ReflectedTable p = found.describe("p");
                    assertThat(p.primaryKey()).isEqualTo(new ReflectedKey(null, List.of("b", "a")));
                    assertThat(p.uniques()).containsExactly(new ReflectedKey("ab", List.of("a", "b")));
                    ReflectedForeignKey key = p.foreignKeys().get(0);
                    assertThat(key.name()).isEqualTo("fk_up");
                    assertThat(key.columns()).containsExactly("up_a", "up_b");
                    assertThat(key.target()).isEqualTo(new ObjectName(null, "p"));
                    assertThat(key.targetColumns()).containsExactly("a", "b");
                    assertThat(key.onDelete()).isEqualTo(Action.CASCADE);
                    assertThat(key.onUpdate()).isEqualTo(Action.SET_NULL);
                    assertThat(p.indexes()).isEmpty();
                    assertThat(found.describe("c").indexes().stream().map(ReflectedIndex::name))
                            .containsExactly("mine");
                });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void writesConditionsAsSql(DatabaseFixture database) {
        with(
                database.engine(),
                List.of("CREATE TABLE t (a INT CHECK (a > 1), v VARCHAR(20), js JSON,"
                        + " CONSTRAINT ck CHECK (v <> 'it''s \\\\ \"x\"'))"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(table.checks()).hasSize(2);
                    ReflectedCheck named = table.checks().stream()
                            .filter(check -> "ck".equals(check.name()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(named.condition()).contains("`v` <> ").contains("'it\\'s \\\\ \"x\"'");
                    ReflectedCheck other = table.checks().stream()
                            .filter(check -> !check.equals(named))
                            .findFirst()
                            .orElseThrow();
                    assertThat(other.condition()).contains("`a` > 1");
                    assertThat(other.name()).isEqualTo(database.dialect().equals("mysql") ? "t_chk_1" : null);
                    assertThat(column(table, "js").type()).isEqualTo(SqlTypes.JSON);
                    assertThat(column(table, "js").collation()).isNull();
                });
    }

    @DatabaseTest({"mysql", "mariadb"})
    void describesIndexesWithTheirKinds(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE TABLE t (a VARCHAR(40), b INT, txt TEXT, place POINT NOT NULL, KEY ix (a(10), b DESC),"
                                + " UNIQUE KEY ux (b), UNIQUE KEY prefixed (a(3)), FULLTEXT KEY ft (txt),"
                                + " SPATIAL KEY sp (place), KEY cm (b) COMMENT 'it''s')",
                        "CREATE TABLE m (a INT, KEY hx (a) USING HASH) ENGINE = MEMORY"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    assertThat(table.uniques()).containsExactly(new ReflectedKey("ux", List.of("b")));
                    ReflectedIndex ix = table.index("ix").orElseThrow();
                    assertThat(ix.items()).containsExactly(Item.column("a"), new Item("b", false, true, null));
                    assertThat(ix.options()).isEqualTo(Map.of("a.prefix", "10"));
                    assertThat(table.index("prefixed").orElseThrow().unique()).isTrue();
                    assertThat(table.index("prefixed").orElseThrow().options()).isEqualTo(Map.of("a.prefix", "3"));
                    assertThat(table.index("ft").orElseThrow().options()).isEqualTo(Map.of("type", "FULLTEXT"));
                    assertThat(table.index("sp").orElseThrow().options()).isEqualTo(Map.of("type", "SPATIAL"));
                    assertThat(table.index("cm").orElseThrow().options()).isEqualTo(Map.of("comment", "it's"));
                    assertThat(found.describe("m").index("hx").orElseThrow().options())
                            .isEqualTo(Map.of("type", "HASH"));
                    assertThat(found.describe("m").options()).containsEntry("engine", "MEMORY");
                });
    }

    @DatabaseTest("mysql")
    void describesIndexesOnExpressions(Engine engine) {
        with(
                engine,
                List.of("CREATE TABLE t (a VARCHAR(20), c INT, KEY fi ((concat(a, 'x''y')) DESC, c), KEY inv (c)"
                        + " INVISIBLE, UNIQUE KEY ufi ((c + 1)), CONSTRAINT ne CHECK (c > 5) NOT ENFORCED)"),
                found -> {
                    ReflectedTable table = found.describe("t");
                    Item first = table.index("fi").orElseThrow().items().get(0);
                    assertThat(first.isExpression()).isTrue();
                    assertThat(first.descending()).isTrue();
                    assertThat(first.text()).contains("concat(`a`").contains("'x\\'y'");
                    assertThat(table.index("ufi").orElseThrow().unique()).isTrue();
                    assertThat(table.uniques()).isEmpty();
                    assertThat(table.index("inv").orElseThrow().options()).isEqualTo(Map.of("invisible", "true"));
                    assertThat(table.options()).containsEntry("ne.not_enforced", "true");
                });
    }

    @DatabaseTest("mariadb")
    void describesSequencesAndVersionedTables(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE SEQUENCE s START WITH 4",
                        "CREATE TABLE v (a INT, u UUID, i4 INET4, i6 INET6, n INT DEFAULT NEXTVAL(s), KEY ig (a)"
                                + " IGNORED) WITH SYSTEM VERSIONING"),
                found -> {
                    assertThat(found.tableNames()).containsExactly("v");
                    assertThat(found.sequenceNames()).containsExactly("s");
                    ReflectedTable table = found.describe("v");
                    assertThat(table.options()).containsEntry("system_versioned", "true");
                    assertThat(column(table, "u").type()).isEqualTo(SqlTypes.UUID);
                    assertThat(column(table, "i4").type()).isEqualTo(MysqlTypes.INET4);
                    assertThat(column(table, "i6").type()).isEqualTo(MysqlTypes.INET6);
                    assertThat(column(table, "n").defaultSql()).containsIgnoringCase("nextval");
                    assertThat(table.index("ig").orElseThrow().options()).isEqualTo(Map.of("invisible", "true"));
                });
    }

    /** Temporary tables are in no catalogue. */
    @DatabaseTest({"mysql", "mariadb"})
    void tellsViewsAndLeavesOutTemporaryTables(Engine engine) {
        with(
                engine,
                List.of(
                        "CREATE TABLE t (a INT, b VARCHAR(9) COLLATE utf8mb4_bin)",
                        "CREATE TEMPORARY TABLE tmp (a INT)",
                        "CREATE VIEW v AS SELECT a, b FROM t WHERE a > 3"),
                found -> {
                    assertThat(found.names(Lookup.tables().everyKind().scope(Scope.ANY)))
                            .containsExactly("t", "v");
                    assertThat(found.names(Lookup.tables().scope(Scope.TEMPORARY)))
                            .isEmpty();
                    ReflectedTable view = found.describe("v");
                    assertThat(view.definition()).contains("> 3");
                    assertThat(view.comment()).isNull();
                    assertThat(view.options()).isEmpty();
                    assertThat(column(view, "b").collation()).isNull();
                });
    }

    /** Two schemas may have tables of one name, and one schema two whose case alone differs. */
    @DatabaseTest({"mysql", "mariadb"})
    void tellsTablesOfTwoSchemasApart(Engine engine) {
        engine.begin(connection -> {
            String own = connection.inspect().defaultSchema().orElseThrow();
            String other = own + "_Other";
            try {
                connection.executeDdl(List.of(
                        "CREATE DATABASE `" + other + "`",
                        "CREATE TABLE `" + other + "`.t (id INT PRIMARY KEY, x INT, UNIQUE KEY uq (x))",
                        "CREATE TABLE t (a INT, CONSTRAINT fk FOREIGN KEY (a) REFERENCES `" + other + "`.t (id))",
                        "CREATE TABLE `T` (upper INT)"));
                Inspection found = connection.inspect();
                assertThat(found.schemaNames()).contains(own, other).doesNotContain("mysql", "information_schema");
                assertThat(found.describe("t").columns().stream().map(ReflectedColumn::name))
                        .containsExactly("a");
                assertThat(found.describe("T").columns().stream().map(ReflectedColumn::name))
                        .containsExactly("upper");
                assertThat(found.describe("t").foreignKeys().get(0).target()).isEqualTo(new ObjectName(other, "t"));
                assertThat(found.describe(other, "t").uniques()).containsExactly(new ReflectedKey("uq", List.of("x")));
                Column<Integer> id =
                        found.table("t").foreignKeys().get(0).target().column("id", Integer.class);
                assertThat(id.owner().schema()).isEqualTo(other);
            } finally {
                connection.executeDdl(List.of("DROP TABLE IF EXISTS t", "DROP DATABASE IF EXISTS `" + other + "`"));
            }
        });
    }

    /** What was created from the description is described alike, in the words that the server has for it by then. */
    @DatabaseTest({"mysql", "mariadb"})
    void describesWhatWasCreatedAgainAlike(Engine engine) {
        engine.begin(connection -> connection.executeDdl(
                List.of("CREATE TABLE t (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, flag TINYINT(1), tiny TINYINT,"
                        + " padded INT(7) UNSIGNED ZEROFILL, kind ENUM('a', 'b''c'), kinds SET('x', 'y'), doc JSON,"
                        + " name VARCHAR(20) COLLATE utf8mb4_bin NOT NULL DEFAULT 'it''s' COMMENT 'a `b` ''c'' \\\\',"
                        + " twice INT GENERATED ALWAYS AS (tiny * 2) VIRTUAL, UNIQUE KEY uq_name (name),"
                        + " CONSTRAINT ck_name CHECK (name <> 'o''x')) COMMENT = 'it''s'")));
        List<ReflectedTable> first = recreated(engine);
        List<ReflectedTable> second = recreated(engine);
        assertThat(second).isEqualTo(first);
        ReflectedTable table = second.get(0);
        assertThat(column(table, "name").comment()).isEqualTo("a `b` 'c' \\");
        assertThat(column(table, "name").collation()).isEqualTo("utf8mb4_bin");
        assertThat(column(table, "doc").type()).isEqualTo(SqlTypes.JSON);
        assertThat(column(table, "kind").typeName()).isEqualTo("enum('a','b''c')");
        assertThat(table.checks()).hasSize(1);
        assertThat(table.comment()).isEqualTo("it's");
    }

    /**
     * On a server with {@code lower_case_table_names} 0 two tables may differ by case alone; with 1 names are kept in lower
     * case, with 2 as they were written, and case does not count (MySQL 9.7, 11.2.3).
     */
    @DatabaseTest({"mysql", "mariadb"})
    void namesOfTablesCompareAsTheServerComparesThem(DatabaseFixture database) {
        Engine engine = database.engine();
        engine.begin(connection -> {
            int rule = connection.withJdbc(jdbc -> CatalogQuery.of("SELECT @@lower_case_table_names")
                    .list(jdbc, row -> row.getInt(1))
                    .get(0));
            connection.executeDdl(List.of(
                    "CREATE TABLE `Parent` (id INTEGER PRIMARY KEY)",
                    "CREATE TABLE child (p INTEGER, INDEX `ix_P` (p), FOREIGN KEY (p) REFERENCES `Parent` (id))"));
            Inspection found = connection.inspect();
            String kept = rule == 1 ? "parent" : "Parent";
            assertThat(found.tableNames()).containsExactlyInAnyOrder("child", kept);
            assertThat(found.hasTable("Parent")).isTrue();
            assertThat(found.hasTable("PARENT")).isEqualTo(rule != 0);
            assertThat(found.names(Lookup.tables().named("PARENT"))).hasSize(rule == 0 ? 0 : 1);
            assertThat(found.describe(Lookup.tables().named("PARENT"))).hasSize(rule == 0 ? 0 : 1);
            assertThat(found.describe("Parent").name().name()).isEqualTo(kept);
            Table child = found.table("child");
            assertThat(child.foreignKeys().get(0).target().name()).isEqualTo(kept);
            if (rule == 0) {
                connection.executeDdl(List.of("CREATE TABLE PARENT (x INTEGER)"));
                assertThat(found.describe("PARENT").columns())
                        .extracting(ReflectedColumn::name)
                        .containsExactly("x");
            }
        });
    }

    /** Reads all tables, drops them, creates them again, and reads them once more. */
    private static List<ReflectedTable> recreated(Engine engine) {
        MetaData read;
        try (var connection = engine.connect()) {
            read = connection.inspect().metaData();
        }
        read.dropAll(engine);
        read.createAll(engine);
        try (var connection = engine.connect()) {
            assertThat(connection.inspect().metaData().tables())
                    .extracting(Table::name)
                    .containsExactly("t");
            return connection.inspect().describe(Lookup.tables());
        }
    }
}
