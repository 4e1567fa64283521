package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.extract;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.lag;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rank;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.window;
import static org.alkahest.sql.WindowFrame.currentRow;
import static org.alkahest.sql.WindowFrame.following;
import static org.alkahest.sql.WindowFrame.groups;
import static org.alkahest.sql.WindowFrame.preceding;
import static org.alkahest.sql.WindowFrame.range;
import static org.alkahest.sql.WindowFrame.rows;
import static org.alkahest.sql.WindowFrame.unboundedFollowing;
import static org.alkahest.sql.WindowFrame.unboundedPreceding;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import org.alkahest.sql.Extract;
import org.alkahest.sql.WindowFrame;
import org.alkahest.sql.WindowSpecification;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class WindowSqlTest {
    @Test
    void numbersRowsOfAPartition() {
        assertSql(
                select(
                        BOOKS.title,
                        rowNumber().over(partitionBy(BOOKS.authorId).orderBy(BOOKS.pages.desc(), BOOKS.id)),
                        sum(BOOKS.price).over()),
                on(
                        "mysql",
                        "SELECT books.title, CAST(row_number() OVER (PARTITION BY books.author_id ORDER BY books.pages"
                                + " DESC, books.id) AS SIGNED), sum(books.price) OVER () FROM books"),
                everywhere("SELECT books.title, row_number() OVER (PARTITION BY books.author_id"
                        + " ORDER BY books.pages DESC, books.id), sum(books.price) OVER () FROM books"));
    }

    @Test
    void framesAWindow() {
        assertSql(
                select(sum(BOOKS.pages)
                        .over(window().orderBy(BOOKS.id).frame(rows(unboundedPreceding(), currentRow())))),
                on(
                        "sqlserver",
                        "SELECT sum(CAST(books.pages AS BIGINT)) OVER (ORDER BY books.id ROWS BETWEEN"
                                + " UNBOUNDED PRECEDING AND CURRENT ROW) FROM books"),
                everywhere("SELECT sum(books.pages) OVER (ORDER BY books.id"
                        + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM books"));
        assertSql(
                select(sum(BOOKS.pages)
                        .over(window().orderBy(BOOKS.id)
                                .frame(rows(preceding(2), unboundedFollowing())
                                        .excluding(WindowFrame.Exclusion.CURRENT_ROW)))),
                unsupportedOn("sqlserver mysql mariadb oracle", "EXCLUDE in a window frame"),
                everywhere(
                        "SELECT sum(books.pages) OVER (ORDER BY books.id"
                                + " ROWS BETWEEN ? PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM books",
                        2));
    }

    @Test
    void writesANamedWindowOnce() {
        WindowSpecification byAuthor =
                partitionBy(BOOKS.authorId).orderBy(BOOKS.pages).as("by_author");
        assertSql(
                select(rank().over(byAuthor), lag(BOOKS.pages).over(byAuthor))
                        .where(BOOKS.pages.gt(1))
                        .orderBy(rank().over(byAuthor)),
                on(
                        "oracle duckdb",
                        "SELECT rank() OVER (PARTITION BY books.author_id ORDER BY books.pages),"
                                + " lag(books.pages) OVER (PARTITION BY books.author_id ORDER BY books.pages) FROM"
                                + " books WHERE books.pages > ? ORDER BY rank() OVER (PARTITION BY books.author_id"
                                + " ORDER BY books.pages)",
                        1),
                on(
                        "mysql",
                        "SELECT CAST(rank() OVER by_author AS SIGNED), lag(books.pages) OVER by_author FROM books"
                                + " WHERE books.pages > ? WINDOW by_author AS (PARTITION BY books.author_id"
                                + " ORDER BY books.pages) ORDER BY CAST(rank() OVER by_author AS SIGNED)",
                        1),
                everywhere(
                        "SELECT rank() OVER by_author, lag(books.pages) OVER by_author FROM books"
                                + " WHERE books.pages > ? WINDOW by_author AS"
                                + " (PARTITION BY books.author_id ORDER BY books.pages) ORDER BY rank() OVER by_author",
                        1));
    }

    @Test
    void ordersAndFiltersAnAggregate() {
        assertSql(
                select(function("string_agg", SqlTypes.TEXT, BOOKS.title, value(", ", SqlTypes.TEXT))
                        .aggregateOrderBy(BOOKS.title)
                        .filterWhere(BOOKS.lent)),
                on(
                        "sqlite postgresql duckdb",
                        "SELECT string_agg(books.title, ? ORDER BY books.title) FILTER (WHERE books.lent) FROM books",
                        ", "),
                on(
                        "h2",
                        "SELECT string_agg(books.title, CAST(? AS VARCHAR) ORDER BY books.title)"
                                + " FILTER (WHERE books.lent) FROM books",
                        ", "),
                unsupportedOn("mysql mariadb sqlserver", "FILTER clause of aggregates"),
                unsupportedOn("oracle", "ORDER BY inside an aggregate"));
    }

    @Test
    void passesOverNulls() {
        assertSql(
                select(lag(BOOKS.pages, 2, 0).over(window().orderBy(BOOKS.id)).ignoringNulls()),
                unsupportedOn("sqlite postgresql mysql mariadb", "IGNORE NULLS"),
                on(
                        "h2",
                        "SELECT lag(books.pages, CAST(? AS INTEGER), CAST(? AS INTEGER)) IGNORE NULLS"
                                + " OVER (ORDER BY books.id) FROM books",
                        2,
                        0),
                on("duckdb", "SELECT lag(books.pages, ?, ? IGNORE NULLS) OVER (ORDER BY books.id) FROM books", 2, 0),
                on(
                        "oracle sqlserver",
                        "SELECT lag(books.pages, ?, ?) IGNORE NULLS OVER (ORDER BY books.id) FROM books",
                        2,
                        0));
    }

    @Test
    void framesByDistance() {
        assertSql(
                select(sum(BOOKS.pages).over(window().orderBy(BOOKS.pages).frame(range(preceding(10), following(5))))),
                unsupportedOn("sqlserver", "RANGE frame with a distance"),
                on(
                        "mariadb",
                        "SELECT sum(books.pages) OVER (ORDER BY books.pages RANGE BETWEEN ? PRECEDING AND ?"
                                + " FOLLOWING) FROM books",
                        10,
                        5),
                everywhere(
                        "SELECT sum(books.pages) OVER (ORDER BY books.pages"
                                + " RANGE BETWEEN ? PRECEDING AND ? FOLLOWING) FROM books",
                        10,
                        5));
        assertSql(
                select(count().over(window().orderBy(AUTHORS.born)
                                .frame(range(preceding(2, ChronoUnit.WEEKS), currentRow()))))
                        .from(AUTHORS),
                unsupportedOn("sqlite mysql mariadb", "intervals"),
                on(
                        "h2 postgresql duckdb oracle",
                        "SELECT count(*) OVER (ORDER BY authors.born"
                                + " RANGE BETWEEN INTERVAL '14' DAY PRECEDING AND CURRENT ROW) FROM authors"),
                unsupportedOn("sqlserver", "RANGE frame with a distance"));
        assertSql(
                select(sum(BOOKS.pages)
                        .over(window().orderBy(BOOKS.pages).frame(groups(preceding(1), unboundedFollowing())))),
                unsupportedOn("mysql mariadb oracle sqlserver", "GROUPS frame"),
                everywhere(
                        "SELECT sum(books.pages) OVER (ORDER BY books.pages"
                                + " GROUPS BETWEEN ? PRECEDING AND UNBOUNDED FOLLOWING) FROM books",
                        1));
    }

    @Test
    void basesAWindowOnAnother() {
        WindowSpecification byAuthor = partitionBy(BOOKS.authorId).as("by_author");
        assertSql(
                select(rank().over(window().basedOn(byAuthor).orderBy(BOOKS.pages)), count().over(byAuthor)),
                on(
                        "oracle duckdb",
                        "SELECT rank() OVER (PARTITION BY books.author_id ORDER BY books.pages), count(*)"
                                + " OVER (PARTITION BY books.author_id) FROM books"),
                on(
                        "sqlserver",
                        "SELECT rank() OVER (by_author ORDER BY books.pages), COUNT_BIG(*) OVER by_author"
                                + " FROM books WINDOW by_author AS (PARTITION BY books.author_id)"),
                on(
                        "mysql",
                        "SELECT CAST(rank() OVER (by_author ORDER BY books.pages) AS SIGNED), count(*) OVER by_author"
                                + " FROM books WINDOW by_author AS (PARTITION BY books.author_id)"),
                everywhere("SELECT rank() OVER (by_author ORDER BY books.pages), count(*) OVER by_author FROM books"
                        + " WINDOW by_author AS (PARTITION BY books.author_id)"));
        assertThatThrownBy(() -> window().basedOn(partitionBy(BOOKS.id)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1146");
        assertThatThrownBy(() -> window().basedOn(byAuthor).partitionBy(BOOKS.id))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1146");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> rows(unboundedFollowing(), currentRow()))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1117");
        assertThatThrownBy(() -> extract(Extract.Field.YEAR, BOOKS.title))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
        assertThatThrownBy(() -> function("pg_sleep(10); --", SqlTypes.TEXT))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1103");
        assertThatThrownBy(() -> SqlAssert.SQLITE
                        .sqlCompiler()
                        .compile(select(
                                rank().over(window().as("w")),
                                rank().over(window().orderBy(AUTHORS.id).as("w")))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1230");
    }
}
