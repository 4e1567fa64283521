package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** UPDATE and DELETE beside other tables, of aliases, of rows in order, and with correlated subqueries. */
final class UpdateFromSqlTest {
    @Test
    void updatesFromAnotherTable() {
        assertSql(
                update(BOOKS)
                        .from(AUTHORS)
                        .setTo(BOOKS.title, AUTHORS.name)
                        .where(BOOKS.authorId.eq(AUTHORS.id))
                        .where(BOOKS.pages.gt(3)),
                on(
                        "sqlite postgresql duckdb",
                        "UPDATE books SET title = authors.name FROM authors"
                                + " WHERE books.author_id = authors.id AND books.pages > ?",
                        3),
                on(
                        "h2",
                        "MERGE INTO books USING authors ON (books.author_id = authors.id)"
                                + " WHEN MATCHED AND books.pages > ? THEN UPDATE SET title = authors.name",
                        3),
                on(
                        "mysql mariadb",
                        "UPDATE books, authors SET books.title = authors.name WHERE books.author_id ="
                                + " authors.id AND books.pages > ?",
                        3),
                on(
                        "oracle",
                        "MERGE INTO books USING authors ON (books.author_id = authors.id) WHEN MATCHED THEN"
                                + " UPDATE SET title = authors.name WHERE books.pages > ?",
                        3),
                on(
                        "sqlserver",
                        "UPDATE books SET title = authors.name FROM books, authors WHERE books.author_id ="
                                + " authors.id AND books.pages > ?",
                        3));
    }

    @Test
    void updatesAnAliasAlongForeignKeysAndJoins() {
        Library.Books b = BOOKS.as("b");
        Library.Authors mentor = AUTHORS.as("mentor");
        assertSql(
                update(b)
                        .join(AUTHORS)
                        .join(mentor, AUTHORS.mentorId.eq(mentor.id))
                        .setTo(b.title, mentor.name)
                        .where(exists(select(REVIEWS.id)
                                .where(REVIEWS.bookId.eq(b.id))
                                .where(REVIEWS.writerId.eq(AUTHORS.id)))),
                on(
                        "sqlite postgresql duckdb",
                        "UPDATE books AS b SET title = mentor.name FROM authors"
                                + " JOIN authors AS mentor ON authors.mentor_id = mentor.id"
                                + " WHERE b.author_id = authors.id AND EXISTS (SELECT reviews.id FROM reviews"
                                + " WHERE reviews.book_id = b.id AND reviews.writer_id = authors.id)"),
                on(
                        "h2",
                        "MERGE INTO books AS b USING (SELECT mentor.name AS c1, authors.id AS c2 FROM authors JOIN"
                                + " authors AS mentor ON authors.mentor_id = mentor.id) AS source ON (b.author_id ="
                                + " source.c2) WHEN MATCHED AND EXISTS (SELECT reviews.id FROM reviews WHERE"
                                + " reviews.book_id = b.id AND reviews.writer_id = source.c2) THEN UPDATE SET title ="
                                + " source.c1"),
                on(
                        "mysql mariadb",
                        "UPDATE books AS b, authors JOIN authors AS mentor ON authors.mentor_id = mentor.id"
                                + " SET b.title = mentor.name WHERE b.author_id = authors.id AND EXISTS (SELECT"
                                + " reviews.id FROM reviews WHERE reviews.book_id = b.id AND reviews.writer_id ="
                                + " authors.id)"),
                on(
                        "oracle",
                        "MERGE INTO books b USING (SELECT mentor.name AS c1, authors.id AS c2 FROM authors"
                                + " JOIN authors mentor ON authors.mentor_id = mentor.id) source ON (b.author_id ="
                                + " source.c2) WHEN MATCHED THEN UPDATE SET title = source.c1 WHERE EXISTS (SELECT"
                                + " reviews.id FROM reviews WHERE reviews.book_id = b.id AND reviews.writer_id ="
                                + " source.c2)"),
                on(
                        "sqlserver",
                        "UPDATE b SET title = mentor.name FROM books AS b, authors JOIN authors AS mentor ON"
                                + " authors.mentor_id = mentor.id WHERE b.author_id = authors.id AND EXISTS (SELECT"
                                + " reviews.id FROM reviews WHERE reviews.book_id = b.id AND reviews.writer_id ="
                                + " authors.id)"));
    }

    @Test
    void returnsValuesOfBoth() {
        assertSql(
                update(BOOKS)
                        .from(AUTHORS)
                        .set(BOOKS.pages, 1)
                        .where(BOOKS.authorId.eq(AUTHORS.id))
                        .returning(BOOKS.id),
                on(
                        "sqlite postgresql duckdb",
                        "UPDATE books SET pages = ? FROM authors WHERE books.author_id = authors.id RETURNING books.id",
                        1),
                on(
                        "h2",
                        "SELECT id FROM FINAL TABLE (MERGE INTO books USING authors"
                                + " ON (books.author_id = authors.id) WHEN MATCHED THEN UPDATE SET pages = ?)",
                        1),
                unsupportedOn("mysql mariadb", "RETURNING on UPDATE"),
                unsupportedOn("oracle", "RETURNING on MERGE"),
                on(
                        "sqlserver",
                        "UPDATE books SET pages = ? OUTPUT INSERTED.id FROM books, authors WHERE"
                                + " books.author_id = authors.id",
                        1));
    }

