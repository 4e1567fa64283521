package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.caseOf;
import static org.alkahest.sql.Sql.localTimestamp;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.alkahest.sql.CustomOperator;
import org.alkahest.sql.Expression;
import org.alkahest.sql.GroupingElement;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.Select;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Bitwise and custom operators, division, simple CASE, casts, COLLATE, dates moved by units. */
final class OperatorSqlTest {
    private static final String FROM = " FROM books";

    private static <T> Select<T> books(Expression<T> expression) {
        return select(expression).from(BOOKS);
    }

    @Test
    void computesWithBits() {
        assertSql(
                books(BOOKS.id.bitAnd(3)),
                on("sqlite postgresql duckdb sqlserver", "SELECT books.id & ?" + FROM, 3),
                on("h2", "SELECT bitand(books.id, CAST(? AS INTEGER))" + FROM, 3),
                on("mysql mariadb", "SELECT CAST(books.id & ? AS SIGNED) FROM books", 3),
                on("oracle", "SELECT BITAND(books.id, ?) FROM books", 3));
        assertSql(
                books(BOOKS.id.bitXor(BOOKS.pages)),
                on("sqlite", "SELECT (books.id | books.pages) - (books.id & books.pages)" + FROM),
                on("h2", "SELECT bitxor(books.id, books.pages)" + FROM),
                on("postgresql", "SELECT books.id # books.pages" + FROM),
                on("duckdb", "SELECT xor(books.id, books.pages) FROM books"),
                on("mysql mariadb", "SELECT CAST(books.id ^ books.pages AS SIGNED) FROM books"),
                on("oracle", "SELECT (books.id + books.pages - 2 * BITAND(books.id, books.pages)) FROM books"),
                on("sqlserver", "SELECT books.id ^ books.pages FROM books"));
        assertSql(
                books(BOOKS.id.bitNot().plus(1).shiftLeft(2)),
                on("sqlite postgresql duckdb", "SELECT (~books.id + ?) << ?" + FROM, 1, 2),
                on("h2", "SELECT lshift(bitnot(books.id) + ?, CAST(? AS INTEGER))" + FROM, 1, 2),
                on("mysql mariadb", "SELECT CAST((CAST(~books.id AS SIGNED) + ?) << ? AS SIGNED) FROM books", 1, 2),
                on("oracle", "SELECT (((-1 - books.id) + ?) * POWER(2, ?)) FROM books", 1, 2),
                on("sqlserver", "SELECT ((~books.id + ?) * POWER(CAST(2 AS FLOAT), ?)) FROM books", 1, 2));
        assertSql(
                books(BOOKS.id.bitOr(BOOKS.pages).plus(BOOKS.id))
                        .where(BOOKS.id.bitAnd(BOOKS.pages).eq(BOOKS.id)),
                on(
                        "sqlite postgresql duckdb sqlserver",
                        "SELECT (books.id | books.pages) + books.id" + FROM
                                + " WHERE books.id & books.pages = books.id"),
                on(
                        "h2",
                        "SELECT (bitor(books.id, books.pages)) + books.id" + FROM
                                + " WHERE bitand(books.id, books.pages) = books.id"),
                on(
                        "mysql mariadb",
                        "SELECT (CAST(books.id | books.pages AS SIGNED)) + books.id FROM books WHERE"
                                + " CAST(books.id & books.pages AS SIGNED) = books.id"),
                on(
                        "oracle",
                        "SELECT ((books.id + books.pages - BITAND(books.id, books.pages))) + books.id FROM"
                                + " books WHERE BITAND(books.id, books.pages) = books.id"));
        assertThatThrownBy(() -> BOOKS.weight.bitAnd(1.0))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
    }

