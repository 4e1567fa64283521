package org.alkahest.reflect;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.alkahest.dialect.postgresql.FullText;
import org.alkahest.dialect.postgresql.PostgresqlCatalog;
import org.alkahest.dialect.postgresql.PostgresqlOptions;
import org.alkahest.dialect.postgresql.PostgresqlTypes;
import org.alkahest.dialect.postgresql.Ranges;
import org.alkahest.dialect.postgresql.ReflectedDomain;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.reflect.Lookup.Scope;
import org.alkahest.reflect.ReflectedIndex.Item;
import org.alkahest.schema.ColumnOptions;
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
import org.jspecify.annotations.Nullable;

/** What the catalogs of PostgreSQL say of tables that SQL has made. */
final class PostgresqlReflectionTest {
    private static final EnumType MOOD = new EnumType(null, "mood", List.of("sad", "it's fine"));

    private static void ddl(Connection connection, String... statements) {
        connection.executeDdl(Arrays.asList(statements));
    }

    private static void ddl(Engine engine, String... statements) {
        engine.begin(connection -> ddl(connection, statements));
    }

    /** What is outside the schema of the test, such as another schema, goes with the transaction. */
    private static void undone(Engine engine, Consumer<Connection> work) {
        try (var connection = engine.connect();
                var transaction = connection.begin()) {
            work.accept(connection);
            transaction.rollback();
        }
    }

    private static List<EnumType> enums(Connection connection, @Nullable String schema) {
        return connection.withJdbc(jdbc -> PostgresqlCatalog.enums(jdbc, schema));
    }

    private static List<ReflectedDomain> domains(Connection connection, @Nullable String schema) {
        return connection.withJdbc(jdbc -> PostgresqlCatalog.domains(jdbc, schema));
    }

    private static boolean hasType(Connection connection, @Nullable String schema, String name) {
        return connection.withJdbc(jdbc -> PostgresqlCatalog.hasType(jdbc, schema, name));
    }

    private static ReflectedTable describe(Engine engine, String name) {
        try (var connection = engine.connect()) {
            return connection.inspect().describe(name);
        }
    }

    private static List<ReflectedTable> describe(Engine engine, Lookup lookup) {
        try (var connection = engine.connect()) {
            return connection.inspect().describe(lookup);
        }
    }

    private static SqlType<?> typeOf(ReflectedTable table, String column) {
        return table.column(column).orElseThrow().type();
    }

