package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.charLength;
import static org.alkahest.sql.Sql.currentTimestamp;
import static org.alkahest.sql.Sql.daysBetween;
import static org.alkahest.sql.Sql.epochSeconds;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.lpad;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.position;
import static org.alkahest.sql.Sql.random;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.right;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.stringAgg;
import static org.alkahest.sql.Sql.tuple;
import static org.alkahest.sql.Sql.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.duckdb.DuckdbDialectFactory;
import org.alkahest.dialect.mysql.MariadbDialectFactory;
import org.alkahest.dialect.mysql.MysqlDialectFactory;
import org.alkahest.dialect.oracle.OracleDialectFactory;
import org.alkahest.dialect.sqlserver.SqlServerDialectFactory;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract.Field;
import org.alkahest.sql.Row2;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Operators and functions in the dialects that the other tests of SQL text do not name yet. */
final class ServerDialectsSqlTest {
    private static final Dialect MYSQL = new MysqlDialectFactory().create(new DatabaseVersion("MySQL", 9, 7));
    private static final Dialect MARIADB = new MariadbDialectFactory().create(new DatabaseVersion("MariaDB", 10, 11));
    private static final Dialect DUCKDB = new DuckdbDialectFactory().create(new DatabaseVersion("DuckDB", 2, 0));
    private static final Dialect ORACLE = new OracleDialectFactory().create(new DatabaseVersion("Oracle", 23, 0));
    private static final Dialect SQLSERVER =
            new SqlServerDialectFactory().create(new DatabaseVersion("Microsoft SQL Server", 16, 0));
    private static final Dialect SQLSERVER_2017 =
            new SqlServerDialectFactory().create(new DatabaseVersion("Microsoft SQL Server", 14, 0));

    /** The SQL of an expression, without the query around it. */
    private static String sql(Dialect dialect, Expression<?> expression) {
        String sql =
                dialect.sqlCompiler().compile(select(expression).from(BOOKS)).sql();
        return sql.substring("SELECT ".length(), sql.indexOf(" FROM books"));
    }

    private static String where(Dialect dialect, Expression<Boolean> condition) {
        String sql =
                dialect.sqlCompiler().compile(select(BOOKS.id).where(condition)).sql();
        return sql.substring(sql.indexOf(" WHERE ") + " WHERE ".length());
    }

    @Test
    void testsTruthWithoutTruthValues() {
        for (Dialect dialect : List.of(ORACLE, SQLSERVER)) {
            if (dialect.traits().predicates() == Styles.PredicateStyle.APART) {
                assertThat(where(dialect, BOOKS.pages.gt(1).isTrue()))
                        .isEqualTo("CASE WHEN books.pages > ? THEN 1 ELSE 0 END = 1");
                assertThat(where(dialect, BOOKS.pages.gt(1).isNotUnknown()))
                        .isEqualTo("CASE WHEN books.pages > ? THEN 0 WHEN NOT (books.pages > ?) THEN 0 ELSE 1 END = 0");
            }
        }
        assertThat(where(MYSQL, BOOKS.lent.isNotFalse())).isEqualTo("books.lent IS NOT FALSE");
    }

    @Test
    void comparesTuples() {
        Expression<Boolean> equal = tuple(BOOKS.id, BOOKS.pages).eq(new Row2<>(1, 2));
        Expression<Boolean> after = tuple(BOOKS.id, BOOKS.pages).ge(new Row2<>(1, 2));
        Expression<Boolean> in = tuple(BOOKS.id, BOOKS.pages).notIn(List.of(new Row2<>(1, 2), new Row2<>(3, 4)));
        for (Dialect dialect : List.of(MYSQL, MARIADB)) {
            assertThat(where(dialect, equal)).isEqualTo("(books.id, books.pages) = (?, ?)");
            assertThat(where(dialect, after)).isEqualTo("(books.id, books.pages) >= (?, ?)");
            assertThat(where(dialect, in)).isEqualTo("(books.id, books.pages) NOT IN ((?, ?), (?, ?))");
        }
        for (Dialect dialect : List.of(ORACLE, SQLSERVER, DUCKDB)) {
            assertThat(where(dialect, after)).isEqualTo("(books.id > ? OR books.id = ? AND books.pages >= ?)");
        }
        assertThat(where(ORACLE, equal)).isEqualTo("(books.id, books.pages) = ((?, ?))");
        assertThat(where(ORACLE, in)).isEqualTo("(books.id, books.pages) NOT IN ((?, ?), (?, ?))");
        for (Dialect dialect : List.of(SQLSERVER, DUCKDB)) {
            assertThat(where(dialect, equal)).isEqualTo("(books.id = ? AND books.pages = ?)");
            assertThat(where(dialect, in))
                    .isEqualTo("NOT (books.id = ? AND books.pages = ? OR books.id = ? AND books.pages = ?)");
        }
    }

