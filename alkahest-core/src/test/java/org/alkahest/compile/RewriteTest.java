package org.alkahest.compile;

import static org.alkahest.compile.Library.AUTHORS;
import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.withRecursive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alkahest.schema.Table;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.FromExtension;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Negation;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.Select;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.Statement;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Statements changed as a whole. */
final class RewriteTest {
    private static final Library.Authors WRITERS = new Library.Authors(null);
    private static final Table ARCHIVE = Table.named("archive")
            .column(BOOKS.pages.name(), BOOKS.pages.type())
            .column(BOOKS.id.name(), BOOKS.id.type())
            .column(BOOKS.title.name(), BOOKS.title.type())
            .build();
    private static final Rewrite TO_ARCHIVE = Rewrite.replacing(Map.of(BOOKS, ARCHIVE));

    private static final Rewrite DOUBLED =
            Rewrite.of(node -> node instanceof Literal<?> literal && literal.value() instanceof Integer n
                    ? value(2 * n, SqlTypes.INTEGER)
                    : node);

    @Test
    void whatDoesNotChangeStaysTheSameObject() {
        Select<?> statement = select(BOOKS.title).where(BOOKS.pages.gt(3)).where(exists(select(AUTHORS.id)));

        assertThat(Rewrite.of(node -> node).apply(statement)).isSameAs(statement);
        assertThat(DOUBLED.apply(statement).selection()).isSameAs(statement.selection());
    }

    @Test
    void aFunctionReplacesNodesEverywhere() {
        assertSql(
                DOUBLED.apply(select(BOOKS.title)
                        .where(BOOKS.pages.between(1, 2))
                        .where(BOOKS.id.in(select(AUTHORS.id)
                                .where(AUTHORS.mentorId.plus(3).gt(4))))),
                everywhere(
                        "SELECT books.title FROM books WHERE books.pages BETWEEN ? AND ? AND books.id IN"
                                + " (SELECT authors.id FROM authors WHERE authors.mentor_id + ? > ?)",
                        2,
                        4,
                        6,
                        8));
        assertSql(
                DOUBLED.apply(insert(BOOKS).set(BOOKS.id, 1).nextRow().set(BOOKS.id, 2)),
                on("oracle", "INSERT INTO books (id) SELECT ? FROM DUAL UNION ALL SELECT ? FROM DUAL", 2, 4),
                on(
                        "sqlserver",
                        "SET IDENTITY_INSERT books ON; INSERT INTO books (id) VALUES (?), (?); SET"
                                + " IDENTITY_INSERT books OFF",
                        2,
                        4),
                everywhere("INSERT INTO books (id) VALUES (?), (?)", 2, 4));
    }

    @Test
    void theFunctionSeesChildrenBeforeParentsAndEachNodeOnce() {
        Literal<Integer> shared = value(7, SqlTypes.INTEGER);
        Expression<Boolean> condition = BOOKS.pages.gt(shared).or(BOOKS.id.eq(shared));
        List<SqlNode> seen = new ArrayList<>();
        Rewrite.of(node -> {
                    seen.add(node);
                    return node;
                })
                .apply(condition);

        assertThat(seen.get(seen.size() - 1)).isSameAs(condition);
        assertThat(seen).containsOnlyOnce(shared);
    }

    @Test
    void aSharedNodeStaysShared() {
        Literal<Integer> shared = value(7, SqlTypes.INTEGER);
        Select<?> twice = select(BOOKS.id).where(BOOKS.pages.gt(shared).or(BOOKS.id.eq(shared)));
        Select<?> apart = select(BOOKS.id).where(BOOKS.pages.gt(7).or(BOOKS.id.eq(7)));

        StatementKey rewritten = StatementKey.walk(DOUBLED.apply(twice)).key();
        assertThat(rewritten).isEqualTo(StatementKey.walk(twice).key());
        assertThat(rewritten).isNotEqualTo(StatementKey.walk(apart).key());
    }

