package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Row3;
import org.alkahest.sql.Select;
import org.alkahest.sql.Tuple;
import org.alkahest.sql.TupleComparison;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class TupleSqlTest {
    private static final String SELECT = "SELECT books.id FROM books WHERE ";
    private static final Tuple<Row2<Integer, String>> KEY = tuple(BOOKS.pages, BOOKS.title);

    private static Select<Integer> where(Expression<Boolean> condition) {
        return select(BOOKS.id).where(condition);
    }

    @Test
    void comparesTuples() {
        assertSql(
                where(KEY.eq(new Row2<>(1, "a"))),
                on(
                        "sqlserver duckdb",
                        "SELECT books.id FROM books WHERE (books.pages = ? AND books.title = ?)",
                        1,
                        "a"),
                on("oracle", "SELECT books.id FROM books WHERE (books.pages, books.title) = ((?, ?))", 1, "a"),
                everywhere(SELECT + "(books.pages, books.title) = (?, ?)", 1, "a"));
        assertSql(
                where(KEY.ne(new Row2<>(1, "a")).not()),
                on(
                        "sqlserver duckdb",
                        "SELECT books.id FROM books WHERE NOT NOT (books.pages = ? AND books.title = ?)",
                        1,
                        "a"),
                on("oracle", "SELECT books.id FROM books WHERE NOT (books.pages, books.title) <> ((?, ?))", 1, "a"),
                everywhere(SELECT + "NOT (books.pages, books.title) <> (?, ?)", 1, "a"));
        assertSql(
                where(tuple(BOOKS.id, BOOKS.pages, BOOKS.authorId).ge(new Row3<>(1, 2, 3))),
                on(
                        "oracle sqlserver duckdb",
                        "SELECT books.id FROM books WHERE (books.id > ? OR books.id = ? AND books.pages > ?"
                                + " OR books.id = ? AND books.pages = ? AND books.author_id >= ?)",
                        1,
                        1,
                        2,
                        1,
                        2,
                        3),
                everywhere(SELECT + "(books.id, books.pages, books.author_id) >= (?, ?, ?)", 1, 2, 3));
        assertSql(
                where(tuple(BOOKS.id, BOOKS.pages).lt(tuple(BOOKS.authorId, BOOKS.id))),
                on(
                        "oracle sqlserver duckdb",
                        "SELECT books.id FROM books WHERE (books.id < books.author_id OR books.id ="
                                + " books.author_id AND books.pages < books.id)"),
                everywhere(SELECT + "(books.id, books.pages) < (books.author_id, books.id)"));
    }

    @Test
    void findsTuplesInLists() {
        List<Row2<Integer, String>> rows = List.of(new Row2<>(1, "a"), new Row2<>(2, "b"), new Row2<>(3, "c"));
        assertSql(
                where(KEY.in(rows)),
                on(
                        "sqlite",
                        SELECT + "(books.pages, books.title) IN (VALUES (?, ?), (?, ?), (?, ?), (?, ?))",
                        1,
                        "a",
                        2,
                        "b",
                        3,
                        "c",
                        3,
                        "c"),
                on(
                        "h2 postgresql mysql mariadb oracle",
                        SELECT + "(books.pages, books.title) IN ((?, ?), (?, ?), (?, ?), (?, ?))",
                        1,
                        "a",
                        2,
                        "b",
                        3,
                        "c",
                        3,
                        "c"),
                on(
                        "sqlserver duckdb",
                        "SELECT books.id FROM books WHERE (books.pages = ? AND books.title = ? OR books.pages"
                                + " = ? AND books.title = ? OR books.pages = ? AND books.title = ? OR books.pages = ?"
                                + " AND books.title = ?)",
                        1,
                        "a",
                        2,
                        "b",
                        3,
                        "c",
                        3,
                        "c"));
        assertSql(where(KEY.in(List.of())), everywhere(SELECT + "1 = 0"));
        assertSql(where(KEY.notIn(List.of())), everywhere(SELECT + "1 = 1"));
    }

    @Test
    void findsTuplesInQueries() {
        assertSql(
                where(KEY.notIn(select(AUTHORS.id, AUTHORS.name))),
                unsupportedOn("sqlserver duckdb", "comparison of row values"),
                everywhere(
                        SELECT + "(books.pages, books.title) NOT IN (SELECT authors.id, authors.name FROM authors)"));
    }

    @Test
    void refusesNullsAndUnequalSizes() {
        assertThatThrownBy(() -> KEY.eq(new Row2<>(1, null)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1112");
        assertThatThrownBy(() -> KEY.in(List.of(new Row2<>(null, "a"))))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1111");
        Tuple<?> three = tuple(BOOKS.id, BOOKS.pages, BOOKS.authorId);
        assertThatThrownBy(() -> new TupleComparison(Comparison.Operator.EQUAL, KEY, three))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1140");
    }
}