    @DatabaseTest("postgresql")
    void typesOfColumnsAreThoseThatReadThem(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TABLE t (b boolean, s smallint, l bigint, n numeric, n2 numeric(12,2), r real, d float8, v"
                        + " varchar(7), v0 varchar, c char(3), x text, y bytea, u uuid, j json, jb jsonb, da date, ti"
                        + " time, ts timestamp, tz timestamptz, i interval, ym interval year to month, ia int[], aa"
                        + " int[][], na numeric(12,2)[], ip inet, ips inet[], rg int4range, tv tsvector, bt bit(3), vb"
                        + " varbit(5), xm xml, pt point)");
        ReflectedTable t = describe(engine, "t");
        assertThat(typeOf(t, "b")).isEqualTo(SqlTypes.BOOLEAN);
        assertThat(typeOf(t, "s")).isEqualTo(SqlTypes.SMALLINT);
        assertThat(typeOf(t, "l")).isEqualTo(SqlTypes.BIGINT);
        assertThat(typeOf(t, "n")).isEqualTo(SqlTypes.DECIMAL);
        assertThat(typeOf(t, "n2")).isEqualTo(SqlTypes.decimal(12, 2));
        assertThat(typeOf(t, "r")).isEqualTo(SqlTypes.REAL);
        assertThat(typeOf(t, "d")).isEqualTo(SqlTypes.DOUBLE);
        assertThat(typeOf(t, "v")).isEqualTo(SqlTypes.varchar(7));
        assertThat(typeOf(t, "v0")).isEqualTo(SqlTypes.TEXT);
        assertThat(typeOf(t, "c")).isEqualTo(SqlTypes.character(3));
        assertThat(typeOf(t, "x")).isEqualTo(SqlTypes.TEXT);
        assertThat(typeOf(t, "y")).isEqualTo(SqlTypes.BINARY);
        assertThat(typeOf(t, "u")).isEqualTo(SqlTypes.UUID);
        assertThat(typeOf(t, "j")).isEqualTo(PostgresqlTypes.JSON_TEXT);
        assertThat(typeOf(t, "jb")).isEqualTo(SqlTypes.JSON);
        assertThat(typeOf(t, "da")).isEqualTo(SqlTypes.DATE);
        assertThat(typeOf(t, "ti")).isEqualTo(SqlTypes.TIME);
        assertThat(typeOf(t, "ts")).isEqualTo(SqlTypes.TIMESTAMP);
        assertThat(typeOf(t, "tz")).isEqualTo(SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
        assertThat(typeOf(t, "i")).isEqualTo(SqlTypes.DURATION);
        assertThat(typeOf(t, "ym").javaType()).isEqualTo(SqlTypes.PERIOD_OF_MONTHS.javaType());
        assertThat(typeOf(t, "ia")).isEqualTo(SqlTypes.array(SqlTypes.INTEGER));
        assertThat(typeOf(t, "aa")).isEqualTo(SqlTypes.array(SqlTypes.array(SqlTypes.INTEGER)));
        assertThat(typeOf(t, "na")).isEqualTo(SqlTypes.array(SqlTypes.decimal(12, 2)));
        assertThat(typeOf(t, "ip")).isEqualTo(PostgresqlTypes.INET);
        assertThat(typeOf(t, "rg")).isEqualTo(Ranges.INT4RANGE);
        assertThat(typeOf(t, "tv")).isEqualTo(FullText.TSVECTOR);
        assertThat(typeOf(t, "bt")).isEqualTo(PostgresqlTypes.bit(3));
        assertThat(typeOf(t, "vb")).isEqualTo(PostgresqlTypes.varbit(5));
        for (String vendor : List.of("ips", "xm", "pt")) {
            assertThat(typeOf(t, vendor).javaType()).isEqualTo(String.class);
            assertThat(typeOf(t, vendor).vendor())
                    .extracting(VendorType::name)
                    .isEqualTo(t.column(vendor).orElseThrow().typeName());
        }
    }

    /** Also those of which Alkahest knows the name alone: the digits of a time, a point, an array of addresses. */
    @DatabaseTest("postgresql")
    void tablesOfEveryTypeAreCreatedAgain(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TYPE mood AS ENUM ('sad', 'it''s fine')",
                "CREATE TYPE \"Odd one\" AS ENUM ('x')",
                "CREATE DOMAIN price AS numeric(9,2) NOT NULL CHECK (VALUE > 0)",
                "CREATE TABLE t (id int, t3 time(3), ts0 timestamp(0), tz6 timestamptz(6), i2 interval(2),"
                        + " ym interval year to month, ds interval day to second(3), n numeric(5,2), bp bpchar,"
                        + " ch \"char\", vb varbit, tt timetz(2), p point, ips inet[], m mood NOT NULL, ms mood[],"
                        + " odd \"Odd one\" DEFAULT 'x', price price, prices price[], nm name, xx xid)");
        List<ReflectedTable> before = describe(engine, Lookup.tables());
        MetaData read;
        try (var connection = engine.connect()) {
            read = connection.inspect().metaData();
        }
        read.dropAll(engine);
        try (var connection = engine.connect()) {
            assertThat(hasType(connection, null, "mood")).isFalse();
        }
        read.createAll(engine);
        assertThat(describe(engine, Lookup.tables())).isEqualTo(before);
    }