    /** The sum of integers is a decimal here, and an integer in some databases, which cut its quotients. */
    @Test
    void dividesSumsOfIntegersAsDecimals() {
        Expression<BigDecimal> quotient = sum(BOOKS.pages).dividedBy(sum(BOOKS.id));
        assertSql(
                books(quotient),
                on("sqlite", "SELECT CAST(sum(books.pages) AS REAL) / sum(books.id)" + FROM),
                on("h2", "SELECT CAST(sum(books.pages) AS DECFLOAT(38)) / sum(books.id)" + FROM),
                on("postgresql", "SELECT CAST(sum(books.pages) AS NUMERIC) / sum(books.id)" + FROM),
                on(
                        "sqlserver",
                        "SELECT CAST(sum(CAST(books.pages AS BIGINT)) AS DECIMAL(38, 10)) /"
                                + " sum(CAST(books.id AS BIGINT))" + FROM),
                everywhere("SELECT sum(books.pages) / sum(books.id)" + FROM));
        assertSql(
                books(sum(BOOKS.price).dividedBy(BOOKS.id)),
                on("sqlite", "SELECT CAST(sum(books.price) AS REAL) / books.id" + FROM),
                everywhere("SELECT sum(books.price) / books.id" + FROM));
    }

    /** A parameter takes the type of the other operand on H2, and has none beside another. */
    @Test
    void tellsTheTypesOfParametersWhereTheyDiffer() {
        BigDecimal half = new BigDecimal("0.5");
        assertSql(
                books(value(half).times(BOOKS.pages)),
                on("h2", "SELECT CAST(? AS DECFLOAT(38)) * books.pages" + FROM, half),
                everywhere("SELECT ? * books.pages" + FROM, half));
        assertSql(books(value(7).plus(BOOKS.pages)), everywhere("SELECT ? + books.pages" + FROM, 7));
        assertSql(
                books(value(7).plus(2).times(BOOKS.pages)),
                on("h2", "SELECT (CAST(? AS INTEGER) + CAST(? AS INTEGER)) * books.pages" + FROM, 7, 2),
                everywhere("SELECT (? + ?) * books.pages" + FROM, 7, 2));
    }

    @Test
    void dividesTrulyAndToTheFloor() {
        assertSql(
                books(BOOKS.pages.trueDividedBy(BOOKS.id)),
                on("sqlite", "SELECT CAST(CAST(books.pages AS REAL) AS REAL) / books.id" + FROM),
                on("h2 postgresql", "SELECT CAST(books.pages AS DOUBLE PRECISION) / books.id" + FROM),
                on("duckdb mysql mariadb", "SELECT CAST(books.pages AS DOUBLE) / books.id FROM books"),
                on("oracle", "SELECT CAST(books.pages AS BINARY_DOUBLE) / books.id FROM books"),
                on("sqlserver", "SELECT CAST(books.pages AS FLOAT(53)) / books.id FROM books"));
        assertSql(
                books(BOOKS.pages.floorDividedBy(BOOKS.id)),
                on(
                        "sqlite postgresql sqlserver",
                        "SELECT books.pages / books.id - CASE WHEN books.pages % books.id < ? AND books.id > ?"
                                + " OR books.pages % books.id > ? AND books.id < ? THEN ? ELSE ? END" + FROM,
                        0,
                        0,
                        0,
                        0,
                        1,
                        0),
                on(
                        "h2",
                        "SELECT books.pages / books.id - CASE WHEN books.pages % books.id < ? AND books.id > ?"
                                + " OR books.pages % books.id > ? AND books.id < ?"
                                + " THEN CAST(? AS INTEGER) ELSE CAST(? AS INTEGER) END" + FROM,
                        0,
                        0,
                        0,
                        0,
                        1,
                        0),
                on(
                        "duckdb",
                        "SELECT books.pages // books.id - CASE WHEN books.pages % books.id < ? AND books.id >"
                                + " ? OR books.pages % books.id > ? AND books.id < ? THEN ? ELSE ? END FROM books",
                        0,
                        0,
                        0,
                        0,
                        1,
                        0),
                on(
                        "mysql mariadb",
                        "SELECT books.pages DIV books.id - CASE WHEN books.pages % books.id < ? AND books.id"
                                + " > ? OR books.pages % books.id > ? AND books.id < ? THEN ? ELSE ? END FROM books",
                        0,
                        0,
                        0,
                        0,
                        1,
                        0),
                on(
                        "oracle",
                        "SELECT TRUNC(books.pages / books.id) - CASE WHEN MOD(books.pages, books.id) < ? AND"
                                + " books.id > ? OR MOD(books.pages, books.id) > ? AND books.id < ? THEN ? ELSE ? END"
                                + " FROM books",
                        0,
                        0,
                        0,
                        0,
                        1,
                        0));
        assertSql(
                books(BOOKS.weight.floorDividedBy(2.0)),
                on("sqlite", "SELECT floor(CAST(books.weight AS REAL) / ?)" + FROM, 2.0),
                on(
                        "h2 postgresql duckdb mysql mariadb oracle sqlserver",
                        "SELECT floor(books.weight / ?)" + FROM,
                        2.0));
    }

