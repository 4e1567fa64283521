package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.cube;
import static org.alkahest.sql.Sql.groupingSets;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rollup;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Locking;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Select;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** The rarer clauses of SELECT. */
final class SelectClausesSqlTest {
    @Test
    void keepsTheFirstRowOfEquals() {
        assertSql(
                select(BOOKS.authorId, BOOKS.title)
                        .distinctOn(BOOKS.authorId)
                        .orderBy(BOOKS.authorId, BOOKS.pages.desc()),
                unsupportedOn("sqlite mysql mariadb oracle sqlserver", "DISTINCT ON"),
                everywhere("SELECT DISTINCT ON (books.author_id) books.author_id, books.title FROM books"
                        + " ORDER BY books.author_id, books.pages DESC"));
    }

    @Test
    void filtersByWindowFunctions() {
        assertSql(
                select(BOOKS.title)
                        .qualify(rowNumber()
                                .over(partitionBy(BOOKS.authorId).orderBy(BOOKS.pages))
                                .eq(1L)),
                unsupportedOn("sqlite postgresql mysql mariadb oracle sqlserver", "QUALIFY"),
                everywhere(
                        "SELECT books.title FROM books QUALIFY row_number() OVER (PARTITION BY books.author_id"
                                + " ORDER BY books.pages) = ?",
                        1L));
    }

    @Test
    void groupsByWhatALabelStandsFor() {
        Expression<Integer> half = BOOKS.pages.plus(BOOKS.id).as("half");
        assertSql(
                select(half, count()).groupBy(half).orderBy(half),
                on(
                        "sqlserver",
                        "SELECT books.pages + books.id AS half, COUNT_BIG(*) FROM books GROUP BY books.pages + books.id"
                                + " ORDER BY half"),
                everywhere("SELECT books.pages + books.id AS half, count(*) FROM books GROUP BY books.pages + books.id"
                        + " ORDER BY half"));
    }

    @Test
    void groupsBySeveralSetsAtOnce() {
        Select<?> base = select(BOOKS.authorId, BOOKS.lent, count());
        String begin = "SELECT books.author_id, books.lent, count(*) FROM books GROUP BY ";
        assertSql(
                base.groupBy(rollup(BOOKS.authorId, BOOKS.lent)),
                unsupportedOn("sqlite h2", "ROLLUP"),
                on(
                        "mysql mariadb",
                        "SELECT books.author_id, books.lent, count(*) FROM books GROUP BY books.author_id,"
                                + " books.lent WITH ROLLUP"),
                on(
                        "sqlserver",
                        "SELECT books.author_id, books.lent, COUNT_BIG(*) FROM books GROUP BY ROLLUP"
                                + " (books.author_id, books.lent)"),
                everywhere(begin + "ROLLUP (books.author_id, books.lent)"));
        assertSql(
                base.groupBy(BOOKS.authorId, cube(BOOKS.lent)),
                unsupportedOn("sqlite h2 mysql mariadb", "CUBE"),
                on(
                        "sqlserver",
                        "SELECT books.author_id, books.lent, COUNT_BIG(*) FROM books GROUP BY"
                                + " books.author_id, CUBE (books.lent)"),
                everywhere(begin + "books.author_id, CUBE (books.lent)"));
        assertSql(
                base.groupBy(groupingSets(List.of(BOOKS.authorId, BOOKS.lent), List.of(BOOKS.authorId), List.of())),
                unsupportedOn("sqlite h2 mysql mariadb", "GROUPING SETS"),
                on(
                        "sqlserver",
                        "SELECT books.author_id, books.lent, COUNT_BIG(*) FROM books GROUP BY GROUPING SETS"
                                + " ((books.author_id, books.lent), (books.author_id), ())"),
                everywhere(begin + "GROUPING SETS ((books.author_id, books.lent), (books.author_id), ())"));
        assertThatThrownBy(() -> rollup()).isInstanceOf(AlkahestArgumentException.class);
    }