    @Test
    void aTableIsReplacedWithItsColumnsAndAliases() {
        Library.Books other = BOOKS.as("b");
        assertSql(
                TO_ARCHIVE.apply(select(BOOKS.title, count())
                        .from(BOOKS)
                        .join(other, other.id.eq(BOOKS.pages))
                        .where(exists(select(BOOKS.id).from(BOOKS).where(BOOKS.pages.gt(other.pages))))
                        .groupBy(BOOKS.title)
                        .orderBy(BOOKS.title)),
                on(
                        "oracle",
                        "SELECT archive.title, count(*) FROM archive JOIN archive b ON b.id = archive.pages"
                                + " WHERE EXISTS (SELECT archive.id FROM archive WHERE archive.pages > b.pages) GROUP"
                                + " BY archive.title ORDER BY archive.title"),
                on(
                        "sqlserver",
                        "SELECT archive.title, COUNT_BIG(*) FROM archive JOIN archive AS b ON b.id ="
                                + " archive.pages WHERE EXISTS (SELECT archive.id FROM archive WHERE archive.pages >"
                                + " b.pages) GROUP BY archive.title ORDER BY archive.title"),
                everywhere("SELECT archive.title, count(*) FROM archive"
                        + " JOIN archive AS b ON b.id = archive.pages"
                        + " WHERE EXISTS (SELECT archive.id FROM archive WHERE archive.pages > b.pages)"
                        + " GROUP BY archive.title ORDER BY archive.title"));
        assertSql(TO_ARCHIVE.apply(select(BOOKS.title)), everywhere("SELECT archive.title FROM archive"));
    }

    @Test
    void aTableIsReplacedInStatementsThatWrite() {
        assertSql(
                TO_ARCHIVE.apply(update(BOOKS).set(BOOKS.title, "x").where(BOOKS.id.eq(1))),
                everywhere("UPDATE archive SET title = ? WHERE archive.id = ?", "x", 1));
        assertSql(
                TO_ARCHIVE.apply(delete(BOOKS).where(BOOKS.id.eq(1))),
                everywhere("DELETE FROM archive WHERE archive.id = ?", 1));
        assertSql(
                TO_ARCHIVE.apply(insert(BOOKS).from(select(BOOKS.id), BOOKS.id)),
                everywhere("INSERT INTO archive (id) SELECT archive.id FROM archive"));
    }

