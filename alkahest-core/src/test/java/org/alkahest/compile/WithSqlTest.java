package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.compile.SqlAssert.unsupportedOn;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.mergeInto;
import static org.alkahest.sql.Sql.nested;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.with;
import static org.alkahest.sql.Sql.withRecursive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Row2;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.sql.TablesUsed;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** WITH on changes and of changes, and the clauses that a named query may have; SQL of one's own in changes. */
final class WithSqlTest {
    private static final CommonTableExpression LONG =
            with("long_books", select(BOOKS.id, BOOKS.authorId).from(BOOKS).where(BOOKS.pages.gt(500)));
    private static final String WITH_LONG =
            "WITH long_books (id, author_id) AS (SELECT books.id, books.author_id FROM books WHERE books.pages > ?) ";

    private static final CommonTableExpression TREE = withRecursive(
            "tree",
            select(AUTHORS.id, AUTHORS.mentorId).from(AUTHORS).where(AUTHORS.id.eq(1)),
            self -> select(AUTHORS.id, AUTHORS.mentorId)
                    .from(AUTHORS)
                    .join(self, AUTHORS.mentorId.eq(self.column(AUTHORS.id))));
    private static final String WITH_TREE = "WITH RECURSIVE tree (id, mentor_id) AS"
            + " (SELECT authors.id, authors.mentor_id FROM authors WHERE authors.id = ? UNION ALL"
            + " SELECT authors.id, authors.mentor_id FROM authors JOIN tree ON authors.mentor_id = tree.id)";

    @Test
    void namesQueriesBeforeChanges() {
        assertSql(
                delete(AUTHORS).where(AUTHORS.id.in(select(LONG.column(BOOKS.authorId)))),
                on(
                        "sqlite postgresql duckdb mysql sqlserver",
                        WITH_LONG + "DELETE FROM authors WHERE authors.id IN"
                                + " (SELECT long_books.author_id FROM long_books)",
                        500),
                unsupportedOn("h2 mariadb oracle", "WITH clause on INSERT, UPDATE or DELETE"));
        assertSql(
                update(AUTHORS)
                        .setNull(AUTHORS.name)
                        .where(AUTHORS.id.in(select(LONG.column(BOOKS.authorId))))
                        .returning(AUTHORS.id),
                on(
                        "sqlite postgresql duckdb",
                        WITH_LONG + "UPDATE authors SET name = ? WHERE authors.id IN"
                                + " (SELECT long_books.author_id FROM long_books) RETURNING id",
                        500,
                        null),
                unsupportedOn("h2 mariadb oracle", "WITH clause on INSERT, UPDATE or DELETE"),
                unsupportedOn("mysql", "RETURNING on UPDATE"),
                on(
                        "sqlserver",
                        "WITH long_books (id, author_id) AS (SELECT books.id, books.author_id FROM books"
                                + " WHERE books.pages > ?) UPDATE authors SET name = ? OUTPUT INSERTED.id WHERE"
                                + " authors.id IN (SELECT long_books.author_id FROM long_books)",
                        500,
                        null));
    }

    @Test
    void namesQueriesOfAnInsertWhereTheDatabaseWantsThem() {
        assertSql(
                insert(AUTHORS).from(select(LONG.column(BOOKS.id)), AUTHORS.id),
                on(
                        "sqlite postgresql duckdb",
                        WITH_LONG + "INSERT INTO authors (id) SELECT long_books.id FROM long_books",
                        500),
                on(
                        "h2 mysql mariadb oracle",
                        "INSERT INTO authors (id) " + WITH_LONG + "SELECT long_books.id FROM long_books",
                        500),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT authors ON; WITH long_books (id, author_id) AS (SELECT books.id,"
                                + " books.author_id FROM books WHERE books.pages > ?) INSERT INTO authors (id) SELECT"
                                + " long_books.id FROM long_books; SET IDENTITY_INSERT authors OFF",
                        500));
    }

    @Test
    void namesQueriesOfQueriesThatOnlyColumnsName() {
        DerivedTable table = select(LONG.column(BOOKS.id)).from(LONG).asTable("d");
        assertSql(
                select(table.column(BOOKS.id)),
                everywhere(WITH_LONG + "SELECT d.id FROM (SELECT long_books.id FROM long_books) AS d", 500),
                on("oracle", WITH_LONG + "SELECT d.id FROM (SELECT long_books.id FROM long_books) d", 500));
    }