    @Test
    void matchesRegularExpressions() {
        Expression<Boolean> like = BOOKS.title.regexpLike("a", "i");
        assertThat(where(MYSQL, like)).isEqualTo("REGEXP_LIKE(books.title, ?, 'i')");
        assertThat(where(MARIADB, like)).isEqualTo("books.title REGEXP concat('(', char(63), 'i)', ?)");
        assertThat(where(DUCKDB, like)).isEqualTo("regexp_matches(books.title, ?, 'i')");
        assertThat(where(ORACLE, like)).isEqualTo("REGEXP_LIKE(books.title, ?, 'i')");
        assertThatThrownBy(() -> where(SQLSERVER, like))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("regular expressions");
        Expression<String> replaced = BOOKS.title.regexpReplace("a", "b", "i");
        assertThat(sql(MYSQL, replaced)).isEqualTo("regexp_replace(books.title, ?, ?, 1, 0, 'i')");
        assertThat(sql(MARIADB, replaced)).isEqualTo("regexp_replace(books.title, concat('(', char(63), 'i)', ?), ?)");
        assertThat(sql(DUCKDB, replaced)).isEqualTo("REGEXP_REPLACE(books.title, ?, ?, 'gi')");
        assertThat(sql(ORACLE, replaced)).isEqualTo("REGEXP_REPLACE(books.title, ?, ?, 1, 0, 'i')");
    }

    @Test
    void comparesWithAnyRow() {
        Expression<Boolean> less = BOOKS.id.lt(any(select(AUTHORS.id)));
        for (Dialect dialect : List.of(MYSQL, MARIADB, DUCKDB, ORACLE, SQLSERVER)) {
            assertThat(where(dialect, less)).isEqualTo("books.id < ANY (SELECT authors.id FROM authors)");
        }
    }

    @Test
    void computesWithBits() {
        Expression<Integer> xor = BOOKS.id.bitXor(BOOKS.pages);
        assertThat(sql(MYSQL, xor)).isEqualTo("CAST(books.id ^ books.pages AS SIGNED)");
        assertThat(sql(DUCKDB, xor)).isEqualTo("xor(books.id, books.pages)");
        assertThat(sql(ORACLE, xor)).isEqualTo("(books.id + books.pages - 2 * BITAND(books.id, books.pages))");
        assertThat(sql(SQLSERVER, xor)).isEqualTo("books.id ^ books.pages");
        Expression<Integer> shifted = BOOKS.id.shiftRight(2);
        assertThat(sql(MYSQL, shifted)).isEqualTo("CAST(books.id >> ? AS SIGNED)");
        assertThat(sql(ORACLE, shifted)).isEqualTo("FLOOR(books.id / POWER(2, ?))");
        assertThat(sql(SQLSERVER_2017, shifted)).isEqualTo("FLOOR(books.id / POWER(CAST(2 AS FLOAT), ?))");
        assertThat(sql(ORACLE, BOOKS.id.bitNot())).isEqualTo("(-1 - books.id)");
    }

