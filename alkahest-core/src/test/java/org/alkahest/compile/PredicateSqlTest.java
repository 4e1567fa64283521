package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.not;
import static org.alkahest.sql.Sql.or;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Select;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class PredicateSqlTest {
    private static final String SELECT = "SELECT books.id FROM books WHERE ";

    private static Select<Integer> where(Expression<Boolean> condition) {
        return select(BOOKS.id).where(condition);
    }

    @Test
    void compares() {
        assertSql(where(BOOKS.pages.ne(1)), everywhere(SELECT + "books.pages <> ?", 1));
        assertSql(where(BOOKS.pages.ge(BOOKS.id)), everywhere(SELECT + "books.pages >= books.id"));
        assertSql(where(BOOKS.pages.between(1, 9)), everywhere(SELECT + "books.pages BETWEEN ? AND ?", 1, 9));
        assertSql(where(BOOKS.pages.notBetween(1, 9)), everywhere(SELECT + "books.pages NOT BETWEEN ? AND ?", 1, 9));
        assertSql(where(BOOKS.price.isNull()), everywhere(SELECT + "books.price IS NULL"));
        assertSql(where(BOOKS.price.isNotNull()), everywhere(SELECT + "books.price IS NOT NULL"));
    }

    @Test
    void comparesCharWithItsPadding() {
        assertSql(
                where(BOOKS.shelf.eq("A1")),
                on("sqlite h2 duckdb mysql mariadb oracle sqlserver", SELECT + "books.shelf = ?", "A1"),
                on("postgresql", SELECT + "books.shelf = CAST(? AS BPCHAR)", "A1"));
    }

    @Test
    void comparesNullsAsEqual() {
        assertSql(
                where(BOOKS.pages.isNotDistinctFrom(null)),
                on("sqlite", SELECT + "books.pages IS ?", (Object) null),
                on("h2 postgresql duckdb sqlserver", SELECT + "books.pages IS NOT DISTINCT FROM ?", (Object) null),
                on("mysql mariadb", "SELECT books.id FROM books WHERE books.pages <=> ?", (Object) null),
                on("oracle", "SELECT books.id FROM books WHERE DECODE(books.pages, ?, 0, 1) = 0", (Object) null));
        assertSql(
                where(BOOKS.pages.isDistinctFrom(3)),
                on("sqlite", SELECT + "books.pages IS NOT ?", 3),
                on("h2 postgresql duckdb sqlserver", SELECT + "books.pages IS DISTINCT FROM ?", 3),
                on("mysql mariadb", "SELECT books.id FROM books WHERE NOT (books.pages <=> ?)", 3),
                on("oracle", "SELECT books.id FROM books WHERE DECODE(books.pages, ?, 0, 1) = 1", 3));
    }

    @Test
    void putsParenthesesWherePrecedenceAsksForThem() {
        Expression<Boolean> a = BOOKS.id.eq(1);
        Expression<Boolean> b = BOOKS.id.eq(2);
        Expression<Boolean> c = BOOKS.id.eq(3);
        assertSql(
                where(a.or(b).and(c)), everywhere(SELECT + "(books.id = ? OR books.id = ?) AND books.id = ?", 1, 2, 3));
        assertSql(where(a.and(b).or(c)), everywhere(SELECT + "books.id = ? AND books.id = ? OR books.id = ?", 1, 2, 3));
        assertSql(where(not(or(a, b))), everywhere(SELECT + "NOT (books.id = ? OR books.id = ?)", 1, 2));
        assertSql(where(not(a)), everywhere(SELECT + "NOT books.id = ?", 1));
        assertSql(
                where(BOOKS.lent.eq(a)),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE books.lent = (CASE WHEN books.id = ? THEN 1 WHEN"
                                + " NOT (books.id = ?) THEN 0 END)",
                        1,
                        1),
                everywhere(SELECT + "books.lent = (books.id = ?)", 1));
        assertSql(
                where(a.eq(b)),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE (CASE WHEN books.id = ? THEN 1 WHEN NOT (books.id = ?) THEN"
                                + " 0 END) = (CASE WHEN books.id = ? THEN 1 WHEN NOT (books.id = ?) THEN 0 END)",
                        1,
                        1,
                        2,
                        2),
                everywhere(SELECT + "(books.id = ?) = (books.id = ?)", 1, 2));
        assertSql(
                where(a.isNull()),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE (CASE WHEN books.id = ? THEN 1 WHEN NOT (books.id ="
                                + " ?) THEN 0 END) IS NULL",
                        1,
                        1),
                everywhere(SELECT + "(books.id = ?) IS NULL", 1));
        assertSql(
                where(not(a).eq(b)),
                on(
                        "oracle sqlserver",
                        "SELECT books.id FROM books WHERE (CASE WHEN NOT books.id = ? THEN 1 WHEN NOT (NOT"
                                + " books.id = ?) THEN 0 END) = (CASE WHEN books.id = ? THEN 1 WHEN NOT (books.id = ?)"
                                + " THEN 0 END)",
                        1,
                        1,
                        2,
                        2),
                everywhere(SELECT + "(NOT books.id = ?) = (books.id = ?)", 1, 2));
    }

    @Test
    void keepsTextInParentheses() {
        assertSql(
                where(raw("books.id = 1 OR 1 = 1", SqlTypes.BOOLEAN).and(BOOKS.lent.eq(true))),
                everywhere(SELECT + "(books.id = 1 OR 1 = 1) AND books.lent = ?", true));
    }

    @Test
    void keepsAThousandTermsFlat() {
        Expression<Boolean> all = BOOKS.id.eq(0);
        for (int i = 1; i < 5_000; i++) {
            all = all.or(BOOKS.id.eq(i));
        }
        assertThat(SqlAssert.POSTGRESQL.sqlCompiler().compile(where(all)).binds())
                .hasSize(5_000);
    }

    @Test
    void padsInLists() {
        assertSql(where(BOOKS.id.in(1)), everywhere(SELECT + "books.id IN (?)", 1));
        assertSql(where(BOOKS.id.in(1, 2, 3)), everywhere(SELECT + "books.id IN (?, ?, ?, ?)", 1, 2, 3, 3));
        assertSql(where(BOOKS.id.notIn(1, 2)), everywhere(SELECT + "books.id NOT IN (?, ?)", 1, 2));
        assertSql(where(BOOKS.id.in(List.of())), everywhere(SELECT + "1 = 0"));
        assertSql(where(BOOKS.id.notIn(List.of())), everywhere(SELECT + "1 = 1"));
    }

    @Test
    void neverPadsAListBeyondWhatTheDatabaseTakes() {
        List<Integer> ids = IntStream.range(0, 32_766).boxed().toList();
        assertThat(SqlAssert.SQLITE
                        .sqlCompiler()
                        .compile(where(BOOKS.id.in(ids)))
                        .binds())
                .hasSize(32_766);
        assertThatThrownBy(() ->
                        SqlAssert.SQLITE.sqlCompiler().compile(where(BOOKS.id.in(Collections.nCopies(32_767, 1)))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("32766 bind parameters");
    }

    @Test
    void matchesPatterns() {
        assertSql(where(BOOKS.title.like("a%")), everywhere(SELECT + "books.title LIKE ?", "a%"));
        assertSql(where(BOOKS.title.notLike("a%")), everywhere(SELECT + "books.title NOT LIKE ?", "a%"));
        assertSql(
                where(BOOKS.title.ilike("a%")),
                on("sqlite mysql mariadb oracle sqlserver", SELECT + "lower(books.title) LIKE lower(?)", "a%"),
                on("h2 postgresql duckdb", SELECT + "books.title ILIKE ?", "a%"));
        assertSql(
                where(BOOKS.title.startsWith("50%_!")),
                on("sqlserver", "SELECT books.id FROM books WHERE books.title LIKE ? ESCAPE N'!'", "50!%!_!!%"),
                everywhere(SELECT + "books.title LIKE ? ESCAPE '!'", "50!%!_!!%"));
        assertSql(
                where(BOOKS.title.concat(BOOKS.shelf).contains("x")),
                on(
                        "mysql mariadb",
                        "SELECT books.id FROM books WHERE (concat(books.title, books.shelf)) LIKE ? ESCAPE '!'",
                        "%x%"),
                on(
                        "sqlserver",
                        "SELECT books.id FROM books WHERE (books.title + books.shelf) LIKE ? ESCAPE N'!'",
                        "%x%"),
                everywhere(SELECT + "(books.title || books.shelf) LIKE ? ESCAPE '!'", "%x%"));
    }

    @Test
    void computes() {
        assertSql(where(BOOKS.pages.plus(1).times(2).eq(4)), everywhere(SELECT + "(books.pages + ?) * ? = ?", 1, 2, 4));
        assertSql(
                where(BOOKS.pages.minus(BOOKS.id.minus(1)).eq(4)),
                everywhere(SELECT + "books.pages - (books.id - ?) = ?", 1, 4));
        assertSql(
                where(BOOKS.pages.dividedBy(2).modulo(3).eq(1)),
                on("duckdb", "SELECT books.id FROM books WHERE books.pages // ? % ? = ?", 2, 3, 1),
                on("mysql mariadb", "SELECT books.id FROM books WHERE books.pages DIV ? % ? = ?", 2, 3, 1),
                on("oracle", "SELECT books.id FROM books WHERE MOD(TRUNC(books.pages / ?), ?) = ?", 2, 3, 1),
                everywhere(SELECT + "books.pages / ? % ? = ?", 2, 3, 1));
    }

    @Test
    void typesOfArithmeticLoseNothing() {
        BigDecimal half = new BigDecimal("0.125");
        assertThat(BOOKS.price.plus(BOOKS.price).type()).isEqualTo(BOOKS.price.type());
        assertThat(BOOKS.price.plus(BOOKS.pages).type()).isEqualTo(BOOKS.price.type());
        assertThat(BOOKS.price.plus(value(half)).type()).isEqualTo(SqlTypes.DECIMAL);
        assertThat(BOOKS.price.times(half).type()).isEqualTo(SqlTypes.DECIMAL);
        assertThat(BOOKS.price.dividedBy(BOOKS.pages).type()).isEqualTo(SqlTypes.DECIMAL);
        assertThatThrownBy(() -> BOOKS.pages.times(BOOKS.price))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1190");
    }

    @Test
    void neverWritesTwoMinusSigns() {
        assertSql(where(BOOKS.pages.negate().negate().eq(1)), everywhere(SELECT + "-(-books.pages) = ?", 1));
        assertSql(
                where(value(-1).negate().eq(1)),
                on("h2", SELECT + "-CAST(? AS INTEGER) = ?", -1, 1),
                everywhere(SELECT + "-(?) = ?", -1, 1));
        assertThat(SqlAssert.SQLITE.sqlCompiler().compileForDdl(value(-1).negate()))
                .isEqualTo("-(-1)");
    }

    @Test
    void dividesDecimalsAsDecimals() {
        BigDecimal two = new BigDecimal("2");
        assertSql(
                where(BOOKS.price.dividedBy(two).gt(two)),
                on("sqlite", SELECT + "CAST(books.price AS REAL) / ? > ?", two, two),
                on("h2", SELECT + "books.price / CAST(? AS DECFLOAT(38)) > ?", two, two),
                on("postgresql duckdb mysql mariadb oracle sqlserver", SELECT + "books.price / ? > ?", two, two));
        assertSql(
                where(BOOKS.price.modulo(two).gt(two)),
                on("sqlite", SELECT + "mod(books.price, ?) > ?", two, two),
                on("h2", SELECT + "books.price % CAST(? AS DECFLOAT) > ?", two, two),
                on("postgresql duckdb mysql mariadb sqlserver", SELECT + "books.price % ? > ?", two, two),
                on("oracle", "SELECT books.id FROM books WHERE MOD(books.price, ?) > ?", two, two));
        assertSql(
                where(BOOKS.weight.modulo(2.0).gt(1.0)),
                on("sqlite", SELECT + "mod(books.weight, ?) > ?", 2.0, 1.0),
                on("h2", SELECT + "books.weight % CAST(? AS DOUBLE PRECISION) > ?", 2.0, 1.0),
                on("postgresql", SELECT + "CAST(books.weight AS NUMERIC) % CAST(? AS NUMERIC) > ?", 2.0, 1.0),
                on("duckdb mysql mariadb", "SELECT books.id FROM books WHERE books.weight % ? > ?", 2.0, 1.0),
                on("oracle", "SELECT books.id FROM books WHERE MOD(books.weight, ?) > ?", 2.0, 1.0),
                on(
                        "sqlserver",
                        "SELECT books.id FROM books WHERE CAST(books.weight AS DECIMAL(38, 10)) % CAST(? AS"
                                + " DECIMAL(38, 10)) > ?",
                        2.0,
                        1.0));
    }

    @Test
    void concatenatesWholeTerms() {
        assertSql(
                where(BOOKS.pages.plus(1).concat(" pages").concat(BOOKS.title).eq("x")),
                on(
                        "mysql mariadb",
                        "SELECT books.id FROM books WHERE concat(books.pages + ?, ?, books.title) = ?",
                        1,
                        " pages",
                        "x"),
                on(
                        "sqlserver",
                        "SELECT books.id FROM books WHERE CAST(books.pages + ? AS NVARCHAR(MAX)) + ? +"
                                + " books.title = ?",
                        1,
                        " pages",
                        "x"),
                everywhere(SELECT + "(books.pages + ?) || ? || books.title = ?", 1, " pages", "x"));
    }

    @Test
    void casts() {
        assertSql(
                where(BOOKS.pages.cast(SqlTypes.TEXT).eq("1")),
                on("sqlite postgresql", SELECT + "CAST(books.pages AS TEXT) = ?", "1"),
                on("h2 duckdb", SELECT + "CAST(books.pages AS VARCHAR) = ?", "1"),
                on("mysql mariadb", "SELECT books.id FROM books WHERE CAST(books.pages AS CHAR) = ?", "1"),
                on("oracle", "SELECT books.id FROM books WHERE CAST(books.pages AS VARCHAR2(4000)) = ?", "1"),
                on("sqlserver", "SELECT books.id FROM books WHERE CAST(books.pages AS NVARCHAR(MAX)) = ?", "1"));
        assertSql(
                select(AUTHORS.name.cast(SqlTypes.DATE)),
                on("sqlite", "SELECT CAST(authors.name AS TEXT) FROM authors"),
                on(
                        "h2 postgresql duckdb mysql mariadb oracle sqlserver",
                        "SELECT CAST(authors.name AS DATE) FROM authors"));
    }

    @Test
    void refusesOperatorsThatDoNotFit() {
        assertThatThrownBy(() -> BOOKS.lent.like("x"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1110");
    }
}
