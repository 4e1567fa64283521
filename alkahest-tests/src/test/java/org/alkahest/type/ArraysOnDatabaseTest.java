package org.alkahest.type;

import static org.alkahest.sql.Sql.all;
import static org.alkahest.sql.Sql.any;
import static org.alkahest.sql.Sql.array;
import static org.alkahest.sql.Sql.arrayAgg;
import static org.alkahest.sql.Sql.elements;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.nullOf;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.unnest;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Elements;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Field;
import org.alkahest.sql.Select;
import org.alkahest.sql.TableFunction;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.jspecify.annotations.Nullable;

/** Operators of arrays give the same everywhere where they exist. */
final class ArraysOnDatabaseTest {
    private static final Posts POSTS = new Posts();
    private static final Elements<String> TAGS = elements(POSTS.tags);
    private static final SqlType<List<Integer>> NUMBERS = SqlTypes.array(SqlTypes.INTEGER);

    /** 1 has two tags, 2 has none, 3 has null for tags, 4 has a NULL among its tags. */
    private static Engine posts(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(POSTS).createAll(engine);
        engine.begin(connection -> {
            List<@Nullable List<String>> all =
                    Arrays.asList(List.of("java", "sql"), List.of(), null, Arrays.asList("b\\\"{,", null, "b\\\"{,"));
            for (int i = 0; i < all.size(); i++) {
                connection.execute(insert(POSTS)
                        .set(POSTS.id, i + 1)
                        .set(POSTS.title, i == 0 ? "sql" : "none")
                        .setNullable(POSTS.tags, all.get(i)));
            }
        });
        return engine;
    }

    private static List<Integer> ids(Engine engine, Expression<Boolean> condition) {
        return read(engine, select(POSTS.id).where(condition).orderBy(POSTS.id));
    }

    private static <T> List<T> each(Engine engine, Expression<T> expression) {
        return read(engine, select(expression).from(POSTS).orderBy(POSTS.id));
    }

