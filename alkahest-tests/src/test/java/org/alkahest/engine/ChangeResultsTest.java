package org.alkahest.engine;

import static org.alkahest.engine.Shop.CUSTOMERS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.table;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Description;
import org.alkahest.sql.Insert;
import org.alkahest.sql.LightweightTable;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Row2;
import org.alkahest.sql.Row3;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What a change tells: how many rows, which keys, what the database filled in. */
final class ChangeResultsTest {
    private static final Notes NOTES = new Notes();

    private static final class Notes extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> topic = column("topic", SqlTypes.varchar(20));
        final Column<String> state =
                column("state", SqlTypes.varchar(20), ColumnOptions.notNull().withDefault("draft"));
        final Column<Integer> votes =
                column("votes", SqlTypes.INTEGER, ColumnOptions.notNull().withDefault(3));

        Notes() {
            super("notes");
        }
    }

    private static Connection open(DatabaseFixture database) {
        MetaData.of(NOTES).createAll(database.engine());
        return database.engine().connect();
    }

    private static final class Codes extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> code =
                column("code", SqlTypes.varchar(20), ColumnOptions.notNull().unique());
        final Column<String> name = column("name", SqlTypes.varchar(20));

        Codes() {
            super("codes");
        }
    }

    /** The last number that the database gave belongs to another row where nothing was inserted, or more than one. */
    @DatabaseTest
    void keysOfUpsertsAndQueriesAreThoseOfTheirRows(DatabaseFixture database) {
        Codes codes = new Codes();
        MetaData.of(NOTES, codes).createAll(database.engine());
        try (Connection connection = database.engine().connect()) {
            int first = connection
                    .executeInsert(insert(codes).set(codes.code, "x"), codes.id)
                    .get(0);
            connection.executeInsert(insert(codes).set(codes.code, "y"), codes.id);
            connection.execute(insert(NOTES).set(NOTES.id, 4711).set(NOTES.topic, "a"));
            Insert upsert = insert(codes)
                    .set(codes.code, "x")
                    .set(codes.name, "new")
                    .onConflict(codes.code)
                    .doUpdateAll();
            LightweightTable light = table("codes", field("code", SqlTypes.varchar(20)));
            ColumnRef<String> code = light.column("code", SqlTypes.varchar(20));
            if (database.supports(Feature.INSERT_RETURNING)) {
                assertThat(connection.executeInsert(insert(light).set(code, "z"), code))
                        .containsExactly("z");
                connection.execute(delete(light).where(code.eq("z")));
            }
            Insert copy = insert(codes)
                    .from(select(codes.code.concat("2")).from(codes).orderBy(codes.id), codes.code);
            if (database.supports(Feature.INSERT_RETURNING)) {
                assertThat(connection.executeInsert(upsert, codes.id)).containsExactly(first);
                assertThat(connection.executeInsert(copy, codes.id)).hasSize(2);
            } else {
                assertThatThrownBy(() -> connection.executeInsert(upsert, codes.id))
                        .hasMessageContaining("ALK-1210");
                assertThatThrownBy(() -> connection.executeInsert(copy, codes.id))
                        .hasMessageContaining("ALK-1210");
            }
        }
    }

    @DatabaseTest
    void rowsThatMatchAreCountedEvenIfTheirValuesStay(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            Insert three = insert(NOTES)
                    .set(NOTES.topic, "a")
                    .nextRow()
                    .set(NOTES.topic, "a")
                    .nextRow()
                    .set(NOTES.topic, "b");
            assertThat(connection.execute(three).rowCount()).isEqualTo(3);
            assertThat(connection
                            .execute(insert(NOTES).from(select(NOTES.topic).where(NOTES.topic.eq("a")), NOTES.topic))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(connection
                            .execute(update(NOTES).set(NOTES.topic, "a").where(NOTES.topic.eq("a")))
                            .rowCount())
                    .isEqualTo(4);
            assertThat(connection
                            .execute(update(NOTES).set(NOTES.votes, 9).where(NOTES.topic.eq("none")))
                            .rowCount())
                    .isZero();
            assertThat(connection
                            .execute(delete(NOTES).where(NOTES.topic.eq("a")))
                            .rowCount())
                    .isEqualTo(4);
            assertThat(connection.execute(delete(NOTES)).rowCount()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aBatchTellsTheRowsOfEach(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            connection.execute(insert(NOTES).set(NOTES.topic, "a").nextRow().set(NOTES.topic, "a"));
            long[] counts = connection.executeBatch(
                    delete(NOTES).where(NOTES.topic.eq(param("topic", SqlTypes.varchar(20)))),
                    List.of(Map.of("topic", "none"), Map.of("topic", "a"), Map.of("topic", "a")));
            assertThat(counts).containsExactly(0, 2, 0);
        }
    }

    @DatabaseTest
    void theKeysOfABatchComeBackInTheOrderOfItsParameters(DatabaseFixture database) {
        Insert insert = insert(NOTES).setTo(NOTES.topic, param("topic", SqlTypes.varchar(20)));
        try (Connection connection = open(database)) {
            List<Integer> keys = connection.executeInsert(
                    insert, List.of(Map.of("topic", "x"), Map.of("topic", "y"), Map.of("topic", "z")), NOTES.id);
            assertThat(keys).containsExactly(1, 2, 3);
            assertThat(connection
                            .execute(select(NOTES.topic).where(NOTES.id.eq(keys.get(1))))
                            .one())
                    .isEqualTo("y");
            assertThat(connection.executeInsert(insert, List.of(), NOTES.id)).isEmpty();
        }
    }

    @DatabaseTest
    void theKeysOfSeveralRowsInOneStatementComeBack(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            Insert two = insert(NOTES).set(NOTES.topic, "x").nextRow().set(NOTES.topic, "y");
            assertThat(connection.executeInsert(two, NOTES.id)).containsExactlyInAnyOrder(1, 2);
        }
    }

    /** By RETURNING, and on MySQL by selecting the row afterwards. */
    @DatabaseTest
    void whatTheDatabaseFilledInComesBack(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            Insert draft = insert(NOTES).set(NOTES.topic, "x");
            assertThat(connection.executeInsert(
                            draft, row(NOTES.id, NOTES.state, NOTES.votes).as(Row3::new)))
                    .containsExactly(new Row3<>(1, "draft", 3));
            assertThat(connection.executeInsert(draft, NOTES.votes)).containsExactly(3);
            if (database.supports(Feature.INSERT_RETURNING)) {
                assertThat(connection.execute(draft.returning(NOTES.state)).one())
                        .isEqualTo("draft");
            }
            Insert named = insert(NOTES).setTo(NOTES.topic, param("topic", SqlTypes.varchar(20)));
            assertThat(connection.executeInsert(
                            named,
                            List.of(Map.of("topic", "y"), Map.of("topic", "z")),
                            row(NOTES.topic, NOTES.votes).as((topic, votes) -> topic + votes)))
                    .containsExactly("y3", "z3");
        }
    }

    private static final class Places extends Table {
        final Column<Integer> shelf = column("shelf", SqlTypes.INTEGER, ColumnOptions.primaryKey());
        final Column<String> box = column("box", SqlTypes.varchar(20), ColumnOptions.primaryKey());
        final Column<Integer> weight =
                column("weight", SqlTypes.INTEGER, ColumnOptions.notNull().withDefault(5));

        Places() {
            super("places");
        }
    }

    @DatabaseTest
    void defaultsComeBackBesideKeysThatWereGiven(DatabaseFixture database) {
        Places places = new Places();
        MetaData.of(places).createAll(database.engine());
        Selectable<Row2<String, Integer>> filled =
                row(places.box, places.weight).as(Row2::new);
        Insert named = insert(places).set(places.shelf, 1).setTo(places.box, param("box", SqlTypes.varchar(20)));
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.executeInsert(
                            insert(places)
                                    .set(places.shelf, 1)
                                    .set(places.box, "a")
                                    .nextRow()
                                    .set(places.shelf, 2)
                                    .set(places.box, "a"),
                            filled))
                    .containsExactly(new Row2<>("a", 5), new Row2<>("a", 5));
            assertThat(connection.executeInsert(named, List.of(Map.of("box", "c"), Map.of("box", "b")), filled))
                    .containsExactly(new Row2<>("c", 5), new Row2<>("b", 5));
        }
    }

    private record Ignore(Position position) implements SyntaxExtension {
        @Override
        public void describe(Description description) {
            description.add(Ignore.class);
        }

        @Override
        public void render(RenderContext context) {
            context.sql("IGNORE");
        }
    }

    /** The driver would give the number of the row for whatever is asked. */
    @DatabaseTest("mysql")
    void rowsWhoseKeyMysqlDoesNotTellAreRefused(DatabaseFixture database) {
        Places places = new Places();
        MetaData.of(places).createAll(database.engine());
        try (Connection connection = open(database)) {
            LightweightTable light = table("notes", field("topic", SqlTypes.varchar(20)));
            ColumnRef<String> topic = light.column("topic", SqlTypes.varchar(20));
            Insert copy = insert(NOTES).from(select(NOTES.topic), NOTES.topic);
            Insert upsert = insert(NOTES).set(NOTES.id, 1).onConflict(NOTES.id).doNothing();
            Insert computed = insert(NOTES).setTo(NOTES.id, NOTES.id.plus(1));
            for (Insert insert : List.of(
                    insert(NOTES)
                            .with(new Ignore(SyntaxExtension.Position.POST_SELECT))
                            .set(NOTES.id, 1),
                    copy,
                    upsert,
                    computed)) {
                assertThatThrownBy(() -> connection.executeInsert(insert, NOTES.votes))
                        .hasMessageContainingAll("does not number", "primary key", "ALK-1210");
            }
            assertThatThrownBy(() -> connection.executeInsert(
                            insert(light).set(topic, "x"), row(topic, topic).as(Row2::new)))
                    .hasMessageContaining("ALK-1210");
            Insert named = insert(places).set(places.shelf, 1).setTo(places.box, param("box", SqlTypes.varchar(20)));
            assertThatThrownBy(() -> connection.executeInsert(
                            named, List.of(Collections.singletonMap("box", null)), places.weight))
                    .hasMessageContainingAll("'box'", "ALK-1038");
            assertThat(connection.execute(select(count()).from(NOTES)).one()).isZero();
        }
    }

    @DatabaseTest
    void aColumnThatIsNoneIsRefused(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            Insert draft = insert(NOTES).set(NOTES.topic, "x");
            assertThatThrownBy(() -> connection.executeInsert(draft, CUSTOMERS.id.plus(1)))
                    .hasMessageContaining("ALK-1019");
        }
    }
}