    @Test
    void namesChanges() {
        CommonTableExpression gone = with(
                "gone",
                delete(BOOKS)
                        .where(BOOKS.pages.lt(10))
                        .returning(row(BOOKS.id, BOOKS.title).as(Row2::new)));
        assertSql(
                insert(AUTHORS).from(select(gone.column(BOOKS.id), gone.column(BOOKS.title)), AUTHORS.id, AUTHORS.name),
                on(
                        "postgresql duckdb",
                        "WITH gone (id, title) AS (DELETE FROM books WHERE books.pages < ? RETURNING id, title)"
                                + " INSERT INTO authors (id, name) SELECT gone.id, gone.title FROM gone",
                        10),
                unsupportedOn("sqlite h2 mysql mariadb oracle sqlserver", "data-modifying statement in WITH"));
        assertThat(TablesUsed.of(select(gone.column(BOOKS.id))).written())
                .extracting(Object::toString)
                .containsExactly("books");
    }

    @Test
    void namesText() {
        CommonTableExpression own = with("own", text("SELECT 1 AS one").returning(AUTHORS.id.as("one")));
        assertSql(
                select(own.column("one", SqlTypes.INTEGER)),
                everywhere("WITH own (one) AS (SELECT 1 AS one) SELECT own.one FROM own"));
    }

    @Test
    void saysWhetherToKeepTheRows() {
        assertSql(
                select(LONG.materialized().column(BOOKS.id)),
                on(
                        "sqlite postgresql duckdb",
                        WITH_LONG.replace(" AS (", " AS MATERIALIZED (") + "SELECT long_books.id FROM long_books",
                        500),
                unsupportedOn("h2 mysql mariadb oracle sqlserver", "MATERIALIZED hint"));
        assertSql(
                select(LONG.notMaterialized().column(BOOKS.id)),
                on(
                        "sqlite postgresql duckdb",
                        WITH_LONG.replace(" AS (", " AS NOT MATERIALIZED (") + "SELECT long_books.id FROM long_books",
                        500),
                unsupportedOn("h2 mysql mariadb oracle sqlserver", "MATERIALIZED hint"));
    }

    @Test
    void searchesAndFindsCircles() {
        CommonTableExpression ordered = TREE.searchDepthFirst("ord", AUTHORS.id);
        assertSql(
                select(ordered.column(AUTHORS.id)).orderBy(ordered.column("ord", SqlTypes.OTHER)),
                on(
                        "postgresql",
                        WITH_TREE + " SEARCH DEPTH FIRST BY id SET ord SELECT tree.id FROM tree ORDER BY tree.ord",
                        1),
                unsupportedOn("sqlite h2 duckdb mysql mariadb sqlserver", "SEARCH clause"),
                on(
                        "oracle",
                        "WITH tree (id, mentor_id) AS (SELECT authors.id, authors.mentor_id FROM authors"
                                + " WHERE authors.id = ? UNION ALL SELECT authors.id, authors.mentor_id FROM authors"
                                + " JOIN tree ON authors.mentor_id = tree.id) SEARCH DEPTH FIRST BY id SET ord SELECT"
                                + " tree.id FROM tree ORDER BY tree.ord",
                        1));
        CommonTableExpression circles =
                TREE.searchBreadthFirst("ord", AUTHORS.id, AUTHORS.mentorId).cycle("again", "way", AUTHORS.id);
        assertSql(
                select(circles.column(AUTHORS.id))
                        .where(circles.column("again", SqlTypes.TEXT).eq("N")),
                on(
                        "postgresql",
                        WITH_TREE + " SEARCH BREADTH FIRST BY id, mentor_id SET ord"
                                + " CYCLE id SET again TO 'Y' DEFAULT 'N' USING way"
                                + " SELECT tree.id FROM tree WHERE tree.again = ?",
                        1,
                        "N"),
                unsupportedOn("sqlite h2 duckdb mysql mariadb sqlserver", "SEARCH clause"),
                on(
                        "oracle",
                        "WITH tree (id, mentor_id) AS (SELECT authors.id, authors.mentor_id FROM authors"
                                + " WHERE authors.id = ? UNION ALL SELECT authors.id, authors.mentor_id FROM authors"
                                + " JOIN tree ON authors.mentor_id = tree.id) SEARCH BREADTH FIRST BY id, mentor_id SET"
                                + " ord CYCLE id SET again TO 'Y' DEFAULT 'N' SELECT tree.id FROM tree WHERE"
                                + " tree.again = ?",
                        1,
                        "N"));
        assertThatThrownBy(() -> LONG.cycle("again", "way", BOOKS.id))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1126");
        assertThatThrownBy(() -> TREE.searchDepthFirst("ord")).hasMessageContaining("ALK-1126");
    }

