package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Tables that join themselves when a column of them is used. */
final class ImplicitJoinSqlTest {
    @Test
    void joinsWhatAColumnNeeds() {
        assertSql(
                select(BOOKS.title, BOOKS.author().name),
                on(
                        "oracle",
                        "SELECT books.title, books__author.name FROM books JOIN authors books__author ON"
                                + " books.author_id = books__author.id"),
                everywhere("SELECT books.title, books__author.name FROM books JOIN authors AS books__author"
                        + " ON books.author_id = books__author.id"));
    }

    @Test
    void joinsOnceHoweverOftenItIsUsed() {
        assertSql(
                select(BOOKS.author().name, count())
                        .where(BOOKS.author().name.ne("x"))
                        .groupBy(BOOKS.author().name)
                        .orderBy(BOOKS.author().name),
                on(
                        "oracle",
                        "SELECT books__author.name, count(*) FROM books JOIN authors books__author ON"
                                + " books.author_id = books__author.id WHERE books__author.name <> ? GROUP BY"
                                + " books__author.name ORDER BY books__author.name",
                        "x"),
                on(
                        "sqlserver",
                        "SELECT books__author.name, COUNT_BIG(*) FROM books JOIN authors AS books__author ON"
                                + " books.author_id = books__author.id WHERE books__author.name <> ? GROUP BY"
                                + " books__author.name ORDER BY books__author.name",
                        "x"),
                everywhere(
                        "SELECT books__author.name, count(*) FROM books JOIN authors AS books__author"
                                + " ON books.author_id = books__author.id WHERE books__author.name <> ?"
                                + " GROUP BY books__author.name ORDER BY books__author.name",
                        "x"));
    }

    @Test
    void followsSeveralKeysAndKeepsRowsWithoutATarget() {
        assertSql(
                select(REVIEWS.id)
                        .from(REVIEWS)
                        .where(REVIEWS.book().author().mentor().name.eq("x")),
                on(
                        "oracle",
                        "SELECT reviews.id FROM reviews LEFT JOIN books reviews__book ON reviews.book_id ="
                                + " reviews__book.id LEFT JOIN authors reviews__book__author ON reviews__book.author_id"
                                + " = reviews__book__author.id LEFT JOIN authors reviews__book__author__mentor ON"
                                + " reviews__book__author.mentor_id = reviews__book__author__mentor.id WHERE"
                                + " reviews__book__author__mentor.name = ?",
                        "x"),
                everywhere(
                        "SELECT reviews.id FROM reviews LEFT JOIN books AS reviews__book"
                                + " ON reviews.book_id = reviews__book.id LEFT JOIN authors AS reviews__book__author"
                                + " ON reviews__book.author_id = reviews__book__author.id"
                                + " LEFT JOIN authors AS reviews__book__author__mentor"
                                + " ON reviews__book__author.mentor_id = reviews__book__author__mentor.id"
                                + " WHERE reviews__book__author__mentor.name = ?",
                        "x"));
    }

    @Test
    void keepsTheRowsOfAnOuterJoin() {
        assertSql(
                select(AUTHORS.name, BOOKS.author().name).from(AUTHORS).leftJoin(BOOKS, BOOKS.authorId.eq(AUTHORS.id)),
                on(
                        "oracle",
                        "SELECT authors.name, books__author.name FROM authors LEFT JOIN books ON"
                                + " books.author_id = authors.id LEFT JOIN authors books__author ON books.author_id ="
                                + " books__author.id"),
                everywhere("SELECT authors.name, books__author.name FROM authors"
                        + " LEFT JOIN books ON books.author_id = authors.id"
                        + " LEFT JOIN authors AS books__author ON books.author_id = books__author.id"));
    }

    @Test
    void joinsInTheQueryThatHasTheSource() {
        assertSql(
                select(BOOKS.title)
                        .from(BOOKS)
                        .where(exists(select(REVIEWS.id)
                                .from(REVIEWS)
                                .where(REVIEWS.bookId.eq(BOOKS.id).and(REVIEWS.order.eq(BOOKS.author().name))))),
                on(
                        "mysql mariadb",
                        "SELECT books.title FROM books JOIN authors AS books__author ON books.author_id ="
                                + " books__author.id WHERE EXISTS (SELECT reviews.id FROM reviews WHERE reviews.book_id"
                                + " = books.id AND reviews.`order` = books__author.name)"),
                on(
                        "oracle",
                        "SELECT books.title FROM books JOIN authors books__author ON books.author_id ="
                                + " books__author.id WHERE EXISTS (SELECT reviews.id FROM reviews WHERE reviews.book_id"
                                + " = books.id AND reviews.\"order\" = books__author.name)"),
                everywhere("SELECT books.title FROM books JOIN authors AS books__author"
                        + " ON books.author_id = books__author.id WHERE EXISTS (SELECT reviews.id FROM reviews"
                        + " WHERE reviews.book_id = books.id AND reviews.\"order\" = books__author.name)"));
    }