    @Test
    void aMissingColumnIsAnErrorWithBothNames() {
        assertThatThrownBy(() -> TO_ARCHIVE.apply(select(BOOKS.price)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("ALK-1242", "'archive'", "books", "'price'", "BigDecimal");
        Table wrongType = Table.named("w").column("title", SqlTypes.INTEGER).build();
        assertThatThrownBy(() -> Rewrite.replacing(Map.of(BOOKS, wrongType)).apply(select(BOOKS.title)))
                .hasMessageContainingAll("ALK-1242", "'title' of String");
    }

    @Test
    void columnsOfAQueryInFromFollowIt() {
        DerivedTable few =
                select(BOOKS.id, BOOKS.title).where(BOOKS.pages.lt(10)).asTable("few");
        assertSql(
                TO_ARCHIVE.apply(select(few.column(BOOKS.title))
                        .from(few)
                        .where(few.column(BOOKS.id).gt(5))),
                on(
                        "oracle",
                        "SELECT few.title FROM (SELECT archive.id, archive.title FROM archive WHERE"
                                + " archive.pages < ?) few WHERE few.id > ?",
                        10,
                        5),
                everywhere(
                        "SELECT few.title FROM (SELECT archive.id, archive.title FROM archive"
                                + " WHERE archive.pages < ?) AS few WHERE few.id > ?",
                        10,
                        5));
    }

    @Test
    void aTableMayBecomeAQueryThatReadsIt() {
        DerivedTable own = select(BOOKS.id, BOOKS.title, BOOKS.pages)
                .from(BOOKS)
                .where(BOOKS.authorId.eq(9))
                .asTable("books");
        Rewrite ownRows = Rewrite.of(node -> node.equals(BOOKS) ? own : node);
        assertSql(
                ownRows.apply(select(BOOKS.title).where(BOOKS.pages.gt(1))),
                on(
                        "oracle",
                        "SELECT books.title FROM (SELECT books.id, books.title, books.pages FROM books WHERE"
                                + " books.author_id = ?) books WHERE books.pages > ?",
                        9,
                        1),
                everywhere(
                        "SELECT books.title FROM (SELECT books.id, books.title, books.pages FROM books"
                                + " WHERE books.author_id = ?) AS books WHERE books.pages > ?",
                        9,
                        1));
        assertThatThrownBy(() -> ownRows.apply(select(BOOKS.price))).hasMessageContaining("ALK-1105");
        assertThatThrownBy(() -> ownRows.apply(delete(BOOKS)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("ALK-1240", "Delete", "DerivedTable");
    }

    @Test
    void aRecursiveQueryFollowsInsideItself() {
        CommonTableExpression tree = withRecursive(
                "tree",
                select(AUTHORS.id, AUTHORS.mentorId).from(AUTHORS).where(AUTHORS.id.eq(1)),
                self -> select(AUTHORS.id, AUTHORS.mentorId)
                        .from(AUTHORS)
                        .join(self, AUTHORS.mentorId.eq(self.column(AUTHORS.id))));
        Statement statement = select(count()).from(tree);
        Table people = Table.named("people")
                .column("id", SqlTypes.INTEGER)
                .column("mentor_id", SqlTypes.INTEGER)
                .build();
        Rewrite both = Rewrite.of(node -> switch (node) {
            case CommonTableExpression cte ->
                new CommonTableExpression("line", cte.alias(), cte.query(), cte.kind(), cte.clauses());
            default -> node;
        });
        assertSql(
                Rewrite.replacing(Map.of(WRITERS, people)).apply(both.apply(statement)),
                on(
                        "oracle",
                        "WITH line (id, mentor_id) AS (SELECT people.id, people.mentor_id FROM people WHERE"
                                + " people.id = ? UNION ALL SELECT people.id, people.mentor_id FROM people JOIN line ON"
                                + " people.mentor_id = line.id) SELECT count(*) FROM line",
                        1),
                on(
                        "sqlserver",
                        "WITH line (id, mentor_id) AS (SELECT people.id, people.mentor_id FROM people WHERE"
                                + " people.id = ? UNION ALL SELECT people.id, people.mentor_id FROM people JOIN line ON"
                                + " people.mentor_id = line.id) SELECT COUNT_BIG(*) FROM line",
                        1),
                everywhere(
                        "WITH RECURSIVE line (id, mentor_id) AS"
                                + " (SELECT people.id, people.mentor_id FROM people WHERE people.id = ?"
                                + " UNION ALL SELECT people.id, people.mentor_id FROM people"
                                + " JOIN line ON people.mentor_id = line.id)"
                                + " SELECT count(*) FROM line",
                        1));
    }

    @Test
    void anExpressionStaysAnExpressionOfItsType() {
        Select<?> statement = select(BOOKS.title).where(BOOKS.pages.gt(3));

        assertThatThrownBy(() -> replaceLiteral(BOOKS.title).apply(statement))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("ALK-1240", "Literal", "where INTEGER was");
        assertThatThrownBy(() -> replaceLiteral(BOOKS).apply(statement))
                .hasMessageContainingAll("ALK-1240", "the function gave a Books");
        assertThatThrownBy(() -> Rewrite.of(node -> node instanceof FunctionCall<?> call ? call.over() : node)
                        .apply(select(count().over())))
                .hasMessageContainingAll("ALK-1240", "WindowFunction");
        assertThatThrownBy(() -> Rewrite.of(node -> node.equals(BOOKS.pages) ? BOOKS.pages.plus(1) : node)
                        .apply(insert(BOOKS).set(BOOKS.pages, 1)))
                .hasMessageContainingAll("ALK-1240", "Insert", "Arithmetic");
    }

    private static Rewrite replaceLiteral(SqlNode by) {
        return Rewrite.of(node -> node instanceof Literal<?> ? by : node);
    }

    @Test
    @SuppressWarnings("NullAway") // the mistake that is tested
    void aFunctionThatGivesNullIsAnError() {
        assertThatThrownBy(() -> replaceLiteral(null).apply(select(BOOKS.title).where(BOOKS.pages.gt(3))))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("ALK-1240", "gave null");
    }

    @Test
    void depthDoesNotMatter() {
        Expression<Integer> deep = BOOKS.pages;
        for (int i = 0; i < 10_000; i++) {
            deep = new Negation<>(deep);
        }
        Select<Integer> statement = select(deep);

        assertThat(TO_ARCHIVE.apply(statement).descendants()).hasSize(10_003).contains(ARCHIVE);
        assertThat(StatementKey.isSame(Rewrite.identity().apply(statement), statement))
                .isTrue();
    }

    @Test
    void statementsAreComparedByStructureAndValues() {
        Statement one = select(row(BOOKS.id, BOOKS.title).as(List::of)).where(BOOKS.pages.gt(1));
        Statement same = select(row(BOOKS.id, BOOKS.title).as(List::of)).where(BOOKS.pages.gt(1));
        Statement other = select(row(BOOKS.id, BOOKS.title).as(List::of)).where(BOOKS.pages.gt(2));

        assertThat(StatementKey.isSame(one, same)).isTrue();
        assertThat(StatementKey.isSame(one, other)).isFalse();
        assertThat(StatementKey.walk(one).key())
                .isEqualTo(StatementKey.walk(other).key());
        assertThat(StatementKey.isSame(one, select(BOOKS.id).where(BOOKS.pages.gt(1))))
                .isFalse();
    }

    /** Something in FROM that does not say which columns it has. */
    private record Anything() implements FromExtension {
        @Override
        public void describe(Description description) {
            description.add(Anything.class);
        }

        @Override
        public void render(RenderContext context) {
            context.sql("anything");
        }
    }

    @Test
    void anExtensionInFromHasToKnowItsColumns() {
        Rewrite rewrite = Rewrite.of(node -> node.equals(BOOKS) ? new Anything() : node);

        assertSql(
                rewrite.apply(select(count()).from(BOOKS)),
                on("sqlserver", "SELECT COUNT_BIG(*) FROM anything"),
                everywhere("SELECT count(*) FROM anything"));
        assertThatThrownBy(() -> rewrite.apply(select(BOOKS.title)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("ALK-1241", "'title'", "Anything", "books", "correspondingColumn");
    }

    /** A node that loses its second operand when it is rebuilt. */
    private record Forgetful(Expression<Integer> first, List<Expression<Integer>> more)
            implements ExpressionExtension<Integer> {
        @Override
        public SqlType<Integer> type() {
            return SqlTypes.INTEGER;
        }

        @Override
        public void describe(Description description) {
            description.add(Forgetful.class).child(first).children(more);
        }

        @Override
        public Forgetful mapChildren(NodeMapper mapper) {
            return new Forgetful(mapper.map(first), List.of());
        }

        @Override
        public void render(RenderContext context) {
            context.sql("f(").node(first);
            more.forEach(each -> context.sql(", ").node(each));
            context.sql(")");
        }
    }

    @Test
    void theIdentityRewriteCatchesANodeThatForgetsAField() {
        Statement statement = select(new Forgetful(BOOKS.id, List.of(BOOKS.pages)));

        assertThatThrownBy(() -> assertSql(statement, everywhere("SELECT f(books.id, books.pages) FROM books")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the rebuilt statement is the same");
    }

    /** A node that keeps what it is made of when that is replaced. */
    private record Stubborn(Expression<Integer> operand) implements ExpressionExtension<Integer> {
        @Override
        public SqlType<Integer> type() {
            return SqlTypes.INTEGER;
        }

        @Override
        public void describe(Description description) {
            description.add(Stubborn.class).child(operand);
        }

        @Override
        public void render(RenderContext context) {
            context.node(operand);
        }
    }

    @Test
    void anExtensionWithChildrenHasToMapThem() {
        Statement statement = select(new Stubborn(BOOKS.pages.plus(1)));

        assertThat(Rewrite.of(node -> node).apply(statement)).isSameAs(statement);
        assertThatThrownBy(() -> DOUBLED.apply(statement))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContainingAll("ALK-1241", "Stubborn", "mapChildren");
    }
}