    @Test
    void triesCasts() {
        Expression<Integer> cast = BOOKS.title.tryCast(SqlTypes.INTEGER);
        assertThat(sql(DUCKDB, cast)).isEqualTo("TRY_CAST(books.title AS INTEGER)");
        assertThat(sql(SQLSERVER, cast)).isEqualTo("TRY_CAST(books.title AS INTEGER)");
        assertThat(sql(ORACLE, cast)).isEqualTo("CAST(books.title AS NUMBER(10) DEFAULT NULL ON CONVERSION ERROR)");
        assertThatThrownBy(() -> sql(MYSQL, cast)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void movesDatesAndReadsThem() {
        Expression<?> later = AUTHORS.born.plus(2, ChronoUnit.WEEKS);
        assertThat(sqlOfAuthors(MYSQL, later)).isEqualTo("authors.born + INTERVAL ? WEEK");
        assertThat(sqlOfAuthors(DUCKDB, later)).isEqualTo("CAST(authors.born + ? * INTERVAL '7' DAY AS DATE)");
        assertThat(sqlOfAuthors(ORACLE, later)).isEqualTo("authors.born + ? * 7");
        assertThat(sqlOfAuthors(SQLSERVER, later)).isEqualTo("DATEADD(week, ?, authors.born)");
        assertThat(sqlOfAuthors(ORACLE, AUTHORS.born.plus(2, ChronoUnit.YEARS)))
                .isEqualTo("ADD_MONTHS(authors.born, ? * 12)");
        Expression<?> week = extract(Field.WEEK, AUTHORS.born);
        assertThat(sqlOfAuthors(MYSQL, week)).isEqualTo("week(authors.born, 3)");
        assertThat(sqlOfAuthors(DUCKDB, week)).isEqualTo("EXTRACT(WEEK FROM authors.born)");
        assertThat(sqlOfAuthors(ORACLE, week)).isEqualTo("TO_NUMBER(TO_CHAR(authors.born, 'IW'))");
        assertThat(sqlOfAuthors(SQLSERVER, week)).isEqualTo("DATEPART(iso_week, authors.born)");
        Expression<?> weekday = extract(Field.DAY_OF_WEEK, AUTHORS.born);
        assertThat(sqlOfAuthors(SQLSERVER, weekday))
                .isEqualTo("((DATEPART(weekday, authors.born) + @@DATEFIRST - 2) % 7 + 1)");
        assertThat(sqlOfAuthors(ORACLE, weekday)).isEqualTo("(TRUNC(authors.born) - TRUNC(authors.born, 'IW') + 1)");
        Expression<?> days = daysBetween(AUTHORS.born, AUTHORS.born);
        assertThat(sqlOfAuthors(MYSQL, days)).isEqualTo("datediff(authors.born, authors.born)");
        assertThat(sqlOfAuthors(SQLSERVER, days)).isEqualTo("datediff(DAY, authors.born, authors.born)");
        assertThat(sqlOfAuthors(SQLSERVER, epochSeconds(AUTHORS.born)))
                .isEqualTo("DATEDIFF_BIG(second, '1970-01-01', authors.born)");
    }

    private static String sqlOfAuthors(Dialect dialect, Expression<?> expression) {
        String sql = dialect.sqlCompiler().compile(select(expression)).sql();
        return sql.substring("SELECT ".length(), sql.lastIndexOf(" FROM authors"));
    }

    @Test
    void callsFunctions() {
        assertThat(sql(SQLSERVER, charLength(BOOKS.title))).isEqualTo("(LEN(books.title + 'x') - 1)");
        assertThat(sql(ORACLE, charLength(BOOKS.title))).isEqualTo("LENGTH(books.title)");
        assertThat(sql(ORACLE, position("a", BOOKS.title))).isEqualTo("INSTR(books.title, ?)");
        assertThat(sql(SQLSERVER, position("a", BOOKS.title))).isEqualTo("CHARINDEX(?, books.title)");
        assertThat(sql(SQLSERVER, lpad(BOOKS.title, 5, '*')))
                .isEqualTo("LEFT(COALESCE(REPLICATE(?, ? - (LEN(books.title + 'x') - 1)), '') + books.title, ?)");
        assertThat(sql(ORACLE, right(BOOKS.title, 2)))
                .isEqualTo("SUBSTR(books.title, GREATEST(LENGTH(books.title) - ? + 1, 1))");
        assertThat(sql(SQLSERVER, random())).isEqualTo("RAND(CHECKSUM(NEWID()))");
        assertThat(sql(ORACLE, currentTimestamp())).isEqualTo("CURRENT_TIMESTAMP");
        assertThat(sql(MYSQL, currentTimestamp())).isEqualTo("utc_timestamp(6)");
        assertThat(sql(SQLSERVER, currentTimestamp())).isEqualTo("SYSDATETIMEOFFSET()");
    }

    @Test
    void aggregatesStrings() {
        Expression<String> titles = stringAgg(BOOKS.title, "; ").aggregateOrderBy(BOOKS.id);
        assertThat(sql(MYSQL, titles)).isEqualTo("group_concat(books.title ORDER BY books.id SEPARATOR '; ')");
        assertThat(sql(DUCKDB, titles)).isEqualTo("string_agg(books.title, '; ' ORDER BY books.id)");
        assertThat(sql(ORACLE, titles)).isEqualTo("LISTAGG(books.title, '; ') WITHIN GROUP (ORDER BY books.id)");
        assertThat(sql(SQLSERVER, titles)).isEqualTo("STRING_AGG(books.title, N'; ') WITHIN GROUP (ORDER BY books.id)");
    }

    @Test
    void repeatsWindowsWhereTheyHaveNoNames() {
        var byAuthor = partitionBy(BOOKS.authorId).as("w");
        Expression<Long> based = rank().over(window().basedOn(byAuthor).orderBy(BOOKS.id));
        assertThat(sql(SQLSERVER_2017, based))
                .isEqualTo("rank() OVER (PARTITION BY books.author_id ORDER BY books.id)");
        assertThat(sql(SQLSERVER_2017, rank().over(byAuthor)))
                .isEqualTo("rank() OVER (PARTITION BY books.author_id ORDER BY (SELECT NULL))");
        assertThat(sql(MYSQL, based)).isEqualTo("CAST(rank() OVER (w ORDER BY books.id) AS SIGNED)");
        Expression<Integer> before =
                lag(BOOKS.id).over(window().orderBy(BOOKS.id)).ignoringNulls();
        assertThat(sql(DUCKDB, before)).isEqualTo("lag(books.id IGNORE NULLS) OVER (ORDER BY books.id)");
        assertThat(sql(ORACLE, before)).isEqualTo("lag(books.id) IGNORE NULLS OVER (ORDER BY books.id)");
    }
}
