package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class DmlSqlTest {
    @Test
    void insertsOneRow() {
        assertSql(
                insert(AUTHORS).set(AUTHORS.name, "Ali").setNull(AUTHORS.born),
                on("duckdb", "INSERT INTO authors (name, born) VALUES (?, CAST(? AS DATE))", "Ali", null),
                everywhere("INSERT INTO authors (name, born) VALUES (?, ?)", "Ali", null));
    }

    @Test
    void insertsSeveralRows() {
        assertSql(
                insert(AUTHORS)
                        .set(AUTHORS.name, "a")
                        .nextRow()
                        .set(AUTHORS.name, "b")
                        .nextRow()
                        .set(AUTHORS.name, "c"),
                on(
                        "oracle",
                        "INSERT INTO authors (name) SELECT ? FROM DUAL UNION ALL SELECT ? FROM DUAL UNION ALL"
                                + " SELECT ? FROM DUAL",
                        "a",
                        "b",
                        "c"),
                everywhere("INSERT INTO authors (name) VALUES (?), (?), (?)", "a", "b", "c"));
    }

    @Test
    void insertsDefaults() {
        assertSql(
                insert(AUTHORS),
                on("mysql mariadb", "INSERT INTO authors () VALUES ()"),
                on("oracle", "INSERT INTO authors (id) VALUES (DEFAULT)"),
                everywhere("INSERT INTO authors DEFAULT VALUES"));
        assertThatThrownBy(() -> SqlAssert.H2
                        .sqlCompiler()
                        .compile(insert(AUTHORS).nextRow().nextRow()))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1229");
    }

    @Test
    void insertsExpressionsAndQueries() {
        assertSql(
                insert(AUTHORS).setTo(AUTHORS.name, raw("current_user", SqlTypes.TEXT)),
                everywhere("INSERT INTO authors (name) VALUES (current_user)"));
        assertSql(
                insert(AUTHORS).from(select(BOOKS.title).where(BOOKS.pages.gt(3)), AUTHORS.name),
                everywhere("INSERT INTO authors (name) SELECT books.title FROM books WHERE books.pages > ?", 3));
    }

    @Test
    void quotesNames() {
        assertSql(
                insert(REVIEWS).set(REVIEWS.order, "x").set(REVIEWS.mixed, "y"),
                on("mysql mariadb", "INSERT INTO reviews (`order`, `mixedCase`) VALUES (?, ?)", "x", "y"),
                everywhere("INSERT INTO reviews (\"order\", \"mixedCase\") VALUES (?, ?)", "x", "y"));
    }

    @Test
    void updates() {
        assertSql(
                update(BOOKS)
                        .set(BOOKS.title, "t")
                        .setTo(BOOKS.price, BOOKS.price.times(new BigDecimal("1.1")))
                        .setNull(BOOKS.pages)
                        .where(BOOKS.id.eq(7))
                        .where(BOOKS.lent.eq(false)),
                on(
                        "h2",
                        "UPDATE books SET title = ?, price = books.price * CAST(? AS DECFLOAT(38)), pages = ?"
                                + " WHERE books.id = ? AND books.lent = ?",
                        "t",
                        new BigDecimal("1.1"),
                        null,
                        7,
                        false),
                everywhere(
                        "UPDATE books SET title = ?, price = books.price * ?, pages = ?"
                                + " WHERE books.id = ? AND books.lent = ?",
                        "t",
                        new BigDecimal("1.1"),
                        null,
                        7,
                        false));
    }

    @Test
    void updatesCharWithACast() {
        assertSql(
                update(BOOKS).set(BOOKS.shelf, "A1"),
                on("sqlite h2 duckdb mysql mariadb oracle sqlserver", "UPDATE books SET shelf = ?", "A1"),
                on("postgresql", "UPDATE books SET shelf = CAST(? AS BPCHAR)", "A1"));
    }

    @Test
    void refusesAnUpdateOfNothing() {
        assertThatThrownBy(() ->
                        SqlAssert.SQLITE.sqlCompiler().compile(update(BOOKS).where(BOOKS.id.eq(1))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ALK-1227");
    }

    @Test
    void deletesWithACorrelatedCondition() {
        assertSql(
                delete(AUTHORS)
                        .where(exists(select(BOOKS.id).where(BOOKS.authorId.eq(AUTHORS.id)))
                                .not()),
                everywhere("DELETE FROM authors WHERE NOT EXISTS"
                        + " (SELECT books.id FROM books WHERE books.author_id = authors.id)"));
    }

    @Test
    void namesSchemas() {
        Table table = Table.named("s", "t").column("a", SqlTypes.INTEGER).build();
        Column<Integer> a = table.column("a", Integer.class);
        assertSql(insert(table).set(a, 1), everywhere("INSERT INTO s.t (a) VALUES (?)", 1));
        assertSql(update(table).set(a, 1).where(a.eq(2)), everywhere("UPDATE s.t SET a = ? WHERE s.t.a = ?", 1, 2));
        assertSql(delete(table).where(a.eq(2)), everywhere("DELETE FROM s.t WHERE s.t.a = ?", 2));
    }

    @Test
    void refusesANullConditionWhichWouldMeanEveryRow() {
        assertThatThrownBy(() -> delete(BOOKS).where(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> update(BOOKS).set(BOOKS.pages, 1).where(null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> select(BOOKS.id).where(null)).isInstanceOf(NullPointerException.class);
    }
}