    private static <T> List<T> read(Engine engine, Select<T> select) {
        return engine.transaction(connection -> connection.execute(select).all());
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void takesElementsAndSlices(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(each(engine, TAGS.at(2))).containsExactly("sql", null, null, null);
        assertThat(each(engine, TAGS.at(3))).containsExactly(null, null, null, "b\\\"{,");
        assertThat(each(engine, TAGS.at(POSTS.id))).containsExactly("java", null, null, null);
        assertThat(each(engine, TAGS.at(POSTS.id.minus(2)))).containsExactly(null, null, null, null);
        assertThat(each(engine, TAGS.slice(2, 9)))
                .containsExactly(List.of("sql"), List.of(), null, Arrays.asList(null, "b\\\"{,"));
        assertThat(each(engine, TAGS.slice(7, 9))).containsExactly(List.of(), List.of(), null, List.of());
        assertThat(each(engine, elements(TAGS.slice(1, 1)).cardinality())).containsExactly(1, 0, null, 1);
        assertThat(each(engine, TAGS.cardinality())).containsExactly(2, 0, null, 3);
    }

    @DatabaseTest(requires = {Feature.ARRAYS, Feature.ARRAY_POSITION})
    void findsPositions(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(each(engine, TAGS.position("sql"))).containsExactly(2, null, null, null);
        assertThat(each(engine, TAGS.position(POSTS.title))).containsExactly(2, null, null, null);
        assertThat(each(engine, TAGS.position("b\\\"{,"))).containsExactly(null, null, null, 1);
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void testsForElements(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(ids(engine, TAGS.contains("sql"))).containsExactly(1);
        assertThat(ids(engine, TAGS.contains("b\\\"{,"))).containsExactly(4);
        assertThat(ids(engine, TAGS.contains(POSTS.title))).containsExactly(1);
        // A NULL among the elements leaves the answer known.
        assertThat(ids(engine, TAGS.contains("sql").not())).containsExactly(2, 4);
    }

    @DatabaseTest(requires = {Feature.ARRAYS, Feature.ARRAY_CONTAINMENT})
    void comparesArraysAsSets(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(ids(engine, TAGS.containsAll(List.of("sql", "java", "sql")))).containsExactly(1);
        assertThat(ids(engine, TAGS.containsAll(List.of()))).containsExactly(1, 2, 4);
        assertThat(ids(engine, TAGS.containedBy(List.of("sql", "java", "c")))).containsExactly(1, 2);
        assertThat(ids(engine, TAGS.overlaps(List.of("x", "b\\\"{,")))).containsExactly(4);
        assertThat(ids(engine, TAGS.overlaps(array(POSTS.title, POSTS.title)))).containsExactly(1);
        assertThat(ids(engine, TAGS.overlaps(POSTS.tags))).containsExactly(1, 4);
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void joinsArrays(DatabaseFixture database) {
        Engine engine = posts(database);
        boolean nullIsEmpty = database.dialect().equals("postgresql");
        assertThat(each(engine, TAGS.append("x")).subList(0, 3))
                .containsExactly(List.of("java", "sql", "x"), List.of("x"), nullIsEmpty ? List.of("x") : null);
        assertThat(each(engine, TAGS.prepend(POSTS.title)).get(0)).containsExactly("sql", "java", "sql");
        assertThat(each(engine, TAGS.append(nullOf(SqlTypes.varchar(20)))).get(1))
                .containsExactly((String) null);
        engine.begin(connection -> connection.execute(update(POSTS)
                .setTo(POSTS.tags, elements(TAGS.concat(List.of("a", "b"))).concat(POSTS.tags))
                .where(POSTS.id.eq(1))));
        assertThat(each(engine, POSTS.tags).get(0)).containsExactly("java", "sql", "a", "b", "java", "sql");
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void makesArraysOfExpressions(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(each(engine, array(POSTS.id, value(7), nullOf(SqlTypes.INTEGER)))
                        .get(3))
                .containsExactly(4, 7, null);
        assertThat(each(engine, array(value("a"), POSTS.title)).get(0)).containsExactly("a", "sql");
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void comparesWithAnyAndAllElements(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(ids(engine, POSTS.id.eq(any(value(List.of(4, 2, 9), NUMBERS)))))
                .containsExactly(2, 4);
        assertThat(ids(engine, POSTS.id.gt(all(value(List.of(1, 2), NUMBERS))))).containsExactly(3, 4);
        assertThat(ids(engine, POSTS.id.eq(any(value(List.of(), NUMBERS))))).isEmpty();
        assertThat(ids(engine, POSTS.title.eq(any(POSTS.tags)))).containsExactly(1);
        // Unknown because of the NULL among the tags of 4.
        assertThat(ids(engine, POSTS.title.ne(all(POSTS.tags)))).containsExactly(2);
        List<Integer> found = engine.transaction(connection -> connection
                .execute(
                        select(POSTS.id)
                                .where(POSTS.id.lt(any(param("ids", NUMBERS))))
                                .orderBy(POSTS.id),
                        Map.of("ids", List.of(1, 3)))
                .all());
        assertThat(found).containsExactly(1, 2);
    }

    @DatabaseTest(requires = {Feature.ARRAYS, Feature.AGGREGATE_ORDER_BY, Feature.AGGREGATE_FILTER})
    void aggregatesRows(DatabaseFixture database) {
        Engine engine = posts(database);
        assertThat(read(
                        engine,
                        select(arrayAgg(POSTS.id)
                                        .aggregateOrderBy(POSTS.id.desc())
                                        .filterWhere(POSTS.id.gt(2)))
                                .from(POSTS)))
                .containsExactly(List.of(4, 3));
        assertThat(read(
                        engine,
                        select(POSTS.title, arrayAgg(POSTS.id).aggregateOrderBy(POSTS.id))
                                .from(POSTS)
                                .groupBy(POSTS.title)
                                .orderBy(POSTS.title)))
                .extracting(found -> found.v2())
                .containsExactly(List.of(2, 3, 4), List.of(1));
        assertThat(read(engine, select(arrayAgg(POSTS.id)).from(POSTS).where(POSTS.id.gt(9))))
                .containsExactly((List<Integer>) null);
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void makesRowsOfElements(DatabaseFixture database) {
        Field<Integer> number = field("number", SqlTypes.INTEGER);
        TableFunction rows =
                unnest("u", number, value(Arrays.asList(5, null, 3), NUMBERS)).withOrdinality("n");
        assertThat(read(
                        database.engine(),
                        select(row(rows.column(number), rows.ordinalityColumn()).as(Numbered::new))
                                .orderBy(rows.ordinalityColumn())))
                .containsExactly(new Numbered(5, 1L), new Numbered(null, 2L), new Numbered(3, 3L));
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void makesRowsOfTheElementsOfColumns(DatabaseFixture database) {
        Engine engine = posts(database);
        Field<String> tag = field("tag", SqlTypes.TEXT);
        TableFunction rows = unnest("u", tag, POSTS.tags).withOrdinality("n");
        Select<String> tags =
                select(rows.column(tag)).from(POSTS).join(rows).orderBy(POSTS.id, rows.ordinalityColumn());
        if (database.dialect().equals("h2")) {
            assertThatThrownBy(() -> read(engine, tags)).isInstanceOf(UnsupportedFeatureException.class);
        } else {
            assertThat(read(engine, tags)).containsExactly("java", "sql", "b\\\"{,", null, "b\\\"{,");
        }
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void makesRowsOfSeveralArraysSideBySide(DatabaseFixture database) {
        Field<Integer> number = field("number", SqlTypes.INTEGER);
        Field<String> word = field("word", SqlTypes.TEXT);
        TableFunction rows = unnest(
                "u", word, value(List.of("a"), SqlTypes.array(SqlTypes.TEXT)), number, value(List.of(1, 2), NUMBERS));
        Select<String> words =
                select(rows.column(word)).where(rows.column(number).eq(2));
        if (database.dialect().equals("duckdb")) {
            assertThatThrownBy(() -> read(database.engine(), words)).isInstanceOf(UnsupportedFeatureException.class);
        } else {
            assertThat(read(database.engine(), words)).containsExactly((String) null);
        }
    }

    private record Numbered(@Nullable Integer number, long position) {}

    private static final class Posts extends Table {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> title = column("title", SqlTypes.varchar(20));
        final Column<List<String>> tags = column("tags", SqlTypes.array(SqlTypes.varchar(20)));

        Posts() {
            super("posts");
        }
    }
}
