package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class CommonTableExpressionSqlTest {
    private static final CommonTableExpression LONG_BOOKS = with(
            "long_books",
            select(BOOKS.id, BOOKS.authorId, BOOKS.title).from(BOOKS).where(BOOKS.pages.gt(500)));

    @Test
    void writesANamedQueryOnceBeforeTheStatement() {
        assertSql(
                select(LONG_BOOKS.column(BOOKS.title)).from(LONG_BOOKS),
                everywhere(
                        "WITH long_books (id, author_id, title) AS"
                                + " (SELECT books.id, books.author_id, books.title FROM books WHERE books.pages > ?)"
                                + " SELECT long_books.title FROM long_books",
                        500));
        CommonTableExpression other = LONG_BOOKS.as("other");
        assertSql(
                select(LONG_BOOKS.column(BOOKS.title), other.column(BOOKS.title))
                        .from(LONG_BOOKS)
                        .join(other, other.column(BOOKS.authorId).eq(LONG_BOOKS.column(BOOKS.authorId)))
                        .where(LONG_BOOKS.column(BOOKS.id).lt(7)),
                on(
                        "oracle",
                        "WITH long_books (id, author_id, title) AS (SELECT books.id, books.author_id,"
                                + " books.title FROM books WHERE books.pages > ?) SELECT long_books.title, other.title"
                                + " FROM long_books JOIN long_books other ON other.author_id = long_books.author_id"
                                + " WHERE long_books.id < ?",
                        500,
                        7),
                everywhere(
                        "WITH long_books (id, author_id, title) AS"
                                + " (SELECT books.id, books.author_id, books.title FROM books WHERE books.pages > ?)"
                                + " SELECT long_books.title, other.title FROM long_books"
                                + " JOIN long_books AS other ON other.author_id = long_books.author_id"
                                + " WHERE long_books.id < ?",
                        500,
                        7));
    }

    @Test
    void writesQueriesAfterThoseTheyUse() {
        CommonTableExpression counted = with(
                "counted",
                select(LONG_BOOKS.column(BOOKS.authorId), count().as("books"))
                        .from(LONG_BOOKS)
                        .groupBy(LONG_BOOKS.column(BOOKS.authorId)));
        assertSql(
                select(counted.column(count().as("books"))).from(counted),
                on(
                        "sqlserver",
                        "WITH long_books (id, author_id, title) AS (SELECT books.id, books.author_id,"
                                + " books.title FROM books WHERE books.pages > ?), counted (author_id, books) AS"
                                + " (SELECT long_books.author_id, COUNT_BIG(*) AS books FROM long_books GROUP BY"
                                + " long_books.author_id) SELECT counted.books FROM counted",
                        500),
                everywhere(
                        "WITH long_books (id, author_id, title) AS"
                                + " (SELECT books.id, books.author_id, books.title FROM books WHERE books.pages > ?),"
                                + " counted (author_id, books) AS (SELECT long_books.author_id, count(*) AS books"
                                + " FROM long_books GROUP BY long_books.author_id)"
                                + " SELECT counted.books FROM counted",
                        500));
    }

    @Test
    void goesOnFromItsOwnRows() {
        CommonTableExpression tree = withRecursive(
                "tree",
                select(AUTHORS.id, AUTHORS.mentorId).from(AUTHORS).where(AUTHORS.id.eq(1)),
                self -> select(AUTHORS.id, AUTHORS.mentorId)
                        .from(AUTHORS)
                        .join(self, AUTHORS.mentorId.eq(self.column(AUTHORS.id))));
        assertSql(
                select(count()).from(tree),
                on(
                        "oracle",
                        "WITH tree (id, mentor_id) AS (SELECT authors.id, authors.mentor_id FROM authors"
                                + " WHERE authors.id = ? UNION ALL SELECT authors.id, authors.mentor_id FROM authors"
                                + " JOIN tree ON authors.mentor_id = tree.id) SELECT count(*) FROM tree",
                        1),
                on(
                        "sqlserver",
                        "WITH tree (id, mentor_id) AS (SELECT authors.id, authors.mentor_id FROM authors"
                                + " WHERE authors.id = ? UNION ALL SELECT authors.id, authors.mentor_id FROM authors"
                                + " JOIN tree ON authors.mentor_id = tree.id) SELECT COUNT_BIG(*) FROM tree",
                        1),
                everywhere(
                        "WITH RECURSIVE tree (id, mentor_id) AS"
                                + " (SELECT authors.id, authors.mentor_id FROM authors WHERE authors.id = ?"
                                + " UNION ALL SELECT authors.id, authors.mentor_id FROM authors"
                                + " JOIN tree ON authors.mentor_id = tree.id)"
                                + " SELECT count(*) FROM tree",
                        1));
    }

    @Test
    void infersFromOfAColumnOfANamedQuery() {
        assertSql(
                select(LONG_BOOKS.column(BOOKS.title)),
                everywhere(
                        "WITH long_books (id, author_id, title) AS"
                                + " (SELECT books.id, books.author_id, books.title FROM books WHERE books.pages > ?)"
                                + " SELECT long_books.title FROM long_books",
                        500));
    }

    @Test
    void tellsQueriesOfOneNameApartInTheCache() {
        DerivedTable shorter = select(BOOKS.id).where(BOOKS.pages.lt(10)).asTable("b");
        DerivedTable longer = select(BOOKS.id).where(BOOKS.pages.gt(10)).asTable("b");
        assertThat(StatementKey.walk(select(shorter.column(BOOKS.id))).key())
                .isNotEqualTo(StatementKey.walk(select(longer.column(BOOKS.id))).key());
    }

    @Test
    void refusesTwoQueriesOfOneName() {
        CommonTableExpression another = with("long_books", select(BOOKS.id).from(BOOKS));
        assertThatThrownBy(() ->
                        SqlAssert.SQLITE.sqlCompiler().compile(select(count()).from(LONG_BOOKS, another.as("x"))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1231");
        assertThatThrownBy(() -> with("unnamed", select(count()).from(BOOKS)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1119");
    }
}
