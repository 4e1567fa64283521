package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.Library.REVIEWS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.nested;
import static org.alkahest.sql.Sql.nestedLeft;
import static org.alkahest.sql.Sql.sample;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.dialect.Dialect;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Field;
import org.alkahest.sql.Sql;
import org.alkahest.sql.TableFunction;
import org.alkahest.sql.TableSample.Method;
import org.alkahest.sql.ValuesTable;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Everything that stands in FROM besides tables and plain subqueries. */
final class FromSqlTest {
    private static final Field<Integer> ID = field("id", SqlTypes.INTEGER);
    private static final Field<String> NAME = field("name", SqlTypes.TEXT);

    @Test
    void listsValues() {
        ValuesTable v = Sql.values("v", ID, NAME).row(1, "a").row(2, null);
        assertSql(
                select(v.column(ID), v.column(NAME)),
                on(
                        "sqlite",
                        "SELECT v.id, v.name FROM (SELECT column1 AS id, column2 AS name FROM"
                                + " (VALUES (?, ?), (?, ?))) AS v",
                        1,
                        "a",
                        2,
                        null),
                on(
                        "h2",
                        "SELECT v.id, v.name FROM (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR)),"
                                + " (CAST(? AS INTEGER), CAST(? AS VARCHAR))) AS v (id, name)",
                        1,
                        "a",
                        2,
                        null),
                on(
                        "postgresql",
                        "SELECT v.id, v.name FROM (VALUES (?, ?), (?, CAST(? AS TEXT))) AS v (id, name)",
                        1,
                        "a",
                        2,
                        null),
                on(
                        "duckdb sqlserver",
                        "SELECT v.id, v.name FROM (VALUES (?, ?), (?, ?)) AS v (id, name)",
                        1,
                        "a",
                        2,
                        null),
                on("mysql", "SELECT v.id, v.name FROM (VALUES ROW(?, ?), ROW(?, ?)) AS v (id, name)", 1, "a", 2, null),
                on(
                        "mariadb",
                        "SELECT v.id, v.name FROM (SELECT ? AS id, ? AS name UNION ALL SELECT ?, ?) AS v",
                        1,
                        "a",
                        2,
                        null),
                on(
                        "oracle",
                        "SELECT v.id, v.name FROM (SELECT ? AS id, ? AS name FROM DUAL UNION ALL SELECT ?, ?"
                                + " FROM DUAL) v",
                        1,
                        "a",
                        2,
                        null));
    }

    @Test
    void takesTheScalarOfValues() {
        ValuesTable v = Sql.values("v", ID).row(1);
        assertSql(
                select(BOOKS.id).where(BOOKS.id.eq(select(v.column(ID)).asScalar())),
                on(
                        "sqlite",
                        "SELECT books.id FROM books WHERE books.id = (SELECT v.id FROM"
                                + " (SELECT column1 AS id FROM (VALUES (?))) AS v)",
                        1),
                on(
                        "h2",
                        "SELECT books.id FROM books WHERE books.id = (SELECT v.id FROM"
                                + " (VALUES (CAST(? AS INTEGER))) AS v (id))",
                        1),
                on(
                        "mysql",
                        "SELECT books.id FROM books WHERE books.id = (SELECT v.id FROM (VALUES ROW(?)) AS v (id))",
                        1),
                on(
                        "mariadb",
                        "SELECT books.id FROM books WHERE books.id = (SELECT v.id FROM (SELECT ? AS id) AS v)",
                        1),
                on(
                        "oracle",
                        "SELECT books.id FROM books WHERE books.id ="
                                + " (SELECT v.id FROM (SELECT ? AS id FROM DUAL) v)",
                        1),
                everywhere("SELECT books.id FROM books WHERE books.id = (SELECT v.id FROM (VALUES (?)) AS v (id))", 1));
    }

    @Test
    void refusesTwoItemsOfOneAlias() {
        for (Dialect dialect : SqlAssert.DIALECTS) {
            assertThatThrownBy(() -> dialect.sqlCompiler()
                            .compile(select(BOOKS.as("x").id).from(BOOKS.as("x"), AUTHORS.as("x"))))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("ALK-1257")
                    .hasMessageContaining("'x'");
        }
    }

