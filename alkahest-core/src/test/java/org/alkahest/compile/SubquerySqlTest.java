package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.alkahest.compile.Library.Books;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DerivedTable;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class SubquerySqlTest {
    @Test
    void correlatesWithTheEnclosingQuery() {
        assertSql(
                select(AUTHORS.name).where(exists(select(BOOKS.id).where(BOOKS.authorId.eq(AUTHORS.id)))),
                everywhere("SELECT authors.name FROM authors WHERE EXISTS"
                        + " (SELECT books.id FROM books WHERE books.author_id = authors.id)"));
    }

    @Test
    void refusesAColumnThatTwoOfTheQueryMayBe() {
        DerivedTable both = select(AUTHORS.id, BOOKS.id, BOOKS.title).asTable("both");
        assertThatThrownBy(() -> both.column(BOOKS.id)).isInstanceOfSatisfying(AlkahestArgumentException.class, e -> {
            assertThat(e.code()).isEqualTo("ALK-1128");
            assertThat(e).hasMessageContaining("[id, id, title]");
        });
        assertThat(both.column(BOOKS.title)).hasToString("both.title");
    }

    @Test
    void doesNotCorrelateAQueryOnTheSameTable() {
        assertSql(
                select(BOOKS.title)
                        .where(BOOKS.pages.eq(select(max(BOOKS.pages)).asScalar())),
                everywhere("SELECT books.title FROM books WHERE books.pages = (SELECT max(books.pages) FROM books)"));
        assertSql(
                select(BOOKS.title).where(BOOKS.id.in(select(BOOKS.id).where(BOOKS.pages.gt(5)))),
                everywhere(
                        "SELECT books.title FROM books WHERE books.id IN"
                                + " (SELECT books.id FROM books WHERE books.pages > ?)",
                        5));
    }

    @Test
    void correlatesThroughTwoLevels() {
        Books other = BOOKS.as("other");
        assertSql(
                select(AUTHORS.name)
                        .where(exists(select(BOOKS.id)
                                .where(BOOKS.authorId.eq(AUTHORS.id))
                                .where(exists(select(other.id)
                                        .where(other.authorId.eq(AUTHORS.id).and(other.id.ne(BOOKS.id))))))),
                on(
                        "oracle",
                        "SELECT authors.name FROM authors WHERE EXISTS (SELECT books.id FROM books WHERE"
                                + " books.author_id = authors.id AND EXISTS (SELECT other.id FROM books other WHERE"
                                + " other.author_id = authors.id AND other.id <> books.id))"),
                everywhere("SELECT authors.name FROM authors WHERE EXISTS (SELECT books.id FROM books"
                        + " WHERE books.author_id = authors.id AND EXISTS (SELECT other.id FROM books AS other"
                        + " WHERE other.author_id = authors.id AND other.id <> books.id))"));
    }

    @Test
    void selectsAValueOfAQuery() {
        assertSql(
                select(
                        AUTHORS.name,
                        select(count())
                                .from(BOOKS)
                                .where(BOOKS.authorId.eq(AUTHORS.id))
                                .asScalar()
                                .as("books")),
                on(
                        "sqlserver",
                        "SELECT authors.name, (SELECT COUNT_BIG(*) FROM books WHERE books.author_id ="
                                + " authors.id) AS books FROM authors"),
                everywhere("SELECT authors.name, (SELECT count(*) FROM books WHERE books.author_id = authors.id)"
                        + " AS books FROM authors"));
    }

    @Test
    void joinsADerivedTableThatSeesNothingBesideIt() {
        DerivedTable totals = select(BOOKS.authorId, sum(BOOKS.price).as("total"))
                .from(BOOKS, AUTHORS)
                .groupBy(BOOKS.authorId)
                .asTable("totals");
        ColumnRef<Integer> authorId = totals.column(BOOKS.authorId);
        ColumnRef<BigDecimal> total = totals.column(sum(BOOKS.price).as("total"));
        assertSql(
                select(AUTHORS.name, total).from(AUTHORS).join(totals, authorId.eq(AUTHORS.id)),
                on(
                        "oracle",
                        "SELECT authors.name, totals.total FROM authors JOIN (SELECT books.author_id,"
                                + " sum(books.price) AS total FROM books, authors GROUP BY books.author_id) totals ON"
                                + " totals.author_id = authors.id"),
                everywhere("SELECT authors.name, totals.total FROM authors JOIN (SELECT books.author_id,"
                        + " sum(books.price) AS total FROM books, authors GROUP BY books.author_id) AS totals"
                        + " ON totals.author_id = authors.id"));
    }

    @Test
    void infersFromInsideADerivedTableOnTheSameTable() {
        DerivedTable inner = select(AUTHORS.id).where(AUTHORS.name.eq("x")).asTable("x");
        assertSql(
                select(AUTHORS.name)
                        .from(AUTHORS)
                        .join(inner, inner.column(AUTHORS.id).eq(AUTHORS.id)),
                on(
                        "oracle",
                        "SELECT authors.name FROM authors JOIN (SELECT authors.id FROM authors WHERE"
                                + " authors.name = ?) x ON x.id = authors.id",
                        "x"),
                everywhere(
                        "SELECT authors.name FROM authors JOIN (SELECT authors.id FROM authors WHERE authors.name = ?)"
                                + " AS x ON x.id = authors.id",
                        "x"));
    }

    @Test
    void refusesAQueryOfTwoColumnsAsAValue() {
        assertThatThrownBy(() -> select(BOOKS.id, BOOKS.title).asScalar())
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1109");
    }
}