    @DatabaseTest("postgresql")
    @SuppressWarnings("unchecked") // what the assertions before say
    void namedTypesAreReflectedAndTheirValuesTravel(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TYPE mood AS ENUM ('sad', 'it''s fine')",
                "CREATE DOMAIN price AS numeric(9,2) CHECK (VALUE > 0)",
                "CREATE TABLE t (m mood, ms mood[], p price, u uuid, ips inet[], ym interval year to month)");
        ReflectedTable described = describe(engine, "t");
        assertThat(typeOf(described, "m")).isEqualTo(SqlTypes.enumLabels(MOOD));
        assertThat(typeOf(described, "ms")).isEqualTo(SqlTypes.array(SqlTypes.enumLabels(MOOD)));
        assertThat(described.column("p").orElseThrow().typeName()).isEqualTo("price");
        UUID uuid = UUID.randomUUID();
        engine.begin(connection -> {
            Table t = connection.inspect().table("t");
            connection.execute(insert(t)
                    .set(t.column("m", String.class), "it's fine")
                    .set(t.column("ms", List.class), List.of("sad", "sad"))
                    .set(t.column("p", BigDecimal.class), new BigDecimal("1.50"))
                    .set(t.column("u", UUID.class), uuid)
                    .set(t.column("ips", String.class), "{10.0.0.1}"));
            assertThat(connection
                            .execute(select(
                                            t.column("m", String.class),
                                            t.column("ms", List.class),
                                            t.column("p", BigDecimal.class),
                                            t.column("ips", String.class))
                                    .from(t)
                                    .where(t.column("m", String.class).eq("it's fine"))
                                    .where(t.column("p", BigDecimal.class).gt(BigDecimal.ONE)))
                            .one()
                            .toString())
                    .contains("it's fine", "[sad, sad]", "1.50", "{10.0.0.1}");
        });
    }

    @DatabaseTest("postgresql")
    void enumsAndDomainsOfASchemaAreListed(DatabaseFixture database) {
        Engine engine = database.engine();
        undone(engine, connection -> {
            ddl(
                    connection,
                    "CREATE SCHEMA other",
                    "CREATE TYPE mood AS ENUM ('sad', 'fine')",
                    "ALTER TYPE mood ADD VALUE 'ok' BEFORE 'fine'",
                    "CREATE TYPE other.\"Mood\" AS ENUM ('a')",
                    "CREATE DOMAIN code AS varchar(8) COLLATE \"C\" DEFAULT 'x' NOT NULL CONSTRAINT code_long CHECK"
                            + " (length(VALUE) > 2) CONSTRAINT code_odd CHECK (VALUE <> ':a')",
                    "COMMENT ON DOMAIN code IS 'of goods'",
                    "CREATE DOMAIN codes AS int[]");
            assertThat(enums(connection, null))
                    .containsExactly(new EnumType(null, "mood", List.of("sad", "ok", "fine")));
            assertThat(enums(connection, "other")).containsExactly(new EnumType("other", "Mood", List.of("a")));
            List<ReflectedDomain> domains = domains(connection, null);
            assertThat(domains).extracting(ReflectedDomain::name).containsExactly("code", "codes");
            ReflectedDomain code = domains.get(0);
            assertThat(code.base()).isEqualTo(SqlTypes.varchar(8));
            assertThat(code.baseName()).isEqualTo("character varying(8)");
            assertThat(code.nullable()).isFalse();
            assertThat(code.defaultSql()).isEqualTo("'x'::character varying");
            assertThat(code.collation()).isEqualTo("C");
            assertThat(code.comment()).isEqualTo("of goods");
            assertThat(code.checks()).extracting(ReflectedCheck::name).containsExactly("code_long", "code_odd");
            assertThat(code.checks().get(0).condition())
                    .contains("length(VALUE")
                    .contains("> 2");
            assertThat(domains.get(1).base()).isEqualTo(SqlTypes.array(SqlTypes.INTEGER));
            assertThat(hasType(connection, null, "code")).isTrue();
            assertThat(hasType(connection, null, "Mood")).isFalse();
            assertThat(hasType(connection, "other", "Mood")).isTrue();
        });
    }

    @DatabaseTest("postgresql")
    void aReflectedDomainIsCreatedAgain(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(engine, "CREATE DOMAIN code AS varchar(8) NOT NULL CHECK (length(VALUE) > 2) CHECK (VALUE <> ':a')");
        try (var connection = engine.connect()) {
            var domain = domains(connection, null).get(0).toDomain();
            assertThat(domain.name()).isEqualTo("code");
            assertThat(domain.base()).isEqualTo(SqlTypes.varchar(8));
            assertThat(domain.notNull()).isTrue();
            Table table = Table.named("t")
                    .column("c", SqlTypes.varchar(8), ColumnOptions.nullable().option(domain))
                    .build();
            ddl(engine, "DROP DOMAIN code");
            MetaData.of(table).createAll(engine);
            assertThat(domains(connection, null))
                    .singleElement()
                    .satisfies(again -> assertThat(again.checks().get(0).condition())
                            .contains("length(VALUE")
                            .contains("':a'"));
        }
    }

    @DatabaseTest("postgresql")
    void columnsTellWhereTheirValuesComeFrom(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE SEQUENCE numbers",
                "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 3), b int GENERATED BY DEFAULT"
                    + " AS IDENTITY, c bigserial, \"D'q\" serial, e int DEFAULT nextval('numbers'), f int DEFAULT 7, g"
                    + " int GENERATED ALWAYS AS (f + 1) STORED, h text COLLATE \"C\" NOT NULL DEFAULT 'it''s')",
                "COMMENT ON COLUMN t.h IS 'a text'",
                "COMMENT ON TABLE t IS 'a table'");
        ReflectedTable t = describe(engine, "t");
        assertThat(t.comment()).isEqualTo("a table");
        assertThat(t.columns().stream().map(ReflectedColumn::identity))
                .containsExactly(
                        new Identity(true, 5, 3),
                        new Identity(false, 1, 1),
                        new Identity(false, 1, 1),
                        new Identity(false, 1, 1),
                        null,
                        null,
                        null,
                        null);
        assertThat(t.column("c").orElseThrow().defaultSql()).isNull();
        assertThat(t.column("e").orElseThrow().defaultSql()).isEqualTo("nextval('numbers'::regclass)");
        assertThat(t.column("f").orElseThrow().defaultSql()).isEqualTo("7");
        assertThat(t.column("g").orElseThrow().computed()).isEqualTo(new Computed("f + 1", true));
        ReflectedColumn h = t.column("h").orElseThrow();
        assertThat(h.collation()).isEqualTo("C");
        assertThat(h.comment()).isEqualTo("a text");
        assertThat(h.defaultSql()).isEqualTo("'it''s'::text");
        assertThat(h.nullable()).isFalse();
        try (var connection = engine.connect()) {
            assertThat(connection.inspect().sequenceNames()).containsExactly("numbers", "t_D'q_seq", "t_c_seq");
        }
    }

    @DatabaseTest("postgresql")
    void columnsComputedAtEachReadAreKnownSince18(DatabaseFixture database) {
        Engine engine = database.engine();
        boolean virtual = database.name().equals("postgresql-embedded");
        ddl(engine, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) " + (virtual ? "VIRTUAL)" : "STORED)"));
        assertThat(describe(engine, "t").column("b").orElseThrow().computed())
                .isEqualTo(new Computed("a * 2", !virtual));
    }

    @DatabaseTest("postgresql")
    void constraintsAreDescribedWithAllThatTheySay(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TABLE \"Parent\" (a int, \"B b\" int, CONSTRAINT \"Pk\" PRIMARY KEY (\"B b\", a))",
                "COMMENT ON CONSTRAINT \"Pk\" ON \"Parent\" IS 'the key'",
                "CREATE TABLE child (id int PRIMARY KEY, x int, y int, up int REFERENCES child ON DELETE CASCADE,"
                        + " CONSTRAINT fk FOREIGN KEY (y, x) REFERENCES \"Parent\" (\"B b\", a)"
                        + " ON UPDATE RESTRICT ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,"
                        + " CONSTRAINT uq UNIQUE (x, y) INCLUDE (up), CONSTRAINT late UNIQUE (y) DEFERRABLE,"
                        + " CONSTRAINT ck CHECK (x > 0 AND y > 0 OR x IS NULL),"
                        + " CONSTRAINT apart EXCLUDE USING gist (box(point(x, x), point(y, y)) WITH &&))",
                "ALTER TABLE child ADD CONSTRAINT later CHECK (x < 9) NOT VALID",
                "COMMENT ON CONSTRAINT fk ON child IS 'why'");
        ReflectedTable parent = describe(engine, "Parent");
        assertThat(parent.primaryKey()).isEqualTo(new ReflectedKey("Pk", List.of("B b", "a"), "the key"));
        ReflectedTable child = describe(engine, "child");
        assertThat(child.uniques())
                .containsExactly(new ReflectedKey("late", List.of("y")), new ReflectedKey("uq", List.of("x", "y")));
        assertThat(child.foreignKeys())
                .containsExactly(
                        new ReflectedForeignKey(
                                "child_up_fkey",
                                List.of("up"),
                                new ObjectName(null, "child"),
                                List.of("id"),
                                Action.CASCADE,
                                Action.NO_ACTION,
                                false,
                                false,
                                null),
                        new ReflectedForeignKey(
                                "fk",
                                List.of("y", "x"),
                                new ObjectName(null, "Parent"),
                                List.of("B b", "a"),
                                Action.SET_DEFAULT,
                                Action.RESTRICT,
                                true,
                                true,
                                "why"));
        assertThat(child.checks())
                .containsExactly(
                        new ReflectedCheck("ck", "x > 0 AND y > 0 OR x IS NULL"), new ReflectedCheck("later", "x < 9"));
        assertThat(child.indexes()).isEmpty();
        assertThat(child.options())
                .containsOnlyKeys("constraint uq", "constraint late", "constraint later", "constraint apart")
                .containsEntry("constraint uq", "UNIQUE (x, y) INCLUDE (up)")
                .containsEntry("constraint later", "CHECK ((x < 9)) NOT VALID");
    }

    @DatabaseTest("postgresql")
    void indexesAreDescribedWithAllThatTheySay(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b text, \"C c\" int[])",
                "CREATE UNIQUE INDEX one ON t (a DESC, b NULLS FIRST, (a + 1) DESC NULLS LAST, lower(b))"
                        + " INCLUDE (id) WHERE a > 3 AND b <> 'x'",
                "CREATE INDEX two ON t USING gin (\"C c\") WITH (fastupdate = off)",
                "CREATE INDEX three ON t (b COLLATE \"C\" text_pattern_ops)",
                "COMMENT ON INDEX three IS 'third'",
                "CREATE UNIQUE INDEX target ON t (b)",
                "CREATE TABLE u (b text REFERENCES t (b))");
        ReflectedTable t = describe(engine, "t");
        assertThat(t.indexes()).extracting(ReflectedIndex::name).containsExactly("one", "target", "three", "two");
        assertThat(t.index("one").orElseThrow())
                .isEqualTo(new ReflectedIndex(
                        "one",
                        List.of(
                                new Item("a", false, true, null),
                                new Item("b", false, false, true),
                                new Item("(a + 1)", true, true, false),
                                new Item("lower(b)", true, false, null)),
                        true,
                        "a > 3 AND b <> 'x'::text",
                        List.of("id"),
                        Map.of()));
        assertThat(t.index("two").orElseThrow().options())
                .containsExactlyInAnyOrderEntriesOf(Map.of("using", "gin", "with", "fastupdate=off"));
        assertThat(t.index("two").orElseThrow().columns()).containsExactly("C c");
        assertThat(t.index("three").orElseThrow().options())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "operator_classes", "text_pattern_ops of 1", "collations", "C of 1", "comment", "third"));
        try (var connection = engine.connect()) {
            assertThat(connection
                            .inspect()
                            .indexNames(Table.named("t")
                                    .column("id", SqlTypes.INTEGER)
                                    .build()))
                    .containsExactly("one", "target", "three", "two");
        }
    }

    @DatabaseTest("postgresql")
    void eachKindOfRelationIsFound(DatabaseFixture database) {
        Engine engine = database.engine();
        undone(engine, connection -> {
            ddl(
                    connection,
                    "CREATE TABLE plain (id int PRIMARY KEY) WITH (fillfactor = 70)",
                    "CREATE UNLOGGED TABLE quick (id int)",
                    "CREATE TABLE parts (id int, at date) PARTITION BY RANGE (at)",
                    "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                    "CREATE TABLE heir (more int) INHERITS (plain)",
                    "CREATE VIEW seen AS SELECT id FROM plain",
                    "CREATE MATERIALIZED VIEW kept AS SELECT id FROM plain",
                    "CREATE INDEX ix_kept ON kept (id)",
                    "COMMENT ON MATERIALIZED VIEW kept IS 'rows'",
                    "CREATE FOREIGN DATA WRAPPER nothing",
                    "CREATE SERVER far FOREIGN DATA WRAPPER nothing",
                    "CREATE FOREIGN TABLE outside (id int NOT NULL) SERVER far OPTIONS (place 'here')");
            var found = connection.inspect();
            assertThat(found.tableNames()).containsExactly("heir", "parts", "parts_1", "plain", "quick");
            assertThat(found.viewNames()).containsExactly("seen");
            assertThat(found.names(Lookup.tables().everyKind()))
                    .containsExactly("heir", "kept", "outside", "parts", "parts_1", "plain", "quick", "seen");
            assertThat(found.describe("plain").options()).isEqualTo(Map.of("with", "fillfactor=70"));
            assertThat(found.describe("quick").options()).isEqualTo(Map.of("unlogged", "true"));
            assertThat(found.describe("parts").options()).isEqualTo(Map.of("partition_by", "RANGE (at)"));
            assertThat(found.describe("parts_1").options())
                    .containsEntry("partition_of", "parts")
                    .containsEntry("partition_bound", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
            assertThat(found.describe("heir").options()).isEqualTo(Map.of("inherits", "plain"));
            ReflectedTable kept = found.describe("kept");
            assertThat(kept.kind()).isEqualTo(ObjectKind.MATERIALIZED_VIEW);
            assertThat(kept.comment()).isEqualTo("rows");
            assertThat(kept.definition()).startsWith("SELECT").endsWith("plain");
            assertThat(kept.indexes()).extracting(ReflectedIndex::name).containsExactly("ix_kept");
            ReflectedTable outside = found.describe("outside");
            assertThat(outside.kind()).isEqualTo(ObjectKind.FOREIGN_TABLE);
            assertThat(outside.column("id").orElseThrow().nullable()).isFalse();
            assertThat(outside.options()).isEqualTo(Map.of("server", "far", "foreign_options", "place=here"));
        });
    }

    @DatabaseTest("postgresql")
    void foreignKeysToPartitionedTablesAreToldOnce(DatabaseFixture database) {
        Engine engine = database.engine();
        ddl(
                engine,
                "CREATE TABLE parts (id int PRIMARY KEY) PARTITION BY RANGE (id)",
                "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE t (part int REFERENCES parts)");
        assertThat(describe(engine, "t").foreignKeys())
                .singleElement()
                .extracting(ReflectedForeignKey::target)
                .isEqualTo(new ObjectName(null, "parts"));
    }

    @DatabaseTest("postgresql")
    void temporaryTablesHideOthersOfTheirName(DatabaseFixture database) {
        Engine engine = database.engine();
        engine.begin(connection -> {
            ddl(
                    connection,
                    "CREATE TABLE t (a int)",
                    "CREATE TEMPORARY TABLE t (b int)",
                    "CREATE TEMP TABLE u (c int)");
            var found = connection.inspect();
            assertThat(found.tableNames()).containsExactly("t");
            assertThat(found.names(Lookup.tables().scope(Scope.TEMPORARY))).containsExactly("t", "u");
            assertThat(found.names(Lookup.tables().scope(Scope.ANY))).containsExactly("t", "u");
            assertThat(found.describe("t").temporary()).isTrue();
            assertThat(found.describe("t").columns())
                    .extracting(ReflectedColumn::name)
                    .containsExactly("b");
            assertThat(found.describe(Lookup.tables().named("t")))
                    .singleElement()
                    .satisfies(t -> assertThat(t.column("a")).isPresent());
            ddl(connection, "DROP TABLE pg_temp.t", "DROP TABLE u");
        });
    }

    @DatabaseTest("postgresql")
    void schemasAreKeptApart(DatabaseFixture database) {
        Engine engine = database.engine();
        undone(engine, connection -> {
            ddl(
                    connection,
                    "CREATE SCHEMA \"Other one\"",
                    "CREATE TABLE t (id int PRIMARY KEY)",
                    "CREATE TYPE \"Other one\".size AS ENUM ('s', 'l')",
                    "CREATE TABLE \"Other one\".t (id int PRIMARY KEY, up int REFERENCES \"Other one\".t,"
                            + " size \"Other one\".size)",
                    "CREATE TABLE u (t int REFERENCES t, o int REFERENCES \"Other one\".t)",
                    "CREATE SEQUENCE \"Other one\".s");
            var found = connection.inspect();
            assertThat(found.schemaNames()).contains("Other one").doesNotContain("information_schema", "pg_catalog");
            assertThat(found.sequenceNames("Other one")).containsExactly("s");
            assertThat(found.describe("u").foreignKeys())
                    .extracting(ReflectedForeignKey::target)
                    .containsExactly(new ObjectName("Other one", "t"), new ObjectName(null, "t"));
            ReflectedTable other = found.describe("Other one", "t");
            assertThat(other.name()).isEqualTo(new ObjectName("Other one", "t"));
            assertThat(other.columns()).hasSize(3);
            assertThat(other.foreignKeys().get(0).target()).isEqualTo(new ObjectName("Other one", "t"));
            assertThat(typeOf(other, "size"))
                    .isEqualTo(SqlTypes.enumLabels(new EnumType("Other one", "size", List.of("s", "l"))));
            String own = found.defaultSchema().orElseThrow();
            assertThat(found.describe(own, "u").foreignKeys())
                    .extracting(ReflectedForeignKey::target)
                    .containsExactly(new ObjectName("Other one", "t"), new ObjectName(own, "t"));
            assertThat(found.metaData().tables()).hasSize(3);
        });
    }

    /** All tables are those of the first schema of the path, one of a name is the one that a statement finds. */
    @DatabaseTest("postgresql")
    void theSearchPathIsFollowedForNames(DatabaseFixture database) {
        Engine engine = database.engine();
        undone(engine, connection -> {
            ddl(
                    connection,
                    "CREATE SCHEMA first",
                    "CREATE SCHEMA second",
                    "CREATE TABLE first.a (id int PRIMARY KEY)",
                    "CREATE TABLE second.a (id int PRIMARY KEY, x int)",
                    "CREATE TABLE second.b (id int PRIMARY KEY, a int REFERENCES second.a, up int REFERENCES second.b)",
                    "SET LOCAL search_path = first, second");
            var found = connection.inspect();
            assertThat(found.defaultSchema()).hasValue("first");
            assertThat(found.tableNames()).containsExactly("a");
            assertThat(found.hasTable("b")).isTrue();
            assertThat(found.hasTable("pg_class")).isFalse();
            assertThat(found.describe("a").columns()).hasSize(1);
            ReflectedTable b = found.describe("b");
            assertThat(b.name()).isEqualTo(new ObjectName(null, "b"));
            assertThat(b.foreignKeys())
                    .extracting(ReflectedForeignKey::target)
                    .containsExactly(new ObjectName("second", "a"), new ObjectName(null, "b"));
            assertThat(found.table("b").foreignKeys().get(0).target().columns()).hasSize(2);
        });
    }

    @DatabaseTest("postgresql")
    void whatOptionsMadeIsToldAsText(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.INTEGER)
                .option(PostgresqlOptions.unlogged())
                .build();
        MetaData.of(table).createAll(engine);
        assertThat(describe(engine, "t").options()).isEqualTo(Map.of("unlogged", "true"));
    }
}
