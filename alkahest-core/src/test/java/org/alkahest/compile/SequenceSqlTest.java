package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.oracle.OracleOptions;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.DdlElement.CreateSequence;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.DropSequence;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** CREATE SEQUENCE and the next number. What is portable means the same everywhere, limits and rounds included. */
final class SequenceSqlTest {
    private static final Sequence NUMBERS = Sequence.named("numbers");

    /** SQL by the name of its dialect; the others refuse the element. Under the empty name, that of all without their own. */
    private static void assertDdl(DdlElement element, Map<String, String> expected) {
        for (Dialect dialect : SqlAssert.DIALECTS) {
            String name = SqlAssert.name(dialect);
            if (!dialect.traits().has(Feature.SEQUENCES)) {
                assertThatThrownBy(() -> dialect.ddlCompiler().compile(element))
                        .as(name)
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("sequences");
                continue;
            }
            String sql = dialect.ddlCompiler().compile(element);
            assertThat(sql).as(name).isEqualTo(expected.getOrDefault(name, expected.get("")));
            CompiledSql.record(name, sql);
        }
    }

    @Test
    void createsAPlainSequence() {
        assertDdl(
                new CreateSequence(NUMBERS),
                Map.of(
                        "",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1",
                        "sqlserver",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MINVALUE 1"));
        assertDdl(
                new DropSequence(Sequence.named("shop", "Numbers")),
                Map.of(
                        "",
                        "DROP SEQUENCE IF EXISTS shop.\"Numbers\"",
                        "oracle",
                        "DROP SEQUENCE shop.\"Numbers\"",
                        "mariadb",
                        "DROP SEQUENCE IF EXISTS shop.`Numbers`"));
    }

    @Test
    void writesEveryOption() {
        Sequence all = NUMBERS.startWith(10)
                .incrementBy(5)
                .minValue(0)
                .maxValue(1000)
                .cycle()
                .cache(7);
        String common = "CREATE SEQUENCE numbers START WITH 10 INCREMENT BY 5 MINVALUE 0 MAXVALUE 1000 CYCLE";
        assertDdl(new CreateSequence(all), Map.of("", common + " CACHE 7", "duckdb", common));
        assertDdl(
                new CreateSequence(all.cache(0)),
                Map.of(
                        "",
                        common + " NO CACHE",
                        "postgresql",
                        common + " CACHE 1",
                        "oracle",
                        common + " NOCACHE",
                        "mariadb",
                        common + " NOCACHE",
                        "duckdb",
                        common));
    }

    @Test
    void beginsAtTheEndFromWhichItGoes() {
        assertDdl(
                new CreateSequence(NUMBERS.minValue(5)),
                Map.of("", "CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 1 MINVALUE 5"));
        assertDdl(
                new CreateSequence(NUMBERS.incrementBy(-2)),
                Map.of(
                        "",
                        "CREATE SEQUENCE numbers START WITH -1 INCREMENT BY -2",
                        "sqlserver",
                        "CREATE SEQUENCE numbers START WITH -1 INCREMENT BY -2 MAXVALUE -1"));
        assertDdl(
                new CreateSequence(NUMBERS.startWith(-3)),
                Map.of("", "CREATE SEQUENCE numbers START WITH -3 INCREMENT BY 1 MINVALUE -3"));
        assertDdl(
                new CreateSequence(NUMBERS.startWith(3).incrementBy(-1)),
                Map.of("", "CREATE SEQUENCE numbers START WITH 3 INCREMENT BY -1 MAXVALUE 3"));
    }

    /** A round of few numbers does not fit the cache that Oracle has anyway. */
    @Test
    void cyclesWithTheLimitsThatOracleWants() {
        assertDdl(
                new CreateSequence(NUMBERS.maxValue(3).cycle()),
                Map.of(
                        "",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MAXVALUE 3 CYCLE",
                        "sqlserver",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 3 CYCLE",
                        "oracle",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MAXVALUE 3 CYCLE NOCACHE"));
        assertThat(SqlAssert.ORACLE.ddlCompiler().compile(new CreateSequence(NUMBERS.cycle())))
                .isEqualTo("CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MAXVALUE 9223372036854775807 CYCLE");
    }

    @Test
    void ordersNumbersOnOracleOnly() {
        assertDdl(
                new CreateSequence(NUMBERS.minValue(1).cache(50).option(OracleOptions.sequenceOrder())),
                Map.of(
                        "",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MINVALUE 1 CACHE 50",
                        "duckdb",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MINVALUE 1",
                        "oracle",
                        "CREATE SEQUENCE numbers START WITH 1 INCREMENT BY 1 MINVALUE 1 CACHE 50 ORDER"));
    }

    @Test
    void givesTheNextNumber() {
        assertSql(
                select(NUMBERS.nextValue()),
                on("postgresql duckdb", "SELECT nextval('numbers')"),
                on("h2 sqlserver mariadb", "SELECT NEXT VALUE FOR numbers"),
                on("oracle", "SELECT numbers.NEXTVAL FROM DUAL"),
                unsupportedOn("sqlite mysql", "sequences"));
        Table notes = Table.named("notes").column("id", SqlTypes.BIGINT).build();
        Column<Long> id = notes.column("id", Long.class);
        assertSql(
                insert(notes).setTo(id, Sequence.named("s'hop", "Numbers").nextValue()),
                on("postgresql duckdb", "INSERT INTO notes (id) VALUES (nextval('\"s''hop\".\"Numbers\"'))"),
                on("h2 sqlserver", "INSERT INTO notes (id) VALUES (NEXT VALUE FOR \"s'hop\".\"Numbers\")"),
                on("oracle", "INSERT INTO notes (id) VALUES (\"s'hop\".\"Numbers\".NEXTVAL)"),
                on("mariadb", "INSERT INTO notes (id) VALUES (NEXT VALUE FOR `s'hop`.`Numbers`)"),
                unsupportedOn("sqlite mysql", "sequences"));
    }

    @Test
    void isTheDefaultOfAColumn() {
        Table notes = Table.named("notes")
                .column("id", SqlTypes.BIGINT, ColumnOptions.nullable().withDefault(NUMBERS.nextValue()))
                .build();
        DdlElement create = new CreateTable(notes, notes.foreignKeys());
        assertThat(SqlAssert.H2.ddlCompiler().compile(create)).contains("id BIGINT DEFAULT NEXT VALUE FOR numbers");
        assertThat(SqlAssert.POSTGRESQL.ddlCompiler().compile(create)).contains("DEFAULT nextval('numbers')");
        assertThat(SqlAssert.DUCKDB.ddlCompiler().compile(create)).contains("DEFAULT nextval('numbers')");
        assertThat(SqlAssert.ORACLE.ddlCompiler().compile(create)).contains("DEFAULT numbers.NEXTVAL");
        assertThat(SqlAssert.SQLSERVER.ddlCompiler().compile(create)).contains("DEFAULT (NEXT VALUE FOR numbers)");
    }

    @Test
    void refusesWhatLeavesNoNumber() {
        assertThatThrownBy(() -> NUMBERS.incrementBy(0))
                .hasMessageContaining("ALK-1326")
                .hasMessageContaining("numbers");
        assertThatThrownBy(() -> NUMBERS.cache(-1)).hasMessageContaining("ALK-1326");
        assertThatThrownBy(() -> NUMBERS.minValue(5).maxValue(5)).hasMessageContaining("ALK-1326");
        assertThatThrownBy(() -> NUMBERS.maxValue(0)).hasMessageContaining("ALK-1326");
        assertThatThrownBy(() -> NUMBERS.maxValue(9).startWith(10)).hasMessageContaining("ALK-1326");
    }
}