    @Test
    void limitsWithTiesAndByPercent() {
        assertSql(
                select(BOOKS.title).orderBy(BOOKS.pages).limit(3).withTies().offset(1),
                unsupportedOn("sqlite duckdb mysql sqlserver", "WITH TIES"),
                everywhere(
                        "SELECT books.title FROM books ORDER BY books.pages OFFSET ? ROWS FETCH NEXT ? ROWS WITH TIES",
                        1L,
                        3L));
        assertSql(
                select(BOOKS.title).orderBy(BOOKS.pages).limitPercent(12.5),
                unsupportedOn("sqlite postgresql duckdb mysql mariadb", "PERCENT"),
                on("sqlserver", "SELECT TOP (?) PERCENT books.title FROM books ORDER BY books.pages", 12.5),
                everywhere("SELECT books.title FROM books ORDER BY books.pages FETCH NEXT ? PERCENT ROWS ONLY", 12.5));
        assertThatThrownBy(() -> select(BOOKS.title).limitPercent(100.1)).hasMessageContaining("100.1");
    }

    @Test
    void locksRowsInEveryWay() {
        String begin = "SELECT books.id FROM books";
        assertSql(
                select(BOOKS.id).lock(Locking.forUpdate().of(BOOKS).noWait()),
                unsupportedOn("sqlite h2 mariadb", "FOR UPDATE OF"),
                unsupportedOn("duckdb", "FOR UPDATE"),
                on("sqlserver", "SELECT books.id FROM books WITH (UPDLOCK, ROWLOCK, NOWAIT)"),
                on("oracle", "SELECT books.id FROM books FOR UPDATE OF books.id NOWAIT"),
                everywhere(begin + " FOR UPDATE OF books NOWAIT"));
        assertSql(
                select(BOOKS.id).lock(Locking.forNoKeyUpdate()).lock(Locking.forKeyShare()),
                on("sqlite", begin),
                unsupportedOn("h2 duckdb mysql mariadb sqlserver", "FOR NO KEY UPDATE"),
                unsupportedOn("oracle", "several locks on one query"),
                everywhere(begin + " FOR NO KEY UPDATE FOR KEY SHARE"));
        assertSql(
                select(BOOKS.id).lock(Locking.forShare().skipLocked()),
                unsupportedOn("sqlite", "SKIP LOCKED"),
                unsupportedOn("h2 duckdb oracle", "FOR SHARE"),
                on("mariadb", "SELECT books.id FROM books LOCK IN SHARE MODE SKIP LOCKED"),
                on("sqlserver", "SELECT books.id FROM books WITH (REPEATABLEREAD, ROWLOCK, READPAST)"),
                everywhere(begin + " FOR SHARE SKIP LOCKED"));
    }

    @Test
    void seeksThePageAfterARow() {
        String begin = "SELECT books.title FROM books WHERE ";
        assertSql(
                select(BOOKS.title)
                        .where(BOOKS.lent.eq(true))
                        .orderBy(BOOKS.price.desc(), BOOKS.id)
                        .seekAfter(new BigDecimal("9.50"), 7)
                        .limit(20),
                on(
                        "oracle",
                        "SELECT books.title FROM books WHERE books.lent = ? AND books.price <= ? AND"
                                + " (books.price < ? OR books.price = ? AND books.id > ?) ORDER BY books.price DESC,"
                                + " books.id FETCH NEXT ? ROWS ONLY",
                        true,
                        new BigDecimal("9.50"),
                        new BigDecimal("9.50"),
                        new BigDecimal("9.50"),
                        7,
                        20L),
                on(
                        "sqlserver",
                        "SELECT TOP (?) books.title FROM books WHERE books.lent = ? AND books.price <= ? AND"
                                + " (books.price < ? OR books.price = ? AND books.id > ?) ORDER BY books.price DESC,"
                                + " books.id",
                        20L,
                        true,
                        new BigDecimal("9.50"),
                        new BigDecimal("9.50"),
                        new BigDecimal("9.50"),
                        7),
                everywhere(
                        begin + "books.lent = ? AND books.price <= ? AND (books.price < ? OR books.price = ? AND"
                                + " books.id > ?) ORDER BY books.price DESC, books.id LIMIT ?",
                        true,
                        new BigDecimal("9.50"),
                        new BigDecimal("9.50"),
                        new BigDecimal("9.50"),
                        7,
                        20L));
        assertSql(
                select(BOOKS.title).orderBy(BOOKS.id).seekAfter(7),
                everywhere(begin + "books.id > ? ORDER BY books.id", 7));
    }