    @Test
    void writesUsersOperators() {
        assertSql(
                books(BOOKS.id.op("@@", BOOKS.pages.plus(1), SqlTypes.INTEGER).plus(2)),
                everywhere("SELECT (books.id @@ (books.pages + ?)) + ?" + FROM, 1, 2));
        assertSql(
                books(BOOKS.id
                        .op("GLOB", BOOKS.title, SqlTypes.BOOLEAN, CustomOperator.Binding.COMPARISON)
                        .and(BOOKS.lent)),
                on(
                        "oracle sqlserver",
                        "SELECT CASE WHEN books.id GLOB books.title AND books.lent = 1 THEN 1 WHEN NOT"
                                + " (books.id GLOB books.title AND books.lent = 1) THEN 0 END FROM books"),
                everywhere("SELECT books.id GLOB books.title AND books.lent" + FROM));
        assertThat(SqlAssert.POSTGRESQL
                        .sqlCompiler()
                        .compile(books(BOOKS.title.op("?", value("a"), SqlTypes.BOOLEAN)))
                        .sql())
                .isEqualTo("SELECT books.title ?? ?" + FROM);
        for (String wrong : new String[] {"", "= 1 OR", "--", "/*", "a; b", "'"}) {
            assertThatThrownBy(() -> BOOKS.id.op(wrong, BOOKS.pages, SqlTypes.BOOLEAN))
                    .as(wrong)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-1142");
        }
    }

    @Test
    void choosesByValue() {
        assertSql(
                books(caseOf(BOOKS.pages).when(1, "one").when(2, BOOKS.title).otherwise("many")),
                on(
                        "sqlite postgresql duckdb mysql mariadb oracle sqlserver",
                        "SELECT CASE books.pages WHEN ? THEN ? WHEN ? THEN books.title ELSE ? END" + FROM,
                        1,
                        "one",
                        2,
                        "many"),
                on(
                        "h2",
                        "SELECT CASE books.pages WHEN ? THEN CAST(? AS VARCHAR) WHEN ? THEN books.title"
                                + " ELSE CAST(? AS VARCHAR) END" + FROM,
                        1,
                        "one",
                        2,
                        "many"));
    }

    @Test
    void retypesWithoutSql() {
        enum Shelf {
            A1
        }
        Expression<Shelf> shelf = BOOKS.title.typeCoerce(SqlTypes.enumName(Shelf.class));
        assertSql(
                books(shelf).where(shelf.eq(Shelf.A1)),
                everywhere("SELECT books.title" + FROM + " WHERE books.title = ?", Shelf.A1));
        assertThat(shelf.label()).contains("title");
    }

    @Test
    void castsWhatFits() {
        assertSql(
                books(BOOKS.title.tryCast(SqlTypes.INTEGER)),
                unsupportedOn("sqlite h2 postgresql mysql mariadb", "cast that gives NULL for values that do not fit"),
                on("duckdb sqlserver", "SELECT TRY_CAST(books.title AS INTEGER) FROM books"),
                on("oracle", "SELECT CAST(books.title AS NUMBER(10) DEFAULT NULL ON CONVERSION ERROR) FROM books"));
    }

