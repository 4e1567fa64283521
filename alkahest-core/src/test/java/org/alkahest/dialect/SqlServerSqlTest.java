package org.alkahest.dialect;

import static org.alkahest.sql.Sql.avg;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.percentileCont;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;
import static org.alkahest.sql.Sql.withRecursiveDistinct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.alkahest.compile.CompiledSql;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.WindowFrame;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Statements of SQL Server that differ from the base; there is no server to run them, so a grammar parses such elsewhere. */
final class SqlServerSqlTest {
    private static final Dialect DIALECT = at(16);
    private static final Plants PLANTS = new Plants(null);

    private static Dialect at(int major) {
        return ServiceLoader.load(DialectFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals("sqlserver"))
                .findFirst()
                .orElseThrow()
                .create(new DatabaseVersion("Microsoft SQL Server", major, 0));
    }

    private static String sql(Statement statement) {
        String sql = DIALECT.sqlCompiler().compile(statement).sql();
        CompiledSql.record("sqlserver", sql);
        return sql;
    }

    private static String display(Statement statement) {
        String sql = DIALECT.sqlCompiler().compileForDisplay(statement);
        CompiledSql.record("sqlserver", sql);
        return sql;
    }

    private static void assertRefused(Statement statement, String words) {
        assertThatThrownBy(() -> sql(statement))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(words);
    }

