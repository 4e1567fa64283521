package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.avg;
import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.nullOf;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Optional;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Select;
import org.alkahest.sql.TablesUsed;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class SelectSqlTest {
    @Test
    void changesWhatIsSelected() {
        Select<Integer> ids =
                select(BOOKS.id).where(BOOKS.author().name.eq("x")).orderBy(BOOKS.id);
        Select<Long> number = ids.unordered().withSelection(count());
        assertSql(
                number,
                on(
                        "oracle",
                        "SELECT count(*) FROM books JOIN authors books__author ON books.author_id = books__author.id"
                                + " WHERE books__author.name = ?",
                        "x"),
                on(
                        "sqlserver",
                        "SELECT COUNT_BIG(*) FROM books JOIN authors AS books__author ON books.author_id ="
                                + " books__author.id WHERE books__author.name = ?",
                        "x"),
                everywhere(
                        "SELECT count(*) FROM books JOIN authors AS books__author ON books.author_id ="
                                + " books__author.id WHERE books__author.name = ?",
                        "x"));
        assertThat(ids.selection().expressions())
                .extracting(Expression::label, Expression::type)
                .containsExactly(tuple(Optional.of("id"), SqlTypes.INTEGER));
        assertThat(TablesUsed.of(number).read()).extracting(Object::toString).containsExactly("authors", "books");
    }

    @Test
    void takesFromOfTheSelectedColumns() {
        assertSql(select(AUTHORS.id, AUTHORS.name), everywhere("SELECT authors.id, authors.name FROM authors"));
    }

    @Test
    void quotesReservedAndMixedCaseNames() {
        assertSql(
                select(REVIEWS.order, REVIEWS.mixed),
                on("mysql mariadb", "SELECT reviews.`order`, reviews.`mixedCase` FROM reviews"),
                everywhere("SELECT reviews.\"order\", reviews.\"mixedCase\" FROM reviews"));
    }

    @Test
    void ordersClausesByTheGrammar() {
        assertSql(
                select(BOOKS.authorId, count())
                        .limit(10)
                        .orderBy(count().desc(), BOOKS.authorId)
                        .having(count().gt(2L))
                        .groupBy(BOOKS.authorId)
                        .where(BOOKS.pages.gt(100))
                        .where(BOOKS.lent.eq(false))
                        .from(BOOKS),
                on(
                        "oracle",
                        "SELECT books.author_id, count(*) FROM books WHERE books.pages > ? AND books.lent = ?"
                                + " GROUP BY books.author_id HAVING count(*) > ? ORDER BY count(*) DESC,"
                                + " books.author_id FETCH NEXT ? ROWS ONLY",
                        100,
                        false,
                        2L,
                        10L),
                on(
                        "sqlserver",
                        "SELECT TOP (?) books.author_id, COUNT_BIG(*) FROM books WHERE books.pages > ? AND"
                                + " books.lent = ? GROUP BY books.author_id HAVING COUNT_BIG(*) > ? ORDER BY"
                                + " COUNT_BIG(*) DESC, books.author_id",
                        10L,
                        100,
                        false,
                        2L),
                everywhere(
                        "SELECT books.author_id, count(*) FROM books WHERE books.pages > ? AND books.lent = ? GROUP BY"
                            + " books.author_id HAVING count(*) > ? ORDER BY count(*) DESC, books.author_id LIMIT ?",
                        100,
                        false,
                        2L,
                        10L));
    }

    @Test
    void namesALabelInOrderByOnlyIfItIsSelected() {
        FunctionCall<?> total = sum(BOOKS.price);
        assertSql(
                select(BOOKS.authorId, total.as("total"))
                        .groupBy(BOOKS.authorId)
                        .orderBy(total.as("total").desc()),
                everywhere("SELECT books.author_id, sum(books.price) AS total FROM books GROUP BY books.author_id"
                        + " ORDER BY total DESC"));
        assertSql(
                select(BOOKS.authorId).orderBy(BOOKS.pages.as("p")),
                everywhere("SELECT books.author_id FROM books ORDER BY books.pages"));
    }

    @Test
    void placesNulls() {
        assertSql(
                select(AUTHORS.name)
                        .orderBy(
                                AUTHORS.born.desc().nullsLast(),
                                AUTHORS.name.asc().nullsFirst()),
                on(
                        "mysql mariadb sqlserver",
                        "SELECT authors.name FROM authors ORDER BY authors.born DESC, authors.name"),
                everywhere("SELECT authors.name FROM authors ORDER BY authors.born DESC NULLS LAST,"
                        + " authors.name NULLS FIRST"));
    }

    @Test
    void selectsDistinctAndAggregatesOfDistinct() {
        assertSql(select(BOOKS.authorId).distinct(), everywhere("SELECT DISTINCT books.author_id FROM books"));
        assertSql(
                select(count(BOOKS.authorId).distinctValues()),
                on("sqlserver", "SELECT COUNT_BIG(DISTINCT books.author_id) FROM books"),
                everywhere("SELECT count(DISTINCT books.author_id) FROM books"));
    }

    @Test
    void placesNullsAmongDistinctRows() {
        String distinct = "SELECT DISTINCT books.pages FROM books ORDER BY ";
        assertSql(
                select(BOOKS.pages).distinct().orderBy(BOOKS.pages.asc().nullsLast()),
                on("mysql mariadb", distinct + "CASE WHEN books.pages IS NULL THEN 1 ELSE 0 END, books.pages"),
                unsupportedOn("sqlserver", "NULLS FIRST or LAST of distinct rows"),
                everywhere(distinct + "books.pages NULLS LAST"));
        assertSql(
                select(BOOKS.pages).distinct().orderBy(BOOKS.pages.asc().nullsFirst()),
                on("mysql mariadb sqlserver", distinct + "books.pages"),
                everywhere(distinct + "books.pages NULLS FIRST"));
    }

    @Test
    void filtersAggregates() {
        assertSql(
                select(avg(BOOKS.price).filterWhere(BOOKS.lent.eq(true))),
                unsupportedOn("mysql mariadb oracle sqlserver", "FILTER clause of aggregates"),
                everywhere("SELECT avg(books.price) FILTER (WHERE books.lent = ?) FROM books", true));
    }

    @Test
    void refersByPositionToAGroupedExpressionWithParameters() {
        FunctionCall<String> shelf = coalesce(BOOKS.shelf, "none");
        assertSql(
                select(shelf.as("shelf"), count()).groupBy(shelf).orderBy(shelf),
                on(
                        "duckdb",
                        "SELECT coalesce(books.shelf, ?) AS shelf, count(*) FROM books GROUP BY 1 ORDER BY 1",
                        "none"),
                on(
                        "sqlite",
                        "SELECT coalesce(books.shelf, ?) AS shelf, count(*) FROM books GROUP BY coalesce(books.shelf,"
                                + " ?) ORDER BY coalesce(books.shelf, ?)",
                        "none",
                        "none",
                        "none"),
                on(
                        "h2",
                        "SELECT coalesce(books.shelf, CAST(? AS VARCHAR)) AS shelf, count(*) FROM books"
                                + " GROUP BY coalesce(books.shelf, CAST(? AS VARCHAR))"
                                + " ORDER BY coalesce(books.shelf, CAST(? AS VARCHAR))",
                        "none",
                        "none",
                        "none"),
                on(
                        "postgresql",
                        "SELECT coalesce(books.shelf, CAST(? AS BPCHAR)) AS shelf, count(*) FROM books GROUP BY 1"
                                + " ORDER BY 1",
                        "none"),
                on(
                        "mysql mariadb",
                        "SELECT coalesce(books.shelf, ?) AS shelf, count(*) FROM books GROUP BY 1 ORDER BY 1",
                        "none"),
                unsupportedOn("oracle sqlserver", "GROUP BY of an expression with a parameter"));
    }

    @Test
    void sharedParametersArePartOfTheKey() {
        FunctionCall<String> shelf = coalesce(BOOKS.shelf, "none");
        StatementKey shared =
                StatementKey.walk(select(shelf, count()).groupBy(shelf)).key();
        StatementKey equalValues = StatementKey.walk(
                        select(coalesce(BOOKS.shelf, "none"), count()).groupBy(coalesce(BOOKS.shelf, "none")))
                .key();
        FunctionCall<String> other = coalesce(BOOKS.shelf, "other");
        assertThat(shared).isNotEqualTo(equalValues);
        assertThat(shared)
                .isEqualTo(
                        StatementKey.walk(select(other, count()).groupBy(other)).key());
    }

    @Test
    void tellsTheTypeOfParametersThatStandAlone() {
        assertSql(
                select(value(1), value("a"), nullOf(SqlTypes.DATE)),
                on("sqlite mysql mariadb sqlserver", "SELECT ?, ?, ?", 1, "a", null),
                on("h2", "SELECT CAST(? AS INTEGER), CAST(? AS VARCHAR), CAST(? AS DATE)", 1, "a", null),
                on("postgresql duckdb", "SELECT ?, ?, CAST(? AS DATE)", 1, "a", null),
                on("oracle", "SELECT ?, ?, ? FROM DUAL", 1, "a", null));
    }

    @Test
    void choosesByCase() {
        Expression<String> size = when(BOOKS.pages.lt(100), "thin")
                .when(BOOKS.pages.lt(500), "normal")
                .otherwise("fat");
        assertSql(
                select(size.as("size")),
                on(
                        "sqlite postgresql duckdb mysql mariadb sqlserver",
                        "SELECT CASE WHEN books.pages < ? THEN ? WHEN books.pages < ? THEN ? ELSE ? END AS size FROM"
                                + " books",
                        100,
                        "thin",
                        500,
                        "normal",
                        "fat"),
                on(
                        "h2",
                        "SELECT CASE WHEN books.pages < ? THEN CAST(? AS VARCHAR) WHEN books.pages < ? THEN"
                                + " CAST(? AS VARCHAR) ELSE CAST(? AS VARCHAR) END AS size FROM books",
                        100,
                        "thin",
                        500,
                        "normal",
                        "fat"),
                on(
                        "oracle",
                        "SELECT CASE WHEN books.pages < ? THEN ? WHEN books.pages < ? THEN ? ELSE ? END AS"
                                + " \"size\" FROM books",
                        100,
                        "thin",
                        500,
                        "normal",
                        "fat"));
    }

    @Test
    void callsAnyFunction() {
        assertSql(
                select(function("replace", SqlTypes.TEXT, AUTHORS.name, value("a"), value("b"))),
                on(
                        "sqlite postgresql duckdb mysql mariadb oracle sqlserver",
                        "SELECT replace(authors.name, ?, ?) FROM authors",
                        "a",
                        "b"),
                on(
                        "h2",
                        "SELECT replace(authors.name, CAST(? AS VARCHAR), CAST(? AS VARCHAR)) FROM authors",
                        "a",
                        "b"));
    }

    @Test
    void locksRows() {
        assertSql(
                select(BOOKS.id).forUpdate(),
                on("sqlite", "SELECT books.id FROM books"),
                on("h2 postgresql mysql mariadb oracle", "SELECT books.id FROM books FOR UPDATE"),
                unsupportedOn("duckdb", "FOR UPDATE"),
                on("sqlserver", "SELECT books.id FROM books WITH (UPDLOCK, ROWLOCK)"));
        assertSql(
                select(BOOKS.id).lock(Locking.forUpdate().skipLocked()),
                unsupportedOn("sqlite", "SKIP LOCKED"),
                on("h2 postgresql mysql mariadb oracle", "SELECT books.id FROM books FOR UPDATE SKIP LOCKED"),
                unsupportedOn("duckdb", "FOR UPDATE"),
                on("sqlserver", "SELECT books.id FROM books WITH (UPDLOCK, ROWLOCK, READPAST)"));
        assertSql(
                select(BOOKS.id).forShare(),
                on("sqlite", "SELECT books.id FROM books"),
                unsupportedOn("h2 duckdb oracle", "FOR SHARE"),
                on("postgresql mysql", "SELECT books.id FROM books FOR SHARE"),
                on("mariadb", "SELECT books.id FROM books LOCK IN SHARE MODE"),
                on("sqlserver", "SELECT books.id FROM books WITH (REPEATABLEREAD, ROWLOCK)"));
    }

    @Test
    void refusesAColumnThatIsNotInFrom() {
        assertThatThrownBy(() ->
                        SqlAssert.H2.sqlCompiler().compile(select(BOOKS.title).from(AUTHORS)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("table 'books' is not in FROM")
                .hasMessageContaining("ALK-1226");
    }

    @Test
    void showsValuesOnlyForDisplay() {
        String shown = SqlAssert.POSTGRESQL
                .sqlCompiler()
                .compileForDisplay(select(AUTHORS.name)
                        .where(AUTHORS.born.lt(LocalDate.of(1900, 1, 2)).and(AUTHORS.name.ne("O'Hara"))));
        assertThat(shown)
                .isEqualTo("SELECT authors.name FROM authors WHERE authors.born < DATE '1900-01-02'"
                        + " AND authors.name <> 'O''Hara'");
    }
}
