package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.sql.Select;
import org.junit.jupiter.api.Test;

final class SetOperationSqlTest {
    private static final Select<String> NAMES = select(AUTHORS.name);
    private static final Select<String> TITLES = select(BOOKS.title);

    @Test
    void keepsOneOperatorFlat() {
        assertSql(
                NAMES.union(TITLES).union(NAMES),
                everywhere("SELECT authors.name FROM authors UNION SELECT books.title FROM books"
                        + " UNION SELECT authors.name FROM authors"));
        assertSql(
                NAMES.unionAll(TITLES),
                everywhere("SELECT authors.name FROM authors UNION ALL SELECT books.title FROM books"));
    }

    @Test
    void placesNullsAmongTheRowsOfBothTerms() {
        String union = "SELECT authors.name FROM authors UNION SELECT books.title FROM books";
        assertSql(
                NAMES.union(TITLES).orderBy(AUTHORS.name.asc().nullsLast()).limit(3),
                on("sqlite h2 postgresql duckdb", union + " ORDER BY name NULLS LAST LIMIT ?", 3L),
                on("mysql mariadb", union + " ORDER BY CASE WHEN name IS NULL THEN 1 ELSE 0 END, name LIMIT ?", 3L),
                on("oracle", union + " ORDER BY name NULLS LAST FETCH NEXT ? ROWS ONLY", 3L),
                on(
                        "sqlserver",
                        "SELECT * FROM (" + union + ") AS term (name)"
                                + " ORDER BY CASE WHEN name IS NULL THEN 1 ELSE 0 END, name"
                                + " OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
                        3L));
    }

    @Test
    void nestsDifferentOperators() {
        assertSql(
                NAMES.union(TITLES).except(TITLES.intersect(NAMES)),
                on(
                        "sqlite h2",
                        "SELECT * FROM (SELECT authors.name FROM authors UNION SELECT books.title FROM books)"
                                + " EXCEPT SELECT * FROM (SELECT books.title FROM books INTERSECT"
                                + " SELECT authors.name FROM authors)"),
                on(
                        "postgresql duckdb mysql mariadb sqlserver",
                        "(SELECT authors.name FROM authors UNION SELECT books.title FROM books) EXCEPT (SELECT"
                                + " books.title FROM books INTERSECT SELECT authors.name FROM authors)"),
                on(
                        "oracle",
                        "SELECT * FROM (SELECT authors.name FROM authors UNION SELECT books.title FROM books)"
                                + " MINUS SELECT * FROM (SELECT books.title FROM books INTERSECT SELECT authors.name"
                                + " FROM authors)"));
    }

    @Test
    void wrapsTermsWithOrderAndLimit() {
        assertSql(
                NAMES.orderBy(AUTHORS.name).limit(1).union(TITLES),
                on(
                        "sqlite h2",
                        "SELECT * FROM (SELECT authors.name FROM authors ORDER BY authors.name LIMIT ?)"
                                + " UNION SELECT books.title FROM books",
                        1L),
                on(
                        "postgresql duckdb mysql mariadb",
                        "(SELECT authors.name FROM authors ORDER BY authors.name LIMIT ?)"
                                + " UNION SELECT books.title FROM books",
                        1L),
                on(
                        "oracle",
                        "SELECT * FROM (SELECT authors.name FROM authors ORDER BY authors.name FETCH NEXT ?"
                                + " ROWS ONLY) UNION SELECT books.title FROM books",
                        1L),
                on(
                        "sqlserver",
                        "SELECT * FROM (SELECT TOP (?) authors.name FROM authors ORDER BY authors.name) AS"
                                + " term (name) UNION SELECT books.title FROM books",
                        1L));
    }

    /** H2 finds columns of the query around it in parentheses only, not in FROM. */
    @Test
    void wrapsTermsThatNameWhatIsAroundThem() {
        Select<Integer> correlated = select(BOOKS.id)
                .from(BOOKS)
                .where(BOOKS.authorId.eq(AUTHORS.id))
                .orderBy(BOOKS.id)
                .limit(1);
        assertThat(SqlAssert.H2
                        .sqlCompiler()
                        .compile(select(AUTHORS.name)
                                .from(AUTHORS)
                                .where(correlated
                                        .unionAll(select(BOOKS.pages).from(BOOKS))
                                        .exists()))
                        .sql())
                .isEqualTo("SELECT authors.name FROM authors WHERE EXISTS ((SELECT books.id FROM books WHERE"
                        + " books.author_id = authors.id ORDER BY books.id LIMIT ?) UNION ALL SELECT books.pages FROM"
                        + " books)");
    }

    @Test
    void ordersTheWholeByNameOrPosition() {
        assertSql(
                NAMES.union(TITLES).orderBy(AUTHORS.name.desc()).limit(2).offset(1),
                on(
                        "oracle sqlserver",
                        "SELECT authors.name FROM authors UNION SELECT books.title FROM books ORDER BY name"
                                + " DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                        1L,
                        2L),
                everywhere(
                        "SELECT authors.name FROM authors UNION SELECT books.title FROM books"
                                + " ORDER BY name DESC LIMIT ? OFFSET ?",
                        2L,
                        1L));
        assertSql(
                select(lower(AUTHORS.name)).union(TITLES).orderBy(lower(AUTHORS.name)),
                everywhere("SELECT lower(authors.name) FROM authors UNION SELECT books.title FROM books ORDER BY 1"));
        assertSql(
                select(AUTHORS.id, BOOKS.id)
                        .from(AUTHORS, BOOKS)
                        .union(select(BOOKS.id, BOOKS.authorId))
                        .orderBy(BOOKS.id),
                everywhere("SELECT authors.id, books.id FROM authors, books UNION"
                        + " SELECT books.id, books.author_id FROM books ORDER BY 2"));
    }

    @Test
    void refusesToOrderByWhatIsNotSelected() {
        assertThatThrownBy(() ->
                        SqlAssert.H2.sqlCompiler().compile(NAMES.union(TITLES).orderBy(AUTHORS.born)))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("'born'")
                .hasMessageContaining("ALK-1220");
    }

    @Test
    void standsInFromAndInPredicates() {
        assertSql(
                select(AUTHORS.id).where(AUTHORS.name.in(TITLES.except(NAMES))),
                on(
                        "oracle",
                        "SELECT authors.id FROM authors WHERE authors.name IN (SELECT books.title FROM books"
                                + " MINUS SELECT authors.name FROM authors)"),
                everywhere("SELECT authors.id FROM authors WHERE authors.name IN"
                        + " (SELECT books.title FROM books EXCEPT SELECT authors.name FROM authors)"));
    }
}
