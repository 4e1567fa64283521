package org.alkahest.compile;

import static org.alkahest.sql.Sql.avg;
import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.exists;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.lower;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.nullOf;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.sum;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.Insert;
import org.alkahest.sql.RowStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** The SQL that the text tests assert does what it says, on real databases. */
final class CompiledSqlRunsTest {
    private static final Items ITEMS = new Items("items", null);
    private static final Items OTHER = new Items("items", "other");

    private static <R> List<R> all(DatabaseFixture database, RowStatement<R> statement) {
        Engine engine = database.engine();
        MetaData metaData = MetaData.of(ITEMS);
        metaData.dropAll(engine);
        metaData.createAll(engine);
        return engine.transaction((Connection connection) -> {
            connection.execute(item(1, "apple", "7.50", "A"));
            connection.execute(item(2, "Banana", "2.00", "A"));
            connection.execute(item(3, "cherry", "10.00", null));
            return connection.execute(statement).all();
        });
    }

    private static Insert item(int id, String name, String price, String shelf) {
        Insert insert = insert(ITEMS).set(ITEMS.id, id).set(ITEMS.name, name).set(ITEMS.price, new BigDecimal(price));
        return shelf == null ? insert.setNull(ITEMS.shelf) : insert.set(ITEMS.shelf, shelf);
    }

    @DatabaseTest
    void groupsByAnExpressionWithParameters(DatabaseFixture database) {
        FunctionCall<String> shelf = coalesce(ITEMS.shelf, "none");
        assertThat(all(
                        database,
                        select(row(shelf.as("s"), count()).as(Counted::new))
                                .groupBy(shelf)
                                .orderBy(shelf.desc())))
                .containsExactly(new Counted("none", 1L), new Counted("A   ", 2L));
    }

    record Counted(String key, Long count) {}

    @DatabaseTest
    void readsParametersThatStandAlone(DatabaseFixture database) {
        LocalDate day = LocalDate.of(2026, 3, 29);
        record Mixed(Integer a, String b, LocalDate c, LocalDate d, BigDecimal e) {}
        BigDecimal decimal = new BigDecimal("1.25");
        assertThat(all(
                        database,
                        select(row(value(1), value("a"), value(day), nullOf(SqlTypes.DATE), value(decimal))
                                .as(Mixed::new))))
                .hasSize(1)
                .first()
                .satisfies(m -> assertThat(m.e()).isEqualByComparingTo(decimal))
                .satisfies(m -> assertThat(new Mixed(m.a(), m.b(), m.c(), m.d(), decimal))
                        .isEqualTo(new Mixed(1, "a", day, null, decimal)));
        Expression<Integer> x = value(1).as("x");
        DerivedTable derived = select(x).asTable("d");
        assertThat(all(database, select(derived.column(x)).from(derived))).containsExactly(1);
        assertThat(all(
                        database,
                        select(value(1).as("x")).union(select(value(2).as("x"))).orderBy(x)))
                .containsExactly(1, 2);
        assertThat(all(database, select(coalesce(nullOf(SqlTypes.DATE), value(day)))))
                .containsExactly(day);
    }

    @DatabaseTest
    void choosesByCase(DatabaseFixture database) {
        LocalDate day = LocalDate.of(2026, 3, 29);
        Expression<String> size =
                when(ITEMS.price.lt(new BigDecimal("5")), "cheap").otherwise("dear");
        assertThat(all(database, select(size.as("size")).orderBy(ITEMS.id))).containsExactly("dear", "cheap", "dear");
        Expression<LocalDate> when = when(ITEMS.id.eq(1), value(day)).otherwise(nullOf(SqlTypes.DATE));
        assertThat(all(database, select(when.as("d")).orderBy(ITEMS.id))).containsExactly(day, null, null);
    }