    @Test
    void nestsANamedQueryWhereItIsUsed() {
        CommonTableExpression nested = LONG.nested();
        assertSql(
                select(AUTHORS.name)
                        .where(AUTHORS.id.in(
                                select(nested.column(BOOKS.authorId)).from(nested))),
                unsupportedOn("sqlserver", "WITH clause inside a subquery"),
                everywhere(
                        "SELECT authors.name FROM authors WHERE authors.id IN (" + WITH_LONG
                                + "SELECT long_books.author_id FROM long_books)",
                        500));
        assertSql(
                select(nested.column(BOOKS.id)).from(nested),
                everywhere(WITH_LONG + "SELECT long_books.id FROM long_books", 500));
    }

    @Test
    void nestsANamedQueryOfAnyStatement() {
        CommonTableExpression nested = LONG.nested();
        assertSql(select(nested.column(BOOKS.id)), everywhere(WITH_LONG + "SELECT long_books.id FROM long_books", 500));
        assertSql(
                select(AUTHORS.id)
                        .from(AUTHORS)
                        .join(
                                nested(nested, BOOKS, BOOKS.id.eq(nested.column(BOOKS.id))),
                                BOOKS.authorId.eq(AUTHORS.id)),
                everywhere(
                        WITH_LONG + "SELECT authors.id FROM authors JOIN (long_books JOIN books ON books.id ="
                                + " long_books.id) ON books.author_id = authors.id",
                        500));
        assertSql(
                update(AUTHORS).from(nested).setNull(AUTHORS.name).where(AUTHORS.id.eq(nested.column(BOOKS.authorId))),
                on(
                        "sqlite postgresql duckdb",
                        WITH_LONG + "UPDATE authors SET name = ? FROM long_books"
                                + " WHERE authors.id = long_books.author_id",
                        500,
                        null),
                on(
                        "mysql",
                        WITH_LONG + "UPDATE authors, long_books SET authors.name = ?"
                                + " WHERE authors.id = long_books.author_id",
                        500,
                        null),
                on(
                        "sqlserver",
                        WITH_LONG + "UPDATE authors SET name = ? FROM authors, long_books"
                                + " WHERE authors.id = long_books.author_id",
                        500,
                        null),
                unsupportedOn("h2 mariadb oracle", "WITH clause on INSERT, UPDATE or DELETE"));
    }

    @Test
    void collectsChainsOfNamedQueriesOnce() {
        CommonTableExpression last = with("q0", select(BOOKS.id).from(BOOKS));
        for (int i = 1; i <= 40; i++) {
            CommonTableExpression before = last;
            last = with(
                    "q" + i,
                    select(before.column("id", SqlTypes.INTEGER))
                            .from(before)
                            .where(before.column("id", SqlTypes.INTEGER).gt(i)));
        }
        assertThat(CommonTableExpressions.in(
                        select(last.column("id", SqlTypes.INTEGER)).from(last)))
                .hasSize(41)
                .extracting(CommonTableExpression::name)
                .startsWith("q0", "q1")
                .endsWith("q40");
    }

