package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.all;
import static org.alkahest.sql.Sql.and;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.falseCondition;
import static org.alkahest.sql.Sql.not;
import static org.alkahest.sql.Sql.or;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.some;
import static org.alkahest.sql.Sql.trueCondition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.sql.Expression;
import org.alkahest.sql.Select;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

/** Truth tests and constants, quantified comparison, symmetric BETWEEN, IN with expressions, regular expressions. */
final class ConditionSqlTest {
    private static final String SELECT = "SELECT books.id FROM books WHERE ";

    private static Select<Integer> where(Expression<Boolean> condition) {
        return select(BOOKS.id).where(condition);
    }

    @Test
    void testsTruth() {
        Expression<Boolean> thick = BOOKS.pages.gt(500);
        assertSql(
                where(thick.isTrue()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE CASE WHEN books.pages > ? THEN 1 ELSE 0 END = 1",
                        500),
                everywhere(SELECT + "(books.pages > ?) IS TRUE", 500));
        assertSql(
                where(thick.isNotTrue()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE CASE WHEN books.pages > ? THEN 1 ELSE 0 END = 0",
                        500),
                everywhere(SELECT + "(books.pages > ?) IS NOT TRUE", 500));
        assertSql(
                where(BOOKS.lent.isFalse()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE CASE WHEN NOT (books.lent = 1) THEN 1 ELSE 0 END = 1"),
                everywhere(SELECT + "books.lent IS FALSE"));
        assertSql(
                where(BOOKS.lent.isNotFalse()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE CASE WHEN NOT (books.lent = 1) THEN 1 ELSE 0 END = 0"),
                everywhere(SELECT + "books.lent IS NOT FALSE"));
        assertSql(
                where(thick.isUnknown()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE CASE WHEN books.pages > ? THEN 0 WHEN NOT"
                                + " (books.pages > ?) THEN 0 ELSE 1 END = 1",
                        500,
                        500),
                everywhere(SELECT + "(books.pages > ?) IS NULL", 500));
        assertSql(
                where(thick.isNotUnknown()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE CASE WHEN books.pages > ? THEN 0 WHEN NOT"
                                + " (books.pages > ?) THEN 0 ELSE 1 END = 0",
                        500,
                        500),
                everywhere(SELECT + "(books.pages > ?) IS NOT NULL", 500));
    }

    @Test
    void writesConstants() {
        assertSql(
                where(trueCondition()),
                on("sqlite oracle sqlserver", SELECT + "1 = 1"),
                on("h2 postgresql duckdb mysql mariadb", SELECT + "TRUE"));
        assertSql(
                where(falseCondition()),
                on("sqlite oracle sqlserver", SELECT + "1 = 0"),
                on("h2 postgresql duckdb mysql mariadb", SELECT + "FALSE"));
    }

    @Test
    void foldsConstants() {
        Expression<Boolean> lent = BOOKS.lent;
        assertThat(trueCondition().and(lent)).isEqualTo(lent);
        assertThat(lent.and(falseCondition())).isEqualTo(falseCondition());
        assertThat(falseCondition().or(lent)).isEqualTo(lent);
        assertThat(or(lent, trueCondition(), BOOKS.id.eq(1))).isEqualTo(trueCondition());
        assertThat(and(trueCondition(), trueCondition())).isEqualTo(trueCondition());
        assertThat(not(trueCondition())).isEqualTo(falseCondition());
        assertSql(
                where(and(lent, trueCondition(), BOOKS.id.eq(1))),
                on("oracle sqlserver", "SELECT books.id FROM books WHERE books.lent = 1 AND books.id = ?", 1),
                everywhere(SELECT + "books.lent AND books.id = ?", 1));
        assertThatThrownBy(() -> and(lent))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1102");
    }

    @Test
    void comparesWithAnyAndAllRows() {
        Select<Integer> authors = select(AUTHORS.id);
        assertSql(
                where(BOOKS.pages.gt(all(authors))),
                unsupportedOn("sqlite", "ANY and ALL"),
                on(
                        "h2 postgresql duckdb mysql mariadb oracle sqlserver",
                        SELECT + "books.pages > ALL (SELECT authors.id FROM authors)"));
        assertSql(
                where(BOOKS.pages.le(any(authors))),
                unsupportedOn("sqlite", "ANY and ALL"),
                on(
                        "h2 postgresql duckdb mysql mariadb oracle sqlserver",
                        SELECT + "books.pages <= ANY (SELECT authors.id FROM authors)"));
        assertSql(
                where(BOOKS.pages.eq(all(authors))),
                unsupportedOn("sqlite", "ANY and ALL"),
                on(
                        "h2 postgresql duckdb mysql mariadb oracle sqlserver",
                        SELECT + "books.pages = ALL (SELECT authors.id FROM authors)"));
        assertSql(
                where(BOOKS.pages.eq(some(authors))),
                everywhere(SELECT + "books.pages IN (SELECT authors.id FROM authors)"));
        assertSql(
                where(BOOKS.pages.ne(all(authors))),
                everywhere(SELECT + "books.pages NOT IN (SELECT authors.id FROM authors)"));
    }

    @Test
    void takesTheEndsOfARangeInEitherOrder() {
        assertSql(
                where(BOOKS.pages.betweenSymmetric(9, 1)),
                on(
                        "sqlite duckdb mysql mariadb oracle sqlserver",
                        SELECT + "(books.pages BETWEEN ? AND ? OR books.pages BETWEEN ? AND ?)",
                        9,
                        1,
                        1,
                        9),
                on("h2 postgresql", SELECT + "books.pages BETWEEN SYMMETRIC ? AND ?", 9, 1));
        assertSql(
                where(BOOKS.pages.notBetweenSymmetric(BOOKS.id, BOOKS.authorId)),
                on(
                        "sqlite duckdb mysql mariadb oracle sqlserver",
                        SELECT + "(books.pages NOT BETWEEN books.id AND books.author_id"
                                + " AND books.pages NOT BETWEEN books.author_id AND books.id)"),
                on("h2 postgresql", SELECT + "books.pages NOT BETWEEN SYMMETRIC books.id AND books.author_id"));
    }

    @Test
    @SuppressWarnings("unchecked") // IN of expressions has a generic array of them
    void comparesExpressions() {
        assertSql(
                where(BOOKS.id.in(BOOKS.pages, BOOKS.authorId.plus(1))),
                everywhere(SELECT + "books.id IN (books.pages, books.author_id + ?)", 1));
        assertSql(where(BOOKS.id.notIn(BOOKS.pages)), everywhere(SELECT + "books.id NOT IN (books.pages)"));
        assertSql(
                where(BOOKS.id.notBetween(BOOKS.pages, BOOKS.authorId)),
                everywhere(SELECT + "books.id NOT BETWEEN books.pages AND books.author_id"));
        assertSql(
                where(BOOKS.id.isNotDistinctFromValueOf(BOOKS.pages)),
                on("sqlite", SELECT + "books.id IS books.pages"),
                on("h2 postgresql duckdb sqlserver", SELECT + "books.id IS NOT DISTINCT FROM books.pages"),
                on("mysql mariadb", "SELECT books.id FROM books WHERE books.id <=> books.pages"),
                on("oracle", "SELECT books.id FROM books WHERE DECODE(books.id, books.pages, 0, 1) = 0"));
    }

    @Test
    void matchesPatternsIgnoringCase() {
        assertSql(
                where(BOOKS.title.notIlike("a!%%", '!')),
                on("sqlite mysql mariadb oracle", SELECT + "lower(books.title) NOT LIKE lower(?) ESCAPE '!'", "a!%%"),
                on("h2 postgresql duckdb", SELECT + "books.title NOT ILIKE ? ESCAPE '!'", "a!%%"),
                on(
                        "sqlserver",
                        "SELECT books.id FROM books WHERE lower(books.title) NOT LIKE lower(?) ESCAPE N'!'",
                        "a!%%"));
        assertSql(
                where(BOOKS.title.containsIgnoreCase("_x")),
                on("sqlite mysql mariadb oracle", SELECT + "lower(books.title) LIKE lower(?) ESCAPE '!'", "%!_x%"),
                on("h2 postgresql duckdb", SELECT + "books.title ILIKE ? ESCAPE '!'", "%!_x%"),
                on(
                        "sqlserver",
                        "SELECT books.id FROM books WHERE lower(books.title) LIKE lower(?) ESCAPE N'!'",
                        "%!_x%"));
        assertSql(
                where(BOOKS.title.like(BOOKS.shelf)),
                on("sqlserver", "SELECT books.id FROM books WHERE books.title LIKE REPLACE(books.shelf, N'[', N'[[]')"),
                everywhere(SELECT + "books.title LIKE books.shelf"));
    }

    @Test
    void matchesRegularExpressions() {
        assertSql(
                where(BOOKS.title.regexpLike("^a.c$")),
                unsupportedOn("sqlserver", "regular expressions"),
                on("sqlite h2 mysql oracle", SELECT + "REGEXP_LIKE(books.title, ?)", "^a.c$"),
                on("postgresql", SELECT + "books.title ~ ?", "^a.c$"),
                on("duckdb", "SELECT books.id FROM books WHERE regexp_matches(books.title, ?)", "^a.c$"),
                on("mariadb", "SELECT books.id FROM books WHERE books.title REGEXP ?", "^a.c$"));
        assertSql(
                where(BOOKS.title.notRegexpLike("b", "i")),
                unsupportedOn("sqlserver", "regular expressions"),
                on("sqlite h2 mysql oracle", SELECT + "NOT REGEXP_LIKE(books.title, ?, 'i')", "b"),
                on("postgresql", SELECT + "books.title !~* ?", "b"),
                on("duckdb", "SELECT books.id FROM books WHERE NOT regexp_matches(books.title, ?, 'i')", "b"),
                on(
                        "mariadb",
                        "SELECT books.id FROM books WHERE books.title NOT REGEXP concat('(', char(63), 'i)'," + " ?)",
                        "b"));
        assertSql(
                where(BOOKS.title.regexpLike("b", "in")),
                unsupportedOn("sqlserver", "regular expressions"),
                on("sqlite h2 mysql oracle", SELECT + "REGEXP_LIKE(books.title, ?, 'in')", "b"),
                on("postgresql", SELECT + "books.title ~ (E'(\\x3fin)' || ?)", "b"),
                on("duckdb", "SELECT books.id FROM books WHERE regexp_matches(books.title, ?, 'in')", "b"),
                on(
                        "mariadb",
                        "SELECT books.id FROM books WHERE books.title REGEXP concat('(', char(63), 'in)', ?)",
                        "b"));
        assertThatThrownBy(() -> BOOKS.title.regexpLike("b", "i')"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1141");
    }
}