    @DatabaseTest
    void dividesDecimalsExactly(DatabaseFixture database) {
        BigDecimal four = new BigDecimal("4");
        assertThat(all(database, select(ITEMS.price.dividedBy(four)).orderBy(ITEMS.id)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("1.875"), new BigDecimal("0.5"), new BigDecimal("2.5"));
        assertThat(all(database, select(ITEMS.price.modulo(four)).orderBy(ITEMS.id)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("3.5"), new BigDecimal("2"), new BigDecimal("2"));
        assertThat(all(
                        database,
                        select(ITEMS.weight.modulo(0.75)).orderBy(ITEMS.id).limit(1)))
                .containsExactly(0.5);
        assertThat(all(database, select(ITEMS.id.dividedBy(2)).orderBy(ITEMS.id)))
                .containsExactly(0, 1, 1);
        assertThat(all(
                        database,
                        select(ITEMS.price.times(new BigDecimal("0.125")))
                                .orderBy(ITEMS.id)
                                .limit(1)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.9375"));
    }

    @DatabaseTest
    void aggregates(DatabaseFixture database) {
        assertThat(all(database, select(sum(ITEMS.price)))).containsExactly(new BigDecimal("19.50"));
        assertThat(all(database, select(avg(ITEMS.price))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("6.5"));
        assertThat(all(database, select(count(ITEMS.shelf).distinctValues()))).containsExactly(1L);
        if (database.supports(Feature.AGGREGATE_FILTER)) {
            assertThat(all(database, select(max(ITEMS.name).filterWhere(ITEMS.id.lt(2)))))
                    .containsExactly("apple");
        }
        assertThat(all(
                        database,
                        select(ITEMS.shelf)
                                .groupBy(ITEMS.shelf)
                                .having(sum(ITEMS.price).gt(new BigDecimal("9.75")))))
                .containsExactly((String) null);
    }

    @DatabaseTest
    void concatenatesAndNegates(DatabaseFixture database) {
        assertThat(all(
                        database,
                        select(ITEMS.id.plus(1).concat("|").concat(ITEMS.name))
                                .orderBy(ITEMS.id)
                                .limit(1)))
                .containsExactly("2|apple");
        assertThat(all(database, select(ITEMS.id.negate().negate()).orderBy(ITEMS.id)))
                .containsExactly(1, 2, 3);
    }

    @DatabaseTest
    void matchesPatterns(DatabaseFixture database) {
        assertThat(all(database, select(ITEMS.id).where(ITEMS.name.ilike("BAN%"))))
                .containsExactly(2);
        assertThat(all(database, select(ITEMS.id).where(ITEMS.name.startsWith("app"))))
                .containsExactly(1);
        assertThat(all(database, select(ITEMS.id).where(ITEMS.name.contains("%"))))
                .isEmpty();
        assertThat(all(database, select(ITEMS.id).where(ITEMS.shelf.eq("A")).orderBy(ITEMS.id)))
                .containsExactly(1, 2);
    }

    @DatabaseTest
    void comparesTruthValuesAndNulls(DatabaseFixture database) {
        assertThat(all(
                        database,
                        select(ITEMS.id)
                                .where(ITEMS.id.eq(1).eq(ITEMS.name.eq("apple")))
                                .orderBy(ITEMS.id)))
                .containsExactly(1, 2, 3);
        assertThat(all(database, select(ITEMS.id).where(ITEMS.shelf.isNotDistinctFrom(null))))
                .containsExactly(3);
        assertThat(all(database, select(ITEMS.id).where(ITEMS.shelf.isDistinctFrom("A"))))
                .containsExactly(3);
        assertThat(all(database, select(ITEMS.id).where(ITEMS.id.in(List.of()))))
                .isEmpty();
        assertThat(all(
                        database,
                        select(ITEMS.id)
                                .where(ITEMS.id.in(
                                        IntStream.range(0, 3_000).boxed().toList()))
                                .orderBy(ITEMS.id)))
                .containsExactly(1, 2, 3);
        assertThat(all(database, select(ITEMS.shelf.isNull()).orderBy(ITEMS.id)))
                .containsExactly(false, false, true);
    }

    @DatabaseTest
    void ordersAndLimits(DatabaseFixture database) {
        assertThat(all(database, select(ITEMS.id).orderBy(ITEMS.shelf.asc().nullsFirst(), ITEMS.id.desc())))
                .containsExactly(3, 2, 1);
        assertThat(all(database, select(ITEMS.id).orderBy(ITEMS.shelf.desc().nullsLast(), ITEMS.id)))
                .containsExactly(1, 2, 3);
        assertThat(all(database, select(ITEMS.id).orderBy(ITEMS.id).offset(1))).containsExactly(2, 3);
        assertThat(all(database, select(ITEMS.id).orderBy(ITEMS.id).limit(1).offset(1)))
                .containsExactly(2);
    }

    @DatabaseTest(except = "duckdb") // which has no locks and refuses the clause
    void locksRows(DatabaseFixture database) {
        assertThat(all(database, select(ITEMS.id).orderBy(ITEMS.id).forUpdate()))
                .hasSize(3);
    }

    @DatabaseTest
    void combinesQueries(DatabaseFixture database) {
        assertThat(all(
                        database,
                        select(ITEMS.id)
                                .orderBy(ITEMS.id)
                                .limit(1)
                                .union(select(ITEMS.id).where(ITEMS.id.eq(3)))
                                .except(select(ITEMS.id).where(ITEMS.id.eq(1)).intersect(select(ITEMS.id)))))
                .containsExactly(3);
        assertThat(all(
                        database,
                        select(lower(ITEMS.name))
                                .union(select(ITEMS.shelf))
                                .orderBy(lower(ITEMS.name).desc().nullsLast())))
                .startsWith("cherry", "banana", "apple");
        assertThat(all(
                        database,
                        select(ITEMS.id).where(ITEMS.id.in(select(ITEMS.id).unionAll(select(ITEMS.id))))))
                .hasSize(3);
    }

    @DatabaseTest
    void nestsQueries(DatabaseFixture database) {
        assertThat(all(
                        database,
                        select(ITEMS.id)
                                .where(ITEMS.price.eq(select(max(ITEMS.price)).asScalar()))))
                .containsExactly(3);
        assertThat(all(
                        database,
                        select(ITEMS.id)
                                .where(exists(select(OTHER.id)
                                        .where(OTHER.shelf.eq(ITEMS.shelf).and(OTHER.price.gt(ITEMS.price)))))))
                .containsExactly(2);
        DerivedTable totals = select(ITEMS.shelf, sum(ITEMS.price).as("total"))
                .groupBy(ITEMS.shelf)
                .asTable("totals");
        assertThat(all(
                        database,
                        select(totals.column(sum(ITEMS.price).as("total")))
                                .from(ITEMS)
                                .join(totals, totals.column(ITEMS.shelf).eq(ITEMS.shelf))
                                .where(ITEMS.id.eq(1))))
                .containsExactly(new BigDecimal("9.50"));
    }

    @DatabaseTest(except = "duckdb", requires = Feature.INSERT_RETURNING) // it takes no parameters there
    void returnsExpressionsWithParameters(DatabaseFixture database) {
        Insert insert = insert(ITEMS).set(ITEMS.id, 4).set(ITEMS.name, "d");
        assertThat(all(database, insert.returning(ITEMS.name.concat("!")))).containsExactly("d!");
    }

    @DatabaseTest
    void returnsFromInsert(DatabaseFixture database) {
        assumeTrue(database.supports(Feature.INSERT_RETURNING), "INSERT_RETURNING");
        assertThat(all(
                        database,
                        insert(ITEMS)
                                .set(ITEMS.id, 4)
                                .set(ITEMS.name, "d")
                                .nextRow()
                                .set(ITEMS.id, 5)
                                .set(ITEMS.name, "e")
                                .returning(ITEMS.name.concat(ITEMS.name))))
                .containsExactlyInAnyOrder("dd", "ee");
    }

    @DatabaseTest
    void returnsFromUpdate(DatabaseFixture database) {
        assumeTrue(database.supports(Feature.UPDATE_RETURNING), "UPDATE_RETURNING");
        assertThat(all(
                        database,
                        update(ITEMS)
                                .setTo(ITEMS.price, ITEMS.price.plus(BigDecimal.ONE))
                                .where(ITEMS.id.eq(1))
                                .returning(ITEMS.price)))
                .containsExactly(new BigDecimal("8.50"));
    }

    @DatabaseTest
    void returnsFromDelete(DatabaseFixture database) {
        assumeTrue(database.supports(Feature.DELETE_RETURNING), "DELETE_RETURNING");
        assertThat(all(database, delete(ITEMS).where(ITEMS.id.eq(2)).returning(ITEMS.name)))
                .containsExactly("Banana");
        assertThat(all(database, delete(ITEMS).returning(function("upper", SqlTypes.TEXT, ITEMS.name))))
                .containsExactlyInAnyOrder("APPLE", "BANANA", "CHERRY");
    }

    private static final class Items extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.TEXT, ColumnOptions.notNull());
        final Column<BigDecimal> price = column("price", SqlTypes.decimal(10, 2));
        final Column<Double> weight =
                column("weight", SqlTypes.DOUBLE, ColumnOptions.nullable().withDefault(2.0));
        final Column<String> shelf = column("shelf", SqlTypes.character(4));

        Items(String name, String alias) {
            super(null, name, alias);
        }
    }
}
