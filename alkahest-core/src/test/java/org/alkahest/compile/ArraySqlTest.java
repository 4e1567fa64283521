package org.alkahest.compile;

import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.all;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.array;
import static org.alkahest.sql.Sql.arrayAgg;
import static org.alkahest.sql.Sql.elements;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.nullOf;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.unnest;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.Table;
import org.alkahest.sql.ArrayConstructor;
import org.alkahest.sql.Elements;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Field;
import org.alkahest.sql.Select;
import org.alkahest.sql.TableFunction;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class ArraySqlTest {
    private static final SqlType<List<Integer>> NUMBERS = SqlTypes.array(SqlTypes.INTEGER);
    private static final Posts POSTS = new Posts();
    private static final Elements<String> TAGS = elements(POSTS.tags);
    private static final String WHERE = "SELECT posts.id FROM posts WHERE ";
    private static final String NO_ARRAYS = "sqlite mysql mariadb oracle sqlserver";

    private static Select<Integer> where(Expression<Boolean> condition) {
        return select(POSTS.id).where(condition);
    }

    @Test
    void takesAnElementByItsPositionFromOne() {
        assertSql(
                select(TAGS.at(2)),
                on("postgresql duckdb", "SELECT posts.tags[?] FROM posts", 2),
                on(
                        "h2",
                        "SELECT CASE WHEN ? <= CARDINALITY(posts.tags) THEN ARRAY_GET(posts.tags, CAST(? AS INTEGER))"
                                + " END FROM posts",
                        2,
                        2),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                select(TAGS.at(POSTS.id.minus(1))),
                on("postgresql", "SELECT posts.tags[posts.id - ?] FROM posts", 1),
                on("duckdb", "SELECT posts.tags[greatest(posts.id - ?, 0)] FROM posts", 1),
                on(
                        "h2",
                        "SELECT CASE WHEN posts.id - ? BETWEEN 1 AND CARDINALITY(posts.tags)"
                                + " THEN ARRAY_GET(posts.tags, posts.id - ?) END FROM posts",
                        1,
                        1),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                select(elements(TAGS.append("x")).at(1)),
                on("postgresql", "SELECT (posts.tags || CAST(ARRAY[?] AS VARCHAR[]))[?] FROM posts", "x", 1),
                on("duckdb", "SELECT (posts.tags || [?])[?] FROM posts", "x", 1),
                on(
                        "h2",
                        "SELECT CASE WHEN ? <= CARDINALITY(posts.tags || CAST(ARRAY[CAST(? AS VARCHAR)] AS VARCHAR"
                            + " ARRAY)) THEN ARRAY_GET(posts.tags || CAST(ARRAY[CAST(? AS VARCHAR)] AS VARCHAR ARRAY),"
                            + " CAST(? AS INTEGER)) END FROM posts",
                        1,
                        "x",
                        "x",
                        1),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void takesASlice() {
        assertSql(
                select(TAGS.slice(2, 3)),
                on("postgresql duckdb", "SELECT posts.tags[?:?] FROM posts", 2, 3),
                on(
                        "h2",
                        "SELECT ARRAY_SLICE(posts.tags, LEAST(?, CARDINALITY(posts.tags) + 1),"
                                + " LEAST(?, CARDINALITY(posts.tags))) FROM posts",
                        2,
                        3),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void countsAndFindsElements() {
        assertSql(
                select(TAGS.cardinality()),
                on("h2 postgresql", "SELECT CARDINALITY(posts.tags) FROM posts"),
                on("duckdb", "SELECT len(posts.tags) FROM posts"),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                select(TAGS.position("java")),
                on("postgresql", "SELECT array_position(posts.tags, CAST(? AS VARCHAR)) FROM posts", "java"),
                on("duckdb", "SELECT list_position(posts.tags, ?) FROM posts", "java"),
                unsupportedOn("h2", "position of an element in an array"),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void testsForElements() {
        assertSql(
                where(TAGS.contains("java")),
                on("postgresql", WHERE + "posts.tags @> CAST(ARRAY[?] AS VARCHAR[])", "java"),
                on("duckdb", WHERE + "list_contains(posts.tags, ?)", "java"),
                on("h2", WHERE + "array_contains(posts.tags, CAST(? AS VARCHAR))", "java"),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                where(TAGS.contains(POSTS.title).not()),
                on("postgresql", WHERE + "NOT posts.tags @> CAST(ARRAY[posts.title] AS VARCHAR[])"),
                on("duckdb", WHERE + "NOT list_contains(posts.tags, posts.title)"),
                on("h2", WHERE + "NOT array_contains(posts.tags, posts.title)"),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void comparesArraysAsSets() {
        List<String> two = List.of("a", "b");
        String[] operators = {"@>", "<@", "&&"};
        List<Expression<Boolean>> conditions =
                List.of(TAGS.containsAll(two), TAGS.containedBy(two), TAGS.overlaps(two));
        for (int i = 0; i < operators.length; i++) {
            assertSql(
                    where(conditions.get(i)),
                    on("postgresql", WHERE + "posts.tags " + operators[i] + " CAST(? AS VARCHAR[])", two),
                    on("duckdb", WHERE + "posts.tags " + operators[i] + " CAST(? AS VARCHAR(20)[])", two),
                    unsupportedOn("h2", "containment and overlap of arrays"),
                    unsupportedOn(NO_ARRAYS, "arrays"));
        }
        assertSql(
                where(TAGS.overlaps(array(POSTS.note))),
                on("postgresql", WHERE + "posts.tags && CAST(CAST(ARRAY[posts.note] AS TEXT[]) AS VARCHAR[])"),
                on("duckdb", WHERE + "posts.tags && [posts.note]"),
                unsupportedOn("h2", "containment and overlap of arrays"),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void concatenates() {
        assertSql(
                select(TAGS.prepend("a")),
                on("postgresql", "SELECT CAST(ARRAY[?] AS VARCHAR[]) || posts.tags FROM posts", "a"),
                on("duckdb", "SELECT [?] || posts.tags FROM posts", "a"),
                on("h2", "SELECT CAST(ARRAY[CAST(? AS VARCHAR)] AS VARCHAR ARRAY) || posts.tags FROM posts", "a"),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                update(POSTS)
                        .setTo(POSTS.tags, elements(TAGS.concat(List.of("b"))).concat(POSTS.tags)),
                on(
                        "postgresql",
                        "UPDATE posts SET tags = posts.tags || CAST(? AS VARCHAR[]) || posts.tags",
                        List.of("b")),
                on(
                        "duckdb",
                        "UPDATE posts SET tags = posts.tags || CAST(? AS VARCHAR(20)[]) || posts.tags",
                        List.of("b")),
                on("h2", "UPDATE posts SET tags = posts.tags || ? || posts.tags", List.of("b")),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void makesArraysOfExpressions() {
        assertSql(
                select(array(POSTS.id, value(7))),
                on("postgresql", "SELECT CAST(ARRAY[posts.id, ?] AS INTEGER[]) FROM posts", 7),
                on("duckdb", "SELECT [posts.id, ?] FROM posts", 7),
                on("h2", "SELECT CAST(ARRAY[posts.id, CAST(? AS INTEGER)] AS INTEGER ARRAY) FROM posts", 7),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                select(array(POSTS.price, nullOf(SqlTypes.DECIMAL))),
                on("postgresql", "SELECT CAST(ARRAY[posts.price, CAST(? AS NUMERIC)] AS NUMERIC[]) FROM posts", (Object)
                        null),
                on("duckdb", "SELECT [posts.price, ?] FROM posts", (Object) null),
                on("h2", "SELECT CAST(ARRAY[posts.price, CAST(? AS DECFLOAT)] AS DECFLOAT ARRAY) FROM posts", (Object)
                        null),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void comparesWithAnyAndAllElements() {
        List<Integer> ids = List.of(1, 2);
        assertSql(
                where(POSTS.id.eq(any(value(ids, NUMBERS)))),
                on("postgresql duckdb", WHERE + "posts.id = ANY (CAST(? AS INTEGER[]))", ids),
                on("h2", WHERE + "posts.id = ANY (CAST(? AS INTEGER ARRAY))", ids),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                where(POSTS.title.ne(all(POSTS.tags))),
                on("h2 postgresql", WHERE + "posts.title <> ALL (posts.tags)"),
                on("duckdb", WHERE + "CASE WHEN posts.tags IS NOT NULL THEN posts.title <> ALL (posts.tags) END"),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void aggregatesRows() {
        assertSql(
                select(arrayAgg(POSTS.title)
                                .aggregateOrderBy(POSTS.title.desc())
                                .filterWhere(POSTS.id.gt(3)))
                        .from(POSTS),
                on(
                        "h2 postgresql duckdb",
                        "SELECT array_agg(posts.title ORDER BY posts.title DESC) FILTER (WHERE posts.id > ?) FROM"
                                + " posts",
                        3),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void makesRowsOfElements() {
        Field<String> tag = field("tag", SqlTypes.TEXT);
        TableFunction rows = unnest("u", tag, value(List.of("a"), SqlTypes.array(SqlTypes.TEXT)));
        assertSql(
                select(rows.column(tag)),
                on("postgresql", "SELECT u.tag FROM unnest(CAST(? AS TEXT[])) AS u (tag)", List.of("a")),
                on("duckdb", "SELECT u.tag FROM unnest(CAST(? AS VARCHAR[])) AS u (tag)", List.of("a")),
                on("h2", "SELECT u.tag FROM unnest(CAST(? AS VARCHAR ARRAY)) AS u (tag)", List.of("a")),
                unsupportedOn("sqlite sqlserver", "arrays"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("oracle", "new names for the columns of a table-valued function"));
        TableFunction columns = unnest("u", tag, POSTS.tags).withOrdinality("n");
        assertSql(
                select(POSTS.id, columns.column(tag), columns.ordinalityColumn())
                        .from(POSTS)
                        .join(columns),
                on(
                        "postgresql duckdb",
                        "SELECT posts.id, u.tag, u.n FROM posts CROSS JOIN unnest(posts.tags) WITH ORDINALITY AS u"
                                + " (tag, n)"),
                unsupportedOn("h2", "unnest of columns"),
                unsupportedOn("sqlite", "arrays"),
                unsupportedOn("sqlserver", "arrays"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("oracle", "WITH ORDINALITY"));
        Field<Integer> number = field("number", SqlTypes.INTEGER);
        TableFunction two = unnest(
                "u", tag, value(List.of("a"), SqlTypes.array(SqlTypes.TEXT)), number, value(List.of(1), NUMBERS));
        assertSql(
                select(two.column(tag), two.column(number)),
                on(
                        "postgresql",
                        "SELECT u.tag, u.number FROM unnest(CAST(? AS TEXT[]), CAST(? AS INTEGER[])) AS u (tag,"
                                + " number)",
                        List.of("a"),
                        List.of(1)),
                on(
                        "h2",
                        "SELECT u.tag, u.number FROM unnest(CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY)) AS u"
                                + " (tag, number)",
                        List.of("a"),
                        List.of(1)),
                unsupportedOn("duckdb", "unnest of several arrays"),
                unsupportedOn("sqlite sqlserver", "arrays"),
                unsupportedOn("mysql mariadb", "table-valued function in FROM"),
                unsupportedOn("oracle", "new names for the columns of a table-valued function"));
    }

    /** PostgreSQL has arrays of several dimensions instead, whose elements are the innermost. */
    @Test
    void refusesOperatorsThatWouldMeanOtherElements() {
        assertSql(
                select(elements(POSTS.grid).cardinality()),
                on("h2", "SELECT CARDINALITY(posts.grid) FROM posts"),
                on("duckdb", "SELECT len(posts.grid) FROM posts"),
                unsupportedOn("postgresql", "operators of arrays of arrays"),
                unsupportedOn(NO_ARRAYS, "arrays"));
        assertSql(
                where(elements(POSTS.grid).contains(List.of(1))),
                on("h2", WHERE + "array_contains(posts.grid, CAST(? AS INTEGER ARRAY))", List.of(1)),
                on("duckdb", WHERE + "list_contains(posts.grid, CAST(? AS INTEGER[]))", List.of(1)),
                unsupportedOn("postgresql", "operators of arrays of arrays"),
                unsupportedOn(NO_ARRAYS, "arrays"));
    }

    @Test
    void refusesWhatIsNoArrayAndPositionsBelowOne() {
        @SuppressWarnings("unchecked") // what a cast of the caller's could do
        Expression<List<String>> text = (Expression<List<String>>) (Expression<?>) POSTS.title;
        refused("ALK-1110", () -> elements(text));
        refused("ALK-1110", () -> any(text));
        refused("ALK-1174", () -> TAGS.at(0));
        refused("ALK-1174", () -> TAGS.slice(0, 1));
        refused("ALK-1174", () -> TAGS.slice(3, 2));
        refused("ALK-1174", () -> new ArrayConstructor<>(List.of(), NUMBERS));
        refused("ALK-1112", () -> TAGS.contains((String) null));
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    private static final class Posts extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> title = column("title", SqlTypes.varchar(20));
        final Column<String> note = column("note", SqlTypes.TEXT);
        final Column<BigDecimal> price = column("price", SqlTypes.decimal(10, 2));
        final Column<List<String>> tags = column("tags", SqlTypes.array(SqlTypes.varchar(20)));
        final Column<List<List<Integer>>> grid = column("grid", SqlTypes.array(NUMBERS));

        Posts() {
            super("posts");
        }
    }
}
