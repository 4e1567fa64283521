package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.charLength;
import static org.alkahest.sql.Sql.currentDate;
import static org.alkahest.sql.Sql.currentTimestamp;
import static org.alkahest.sql.Sql.currentUser;
import static org.alkahest.sql.Sql.daysBetween;
import static org.alkahest.sql.Sql.epochSeconds;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.greatest;
import static org.alkahest.sql.Sql.left;
import static org.alkahest.sql.Sql.mode;
import static org.alkahest.sql.Sql.percentileCont;
import static org.alkahest.sql.Sql.position;
import static org.alkahest.sql.Sql.power;
import static org.alkahest.sql.Sql.rankAmong;
import static org.alkahest.sql.Sql.round;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sign;
import static org.alkahest.sql.Sql.stringAgg;
import static org.alkahest.sql.Sql.substring;
import static org.alkahest.sql.Sql.trimLeading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.sql.Expression;
import org.alkahest.sql.Extract.Field;
import org.alkahest.sql.Select;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class FunctionSqlTest {
    private static final String FROM = " FROM books";

    private static <T> Select<T> books(Expression<T> expression) {
        return select(expression).from(BOOKS);
    }

    @Test
    void callsFunctionsByName() {
        assertSql(books(function("pkg.f", SqlTypes.INTEGER, BOOKS.id)), everywhere("SELECT pkg.f(books.id)" + FROM));
        assertSql(
                books(function("\"My Pkg\".\"f\"", SqlTypes.INTEGER, BOOKS.id)),
                on("mysql mariadb", "SELECT `My Pkg`.`f`(books.id) FROM books"),
                everywhere("SELECT \"My Pkg\".\"f\"(books.id)" + FROM));
        for (String wrong : new String[] {"f()", "a..b", "\"a", "a\"b\"", "f; --", "\"a\"\"b\""}) {
            assertThatThrownBy(() -> function(wrong, SqlTypes.INTEGER))
                    .as(wrong)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-1103");
        }
    }

    @Test
    void computesNumbers() {
        assertSql(
                books(round(BOOKS.price)),
                on("sqlserver", "SELECT ROUND(books.price, 0) FROM books"),
                everywhere("SELECT round(books.price)" + FROM));
        assertSql(
                books(round(BOOKS.weight, 1)),
                on("sqlite duckdb mysql mariadb oracle sqlserver", "SELECT round(books.weight, ?)" + FROM, 1),
                on("h2", "SELECT round(books.weight, CAST(? AS INTEGER))" + FROM, 1),
                on("postgresql", "SELECT round(CAST(books.weight AS NUMERIC), ?)" + FROM, 1));
        assertSql(
                books(power(BOOKS.pages, 2)),
                on("sqlite postgresql duckdb mysql mariadb oracle sqlserver", "SELECT power(books.pages, ?)" + FROM, 2),
                on("h2", "SELECT power(books.pages, CAST(? AS INTEGER))" + FROM, 2));
        assertSql(
                books(greatest(BOOKS.pages, BOOKS.id)),
                on("sqlite", "SELECT max(books.pages, books.id)" + FROM),
                on(
                        "h2 postgresql duckdb mysql mariadb oracle sqlserver",
                        "SELECT greatest(books.pages, books.id)" + FROM));
    }

    @Test
    void computesStrings() {
        assertSql(
                books(charLength(BOOKS.title)),
                on("sqlite", "SELECT length(books.title)" + FROM),
                on("h2 postgresql duckdb mysql mariadb", "SELECT char_length(books.title)" + FROM),
                on("oracle", "SELECT LENGTH(books.title) FROM books"),
                on("sqlserver", "SELECT (LEN(books.title + 'x') - 1) FROM books"));
        assertSql(
                books(substring(BOOKS.title, 2, 3)),
                on("sqlite", "SELECT substr(books.title, ?, ?)" + FROM, 2, 3),
                on("h2", "SELECT substring(books.title, CAST(? AS INTEGER), CAST(? AS INTEGER))" + FROM, 2, 3),
                on("postgresql duckdb mysql mariadb sqlserver", "SELECT substring(books.title, ?, ?)" + FROM, 2, 3),
                on("oracle", "SELECT SUBSTR(books.title, ?, ?) FROM books", 2, 3));
        assertSql(
                books(position("a", BOOKS.title)),
                on("sqlite", "SELECT instr(books.title, ?)" + FROM, "a"),
                on("h2", "SELECT position(CAST(? AS VARCHAR) IN books.title)" + FROM, "a"),
                on("postgresql duckdb mysql mariadb", "SELECT position(? IN books.title)" + FROM, "a"),
                on("oracle", "SELECT INSTR(books.title, ?) FROM books", "a"),
                on("sqlserver", "SELECT CHARINDEX(?, books.title) FROM books", "a"));
        assertSql(
                books(trimLeading(BOOKS.title, 'x')),
                on("sqlite", "SELECT ltrim(books.title, ?)" + FROM, "x"),
                on("h2", "SELECT trim(LEADING CAST(? AS VARCHAR) FROM books.title)" + FROM, "x"),
                on(
                        "postgresql duckdb mysql mariadb oracle sqlserver",
                        "SELECT trim(LEADING ? FROM books.title)" + FROM,
                        "x"));
        assertSql(
                books(left(BOOKS.title, 2)),
                on("sqlite", "SELECT substr(books.title, 1, ?)" + FROM, 2),
                on("h2", "SELECT left(books.title, CAST(? AS INTEGER))" + FROM, 2),
                on("postgresql duckdb mysql mariadb sqlserver", "SELECT left(books.title, ?)" + FROM, 2),
                on("oracle", "SELECT SUBSTR(books.title, 1, ?) FROM books", 2));
        assertSql(
                books(BOOKS.title.regexpReplace("a", "b", "i")),
                unsupportedOn("sqlserver", "replacement by regular expression"),
                on("sqlite h2", "SELECT REGEXP_REPLACE(books.title, ?, ?, 'i')" + FROM, "a", "b"),
                on("postgresql duckdb", "SELECT REGEXP_REPLACE(books.title, ?, ?, 'gi')" + FROM, "a", "b"),
                on("mysql", "SELECT regexp_replace(books.title, ?, ?, 1, 0, 'i') FROM books", "a", "b"),
                on(
                        "mariadb",
                        "SELECT regexp_replace(books.title, concat('(', char(63), 'i)', ?), ?) FROM books",
                        "a",
                        "b"),
                on("oracle", "SELECT REGEXP_REPLACE(books.title, ?, ?, 1, 0, 'i') FROM books", "a", "b"));
    }

    /** Of decimals some databases give a decimal, whose quotients are no integers. */
    @Test
    void theSignIsAnInteger() {
        assertSql(
                books(sign(BOOKS.price).dividedBy(2)),
                on("postgresql", "SELECT CAST(sign(books.price) AS INTEGER) / ?" + FROM, 2),
                on("sqlserver", "SELECT CAST(SIGN(books.price) AS INTEGER) / ?" + FROM, 2),
                on("duckdb", "SELECT sign(books.price) // ?" + FROM, 2),
                on("mysql mariadb", "SELECT sign(books.price) DIV ?" + FROM, 2),
                on("oracle", "SELECT TRUNC(sign(books.price) / ?)" + FROM, 2),
                everywhere("SELECT sign(books.price) / ?" + FROM, 2));
    }

    /** SQLite has no EXTRACT, and what is computed in its place is one operand. */
    @Test
    void computesWithPartsOfDates() {
        assertThat(SqlAssert.SQLITE
                        .sqlCompiler()
                        .compile(select(extract(Field.DAY_OF_WEEK, AUTHORS.born).times(2)))
                        .sql())
                .isEqualTo("SELECT ((CAST(strftime('%w', authors.born) AS INTEGER) + 6) % 7 + 1) * ? FROM authors");
    }

    @Test
    void readsPartsOfDates() {
        assertSql(
                select(extract(Field.WEEK, AUTHORS.born)),
                on(
                        "sqlite",
                        "SELECT ((CAST(strftime('%j', authors.born, '-3 days', 'weekday 4') AS INTEGER) + 6) / 7)"
                                + " FROM authors"),
                on("h2", "SELECT EXTRACT(ISO_WEEK FROM authors.born) FROM authors"),
                on("postgresql", "SELECT CAST(EXTRACT(WEEK FROM authors.born) AS INTEGER) FROM authors"),
                on("duckdb", "SELECT EXTRACT(WEEK FROM authors.born) FROM authors"),
                on("mysql mariadb", "SELECT week(authors.born, 3) FROM authors"),
                on("oracle", "SELECT TO_NUMBER(TO_CHAR(authors.born, 'IW')) FROM authors"),
                on("sqlserver", "SELECT DATEPART(iso_week, authors.born) FROM authors"));
        assertSql(
                select(extract(Field.DAY_OF_WEEK, AUTHORS.born)),
                on("sqlite", "SELECT ((CAST(strftime('%w', authors.born) AS INTEGER) + 6) % 7 + 1) FROM authors"),
                on("h2", "SELECT EXTRACT(ISO_DAY_OF_WEEK FROM authors.born) FROM authors"),
                on("postgresql", "SELECT CAST(EXTRACT(ISODOW FROM authors.born) AS INTEGER) FROM authors"),
                on("duckdb", "SELECT EXTRACT(ISODOW FROM authors.born) FROM authors"),
                on("mysql mariadb", "SELECT (weekday(authors.born) + 1) FROM authors"),
                on("oracle", "SELECT (TRUNC(authors.born) - TRUNC(authors.born, 'IW') + 1) FROM authors"),
                on("sqlserver", "SELECT ((DATEPART(weekday, authors.born) + @@DATEFIRST - 2) % 7 + 1) FROM authors"));
        assertSql(
                select(epochSeconds(AUTHORS.born)),
                on("sqlite", "SELECT CAST(strftime('%s', authors.born) AS INTEGER) FROM authors"),
                on("h2 postgresql", "SELECT CAST(floor(EXTRACT(EPOCH FROM authors.born)) AS BIGINT) FROM authors"),
                on("duckdb", "SELECT CAST(floor(epoch(authors.born)) AS BIGINT) FROM authors"),
                on(
                        "mysql mariadb",
                        "SELECT timestampdiff(SECOND, TIMESTAMP '1970-01-01 00:00:00', authors.born) FROM"
                                + " authors"),
                on("oracle", "SELECT ROUND((CAST(authors.born AS DATE) - DATE '1970-01-01') * 86400) FROM authors"),
                on("sqlserver", "SELECT DATEDIFF_BIG(second, '1970-01-01', authors.born) FROM authors"));
        assertSql(
                select(epochSeconds(currentTimestamp())),
                on("sqlite", "SELECT CAST(strftime('%s', strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')) AS INTEGER)"),
                on("h2 postgresql", "SELECT CAST(floor(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP)) AS BIGINT)"),
                on("duckdb", "SELECT CAST(floor(epoch(CURRENT_TIMESTAMP)) AS BIGINT)"),
                on("mysql mariadb", "SELECT timestampdiff(SECOND, TIMESTAMP '1970-01-01 00:00:00', utc_timestamp(6))"),
                on(
                        "oracle",
                        "SELECT ROUND((CAST(SYS_EXTRACT_UTC(CURRENT_TIMESTAMP) AS DATE) - DATE '1970-01-01') * 86400)"
                                + " FROM DUAL"),
                on("sqlserver", "SELECT DATEDIFF_BIG(second, '1970-01-01', SYSDATETIMEOFFSET())"));
        assertSql(
                select(daysBetween(AUTHORS.born, currentDate())),
                on(
                        "sqlite",
                        "SELECT CAST(julianday(date(date('now', 'localtime'))) - julianday(date(authors.born)) AS"
                                + " INTEGER) FROM authors"),
                on("h2", "SELECT datediff(DAY, authors.born, CURRENT_DATE) FROM authors"),
                on("postgresql", "SELECT (CAST(CURRENT_DATE AS DATE) - CAST(authors.born AS DATE)) FROM authors"),
                on("duckdb", "SELECT date_diff('day', authors.born, CURRENT_DATE) FROM authors"),
                on("mysql mariadb", "SELECT datediff(CURRENT_DATE, authors.born) FROM authors"),
                on("oracle", "SELECT (TRUNC(TRUNC(CURRENT_DATE)) - TRUNC(authors.born)) FROM authors"),
                on("sqlserver", "SELECT datediff(DAY, authors.born, CAST(SYSDATETIME() AS DATE)) FROM authors"));
        assertSql(
                select(currentUser()).from(AUTHORS),
                unsupportedOn("sqlite", "names of the database's users"),
                on("h2 postgresql duckdb sqlserver", "SELECT CURRENT_USER FROM authors"),
                on("mysql mariadb", "SELECT current_user() FROM authors"),
                on("oracle", "SELECT USER FROM authors"));
        assertThatThrownBy(() -> epochSeconds(AUTHORS.name))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
    }

    @Test
    void aggregatesStrings() {
        assertSql(
                books(stringAgg(BOOKS.title, "', ").aggregateOrderBy(BOOKS.id.desc())),
                on("sqlite", "SELECT group_concat(books.title, ''', ' ORDER BY books.id DESC)" + FROM),
                on("h2 oracle", "SELECT LISTAGG(books.title, ''', ') WITHIN GROUP (ORDER BY books.id DESC)" + FROM),
                on("postgresql duckdb", "SELECT string_agg(books.title, ''', ' ORDER BY books.id DESC)" + FROM),
                on(
                        "mysql mariadb",
                        "SELECT group_concat(books.title ORDER BY books.id DESC SEPARATOR ''', ') FROM books"),
                on(
                        "sqlserver",
                        "SELECT STRING_AGG(books.title, N''', ') WITHIN GROUP (ORDER BY books.id DESC) FROM"
                                + " books"));
        assertSql(
                books(stringAgg(BOOKS.title, ",").distinctValues().filterWhere(BOOKS.lent)),
                on("sqlite", "SELECT group_concat(DISTINCT books.title) FILTER (WHERE books.lent)" + FROM),
                on("h2", "SELECT LISTAGG(DISTINCT books.title, ',') FILTER (WHERE books.lent)" + FROM),
                on(
                        "postgresql duckdb",
                        "SELECT string_agg(DISTINCT books.title, ',') FILTER (WHERE books.lent)" + FROM),
                unsupportedOn("mysql mariadb oracle", "FILTER clause of aggregates"),
                unsupportedOn("sqlserver", "aggregation of distinct strings"));
        assertSql(
                books(stringAgg(BOOKS.title, ";").distinctValues()),
                unsupportedOn("sqlite", "separator of distinct strings"),
                on("h2 oracle", "SELECT LISTAGG(DISTINCT books.title, ';')" + FROM),
                on("postgresql duckdb", "SELECT string_agg(DISTINCT books.title, ';')" + FROM),
                on("mysql mariadb", "SELECT group_concat(DISTINCT books.title SEPARATOR ';') FROM books"),
                unsupportedOn("sqlserver", "aggregation of distinct strings"));
    }

    @Test
    void aggregatesOrderedSets() {
        assertSql(
                books(mode(BOOKS.title)),
                unsupportedOn("sqlite mysql mariadb sqlserver", "WITHIN GROUP"),
                unsupportedOn("oracle", "mode"),
                on("h2 postgresql duckdb", "SELECT mode() WITHIN GROUP (ORDER BY books.title)" + FROM));
        assertSql(
                books(percentileCont(0.5, BOOKS.pages).withinGroup(BOOKS.pages.desc())),
                unsupportedOn("sqlite mysql mariadb sqlserver", "WITHIN GROUP"),
                on(
                        "h2",
                        "SELECT percentile_cont(CAST(? AS DOUBLE PRECISION)) WITHIN GROUP (ORDER BY books.pages DESC)"
                                + FROM,
                        0.5),
                on(
                        "postgresql duckdb oracle",
                        "SELECT percentile_cont(?) WITHIN GROUP (ORDER BY books.pages DESC)" + FROM,
                        0.5));
        assertSql(
                books(rankAmong(7, BOOKS.pages)),
                unsupportedOn("sqlite duckdb mysql mariadb sqlserver", "hypothetical-set aggregate"),
                on("h2", "SELECT rank(CAST(? AS INTEGER)) WITHIN GROUP (ORDER BY books.pages)" + FROM, 7),
                on("postgresql oracle", "SELECT rank(?) WITHIN GROUP (ORDER BY books.pages)" + FROM, 7));
    }
}
