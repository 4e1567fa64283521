package org.alkahest.dialect;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.tuple;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.withRecursive;
import static org.alkahest.sql.Sql.withRecursiveDistinct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.CompiledSql;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.Extract;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Select;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableSample;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What Oracle says in other words than the standard's, at 19c and at 23ai. */
final class OracleSqlTest {
    private static final Dialect ORACLE_19 = at(19);
    private static final Dialect ORACLE_23 = at(23);
    private static final Planets PLANETS = new Planets(null);

    private static final class Planets extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.varchar(40));
        final Column<Integer> moons = column("moons", SqlTypes.INTEGER);
        final Column<Boolean> ringed = column("ringed", SqlTypes.BOOLEAN);
        final Column<LocalDate> found = column("found", SqlTypes.DATE);

        Planets(String alias) {
            super(null, "planets", alias);
        }

        @Override
        public Planets as(String alias) {
            return new Planets(alias);
        }
    }

    private static Dialect at(int major) {
        return new OracleDialectFactory().create(new DatabaseVersion("Oracle", major, 0));
    }

    private static void assert19(Statement statement, String sql) {
        assertSql(ORACLE_19, statement, sql);
    }

    private static void assert23(Statement statement, String sql) {
        assertSql(ORACLE_23, statement, sql);
    }

    private static void assertSql(Dialect dialect, Statement statement, String sql) {
        String compiled = dialect.sqlCompiler().compile(statement).sql();
        assertThat(compiled).isEqualTo(sql);
        CompiledSql.record("oracle", compiled);
    }

    private static String literal(Object value) {
        return ORACLE_19.sqlCompiler().compileForDdl(value(value));
    }

    private static void assertRefused(Statement statement, String feature) {
        assertThatThrownBy(() -> ORACLE_19.sqlCompiler().compile(statement))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(feature);
    }

    @Test
    void aliasesOfTablesHaveNoAs() {
        Planets p = PLANETS.as("p");
        var moony = select(p.id).from(p).where(p.moons.gt(0)).asTable("moony");
        assert19(
                select(moony.column(p.id).as("key")).from(moony),
                "SELECT moony.id AS key FROM (SELECT p.id FROM planets p WHERE p.moons > ?) moony");
    }

    @Test
    void fromDualUntilFromBecameOptional() {
        assert19(select(value(1)), "SELECT ? FROM DUAL");
        assert23(select(value(1)), "SELECT ?");
    }

    @Test
    void rowsAreLimitedByFetch() {
        assert19(
                select(PLANETS.id).orderBy(PLANETS.id).limit(3).offset(6),
                "SELECT planets.id FROM planets ORDER BY planets.id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY");
    }

    @Test
    void limitedRowsCannotBeLocked() {
        assert19(select(PLANETS.id).forUpdate(), "SELECT planets.id FROM planets FOR UPDATE");
        assertRefused(select(PLANETS.id).limit(1).forUpdate(), "FOR UPDATE together with a limit");
    }

    @Test
    void exceptIsMinusBefore21() {
        Select<Integer> ids = select(PLANETS.id);
        assert19(ids.except(ids), "SELECT planets.id FROM planets MINUS SELECT planets.id FROM planets");
        assert23(ids.except(ids), "SELECT planets.id FROM planets EXCEPT SELECT planets.id FROM planets");
    }

    @Test
    void termsOfSetOperationsWithAnOrderAreSubqueries() {
        Select<Integer> ids = select(PLANETS.id);
        assert19(
                ids.unionAll(ids.orderBy(PLANETS.id).limit(1)),
                "SELECT planets.id FROM planets UNION ALL SELECT * FROM"
                        + " (SELECT planets.id FROM planets ORDER BY planets.id FETCH NEXT ? ROWS ONLY)");
    }

    @Test
    void recursiveQueriesNeedNoKeyword() {
        var numbers = withRecursive(
                "n",
                select(value(1).as("i")),
                n -> select(n.column("i", SqlTypes.INTEGER).plus(1))
                        .where(n.column("i", SqlTypes.INTEGER).lt(5)));
        assert19(
                select(numbers.column("i", SqlTypes.INTEGER)),
                "WITH n (i) AS (SELECT ? AS i FROM DUAL UNION ALL SELECT n.i + ? FROM n WHERE n.i < ?)"
                        + " SELECT n.i FROM n");
    }

    @Test
    void conditionsAndValuesAreApartBefore23() {
        assert19(
                select(PLANETS.ringed, PLANETS.moons.gt(1)).where(PLANETS.ringed),
                "SELECT planets.ringed, CASE WHEN planets.moons > ? THEN 1 WHEN NOT (planets.moons > ?) THEN 0 END"
                        + " FROM planets WHERE planets.ringed = 1");
        assert23(
                select(PLANETS.ringed, PLANETS.moons.gt(1)).where(PLANETS.ringed),
                "SELECT planets.ringed, planets.moons > ? FROM planets WHERE planets.ringed");
    }

    @Test
    void nullsAreComparedByDecode() {
        assert19(
                select(count()).where(PLANETS.name.isDistinctFrom("a")).where(PLANETS.moons.isNotDistinctFrom(3)),
                "SELECT count(*) FROM planets WHERE DECODE(planets.name, ?, 0, 1) = 1"
                        + " AND DECODE(planets.moons, ?, 0, 1) = 0");
    }

    @Test
    void integersDivideWithoutFractionAndRemaindersAreAFunction() {
        assert19(
                select(PLANETS.moons.dividedBy(2).plus(PLANETS.moons.modulo(3))),
                "SELECT TRUNC(planets.moons / ?) + MOD(planets.moons, ?) FROM planets");
    }

    @Test
    void longListsOfValuesAreSplit() {
        List<Integer> many = IntStream.range(0, 1500).boxed().toList();
        Compiled in = ORACLE_19.sqlCompiler().compile(select(PLANETS.id).where(PLANETS.id.in(many)));
        assertThat(in.sql())
                .startsWith("SELECT planets.id FROM planets WHERE (planets.id IN (?, ")
                .contains("?) OR planets.id IN (?, ")
                .endsWith("?))");
        assertThat(in.binds()).hasSize(StatementKey.padded(1500));
        assertThat(in.binds().get(1499).slot()).isEqualTo(1499);
        assertThat(in.sql().split(" OR ", -1)[0].chars().filter(c -> c == '?').count())
                .isEqualTo(1000);
        assertThat(ORACLE_19
                        .sqlCompiler()
                        .compile(select(PLANETS.id).where(PLANETS.id.notIn(many)))
                        .sql())
                .contains("?) AND planets.id NOT IN (?, ");
        assertThat(ORACLE_23
                        .sqlCompiler()
                        .compile(select(PLANETS.id).where(PLANETS.id.in(many)))
                        .sql())
                .doesNotContain(" OR ");
    }

    @Test
    void timeFieldsOfDatesNeedATimestamp() {
        assert19(
                select(
                        extract(Extract.Field.YEAR, PLANETS.found),
                        extract(Extract.Field.HOUR, PLANETS.found),
                        extract(Extract.Field.SECOND, value(LocalTime.NOON))),
                "SELECT EXTRACT(YEAR FROM planets.found), EXTRACT(HOUR FROM CAST(planets.found AS TIMESTAMP)),"
                        + " TRUNC(EXTRACT(SECOND FROM ?)) FROM planets");
    }

    @Test
    void groupsByNoExpressionWithAParameter() {
        var fewer = PLANETS.moons.minus(1);
        assertRefused(select(fewer, count()).groupBy(fewer), "GROUP BY of an expression with a parameter");
    }

    @Test
    void insertsSeveralRowsByAQueryBefore23() {
        var two = insert(PLANETS)
                .set(PLANETS.name, "a")
                .set(PLANETS.moons, 1)
                .nextRow()
                .set(PLANETS.name, "b")
                .set(PLANETS.moons, 2);
        assert19(two, "INSERT INTO planets (name, moons) SELECT ?, ? FROM DUAL UNION ALL SELECT ?, ? FROM DUAL");
        assert23(two, "INSERT INTO planets (name, moons) VALUES (?, ?), (?, ?)");
        assert19(insert(PLANETS), "INSERT INTO planets (id) VALUES (DEFAULT)");
    }

    @Test
    void changedRowsComeBackInReturnParameters() {
        Compiled inserted = ORACLE_19
                .sqlCompiler()
                .compile(insert(PLANETS).set(PLANETS.name, "a").returning(PLANETS.id));
        assertThat(inserted.sql()).isEqualTo("INSERT INTO planets (name) VALUES (?) RETURNING id INTO ?");
        assertThat(inserted.binds()).hasSize(1);
        assert19(
                update(PLANETS)
                        .set(PLANETS.moons, 2)
                        .where(PLANETS.id.eq(1))
                        .returning(row(PLANETS.id, PLANETS.name.concat("!").as("loud"))
                                .as(Named::new)),
                "UPDATE planets SET moons = ? WHERE planets.id = ? RETURNING id, name || ? INTO ?, ?");
        assert19(
                delete(PLANETS).where(PLANETS.id.eq(1)).returning(PLANETS.name),
                "DELETE FROM planets WHERE planets.id = ? RETURNING name INTO ?");
    }

    private record Named(Integer id, String loud) {}

    @Test
    void rowsOfSeveralInsertsDoNotComeBack() {
        assertRefused(
                insert(PLANETS)
                        .set(PLANETS.name, "a")
                        .nextRow()
                        .set(PLANETS.name, "b")
                        .returning(PLANETS.id),
                "RETURNING on INSERT of several rows");
    }

    @Test
    void recursionIsByUnionAllOnly() {
        var numbers = withRecursiveDistinct(
                "n",
                select(value(1).as("i")),
                n -> select(n.column("i", SqlTypes.INTEGER).plus(1)));
        assertRefused(select(numbers.column("i", SqlTypes.INTEGER)), "recursive query by UNION");
        var all = withRecursive(
                "n",
                select(value(1).as("i")),
                n -> select(n.column("i", SqlTypes.INTEGER).plus(1)));
        Select<Integer> once = select(all.column("i", SqlTypes.INTEGER));
        assert19(
                once.union(once),
                "WITH n (i) AS (SELECT ? AS i FROM DUAL UNION ALL SELECT n.i + ? FROM n)"
                        + " SELECT n.i FROM n UNION SELECT n.i FROM n");
    }

    @Test
    void locksNameColumnsForTables() {
        Planets p = PLANETS.as("p");
        assert19(
                select(p.id).from(p).lock(Locking.forUpdate().of(p).skipLocked()),
                "SELECT p.id FROM planets p FOR UPDATE OF p.id SKIP LOCKED");
    }

    @Test
    void samplesStandBeforeTheAlias() {
        Planets p = PLANETS.as("p");
        assert19(
                select(p.id).from(new TableSample(p, TableSample.Method.SYSTEM, 2.5, 7)),
                "SELECT p.id FROM planets SAMPLE BLOCK (2.5) SEED (7) p");
    }

    @Test
    void tuplesAreComparedWithAListOfTuples() {
        assert19(
                select(PLANETS.id).where(tuple(PLANETS.id, PLANETS.moons).eq(tuple(value(1), value(2)))),
                "SELECT planets.id FROM planets WHERE (planets.id, planets.moons) = ((?, ?))");
    }

    @Test
    void literals() {
        assertThat(literal("it's \\ &x")).isEqualTo("'it''s \\ &x'");
        assertThat(literal(true)).isEqualTo("1");
        assertThat(ORACLE_23.sqlCompiler().compileForDdl(value(true))).isEqualTo("TRUE");
        assertThat(literal(1.5e300)).isEqualTo("1.5E300d");
        assertThat(literal(1.5f)).isEqualTo("1.5f");
        assertThat(literal(LocalDate.of(2026, 1, 2))).isEqualTo("DATE '2026-01-02'");
        assertThat(literal(LocalTime.of(10, 20, 30, 123_456_000))).isEqualTo("TIMESTAMP '1970-01-01 10:20:30.123456'");
        assertThat(literal(OffsetDateTime.parse("2026-01-02T01:00+02:00")))
                .isEqualTo("TIMESTAMP '2026-01-01 23:00:00.000000 +00:00'");
        assertThat(literal(new byte[] {1, -1})).isEqualTo("HEXTORAW('01ff')");
        assertThat(literal(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef")))
                .isEqualTo("HEXTORAW('0123456789abcdef0123456789abcdef')");
    }

    @Test
    void identifiersBeginWithALetterAndHoldNoQuotes() {
        assertThat(ORACLE_19.identifiers().write("_id")).isEqualTo("\"_id\"");
        assertThat(ORACLE_19.identifiers().write("date")).isEqualTo("\"date\"");
        assertThat(ORACLE_19.identifiers().write("Mixed")).isEqualTo("\"Mixed\"");
        assertThat(ORACLE_19.identifiers().write("id_2")).isEqualTo("id_2");
        assertThatThrownBy(() -> ORACLE_19.identifiers().write("a\"b"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1201");
        assertThat(ORACLE_19.traits().maxIdentifierLength()).isEqualTo(128);
        assertThat(at(12).traits().maxIdentifierLength()).isEqualTo(30);
        assertThatThrownBy(() -> ORACLE_19.identifiers().write("ö".repeat(65))).hasMessageContaining("130 bytes");
    }

    @Test
    void shortUrlsAreEasyConnectStrings() {
        var factory = new OracleDialectFactory();
        assertThat(factory.fromShortUrl("oracle://scott:t%2Figer@db:1521/orcl?wallet_location=/w"))
                .hasValueSatisfying(url -> {
                    assertThat(url.url()).isEqualTo("jdbc:oracle:thin:@//db:1521/orcl?wallet_location=/w");
                    assertThat(url.user()).isEqualTo("scott");
                    assertThat(url.password()).isEqualTo("t/iger");
                });
        assertThat(factory.acceptsJdbcUrl("jdbc:oracle:thin:@db")).isTrue();
    }
}