    @Test
    void joinsBeforeTheConditionsThatNameIt() {
        assertSql(
                select(REVIEWS.id)
                        .from(BOOKS)
                        .leftJoin(REVIEWS, REVIEWS.bookId.eq(BOOKS.id).and(REVIEWS.order.eq(BOOKS.author().name))),
                on(
                        "mysql mariadb",
                        "SELECT reviews.id FROM books JOIN authors AS books__author ON books.author_id ="
                                + " books__author.id LEFT JOIN reviews ON reviews.book_id = books.id AND"
                                + " reviews.`order` = books__author.name"),
                on(
                        "oracle",
                        "SELECT reviews.id FROM books JOIN authors books__author ON books.author_id ="
                                + " books__author.id LEFT JOIN reviews ON reviews.book_id = books.id AND"
                                + " reviews.\"order\" = books__author.name"),
                everywhere("SELECT reviews.id FROM books JOIN authors AS books__author ON books.author_id ="
                        + " books__author.id LEFT JOIN reviews ON reviews.book_id = books.id AND"
                        + " reviews.\"order\" = books__author.name"));
    }

    @Test
    void joinsToWhatAnOuterJoinMayLeaveOut() {
        assertSql(
                select(REVIEWS.id, BOOKS.author().name).from(BOOKS).rightJoin(REVIEWS, REVIEWS.bookId.eq(BOOKS.id)),
                on(
                        "oracle",
                        "SELECT reviews.id, books__author.name FROM books JOIN authors books__author ON"
                                + " books.author_id = books__author.id RIGHT JOIN reviews ON reviews.book_id ="
                                + " books.id"),
                everywhere("SELECT reviews.id, books__author.name FROM books JOIN authors AS books__author ON"
                        + " books.author_id = books__author.id RIGHT JOIN reviews ON reviews.book_id = books.id"));
    }

    @Test
    void joinsToTheTargetOfAChange() {
        assertSql(
                update(BOOKS).set(BOOKS.pages, 1).where(BOOKS.author().name.eq("x")),
                on(
                        "sqlite postgresql duckdb",
                        "UPDATE books SET pages = ? FROM authors AS books__author WHERE books.author_id ="
                                + " books__author.id AND books__author.name = ?",
                        1,
                        "x"),
                on(
                        "mysql mariadb",
                        "UPDATE books, authors AS books__author SET books.pages = ? WHERE books.author_id ="
                                + " books__author.id AND books__author.name = ?",
                        1,
                        "x"),
                on(
                        "sqlserver",
                        "UPDATE books SET pages = ? FROM books, authors AS books__author WHERE books.author_id ="
                                + " books__author.id AND books__author.name = ?",
                        1,
                        "x"),
                on(
                        "h2",
                        "MERGE INTO books USING authors AS books__author ON (books.author_id = books__author.id AND"
                                + " books__author.name = ?) WHEN MATCHED THEN UPDATE SET pages = ?",
                        "x",
                        1),
                on(
                        "oracle",
                        "MERGE INTO books USING authors books__author ON (books.author_id = books__author.id AND"
                                + " books__author.name = ?) WHEN MATCHED THEN UPDATE SET pages = ?",
                        "x",
                        1));
        assertSql(
                delete(BOOKS).where(BOOKS.author().name.eq("x")),
                on(
                        "postgresql duckdb",
                        "DELETE FROM books USING authors AS books__author WHERE books.author_id = books__author.id"
                                + " AND books__author.name = ?",
                        "x"),
                on(
                        "mysql mariadb sqlserver",
                        "DELETE books FROM books, authors AS books__author WHERE books.author_id ="
                                + " books__author.id AND books__author.name = ?",
                        "x"),
                on(
                        "sqlite h2",
                        "DELETE FROM books WHERE EXISTS (SELECT 1 FROM authors AS books__author WHERE"
                                + " books.author_id = books__author.id AND books__author.name = ?)",
                        "x"),
                on(
                        "oracle",
                        "DELETE FROM books WHERE EXISTS (SELECT 1 FROM authors books__author WHERE"
                                + " books.author_id = books__author.id AND books__author.name = ?)",
                        "x"));
        assertThatThrownBy(() -> SqlAssert.SQLITE
                        .sqlCompiler()
                        .compile(delete(REVIEWS).where(REVIEWS.book().pages.isNull())))
                .isInstanceOfSatisfying(
                        CompileException.class, e -> assertThat(e.code()).isEqualTo("ALK-1252"));
    }

    @Test
    void refusesAPathWithoutAForeignKey() {
        final class Pages extends Table {
            final Column<Integer> bookId = column("book_id", SqlTypes.INTEGER);

            Pages() {
                super("pages");
            }

            Table book() {
                return implicit("book", BOOKS::as, bookId);
            }
        }
        assertThatThrownBy(() -> new Pages().book())
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("no foreign key of [book_id]");
    }
}