    @Test
    void refusesToSeekWithoutAPlace() {
        Select<String> ordered = select(BOOKS.title).orderBy(BOOKS.id);
        assertThatThrownBy(() -> select(BOOKS.title).seekAfter(1)).hasMessageContaining("0 sort keys");
        assertThatThrownBy(() -> ordered.seekAfter("1")).hasMessageContaining("takes Integer");
        assertThatThrownBy(() -> ordered.seekAfter((Object) null)).hasMessageContaining("is null");
        assertThatThrownBy(() -> ordered.seekAfter(1).orderBy(BOOKS.title)).hasMessageContaining("after seekAfter");
    }

    @Test
    void takesTextAtItsSeams() {
        assertSql(
                select(BOOKS.id)
                        .prefix("/* all */")
                        .prefix("h2", "/* h2 */")
                        .hint(BOOKS, "sqlite", "NOT INDEXED")
                        .prefix("mysql", "STRAIGHT_JOIN")
                        .suffix("postgresql", "FOR UPDATE"),
                on("mysql", "SELECT /* all */ STRAIGHT_JOIN books.id FROM books"),
                on("sqlite", "SELECT /* all */ books.id FROM books NOT INDEXED"),
                on("h2", "SELECT /* all */ /* h2 */ books.id FROM books"),
                on("postgresql", "SELECT /* all */ books.id FROM books FOR UPDATE"),
                everywhere("SELECT /* all */ books.id FROM books"));
    }

    @Test
    void takesUsersSyntaxAtItsSeams() {
        record Having(Position position, int least) implements SyntaxExtension {
            @Override
            public void render(RenderContext context) {
                context.sql("HAVING count(*) > ").value(SqlTypes.INTEGER, least);
            }

            @Override
            public Having mapChildren(NodeMapper mapper) {
                return new Having(position, least);
            }

            @Override
            public void describe(Description description) {
                description.add(Having.class).value(SqlTypes.INTEGER, least);
            }
        }
        assertSql(
                select(BOOKS.authorId)
                        .groupBy(BOOKS.authorId)
                        .with(new Having(SyntaxExtension.Position.POST_CRITERIA, 3))
                        .orderBy(BOOKS.authorId)
                        .limit(2),
                on(
                        "oracle",
                        "SELECT books.author_id FROM books GROUP BY books.author_id HAVING count(*) > ? ORDER"
                                + " BY books.author_id FETCH NEXT ? ROWS ONLY",
                        3,
                        2L),
                on(
                        "sqlserver",
                        "SELECT TOP (?) books.author_id FROM books GROUP BY books.author_id HAVING count(*) >"
                                + " ? ORDER BY books.author_id",
                        2L,
                        3),
                everywhere(
                        "SELECT books.author_id FROM books GROUP BY books.author_id HAVING count(*) > ?"
                                + " ORDER BY books.author_id LIMIT ?",
                        3,
                        2L));
    }

    @Test
    void keepsEqualRowsOfSets() {
        assertSql(
                select(BOOKS.authorId).intersectAll(select(AUTHORS.id)),
                unsupportedOn("sqlite h2 oracle sqlserver", "INTERSECT ALL"),
                everywhere("SELECT books.author_id FROM books INTERSECT ALL SELECT authors.id FROM authors"));
        assertSql(
                select(BOOKS.authorId).exceptAll(select(AUTHORS.id)),
                unsupportedOn("sqlite h2 oracle sqlserver", "EXCEPT ALL"),
                everywhere("SELECT books.author_id FROM books EXCEPT ALL SELECT authors.id FROM authors"));
    }
}
