package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.multiset;
import static org.alkahest.sql.Sql.select;

import org.junit.jupiter.api.Test;

final class MultisetSqlTest {
    @Test
    void putsTheRowsOfAQueryIntoOneValue() {
        String rows = "SELECT books.title AS c1, books.pages AS c2 FROM books"
                + " WHERE books.author_id = authors.id AND books.pages > ? ORDER BY books.title";
        String flat = " ORDER BY books.title) FROM books WHERE books.author_id = authors.id AND books.pages > ?)"
                + " FROM authors WHERE authors.name = ?";
        String end = ") AS multiset_rows) FROM authors WHERE authors.name = ?";
        assertSql(
                select(
                                AUTHORS.name,
                                multiset(select(BOOKS.title, BOOKS.pages)
                                        .where(BOOKS.authorId.eq(AUTHORS.id).and(BOOKS.pages.gt(5)))
                                        .orderBy(BOOKS.title)))
                        .where(AUTHORS.name.eq("x")),
                on(
                        "sqlite duckdb",
                        "SELECT authors.name, (SELECT json_group_array(json_array(multiset_rows.c1, multiset_rows.c2))"
                                + " FROM (" + rows + end,
                        5,
                        "x"),
                on(
                        "postgresql",
                        "SELECT authors.name, (SELECT json_agg(json_build_array(multiset_rows.c1, multiset_rows.c2))"
                                + " FROM (" + rows + end,
                        5,
                        "x"),
                on(
                        "mysql",
                        "SELECT authors.name, (SELECT JSON_ARRAYAGG(JSON_ARRAY(multiset_rows.c1, multiset_rows.c2))"
                                + " FROM (" + rows + " LIMIT 9223372036854775807" + end,
                        5,
                        "x"),
                on(
                        "h2",
                        "SELECT authors.name, (SELECT JSON_ARRAYAGG(JSON_ARRAY(books.title, books.pages NULL ON NULL)"
                                + flat,
                        5,
                        "x"),
                on(
                        "mariadb",
                        "SELECT authors.name, (SELECT JSON_ARRAYAGG(JSON_ARRAY(books.title, books.pages)" + flat,
                        5,
                        "x"),
                on(
                        "oracle",
                        "SELECT authors.name, (SELECT JSON_ARRAYAGG(JSON_ARRAY(books.title, books.pages NULL ON NULL"
                                + " RETURNING CLOB) ORDER BY books.title RETURNING CLOB) FROM books"
                                + " WHERE books.author_id = authors.id AND books.pages > ?) FROM authors"
                                + " WHERE authors.name = ?",
                        5,
                        "x"),
                on(
                        "sqlserver",
                        "SELECT authors.name, (" + rows
                                + " OFFSET 0 ROWS FOR JSON PATH, INCLUDE_NULL_VALUES) FROM authors"
                                + " WHERE authors.name = ?",
                        5,
                        "x"));
    }

    @Test
    void refusesWhatAnAggregateInPlaceCannotSay() {
        assertSql(
                select(multiset(select(BOOKS.pages)
                                .distinct()
                                .where(BOOKS.authorId.eq(AUTHORS.id).and(BOOKS.id.gt(0)))))
                        .from(AUTHORS),
                on(
                        "sqlite duckdb",
                        "SELECT (SELECT json_group_array(json_array(multiset_rows.c1)) FROM (SELECT DISTINCT"
                                + " books.pages AS c1 FROM books WHERE books.author_id = authors.id AND books.id > ?)"
                                + " AS multiset_rows) FROM authors",
                        0),
                on(
                        "postgresql",
                        "SELECT (SELECT json_agg(json_build_array(multiset_rows.c1)) FROM (SELECT DISTINCT"
                                + " books.pages AS c1 FROM books WHERE books.author_id = authors.id AND books.id > ?)"
                                + " AS multiset_rows) FROM authors",
                        0),
                on(
                        "mysql",
                        "SELECT (SELECT JSON_ARRAYAGG(JSON_ARRAY(multiset_rows.c1)) FROM (SELECT DISTINCT"
                                + " books.pages AS c1 FROM books WHERE books.author_id = authors.id AND books.id > ?)"
                                + " AS multiset_rows) FROM authors",
                        0),
                on(
                        "sqlserver",
                        "SELECT (SELECT DISTINCT books.pages AS c1 FROM books WHERE books.author_id = authors.id"
                                + " AND books.id > ? FOR JSON PATH, INCLUDE_NULL_VALUES) FROM authors",
                        0),
                unsupportedOn("h2 mariadb oracle", "multiset of a query"));
    }
}