    static final class Plants extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.varchar(40));
        final Column<String> note = column("note", SqlTypes.TEXT);
        final Column<Long> seeds = column("seeds", SqlTypes.BIGINT);
        final Column<Double> height = column("height", SqlTypes.DOUBLE);
        final Column<Boolean> tall = column("tall", SqlTypes.BOOLEAN);

        Plants(String alias) {
            super(null, "plants", alias);
        }

        @Override
        public Plants as(String alias) {
            return new Plants(alias);
        }
    }

    @Test
    void takesPercentilesOverWindowsOnly() {
        var median = percentileCont(0.5, PLANTS.seeds);
        assertThat(display(select(median.over(partitionBy(PLANTS.name))).from(PLANTS)))
                .isEqualTo("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY plants.seeds) OVER"
                        + " (PARTITION BY plants.name) FROM plants");
        assertRefused(select(median).from(PLANTS), "WITHIN GROUP");
        assertRefused(
                select(sum(median).over(partitionBy(PLANTS.name))).from(PLANTS).groupBy(PLANTS.name), "WITHIN GROUP");
    }

    @Test
    void limitsByTopWhereNothingIsLeftOut() {
        assertThat(sql(select(PLANTS.name).limit(5))).isEqualTo("SELECT TOP (?) plants.name FROM plants");
        assertThat(sql(select(PLANTS.name).distinct().orderBy(PLANTS.name).limit(5)))
                .isEqualTo("SELECT DISTINCT TOP (?) plants.name FROM plants ORDER BY plants.name");
        assertThat(sql(select(PLANTS.name).orderBy(PLANTS.id).limit(5).withTies()))
                .isEqualTo("SELECT TOP (?) WITH TIES plants.name FROM plants ORDER BY plants.id");
        assertThat(sql(select(PLANTS.name).orderBy(PLANTS.id).limitPercent(5)))
                .isEqualTo("SELECT TOP (?) PERCENT plants.name FROM plants ORDER BY plants.id");
    }

    @Test
    void limitsByOffsetAndFetchInAnOrder() {
        String begin = "SELECT plants.name FROM plants ORDER BY ";
        assertThat(sql(select(PLANTS.name).orderBy(PLANTS.id).limit(5).offset(2)))
                .isEqualTo(begin + "plants.id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY");
        assertThat(sql(select(PLANTS.name).offset(2))).isEqualTo(begin + "(SELECT NULL) OFFSET ? ROWS");
        assertThat(sql(select(PLANTS.name).distinct().offset(2)))
                .isEqualTo("SELECT DISTINCT plants.name FROM plants ORDER BY 1 OFFSET ? ROWS");
        assertThat(sql(select(PLANTS.id).union(select(PLANTS.id)).limit(3)))
                .isEqualTo("SELECT plants.id FROM plants UNION SELECT plants.id FROM plants"
                        + " ORDER BY 1 OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY");
        assertRefused(select(PLANTS.name).orderBy(PLANTS.id).limit(3).withTies().offset(1), "WITH TIES");
    }

    @Test
    void ordersSubqueriesOnlyBesideALimit() {
        assertThat(sql(select(PLANTS.id)
                        .where(PLANTS.id.in(select(PLANTS.id).from(PLANTS).orderBy(PLANTS.name)))))
                .isEqualTo("SELECT plants.id FROM plants WHERE plants.id IN"
                        + " (SELECT plants.id FROM plants ORDER BY plants.name OFFSET 0 ROWS)");
        assertThat(sql(select(with("p", select(PLANTS.id).orderBy(PLANTS.name)).column(PLANTS.id))))
                .isEqualTo("WITH p (id) AS (SELECT plants.id FROM plants ORDER BY plants.name OFFSET 0 ROWS)"
                        + " SELECT p.id FROM p");
        assertThat(sql(select(PLANTS.id)
                        .where(PLANTS.id.in(select(PLANTS.id)
                                .from(PLANTS)
                                .orderBy(PLANTS.name)
                                .limit(1)))))
                .isEqualTo("SELECT plants.id FROM plants WHERE plants.id IN"
                        + " (SELECT TOP (?) plants.id FROM plants ORDER BY plants.name)");
    }

    @Test
    void wrapsTermsOfSetOperationsThatHaveALimit() {
        assertThat(sql(select(PLANTS.id, count())
                        .groupBy(PLANTS.id)
                        .unionAll(select(PLANTS.id, PLANTS.seeds)
                                .orderBy(PLANTS.name)
                                .limit(2))))
                .isEqualTo("SELECT plants.id, COUNT_BIG(*) FROM plants GROUP BY plants.id UNION ALL"
                        + " SELECT * FROM (SELECT TOP (?) plants.id, plants.seeds FROM plants ORDER BY plants.name)"
                        + " AS term (id, seeds)");
        assertThat(sql(select(PLANTS.id).union(select(PLANTS.id).except(select(PLANTS.id)))))
                .isEqualTo("SELECT plants.id FROM plants UNION"
                        + " (SELECT plants.id FROM plants EXCEPT SELECT plants.id FROM plants)");
    }

    @Test
    void locksByTableHints() {
        String begin = "SELECT plants.id FROM plants";
        assertThat(sql(select(PLANTS.id).forUpdate())).isEqualTo(begin + " WITH (UPDLOCK, ROWLOCK)");
        assertThat(sql(select(PLANTS.id).forShare())).isEqualTo(begin + " WITH (REPEATABLEREAD, ROWLOCK)");
        assertThat(sql(select(PLANTS.id).lock(Locking.forUpdate().skipLocked())))
                .isEqualTo(begin + " WITH (UPDLOCK, ROWLOCK, READPAST)");
        Plants other = PLANTS.as("o");
        assertThat(sql(select(PLANTS.id)
                        .join(other, other.id.eq(PLANTS.id))
                        .where(PLANTS.id.in(select(PLANTS.id).from(PLANTS)))
                        .lock(Locking.forUpdate().of(other).noWait())))
                .isEqualTo(begin + " JOIN plants AS o WITH (UPDLOCK, ROWLOCK, NOWAIT) ON o.id = plants.id"
                        + " WHERE plants.id IN (SELECT plants.id FROM plants)");
        assertRefused(select(PLANTS.id).lock(Locking.forKeyShare()), "KEY SHARE");
    }

    @Test
    void samplesPages() {
        TableSample sample = new TableSample(PLANTS, TableSample.Method.SYSTEM, 10, null).repeatable(7);
        assertThat(sql(select(PLANTS.id).from(sample)))
                .isEqualTo("SELECT plants.id FROM plants TABLESAMPLE SYSTEM (10.0 PERCENT) REPEATABLE (7)");
    }

    @Test
    void tellsRecursiveQueriesByTheirReference() {
        String text = sql(select(withRecursive(
                        "n",
                        select(PLANTS.id),
                        self -> select(self.column(PLANTS.id)).from(self))
                .column(PLANTS.id)));
        assertThat(text)
                .isEqualTo("WITH n (id) AS (SELECT plants.id FROM plants UNION ALL SELECT n.id FROM n) SELECT n.id FROM"
                        + " n");
        assertRefused(
                select(withRecursiveDistinct(
                                "n",
                                select(PLANTS.id),
                                self -> select(self.column(PLANTS.id)).from(self))
                        .column(PLANTS.id)),
                "recursive query");
    }

    @Test
    void separatesValuesAndConditions() {
        assertThat(sql(select(PLANTS.id.gt(5).as("big")).where(PLANTS.tall)))
                .isEqualTo("SELECT CASE WHEN plants.id > ? THEN 1 WHEN NOT (plants.id > ?) THEN 0 END AS big"
                        + " FROM plants WHERE plants.tall = 1");
    }

    @Test
    void comparesNullsBySetsBefore2022() {
        Statement statement = select(PLANTS.id).where(PLANTS.name.isDistinctFrom(null));
        assertThat(sql(statement)).endsWith("WHERE plants.name IS DISTINCT FROM ?");
        assertThat(at(15).sqlCompiler().compile(statement).sql())
                .endsWith("WHERE NOT EXISTS (SELECT plants.name INTERSECT SELECT ?)");
    }

    @Test
    void takesBracketsInPatternsLiterally() {
        assertThat(display(select(PLANTS.id).where(PLANTS.name.like("[a]_%"))))
                .endsWith("WHERE plants.name LIKE N'[[]a]_%'");
        assertThat(display(select(PLANTS.id).where(PLANTS.name.like("![a]!", '!'))))
                .endsWith("WHERE plants.name LIKE N'![a]!' ESCAPE N'!'");
        assertThat(display(select(PLANTS.id).where(PLANTS.name.startsWith("50%[x]"))))
                .endsWith("WHERE plants.name LIKE N'50!%[[]x]%' ESCAPE N'!'");
        assertThat(sql(select(PLANTS.id).where(PLANTS.name.ilike("A%"))))
                .endsWith("WHERE lower(plants.name) LIKE lower(?)");
    }

    @Test
    void concatenatesWithoutCuttingOrAdding() {
        assertThat(sql(select(PLANTS.name.concat(PLANTS.name)))).startsWith("SELECT plants.name + plants.name FROM");
        assertThat(sql(select(PLANTS.name.concat(" "))))
                .startsWith("SELECT CAST(plants.name AS NVARCHAR(MAX)) + ? FROM");
        assertThat(sql(select(PLANTS.name.concat(PLANTS.id))))
                .startsWith("SELECT CAST(plants.name AS NVARCHAR(MAX)) + CAST(plants.id AS NVARCHAR(MAX)) FROM");
    }

    @Test
    void widensSumsAndAveragesOfIntegers() {
        assertThat(sql(select(count(PLANTS.id), sum(PLANTS.id), sum(PLANTS.seeds), avg(PLANTS.id))))
                .isEqualTo("SELECT COUNT_BIG(plants.id), sum(CAST(plants.id AS BIGINT)), sum(CAST(plants.seeds AS"
                        + " DECIMAL(38, 0))), avg(CAST(plants.id AS DECIMAL(19, 0))) FROM plants");
    }

    @Test
    void computesInItsOwnWords() {
        assertThat(sql(select(PLANTS.height.modulo(2.5))))
                .isEqualTo("SELECT CAST(plants.height AS DECIMAL(38, 10)) % CAST(? AS DECIMAL(38, 10)) FROM plants");
        assertThat(sql(select(extract(Extract.Field.YEAR, raw("GETDATE()", SqlTypes.TIMESTAMP)))))
                .isEqualTo("SELECT DATEPART(year, GETDATE())");
        assertThat(sql(select(PLANTS.id).orderBy(PLANTS.name.collate("Latin1_General_CI_AS"))))
                .endsWith("ORDER BY plants.name COLLATE Latin1_General_CI_AS");
        assertThatThrownBy(() -> sql(select(PLANTS.name.collate("x; DROP"))))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1392");
        assertThat(sql(select(function("string_agg", SqlTypes.TEXT, PLANTS.name, value(","))
                        .aggregateOrderBy(PLANTS.id))))
                .isEqualTo("SELECT string_agg(plants.name, ?) WITHIN GROUP (ORDER BY plants.id) FROM plants");
        assertRefused(
                select(function("max", SqlTypes.INTEGER, PLANTS.id).aggregateOrderBy(PLANTS.id)), "ORDER BY inside");
        Expression<Double> taller = PLANTS.height.plus(1.0);
        assertRefused(select(taller, count()).groupBy(taller), "GROUP BY of an expression with a parameter");
    }

    @Test
    void ordersWindowsThatWantIt() {
        assertThat(sql(select(
                        rowNumber().over(),
                        lag(PLANTS.id).over(partitionBy(PLANTS.name)),
                        rank().over(window().orderBy(PLANTS.id)))))
                .isEqualTo("SELECT row_number() OVER (ORDER BY (SELECT NULL)),"
                        + " lag(plants.id) OVER (PARTITION BY plants.name ORDER BY (SELECT NULL)),"
                        + " rank() OVER (ORDER BY plants.id) FROM plants");
        Statement named =
                select(sum(PLANTS.seeds).over(window().orderBy(PLANTS.id).as("w")));
        assertThat(sql(named)).endsWith("OVER w FROM plants WINDOW w AS (ORDER BY plants.id)");
        assertThat(at(15).sqlCompiler().compile(named).sql()).endsWith("OVER (ORDER BY plants.id) FROM plants");
        WindowFrame rows = WindowFrame.rows(WindowFrame.preceding(2), WindowFrame.currentRow());
        Statement framed = select(count().over(window().orderBy(PLANTS.id).frame(rows)));
        assertThat(sql(framed))
                .isEqualTo("SELECT COUNT_BIG(*) OVER (ORDER BY plants.id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)"
                        + " FROM plants");
        assertThat(DIALECT.sqlCompiler().compile(framed).cacheable()).isFalse();
        WindowFrame groups = WindowFrame.groups(WindowFrame.unboundedPreceding(), WindowFrame.currentRow());
        assertRefused(select(count().over(window().orderBy(PLANTS.id).frame(groups))), "GROUPS");
    }

    @Test
    void refusesMoreParametersThanTheServerTakes() {
        List<Integer> ids = IntStream.range(0, 2_098).boxed().toList();
        assertRefused(select(PLANTS.id).where(PLANTS.id.in(ids)), "2097 bind parameters");
    }
}
