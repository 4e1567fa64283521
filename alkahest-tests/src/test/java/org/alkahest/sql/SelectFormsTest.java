package org.alkahest.sql;

import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.cube;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.groupingSets;
import static org.alkahest.sql.Sql.inline;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.max;
import static org.alkahest.sql.Sql.nested;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.rollup;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.rowNumber;
import static org.alkahest.sql.Sql.sample;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.table;
import static org.alkahest.sql.Sql.text;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.alkahest.sql.Sql.values;
import static org.alkahest.sql.Sql.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.LockingStyle;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Connection;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** The rarer forms of SELECT on every database; where one lacks a form, it has to refuse it. */
@SuppressWarnings("BadImport") // reads as a sentence here
final class SelectFormsTest {
    private static final Towns TOWNS = new Towns(null);
    private static final Visits VISITS = new Visits();

    private static final class Towns extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> country = column("country", SqlTypes.varchar(20));
        final Column<String> name = column("name", SqlTypes.varchar(20));
        final Column<Integer> people = column("people", SqlTypes.INTEGER);

        Towns(String alias) {
            super(null, "towns", alias);
        }

        @Override
        public Towns as(String alias) {
            return new Towns(alias);
        }
    }

    private static final class Visits extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<Integer> townId = column("town_id", SqlTypes.INTEGER);

        Visits() {
            super("visits");
            foreignKey(townId, () -> TOWNS.id);
        }
    }

    record Town(String country, Integer people, String name) {}

    @DatabaseTest
    void worksOnTablesThatNobodyDescribed(DatabaseFixture database) {
        Field<Integer> id = field("id", SqlTypes.INTEGER);
        Field<String> name = field("name", SqlTypes.varchar(20));
        LightweightTable towns = table("towns", id, name);
        try (Connection connection = fill(database)) {
            connection.execute(insert(towns).set(towns.column(id), 77).set(towns.column(name), "new"));
            connection.execute(update(towns)
                    .set(towns.column(name), "newer")
                    .where(towns.column(id).eq(77)));
            LightweightTable t = towns.as("t");
            assertThat(connection
                            .execute(select(t.column(name)).where(t.column(id).eq(77)))
                            .one())
                    .isEqualTo("newer");
            connection.execute(delete(towns).where(towns.column(id).eq(77)));
            assertThat(connection
                            .execute(select(t.column(name)).where(t.column(id).eq(77)))
                            .first())
                    .isEmpty();
        }
    }

    @DatabaseTest
    @SuppressWarnings("unchecked") // in(…) of expressions has an array of a generic type
    void writesValuesIntoTheText(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Field<String> word = field("word", SqlTypes.varchar(20));
            ValuesTable one = values("one", word).row("x");
            for (String text : List.of("it's", "back\\slash", "\\' OR 1 = 1 --", "\"quoted\"", "\u00e9\ud83d\ude00")) {
                assertThat(connection
                                .execute(select(
                                        inline(text), select(one.column(word)).asScalar()))
                                .all())
                        .containsExactly(new Row2<>(text, "x"));
            }
            assertThat(connection
                            .execute(select(TOWNS.id)
                                    .where(TOWNS.id.in(inline(1), inline(2)))
                                    .where(TOWNS.id.minus(inline(-5)).gt(6))
                                    .orderBy(TOWNS.id))
                            .all())
                    .containsExactly(2);
        }
    }

    @DatabaseTest
    void selectsFromText(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            DerivedTable some = text("SELECT id, name FROM towns WHERE id > :least")
                    .returning(row(TOWNS.id, TOWNS.name).as(Row2::new))
                    .bind("least", 1)
                    .asTable("some_towns");
            assertThat(connection
                            .execute(select(count())
                                    .from(TOWNS)
                                    .join(some, some.column(TOWNS.id).eq(TOWNS.id)))
                            .one())
                    .isEqualTo(connection
                            .execute(select(count()).from(TOWNS).where(TOWNS.id.gt(1)))
                            .one());
        }
    }

    @DatabaseTest
    void limitsACorrelatedSubquery(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Towns other = TOWNS.as("other");
            assertThat(connection
                            .execute(select(
                                            TOWNS.id,
                                            select(other.id)
                                                    .where(other.country.eq(TOWNS.country))
                                                    .orderBy(other.id)
                                                    .limit(1)
                                                    .asScalar())
                                    .orderBy(TOWNS.id))
                            .all())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.v2()).isLessThanOrEqualTo(row.v1()));
        }
    }

    @DatabaseTest
    void groupsByALabel(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Expression<String> where = TOWNS.country.concat(TOWNS.country).as("place");
            assertThat(connection
                            .execute(select(where, count())
                                    .from(TOWNS)
                                    .groupBy(where)
                                    .orderBy(where))
                            .all())
                    .hasSameSizeAs(
                            connection.execute(select(TOWNS.country).distinct()).all());
        }
    }

    private static Connection fill(DatabaseFixture database) {
        MetaData.of(TOWNS, VISITS).createAll(database.engine());
        Connection connection = database.engine().connect();
        add(connection, 1, "PK", "Lahore", 13);
        add(connection, 2, "PK", "Karachi", 20);
        add(connection, 3, "PK", "Quetta", 13);
        add(connection, 4, "IS", "Reykjavik", 1);
        add(connection, 5, "IS", "Akureyri", 1);
        connection.execute(insert(VISITS).set(VISITS.id, 1).set(VISITS.townId, 2));
        return connection;
    }

    private static void add(Connection connection, int id, String country, String name, int people) {
        connection.execute(insert(TOWNS)
                .set(TOWNS.id, id)
                .set(TOWNS.country, country)
                .set(TOWNS.name, name)
                .set(TOWNS.people, people));
    }

    /** The rows, or none and a refusal where the database lacks the feature. */
    private static <R> List<R> rows(
            DatabaseFixture database, Connection connection, Feature feature, Select<R> select) {
        if (database.supports(feature)) {
            return connection.execute(select).all();
        }
        assertThatThrownBy(() -> connection.execute(select))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(feature.description());
        return List.of();
    }

    @DatabaseTest
    void keepsTheFirstOfEquals(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            List<String> names = rows(
                    database,
                    connection,
                    Feature.DISTINCT_ON,
                    select(row(TOWNS.country, TOWNS.people, TOWNS.name).as(Town::new))
                            .distinctOn(TOWNS.country)
                            .orderBy(TOWNS.country, TOWNS.people.desc(), TOWNS.name)
                            .map(Town::name));
            if (database.supports(Feature.DISTINCT_ON)) {
                assertThat(names).containsExactly("Akureyri", "Karachi");
            }
        }
    }

    @DatabaseTest
    void filtersByWindowFunctions(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            List<String> names = rows(
                    database,
                    connection,
                    Feature.QUALIFY,
                    select(TOWNS.name)
                            .qualify(rowNumber()
                                    .over(partitionBy(TOWNS.country).orderBy(TOWNS.id))
                                    .eq(1L))
                            .orderBy(TOWNS.id));
            if (database.supports(Feature.QUALIFY)) {
                assertThat(names).containsExactly("Lahore", "Reykjavik");
            }
        }
    }

    @DatabaseTest
    void groupsBySeveralSets(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Select<Row3<String, Integer, Long>> base =
                    select(TOWNS.country, TOWNS.people, count()).from(TOWNS);
            int rollup = rows(database, connection, Feature.ROLLUP, base.groupBy(rollup(TOWNS.country, TOWNS.people)))
                    .size();
            int cube = rows(database, connection, Feature.CUBE, base.groupBy(cube(TOWNS.country, TOWNS.people)))
                    .size();
            List<Row3<String, Integer, Long>> sets = rows(
                    database,
                    connection,
                    Feature.GROUPING_SETS,
                    base.groupBy(groupingSets(List.of(TOWNS.country, TOWNS.people), List.of())));
            assertThat(rollup).isEqualTo(database.supports(Feature.ROLLUP) ? 6 : 0);
            assertThat(cube).isEqualTo(database.supports(Feature.CUBE) ? 9 : 0);
            assertThat(sets).hasSize(database.supports(Feature.GROUPING_SETS) ? 4 : 0);
        }
    }

    @DatabaseTest
    void limitsWithTiesAndPercent(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Select<Integer> fewest = select(TOWNS.id).orderBy(TOWNS.people);
            int ties = rows(
                            database,
                            connection,
                            Feature.WITH_TIES,
                            fewest.limit(1).withTies())
                    .size();
            int percent = rows(database, connection, Feature.FETCH_PERCENT, fewest.limitPercent(40))
                    .size();
            assertThat(ties).isEqualTo(database.supports(Feature.WITH_TIES) ? 2 : 0);
            assertThat(percent).isEqualTo(database.supports(Feature.FETCH_PERCENT) ? 2 : 0);
        }
    }

    @DatabaseTest
    void readsGivenValues(DatabaseFixture database) {
        Field<Integer> id = field("id", SqlTypes.INTEGER);
        Field<String> label = field("label", SqlTypes.varchar(20));
        Field<LocalDate> day = field("day_", SqlTypes.DATE);
        Field<BigDecimal> price = field("price", SqlTypes.decimal(8, 2));
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        ValuesTable v = values("v", id, label, day, price)
                .row(2, "two", christmas, new BigDecimal("2.75"))
                .row(4, null, null, null);
        try (Connection connection = fill(database)) {
            List<Row3<String, String, LocalDate>> joined = connection
                    .execute(select(TOWNS.name, v.column(label), v.column(day))
                            .from(TOWNS)
                            .join(v, v.column(id).eq(TOWNS.id))
                            .orderBy(TOWNS.id))
                    .all();
            assertThat(joined).hasSize(2);
            assertThat(joined.get(0).v2()).isEqualTo("two");
            assertThat(joined.get(0).v3()).isEqualTo(christmas);
            assertThat(joined.get(1).v2()).isNull();
            CommonTableExpression named = with("w", v.select());
            assertThat(connection
                            .execute(select(named.column(v.column(price))).orderBy(named.column(v.column(id))))
                            .all())
                    .containsExactly(new BigDecimal("2.75"), null);
        }
    }

    @DatabaseTest
    void joinsLaterally(DatabaseFixture database) {
        Towns inner = TOWNS.as("i");
        DerivedTable most = select(max(inner.people).as("most"))
                .from(inner)
                .where(inner.country.eq(TOWNS.country).and(inner.id.ne(TOWNS.id)))
                .asLateral("m");
        try (Connection connection = fill(database)) {
            List<Integer> found = rows(
                    database,
                    connection,
                    Feature.LATERAL,
                    select(most.column("most", SqlTypes.INTEGER))
                            .from(TOWNS)
                            .leftJoin(most)
                            .orderBy(TOWNS.id));
            if (database.supports(Feature.LATERAL)) {
                assertThat(found).containsExactly(20, 13, 20, 1, 1);
            }
        }
    }

    @DatabaseTest
    void samplesRows(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            int all = rows(
                            database,
                            connection,
                            Feature.TABLESAMPLE,
                            select(TOWNS.id).from(sample(TOWNS, TableSample.Method.BERNOULLI, 100)))
                    .size();
            assertThat(all).isEqualTo(database.supports(Feature.TABLESAMPLE) ? 5 : 0);
        }
    }

    @DatabaseTest
    void outerJoinsANestedJoin(DatabaseFixture database) {
        Towns visited = TOWNS.as("v");
        try (Connection connection = fill(database)) {
            assertThat(connection
                            .execute(select(TOWNS.name, visited.name)
                                    .from(TOWNS)
                                    .leftJoin(
                                            nested(visited, VISITS, VISITS.townId.eq(visited.id)),
                                            visited.id.eq(TOWNS.id))
                                    .where(TOWNS.country.eq("PK"))
                                    .orderBy(TOWNS.id))
                            .all()
                            .stream()
                            .map(Row2::v2))
                    .containsExactly(null, "Karachi", null);
        }
    }

    /** Pages by key meet every row once, whatever the size of a page. */
    @DatabaseTest
    void pagesByKey(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            for (int size = 1; size <= 6; size++) {
                List<Integer> met = new ArrayList<>();
                Select<Row2<Integer, Integer>> first = select(TOWNS.people, TOWNS.id)
                        .orderBy(TOWNS.people.desc(), TOWNS.id)
                        .limit(size);
                List<Row2<Integer, Integer>> page = connection.execute(first).all();
                while (!page.isEmpty()) {
                    page.forEach(row -> met.add(row.v2()));
                    Row2<Integer, Integer> last = page.get(page.size() - 1);
                    page = connection
                            .execute(first.seekAfter(last.v1(), last.v2()))
                            .all();
                }
                assertThat(met).as("pages of " + size).containsExactly(2, 1, 3, 4, 5);
            }
        }
    }

    @DatabaseTest
    void locksRowsWhereTheDatabaseCan(DatabaseFixture database) {
        try (Connection connection = fill(database)) {
            Select<Integer> ids = select(TOWNS.id).orderBy(TOWNS.id);
            boolean omitted = database.engine().dialect().traits().locking() == LockingStyle.OMITTED;
            for (Locking lock : List.of(
                    Locking.forUpdate().noWait(),
                    Locking.forUpdate().waitFor(1),
                    Locking.forUpdate().of(TOWNS),
                    Locking.forShare(),
                    Locking.forNoKeyUpdate().skipLocked(),
                    Locking.forKeyShare())) {
                boolean strength = omitted || (database.supports(Feature.ROW_LOCKS) && hasStrength(database, lock));
                boolean has = strength && hasVariant(database, lock);
                if (has) {
                    assertThat(connection.execute(ids.lock(lock)).all()).hasSize(5);
                } else {
                    assertThatThrownBy(() -> connection.execute(ids.lock(lock)))
                            .isInstanceOf(UnsupportedFeatureException.class);
                }
            }
        }
    }

    private static boolean hasStrength(DatabaseFixture database, Locking lock) {
        return switch (lock.strength()) {
            case UPDATE -> true;
            case SHARE -> database.supports(Feature.LOCK_SHARE);
            case NO_KEY_UPDATE, KEY_SHARE -> database.supports(Feature.LOCK_KEY);
        };
    }

    private static boolean hasVariant(DatabaseFixture database, Locking lock) {
        boolean wait = switch (lock.onLocked()) {
            case WAIT -> lock.seconds() == 0 || database.supports(Feature.LOCK_WAIT);
            case NOWAIT -> database.supports(Feature.LOCK_NOWAIT);
            case SKIP_LOCKED -> database.supports(Feature.LOCK_SKIP_LOCKED);
        };
        return wait && (lock.of().isEmpty() || database.supports(Feature.LOCK_OF));
    }

    @DatabaseTest(requires = Feature.TYPED_TABLE_FUNCTIONS)
    void readsRowsOfAFunctionWhoseColumnsTheStatementTypes(DatabaseFixture database) {
        Field<Integer> a = field("a", SqlTypes.INTEGER);
        Field<String> b = field("b", SqlTypes.TEXT);
        String document = "[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2}]";
        TableFunction records = function("jsonb_to_recordset", SqlTypes.OTHER, value(document, SqlTypes.JSON))
                .asTable("t", a, b)
                .withColumnTypes();
        TableFunction numbered = records.withOrdinality("i");
        try (Connection connection = fill(database)) {
            assertThat(connection
                            .execute(select(records.column(a), records.column(b))
                                    .orderBy(records.column(a).desc()))
                            .all())
                    .containsExactly(new Row2<>(2, null), new Row2<>(1, "x"));
            assertThat(connection
                            .execute(select(numbered.column(a), numbered.ordinalityColumn()))
                            .all())
                    .containsExactlyInAnyOrder(new Row2<>(1, 1L), new Row2<>(2, 2L));
        }
    }

    @DatabaseTest
    void numbersTheRowsOfAFunction(DatabaseFixture database) {
        Field<Integer> n = field("n", SqlTypes.INTEGER);
        TableFunction series = function("generate_series", SqlTypes.INTEGER, value(3), value(5))
                .asTable("g", n)
                .withOrdinality("i");
        try (Connection connection = fill(database)) {
            Select<Row2<Integer, Long>> select = select(series.column(n), series.ordinalityColumn());
            if (!database.supports(Feature.WITH_ORDINALITY)) {
                assertThatThrownBy(() -> connection.execute(select)).isInstanceOf(UnsupportedFeatureException.class);
            } else if (database.name().startsWith("postgresql")) {
                assertThat(connection.execute(select).all())
                        .extracting(Row2::v2)
                        .containsExactly(1L, 2L, 3L);
            }
        }
    }
}