    @Test
    void collates() {
        assertSql(
                select(AUTHORS.name.collate("NOCASE")).orderBy(AUTHORS.name.collate("NOCASE")),
                on(
                        "mysql mariadb",
                        "SELECT authors.name COLLATE `NOCASE` FROM authors ORDER BY authors.name COLLATE"
                                + " `NOCASE`"),
                on(
                        "oracle sqlserver",
                        "SELECT authors.name COLLATE NOCASE FROM authors ORDER BY authors.name COLLATE NOCASE"),
                everywhere("SELECT authors.name COLLATE \"NOCASE\" FROM authors ORDER BY authors.name COLLATE"
                        + " \"NOCASE\""));
        assertThatThrownBy(() -> BOOKS.id.collate("x"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
    }

    @Test
    void movesDates() {
        assertSql(
                select(AUTHORS.born.plus(3, ChronoUnit.DAYS)),
                on("sqlite", "SELECT date(authors.born, (?) || ' DAY') FROM authors", 3L),
                on("h2", "SELECT dateadd(DAY, CAST(? AS BIGINT), authors.born) FROM authors", 3L),
                on("postgresql duckdb", "SELECT CAST(authors.born + ? * INTERVAL '1' DAY AS DATE) FROM authors", 3L),
                on("mysql mariadb", "SELECT authors.born + INTERVAL ? DAY FROM authors", 3L),
                on("oracle", "SELECT authors.born + ? FROM authors", 3L),
                on("sqlserver", "SELECT DATEADD(day, ?, authors.born) FROM authors", 3L));
        assertSql(
                select(AUTHORS.born.minus(1, ChronoUnit.MONTHS)),
                on("sqlite", "SELECT date(authors.born, (?) || ' MONTH', 'floor') FROM authors", -1L),
                on("h2", "SELECT dateadd(MONTH, CAST(? AS BIGINT), authors.born) FROM authors", -1L),
                on("postgresql duckdb", "SELECT CAST(authors.born + ? * INTERVAL '1' MONTH AS DATE) FROM authors", -1L),
                on("mysql mariadb", "SELECT authors.born + INTERVAL ? MONTH FROM authors", -1L),
                on("oracle", "SELECT ADD_MONTHS(authors.born, ?) FROM authors", -1L),
                on("sqlserver", "SELECT DATEADD(month, ?, authors.born) FROM authors", -1L));
        assertSql(
                select(localTimestamp().plus(1, ChronoUnit.MONTHS)),
                on(
                        "sqlite",
                        "SELECT (strftime('%Y-%m-%d %H:%M:%S', substr(strftime('%Y-%m-%d %H:%M:%f000', 'now',"
                                + " 'localtime'), 1, 19), (?) || ' MONTH', 'floor') ||"
                                + " substr(strftime('%Y-%m-%d %H:%M:%f000', 'now', 'localtime'), 20))",
                        1L),
                on("h2", "SELECT dateadd(MONTH, CAST(? AS BIGINT), LOCALTIMESTAMP)", 1L),
                on("postgresql", "SELECT LOCALTIMESTAMP + ? * INTERVAL '1' MONTH", 1L),
                on("duckdb", "SELECT current_localtimestamp() + ? * INTERVAL '1' MONTH", 1L),
                on("mysql mariadb", "SELECT localtimestamp(6) + INTERVAL ? MONTH", 1L),
                on(
                        "oracle",
                        "SELECT (LOCALTIMESTAMP + NUMTODSINTERVAL(ADD_MONTHS(CAST(LOCALTIMESTAMP AS DATE), ?)"
                                + " - CAST(LOCALTIMESTAMP AS DATE), 'DAY')) FROM DUAL",
                        1L),
                on("sqlserver", "SELECT DATEADD(month, ?, SYSDATETIME())", 1L));
        assertThatThrownBy(() -> AUTHORS.born.plus(1, ChronoUnit.HOURS))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1144");
        assertThatThrownBy(() -> AUTHORS.born.plus(1, ChronoUnit.ERAS))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1143");
        assertThatThrownBy(() -> AUTHORS.name.plus(1, ChronoUnit.DAYS))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
    }

    @Test
    void refusesNullsInClauses() {
        assertThatThrownBy(() -> books(BOOKS.id).orderBy((OrderTerm) null))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1145");
        assertThatThrownBy(() -> books(BOOKS.id).orderBy((OrderTerm[]) null))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1145");
        assertThatThrownBy(() -> books(BOOKS.id).groupBy(BOOKS.id, (GroupingElement) null))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1145");
    }
}