    @Test
    void takesSqlOfOnesOwn() {
        record Words(Position position, String words) implements SyntaxExtension {
            @Override
            public void render(RenderContext context) {
                context.sql(words);
            }

            @Override
            public void describe(Description description) {
                description.add(position).add(words);
            }

            @Override
            public Words mapChildren(NodeMapper mapper) {
                return new Words(position, words);
            }

            static List<Words> all() {
                return List.of(
                        new Words(Position.POST_SELECT, "/*s*/"),
                        new Words(Position.POST_VALUES, "/*v*/"),
                        new Words(Position.POST_CRITERIA, "/*c*/"),
                        new Words(Position.POST_BODY, "/*b*/"));
            }
        }
        var inserted = insert(AUTHORS).set(AUTHORS.id, 1);
        var updated = update(AUTHORS).set(AUTHORS.id, 1).where(AUTHORS.id.eq(2));
        var deleted = delete(AUTHORS).where(AUTHORS.id.eq(2));
        for (Words words : Words.all()) {
            inserted = inserted.with(words);
            updated = updated.with(words);
            deleted = deleted.with(words);
        }
        assertSql(
                inserted,
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT authors ON; INSERT /*s*/ INTO authors (id) VALUES (?) /*v*/"
                                + " /*b*/; SET IDENTITY_INSERT authors OFF",
                        1),
                everywhere("INSERT /*s*/ INTO authors (id) VALUES (?) /*v*/ /*b*/", 1));
        assertSql(updated, everywhere("UPDATE /*s*/ authors SET id = ? WHERE authors.id = ? /*c*/ /*b*/", 1, 2));
        assertSql(
                select(AUTHORS.id)
                        .union(select(BOOKS.id))
                        .with(Words.all().get(3))
                        .union(select(BOOKS.pages)),
                on(
                        "sqlite h2 oracle",
                        "SELECT * FROM (SELECT authors.id FROM authors UNION SELECT books.id FROM books /*b*/) UNION"
                                + " SELECT books.pages FROM books"),
                everywhere("(SELECT authors.id FROM authors UNION SELECT books.id FROM books /*b*/) UNION SELECT"
                        + " books.pages FROM books"));
        assertSql(
                mergeInto(AUTHORS)
                        .using(BOOKS)
                        .on(BOOKS.authorId.eq(AUTHORS.id))
                        .whenMatched()
                        .thenDelete()
                        .with(Words.all().get(0))
                        .with(Words.all().get(3)),
                unsupportedOn("sqlite mysql mariadb", "MERGE"),
                unsupportedOn("oracle", "DELETE"),
                on(
                        "sqlserver",
                        "MERGE /*s*/ INTO authors USING books ON (books.author_id = authors.id) WHEN MATCHED THEN"
                                + " DELETE /*b*/;"),
                everywhere("MERGE /*s*/ INTO authors USING books ON (books.author_id = authors.id) WHEN MATCHED THEN"
                        + " DELETE /*b*/"));
        assertSql(deleted, everywhere("DELETE /*s*/ FROM authors WHERE authors.id = ? /*c*/ /*b*/", 2));
        assertSql(
                insert(AUTHORS).with(Words.all().get(0)).with(Words.all().get(3)),
                on("oracle", "INSERT /*s*/ INTO authors (id) VALUES (DEFAULT) /*b*/"),
                on("mysql mariadb", "INSERT /*s*/ INTO authors () VALUES () /*b*/"),
                everywhere("INSERT /*s*/ INTO authors DEFAULT VALUES /*b*/"));
        assertSql(
                insert(AUTHORS)
                        .set(AUTHORS.mentorId, 1)
                        .onConflict(AUTHORS.mentorId)
                        .doNothing()
                        .with(Words.all().get(0)),
                on(
                        "sqlite postgresql duckdb",
                        "INSERT /*s*/ INTO authors (mentor_id) VALUES (?) ON CONFLICT (mentor_id) DO NOTHING",
                        1),
                on(
                        "mysql",
                        "INSERT /*s*/ INTO authors (mentor_id) VALUES (?) AS excluded ON DUPLICATE KEY UPDATE"
                                + " mentor_id = authors.mentor_id",
                        1),
                on(
                        "mariadb",
                        "INSERT /*s*/ INTO authors (mentor_id) VALUES (?) ON DUPLICATE KEY UPDATE mentor_id ="
                                + " authors.mentor_id",
                        1),
                unsupportedOn("h2 oracle sqlserver", "syntax extension of an upsert"));
    }
}