    @Test
    void deletesBesideOtherTables() {
        assertSql(
                delete(BOOKS)
                        .using(AUTHORS)
                        .where(BOOKS.authorId.eq(AUTHORS.id))
                        .where(AUTHORS.name.eq("x")),
                on(
                        "postgresql duckdb",
                        "DELETE FROM books USING authors WHERE books.author_id = authors.id AND authors.name = ?",
                        "x"),
                on(
                        "sqlite h2 oracle",
                        "DELETE FROM books WHERE EXISTS (SELECT 1 FROM authors"
                                + " WHERE books.author_id = authors.id AND authors.name = ?)",
                        "x"),
                on(
                        "mysql mariadb sqlserver",
                        "DELETE books FROM books, authors WHERE books.author_id = authors.id AND authors.name" + " = ?",
                        "x"));
    }

    @Test
    void setsSeveralColumnsFromOneQuery() {
        assertSql(
                update(AUTHORS)
                        .setFrom(
                                select(max(BOOKS.title), max(BOOKS.pages)).where(BOOKS.authorId.eq(AUTHORS.id)),
                                AUTHORS.name,
                                AUTHORS.mentorId),
                unsupportedOn("duckdb mysql mariadb sqlserver", "assignment of several columns from one query"),
                everywhere("UPDATE authors SET (name, mentor_id) = (SELECT max(books.title), max(books.pages)"
                        + " FROM books WHERE books.author_id = authors.id)"));
    }

    @Test
    void correlatesSubqueriesWithTheTarget() {
        assertSql(
                update(BOOKS.as("b"))
                        .setTo(
                                BOOKS.title,
                                select(AUTHORS.name)
                                        .where(AUTHORS.id.eq(BOOKS.as("b").authorId))
                                        .asScalar()),
                on(
                        "oracle",
                        "UPDATE books b SET title = (SELECT authors.name FROM authors WHERE authors.id ="
                                + " b.author_id)"),
                on(
                        "sqlserver",
                        "UPDATE b SET title = (SELECT authors.name FROM authors WHERE authors.id ="
                                + " b.author_id) FROM books AS b"),
                everywhere("UPDATE books AS b SET title ="
                        + " (SELECT authors.name FROM authors WHERE authors.id = b.author_id)"));
    }

    @Test
    void refusesOrderAndLimitWhereTheDatabaseHasNone() {
        assertSql(
                delete(BOOKS).orderBy(BOOKS.id.desc()).limit(2),
                on("mysql mariadb", "DELETE FROM books ORDER BY books.id DESC LIMIT ?", 2L),
                unsupportedOn(
                        "sqlite h2 postgresql duckdb oracle sqlserver", "ORDER BY and LIMIT on UPDATE and DELETE"));
        assertSql(
                update(BOOKS).set(BOOKS.pages, 1).limit(2),
                on("mysql mariadb", "UPDATE books SET pages = ? LIMIT ?", 1, 2L),
                unsupportedOn(
                        "sqlite h2 postgresql duckdb oracle sqlserver", "ORDER BY and LIMIT on UPDATE and DELETE"));
    }

    @Test
    void setsDefaults() {
        assertSql(
                update(BOOKS).setDefault(BOOKS.pages),
                on("h2 postgresql duckdb mysql mariadb oracle sqlserver", "UPDATE books SET pages = DEFAULT"),
                unsupportedOn("sqlite", "DEFAULT as a value"));
    }

    @Test
    void returnsOldAndNewValues() {
        assertSql(
                update(BOOKS)
                        .set(BOOKS.pages, 1)
                        .returning(row(
                                        org.alkahest.sql.Sql.oldValue(BOOKS.pages),
                                        org.alkahest.sql.Sql.newValue(BOOKS.pages)
                                                .as("now"))
                                .as(Integer::sum)),
                on("postgresql", "UPDATE books SET pages = ? RETURNING old.pages, new.pages AS now", 1),
                unsupportedOn("sqlite h2 duckdb oracle", "old values in RETURNING"),
                unsupportedOn("mysql mariadb", "RETURNING on UPDATE"),
                on("sqlserver", "UPDATE books SET pages = ? OUTPUT DELETED.pages, INSERTED.pages AS now", 1));
    }

    @Test
    void refusesToSetAColumnTwice() {
        assertThatThrownBy(() -> update(BOOKS).set(BOOKS.title, "x").set(BOOKS.title, "y"))
                .hasMessageContaining("ALK-1116")
                .hasMessageContaining("'title'");
    }

    @Test
    void refusesColumnsOfOtherTablesAndOuterJoinsToTheTarget() {
        assertThatThrownBy(() ->
                        SqlAssert.SQLITE.sqlCompiler().compile(update(BOOKS).set(AUTHORS.name, "x")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1250");
        assertThatThrownBy(() -> SqlAssert.SQLITE
                        .sqlCompiler()
                        .compile(update(BOOKS).leftJoin(AUTHORS).set(BOOKS.title, "x")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1252");
    }
}