    @Test
    void refusesValuesThatDoNotFit() {
        ValuesTable v = Sql.values("v", ID, NAME);
        assertThatThrownBy(() -> v.row(1))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("1 values for 2 fields");
        assertThatThrownBy(() -> v.row("1", "a"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("takes Integer, not String");
        assertThatThrownBy(() -> Sql.values("v")).isInstanceOf(AlkahestArgumentException.class);
        assertThatThrownBy(() -> v.column("nme", SqlTypes.TEXT)).hasMessageContaining("[id, name]");
        assertThatThrownBy(() -> SqlAssert.H2.sqlCompiler().compile(select(v.column(ID))))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("it has no row");
    }

    @Test
    void joinsLaterally() {
        DerivedTable longest = select(max(BOOKS.pages).as("pages"))
                .from(BOOKS)
                .where(BOOKS.authorId.eq(AUTHORS.id))
                .asLateral("longest");
        String columns = "SELECT authors.name, longest.pages FROM authors ";
        String query = "LATERAL (SELECT max(books.pages) AS pages FROM books WHERE books.author_id = authors.id)"
                + " AS longest";
        assertSql(
                select(AUTHORS.name, longest.column("pages", SqlTypes.INTEGER))
                        .from(AUTHORS)
                        .join(longest),
                unsupportedOn("sqlite h2 mariadb", "LATERAL"),
                on("postgresql duckdb mysql", columns + "CROSS JOIN " + query),
                on(
                        "oracle",
                        "SELECT authors.name, longest.pages FROM authors CROSS JOIN LATERAL (SELECT"
                                + " max(books.pages) AS pages FROM books WHERE books.author_id = authors.id) longest"),
                on(
                        "sqlserver",
                        "SELECT authors.name, longest.pages FROM authors CROSS APPLY (SELECT max(books.pages)"
                                + " AS pages FROM books WHERE books.author_id = authors.id) AS longest"));
        assertSql(
                select(AUTHORS.name, longest.column("pages", SqlTypes.INTEGER))
                        .from(AUTHORS)
                        .leftJoin(longest),
                unsupportedOn("sqlite h2 mariadb", "LATERAL"),
                on("postgresql duckdb mysql", columns + "LEFT JOIN " + query + " ON TRUE"),
                on(
                        "oracle",
                        "SELECT authors.name, longest.pages FROM authors LEFT JOIN LATERAL (SELECT"
                                + " max(books.pages) AS pages FROM books WHERE books.author_id = authors.id) longest ON"
                                + " 1 = 1"),
                on(
                        "sqlserver",
                        "SELECT authors.name, longest.pages FROM authors OUTER APPLY (SELECT max(books.pages)"
                                + " AS pages FROM books WHERE books.author_id = authors.id) AS longest"));
    }

    @Test
    void selectsFromFunctions() {
        Field<Integer> n = field("n", SqlTypes.INTEGER);
        TableFunction series = function("generate_series", SqlTypes.INTEGER, value(1), value(3))
                .asTable("g", n)
                .renamingColumns();
        String arguments = "FROM generate_series(?, ?) AS g (n)";
        assertSql(
                select(series.column(n)),
                on("sqlite postgresql duckdb sqlserver", "SELECT g.n " + arguments, 1, 3),
                on("h2", "SELECT g.n FROM generate_series(CAST(? AS INTEGER), CAST(? AS INTEGER)) AS g (n)", 1, 3),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("oracle", "new names for the columns of a table-valued function"));
        TableFunction numbered = series.withOrdinality("i");
        assertSql(
                select(numbered.column(n), numbered.ordinalityColumn()),
                unsupportedOn("sqlite sqlserver", "WITH ORDINALITY"),
                on(
                        "h2",
                        "SELECT g.n, g.i FROM generate_series(CAST(? AS INTEGER), CAST(? AS INTEGER)) WITH ORDINALITY"
                                + " AS g (n, i)",
                        1,
                        3),
                on("postgresql duckdb", "SELECT g.n, g.i FROM generate_series(?, ?) WITH ORDINALITY AS g (n, i)", 1, 3),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("oracle", "WITH ORDINALITY"));
    }

    @Test
    void namesTheFunctionsOwnColumns() {
        Field<String> key = field("key", SqlTypes.TEXT);
        TableFunction each = function("json_each", SqlTypes.TEXT, BOOKS.title).asTable("j", key);
        assertSql(
                select(BOOKS.id, each.column(key)).from(BOOKS).join(each),
                on("sqlite", "SELECT books.id, j.\"key\" FROM books CROSS JOIN json_each(books.title) AS j"),
                on("h2", "SELECT books.id, j.\"key\" FROM books CROSS JOIN json_each(books.title) AS j"),
                on("postgresql duckdb", "SELECT books.id, j.key FROM books CROSS JOIN json_each(books.title) AS j"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                on("oracle", "SELECT books.id, j.key FROM books CROSS JOIN TABLE(json_each(books.title)) j"),
                on("sqlserver", "SELECT books.id, j.\"key\" FROM books CROSS APPLY json_each(books.title) AS j"));
    }

    @Test
    void givesTheColumnsOfAFunctionTypes() {
        Field<Integer> a = field("a", SqlTypes.INTEGER);
        Field<String> order = field("order", SqlTypes.TEXT);
        String noTypes = "types of the columns of a table-valued function";
        TableFunction records = function("jsonb_to_recordset", SqlTypes.OTHER, value("[]", SqlTypes.JSON))
                .asTable("t", a, order)
                .withColumnTypes();
        assertSql(
                select(records.column(a)).where(records.column(order).eq("x")),
                on(
                        "postgresql",
                        "SELECT t.a FROM jsonb_to_recordset(CAST(? AS JSONB)) AS t (a INTEGER, \"order\" TEXT)"
                                + " WHERE t.\"order\" = ?",
                        "[]",
                        "x"),
                on(
                        "sqlserver",
                        "SELECT t.a FROM jsonb_to_recordset(?) WITH (a INTEGER, \"order\" NVARCHAR(MAX)) AS t"
                                + " WHERE t.\"order\" = ?",
                        "[]",
                        "x"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("sqlite h2 duckdb oracle", noTypes));
        TableFunction numbered = records.withOrdinality("i");
        assertSql(
                select(numbered.column(a), numbered.ordinalityColumn()),
                on(
                        "postgresql",
                        "SELECT t.a, t.i FROM ROWS FROM (jsonb_to_recordset(CAST(? AS JSONB)) AS (a INTEGER,"
                                + " \"order\" TEXT)) WITH ORDINALITY AS t (a, \"order\", i)",
                        "[]"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("h2 duckdb", noTypes),
                unsupportedOn("sqlite oracle sqlserver", "WITH ORDINALITY"));
    }

    @Test
    void givesTheColumnsOfALateralFunctionTypes() {
        Field<Integer> a = field("a", SqlTypes.INTEGER);
        TableFunction open = function("OPENJSON", SqlTypes.OTHER, BOOKS.title)
                .asTable("j", a)
                .withColumnTypes();
        assertSql(
                select(BOOKS.id, open.column(a)).from(BOOKS).join(open),
                on("postgresql", "SELECT books.id, j.a FROM books CROSS JOIN OPENJSON(books.title) AS j (a INTEGER)"),
                on(
                        "sqlserver",
                        "SELECT books.id, j.a FROM books CROSS APPLY OPENJSON(books.title) WITH (a INTEGER) AS j"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("sqlite h2 duckdb oracle", "types of the columns of a table-valued function"));
        assertThatThrownBy(() -> function("f", SqlTypes.OTHER).asTable("t").withColumnTypes())
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1130");
    }

    @Test
    void samplesATable() {
        assertSql(
                select(BOOKS.id).from(sample(BOOKS, Method.BERNOULLI, 12.5).repeatable(7)),
                unsupportedOn("sqlite h2 mysql mariadb sqlserver", "TABLESAMPLE"),
                on("postgresql", "SELECT books.id FROM books TABLESAMPLE BERNOULLI (12.5) REPEATABLE (7)"),
                on("duckdb", "SELECT books.id FROM books TABLESAMPLE BERNOULLI (12.5 PERCENT) REPEATABLE (7)"),
                on("oracle", "SELECT books.id FROM books SAMPLE (12.5) SEED (7)"));
        assertSql(
                select(BOOKS.id).from(sample(BOOKS, Method.SYSTEM, 10)).hint(BOOKS, "postgresql", "/* seen */"),
                unsupportedOn("sqlite h2 mysql mariadb", "TABLESAMPLE"),
                on("sqlserver", "SELECT books.id FROM books TABLESAMPLE SYSTEM (10.0 PERCENT)"),
                on("postgresql", "SELECT books.id FROM books TABLESAMPLE SYSTEM (10.0) /* seen */"),
                on("duckdb", "SELECT books.id FROM books TABLESAMPLE SYSTEM (10.0 PERCENT)"),
                on("oracle", "SELECT books.id FROM books SAMPLE BLOCK (10.0)"));
        assertThatThrownBy(() -> sample(BOOKS, Method.SYSTEM, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void nestsJoins() {
        assertSql(
                select(AUTHORS.name, REVIEWS.id)
                        .from(AUTHORS)
                        .leftJoin(nested(BOOKS, REVIEWS, REVIEWS.bookId.eq(BOOKS.id)), BOOKS.authorId.eq(AUTHORS.id)),
                everywhere("SELECT authors.name, reviews.id FROM authors LEFT JOIN (books JOIN reviews ON"
                        + " reviews.book_id = books.id) ON books.author_id = authors.id"));
        assertSql(
                select(AUTHORS.name)
                        .from(nestedLeft(AUTHORS, BOOKS, BOOKS.authorId.eq(AUTHORS.id)))
                        .where(BOOKS.id.isNull()),
                everywhere("SELECT authors.name FROM (authors LEFT JOIN books ON books.author_id = authors.id)"
                        + " WHERE books.id IS NULL"));
    }
}
