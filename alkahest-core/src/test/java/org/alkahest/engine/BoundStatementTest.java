package org.alkahest.engine;

import static org.alkahest.sql.Sql.inline;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.nullOf;
import static org.alkahest.sql.Sql.or;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.alkahest.dialect.DatabaseVersion;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.Dialects;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Literal;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Statement;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way from a statement to its placeholders' values, through the cache. */
final class BoundStatementTest {
    private static final class Fees extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER);
        final Column<String> name = column("name", SqlTypes.TEXT);
        final Column<Integer> amount = column("amount", SqlTypes.INTEGER);

        Fees() {
            super("fees");
        }
    }

    private static final Fees FEES = new Fees();
    private static final Dialect DIALECT = Dialects.factories().get(0).create(new DatabaseVersion("any", 3, 54));

    private final StatementCache cache = new StatementCache(100);

    private BoundStatement bind(Statement statement) {
        return BoundStatement.of(statement, cache, DIALECT);
    }

    private List<Object> values(Statement statement) {
        return values(bind(statement), Map.of());
    }

    @Test
    void statementsOfOneStructureShareTheCompiledFormAndKeepTheirValues() {
        BoundStatement first = bind(select(FEES.id).where(FEES.name.eq("Ali")).where(FEES.amount.gt(1)));
        BoundStatement second =
                bind(select(FEES.id).where(FEES.name.eq("Fatima")).where(FEES.amount.gt(2)));

        assertThat(first.cacheState()).isEqualTo(CacheState.COMPILED);
        assertThat(second.cacheState()).isEqualTo(CacheState.CACHED);
        assertThat(second.compiled()).isSameAs(first.compiled());
        assertThat(values(first, Map.of())).isEqualTo(List.of("Ali", 1));
        assertThat(values(second, Map.of())).isEqualTo(List.of("Fatima", 2));
    }

    @Test
    void valuesFollowThePlaceholdersThroughEveryClause() {
        Statement statement = select(FEES.id, value(7, SqlTypes.INTEGER))
                .limit(5)
                .offset(6)
                .orderBy(FEES.id)
                .having(FEES.id.gt(4))
                .groupBy(FEES.id)
                .where(FEES.amount.gt(3));

        assertThat(bind(statement).sql()).containsSubsequence("?", "WHERE", "?", "HAVING", "?", "LIMIT", "?");
        assertThat(values(statement)).isEqualTo(List.of(7, 3, 4, 5L, 6L));
    }

    @Test
    void otherStructuresAreCompiledAgain() {
        bind(select(FEES.id).where(FEES.amount.gt(1)));
        assertThat(bind(select(FEES.id).where(FEES.amount.ge(1))).cacheState()).isEqualTo(CacheState.COMPILED);
        assertThat(bind(select(FEES.amount).where(FEES.amount.gt(1))).cacheState())
                .isEqualTo(CacheState.COMPILED);
        assertThat(bind(select(FEES.id).where(FEES.amount.gt(1)).limit(1)).cacheState())
                .isEqualTo(CacheState.COMPILED);
        assertThat(cache.size()).isEqualTo(4);
    }

    @Test
    void statementsWithValuesInTheirTextAreCompiledEachTime() {
        Statement inlined = select(FEES.id).where(FEES.amount.gt(inline(1)));
        assertThat(bind(inlined).cacheState()).isEqualTo(CacheState.UNCACHED);
        assertThat(bind(inlined).cacheState()).isEqualTo(CacheState.UNCACHED);
        assertThat(bind(select(FEES.id).where(FEES.amount.gt(inline(2)))).sql()).endsWith("> 2");
        assertThat(cache.size()).isZero();
    }

    /** A construct that does not know beforehand what it will write. */
    private record Hint(Supplier<String> text) implements ExpressionExtension<Integer> {
        @Override
        public SqlType<Integer> type() {
            return SqlTypes.INTEGER;
        }

        @Override
        public void render(RenderContext context) {
            context.sql(text.get());
        }

        @Override
        public void describe(Description description) {
            description.add(Hint.class).unkeyed();
        }
    }

    @Test
    void constructsThatDoNotTellTheirStructureAreCompiledEachTime() {
        AtomicInteger calls = new AtomicInteger();
        Statement statement = select(new Hint(() -> "" + calls.incrementAndGet()), FEES.id);
        assertThat(bind(statement).sql()).startsWith("SELECT 1, ");
        BoundStatement again = bind(statement);
        assertThat(again.sql()).startsWith("SELECT 2, ");
        assertThat(again.cacheState()).isEqualTo(CacheState.UNCACHED);
        assertThat(cache.size()).isZero();
    }

    @Test
    void valuesOfLimitAndOffsetAreNoStructure() {
        bind(select(FEES.id).limit(1).offset(2));
        BoundStatement other = bind(select(FEES.id).limit(3).offset(4));

        assertThat(other.cacheState()).isEqualTo(CacheState.CACHED);
        assertThat(values(other, Map.of())).isEqualTo(List.of(3L, 4L));
    }

    @Test
    void inListsShareOneFormUpToTheNextPowerOfTwo() {
        BoundStatement five = bind(select(FEES.id).where(FEES.id.in(1, 2, 3, 4, 5)));
        BoundStatement seven = bind(select(FEES.id).where(FEES.id.in(11, 12, 13, 14, 15, 16, 17)));
        BoundStatement nine = bind(select(FEES.id).where(FEES.id.in(1, 2, 3, 4, 5, 6, 7, 8, 9)));

        assertThat(five.compiled().binds()).hasSize(8);
        assertThat(seven.compiled()).isSameAs(five.compiled());
        assertThat(values(seven, Map.of())).isEqualTo(List.of(11, 12, 13, 14, 15, 16, 17, 17));
        assertThat(values(five, Map.of())).isEqualTo(List.of(1, 2, 3, 4, 5, 5, 5, 5));
        assertThat(nine.cacheState()).isEqualTo(CacheState.COMPILED);
        assertThat(values(nine, Map.of())).hasSize(16);
    }

    @Test
    void inListsOfAllLengthsShareFewForms() {
        for (int length = 1; length <= 1_500; length++) {
            List<Integer> ids = IntStream.rangeClosed(1, length).boxed().toList();
            assertThat(values(select(FEES.id).where(FEES.id.in(ids))))
                    .hasSizeBetween(length, 2 * length)
                    .startsWith(1)
                    .endsWith(length);
        }
        assertThat(cache.size()).isEqualTo(13); // 1, 2, 4 … 1024, then 1280 and 1536
    }

    @Test
    void anInListThatFitsIsNotPaddedBeyondWhatTheDatabaseTakes() {
        Dialect strictest = Dialects.factories().stream()
                .map(factory -> factory.create(new DatabaseVersion("any", 999, 0)))
                .min(Comparator.comparingInt(dialect -> dialect.traits().maxParameters()))
                .orElseThrow();
        int most = strictest.traits().maxParameters();
        Statement statement = select(FEES.id)
                .where(FEES.id.in(IntStream.range(0, most - 1).boxed().toList()))
                .where(FEES.amount.eq(7));
        BoundStatement bound = BoundStatement.of(statement, cache, strictest);

        assertThat(values(bound, Map.of())).hasSize(most).endsWith(most - 2, 7);
        assertThat(cache.size()).as("its text is not that of shorter lists").isZero();
    }

    @Test
    void oneNodeAmongManyIsStillKnown() {
        Literal<Integer> shared = value(1, SqlTypes.INTEGER);
        Insert first = insert(FEES).setTo(FEES.id, shared);
        Insert second = insert(FEES).set(FEES.id, 1);
        for (int i = 2; i < 100; i++) {
            first = first.nextRow().set(FEES.id, i);
            second = second.nextRow().set(FEES.id, i);
        }

        assertThat(values(first.nextRow().setTo(FEES.id, shared)))
                .hasSize(100)
                .startsWith(1, 2)
                .endsWith(99, 1);
        assertThat(values(second.nextRow().set(FEES.id, 5)))
                .hasSize(100)
                .startsWith(1, 2)
                .endsWith(99, 5);
        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void valuesAfterAnInListAreNotShifted() {
        values(select(FEES.id).where(FEES.id.in(1, 2, 3)).where(FEES.name.eq("a")));
        assertThat(values(select(FEES.id).where(FEES.id.in(4, 5, 6, 7)).where(FEES.name.eq("b"))))
                .isEqualTo(List.of(4, 5, 6, 7, "b"));
    }

    @Test
    void nullAndNotNullAreDifferentStructures() {
        BoundStatement given = bind(update(FEES).set(FEES.name, "a"));
        BoundStatement none = bind(update(FEES).setNull(FEES.name));

        assertThat(none.cacheState()).isEqualTo(CacheState.COMPILED);
        assertThat(values(none, Map.of())).containsExactly((Object) null);
        assertThat(values(given, Map.of())).isEqualTo(List.of("a"));
        assertThat(bind(select(nullOf(SqlTypes.TEXT))).cacheState()).isEqualTo(CacheState.COMPILED);
        assertThat(bind(select(value("a", SqlTypes.TEXT))).cacheState()).isEqualTo(CacheState.COMPILED);
    }

    @Test
    void aStatementThatHoldsOneNodeTwiceIsKeptApart() {
        Literal<Integer> shared = value(1, SqlTypes.INTEGER);
        Statement twice = select(FEES.id).where(or(FEES.id.eq(shared), FEES.amount.eq(shared)));

        assertThat(values(twice)).isEqualTo(List.of(1, 1));
        assertThat(cache.size()).isEqualTo(1);

        Statement distinct = select(FEES.id)
                .where(or(FEES.id.eq(value(1, SqlTypes.INTEGER)), FEES.amount.eq(value(2, SqlTypes.INTEGER))));
        assertThat(values(distinct)).isEqualTo(List.of(1, 2));
        assertThat(values(twice)).isEqualTo(List.of(1, 1));
        assertThat(cache.size()).isEqualTo(2);
    }

    /** A user's node with two values of its own and a child between them. */
    private record Clamp(Expression<Integer> operand, int least, int most) implements ExpressionExtension<Integer> {
        @Override
        public SqlType<Integer> type() {
            return SqlTypes.INTEGER;
        }

        @Override
        public void describe(Description description) {
            description
                    .add(Clamp.class)
                    .value(SqlTypes.INTEGER, least)
                    .value(SqlTypes.INTEGER, most)
                    .child(operand);
        }

        @Override
        public Clamp mapChildren(NodeMapper mapper) {
            return new Clamp(mapper.map(operand), least, most);
        }

        @Override
        public void render(RenderContext context) {
            context.sql("clamp(").value(SqlTypes.INTEGER, least).sql(", ").node(operand);
            context.sql(", ").value(SqlTypes.INTEGER, most).sql(")");
        }
    }

    @Test
    void anExtensionWithSeveralValuesIsKeptAndKeepsThemApart() {
        assertThat(values(select(new Clamp(FEES.id.plus(5), 1, 9)))).isEqualTo(List.of(1, 5, 9));
        assertThat(values(select(new Clamp(FEES.id.plus(6), 2, 8)))).isEqualTo(List.of(2, 6, 8));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void rowsOfAnInsertKeepTheirOrder() {
        Statement statement = insert(FEES)
                .set(FEES.id, 1)
                .set(FEES.name, "a")
                .nextRow()
                .set(FEES.id, 2)
                .set(FEES.name, "b");

        assertThat(values(statement)).isEqualTo(List.of(1, "a", 2, "b"));
    }

    @Test
    void namedParametersTakeTheirValuesAtExecution() {
        Statement statement = select(FEES.id)
                .where(FEES.name.eq(param("name", SqlTypes.TEXT)))
                .where(FEES.amount.gt(3))
                .where(FEES.amount.lt(param("most", SqlTypes.INTEGER)));
        BoundStatement bound = bind(statement);

        assertThat(values(bound, Map.of("most", 9, "name", "a"))).isEqualTo(List.of("a", 3, 9));
        assertThat(values(bind(statement), Map.of("most", 8, "name", "b"))).isEqualTo(List.of("b", 3, 8));
        assertThat(bind(statement).cacheState()).isEqualTo(CacheState.CACHED);
    }

    @Test
    void namesThatAreMissingOrUnknownAreErrors() {
        BoundStatement bound = bind(text("DELETE FROM fees WHERE id = :id AND name = :name"));
        Map<String, Object> withNull = new HashMap<>(Map.of("id", 1));
        withNull.put("name", null);

        assertThatThrownBy(() -> places(bound, Map.of("id", 1)))
                .hasMessageContainingAll("[name]", "DELETE FROM fees", "ALK-1016");
        assertThatThrownBy(() -> places(bound, Map.of("id", 1, "name", "a", "nmae", "b")))
                .hasMessageContainingAll("[nmae]", "[id, name]", "ALK-1017");
        assertThatThrownBy(() -> places(bind(select(FEES.id)), Map.of("id", 1))).hasMessageContaining("ALK-1017");
        places(bound, withNull);
        assertThat(values(bound, withNull)).containsExactly(1, null);
    }

    private static List<@Nullable Object> values(BoundStatement bound, Map<String, ?> parameters) {
        return bound.values(ParameterRows.of(List.of(parameters)), places(bound, parameters))
                .get(0);
    }

    private static int[] places(BoundStatement bound, Map<String, ?> parameters) {
        return bound.places(ParameterRows.of(List.of(parameters)));
    }
}
