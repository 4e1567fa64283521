package org.alkahest.engine;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.engine.InsertMethod.Form;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.InsertOption;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Statements of several rows that give each row's generated columns back. */
final class InsertPagesTest {
    private static final Notes NOTES = new Notes("notes", false);
    private static final Notes SINGLE = new Notes("single_notes", true);
    private static final Tags TAGS = new Tags();

    private static final class Notes extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> topic = column("topic", SqlTypes.varchar(20));
        final Column<Integer> votes =
                column("votes", SqlTypes.INTEGER, ColumnOptions.notNull().withDefault(3));

        Notes(String name, boolean single) {
            super(name);
            if (single) {
                option(InsertOption.ROW_BY_ROW);
            }
        }

        Insert insertTopic() {
            return insert(this).setTo(topic, param("topic", topic.type()));
        }
    }

    private static final class Tags extends Table {
        final Column<UUID> id = column("id", SqlTypes.UUID, ColumnOptions.primaryKey());
        final Column<String> name =
                column("name", SqlTypes.varchar(20), ColumnOptions.notNull().unique());
        final Column<Integer> uses =
                column("uses", SqlTypes.INTEGER, ColumnOptions.notNull().withDefault(1));

        Tags() {
            super("tags");
        }

        Insert insertNamed() {
            return insert(this).setTo(id, param("id", id.type())).setTo(name, param("name", name.type()));
        }
    }

    private static List<Map<String, String>> topics(int count) {
        return IntStream.range(0, count).mapToObj(i -> Map.of("topic", "t" + i)).toList();
    }

    private static List<Map<String, Object>> tags(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of("id", new UUID(7, (i * 7919L) % 1000), "name", "tag " + i));
        }
        return rows;
    }

    private static Connection open(DatabaseFixture database) {
        MetaData.of(NOTES, SINGLE, TAGS).createAll(database.engine());
        Connection connection = database.engine().connect();
        connection.commit();
        database.recorder().clear();
        return connection;
    }

    private static List<String> sent(DatabaseFixture database) {
        return database.recorder().statements().stream().map(each -> each.sql()).toList();
    }

    @DatabaseTest
    void namesOfRowsThatGoOneByOneAreCheckedToo(DatabaseFixture database) {
        List<Map<String, String>> rows = List.of(Map.of("topic", "a"), Map.of("topc", "b"));
        try (Connection connection = open(database)) {
            assertThatThrownBy(() -> connection.executeInsert(SINGLE.insertTopic(), rows, SINGLE.id))
                    .hasMessageContaining("ALK-1016");
        }
    }

    @DatabaseTest
    void rowsGoInPagesOfFewSizesWhereTheDatabaseTellsThemApart(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            List<Integer> keys = connection.executeInsert(NOTES.insertTopic(), topics(300 + 7), NOTES.id);

            List<String> sent = sent(database);
            InsertMethod method = connection.insertMethod(NOTES.insertTopic(), NOTES.id);
            if (method.form() == Form.PAGES) {
                assertThat(sent.stream().map(InsertPagesTest::rowsOf)).startsWith(256L, 32L, 16L);
                int rest = connection.dialect().traits().generatedKeys().name().matches("BATCH|ALL_ROWS") ? 1 : 3;
                assertThat(sent).hasSize(3 + rest);
            } else if (method.form() == Form.BATCH) {
                assertThat(sent).hasSize(1);
            }
            assertThat(topicsOf(connection, keys))
                    .isEqualTo(topics(307).stream().map(row -> row.get("topic")).toList());
        }
    }

    private static long rowsOf(String sql) {
        return sql.chars().filter(c -> c == '?').count();
    }

    private static List<String> topicsOf(Connection connection, List<Integer> keys) {
        Map<Integer, String> stored = new java.util.HashMap<>();
        connection.execute(select(NOTES.id, NOTES.topic).from(NOTES)).forEach(row -> stored.put(row.v1(), row.v2()));
        return keys.stream().map(stored::get).toList();
    }

    @DatabaseTest
    void eachDatabaseUsesItsExactForm(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            List<Integer> keys = connection.executeInsert(NOTES.insertTopic(), topics(4), NOTES.id);

            assertThat(keys).doesNotHaveDuplicates().hasSize(4);
            switch (connection.dialect().traits().rowMatch()) {
                case ASCENDING ->
                    assertThat(sent(database))
                            .containsExactly("INSERT INTO notes (topic) VALUES (?), (?), (?), (?) RETURNING id");
                case COUNTED ->
                    assertThat(sent(database)).containsExactly("INSERT INTO notes (topic) VALUES (?), (?), (?), (?)");
                case EQUAL_VALUES ->
                    assertThat(sent(database))
                            .containsExactly("INSERT INTO notes (topic) VALUES (?), (?), (?), (?) RETURNING id, topic");
                case NUMBERED ->
                    assertThat(sent(database))
                            .containsExactly("MERGE INTO notes USING (VALUES (0, CAST(? AS VARCHAR)),"
                                    + " (1, CAST(? AS VARCHAR)), (2, CAST(? AS VARCHAR)), (3, CAST(? AS VARCHAR)))"
                                    + " AS given (n, c0) ON (0 = 1) WHEN NOT MATCHED THEN INSERT (topic)"
                                    + " VALUES (given.c0) RETURNING given.n, notes.id");
                case NONE -> assertThat(sent(database)).hasSize(1);
            }
        }
    }

    @DatabaseTest
    void valuesOfTheStatementAreInEachRow(DatabaseFixture database) {
        Insert insert = NOTES.insertTopic().set(NOTES.votes, 7);
        try (Connection connection = open(database)) {
            List<Integer> keys = connection.executeInsert(insert, topics(5), NOTES.id);
            List<Integer> more = connection.executeInsert(NOTES.insertTopic().set(NOTES.votes, 8), topics(5), NOTES.id);

            assertThat(connection
                            .execute(select(NOTES.votes).from(NOTES).where(NOTES.id.in(keys)))
                            .all())
                    .containsOnly(7)
                    .hasSize(5);
            assertThat(connection
                            .execute(select(NOTES.votes).from(NOTES).where(NOTES.id.in(more)))
                            .all())
                    .containsOnly(8)
                    .hasSize(5);
        }
    }

    @DatabaseTest
    void defaultsComeBackWithTheRowsThatHaveTheirKeysFromTheProgram(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            List<Tag> made = connection.executeInsert(
                    TAGS.insertNamed(), tags(9), row(TAGS.id, TAGS.uses).as(Tag::new));

            assertThat(made)
                    .extracting(Tag::id)
                    .isEqualTo(tags(9).stream().map(row -> row.get("id")).toList());
            assertThat(made).extracting(Tag::uses).containsOnly(1);
        }
    }

    private record Tag(UUID id, Integer uses) {}

    @DatabaseTest({"sqlite", "postgresql", "duckdb"})
    void upsertsGoInPagesWhereTheirKeyTellsRowsApart(DatabaseFixture database) {
        Insert upsert = TAGS.insertNamed().onConflict(TAGS.name).doUpdate(u -> u.set(TAGS.uses, 5));
        Insert ignoring = TAGS.insertNamed().onConflict(TAGS.name).doNothing();
        try (Connection connection = open(database)) {
            connection.executeInsert(TAGS.insertNamed(), tags(2), TAGS.uses);
            database.recorder().clear();

            assertThat(connection.executeInsert(ignoring, tags(4), TAGS.name)).containsExactly("tag 2", "tag 3");
            if (connection.dialect().traits().rowMatch() != RowMatch.NONE) { // PostgreSQL before 17: a JDBC batch
                assertThat(connection.insertMethod(ignoring, TAGS.name).form()).isEqualTo(Form.PAGES);
                assertThat(connection.insertMethod(upsert, TAGS.uses).reason())
                        .isEqualTo(
                                "a value is an expression that has values inside, or what is done on a conflict has");
            }
            assertThat(connection.executeInsert(upsert, tags(4), TAGS.uses)).containsExactly(5, 5, 5, 5);
        }
    }

    @DatabaseTest({"sqlite", "postgresql", "duckdb"})
    void anUpsertThatMeetsARowTwiceGoesRowByRow(DatabaseFixture database) {
        Insert upsert =
                TAGS.insertNamed().onConflict(TAGS.name).doUpdate(u -> u.setTo(TAGS.uses, TAGS.uses.plus(TAGS.uses)));
        List<Map<String, Object>> twice = new ArrayList<>(tags(4));
        twice.addAll(tags(4));
        try (Connection connection = open(database)) {
            assertThat(connection.executeInsert(upsert, twice, TAGS.uses)).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
            boolean batch = connection.dialect().traits().generatedKeys() == GeneratedKeys.ALL_ROWS;
            assertThat(sent(database)).hasSize(batch ? 1 : 8);
        }
    }

    @DatabaseTest
    void batchingIsSwitchedOffPerTableAndPerEngine(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            List<Integer> keys = connection.executeInsert(SINGLE.insertTopic(), topics(5), SINGLE.id);

            assertThat(keys).doesNotHaveDuplicates().hasSize(5);
            assertThat(sent(database)).allMatch(sql -> rowsOf(sql) == 1);
            assertThat(connection.insertMethod(SINGLE.insertTopic(), SINGLE.id).reason())
                    .isEqualTo("the table has the option ROW_BY_ROW");
        }
        try (Engine engine = database.newEngine(EngineOptions.defaults().withInsertPageSize(1));
                Connection connection = engine.connect()) {
            assertThat(connection.insertMethod(NOTES.insertTopic(), NOTES.id).reason())
                    .isEqualTo("the engine's insertPageSize is 1");
        }
    }

    @DatabaseTest
    void whatIsNoPlainRowGoesRowByRowAndSaysWhy(DatabaseFixture database) {
        Expression<String> lower = Sql.lower(param("topic", SqlTypes.TEXT));
        Insert lowered = insert(NOTES).setTo(NOTES.topic, lower);
        try (Connection connection = open(database)) {
            if (connection.dialect().traits().rowMatch() != RowMatch.NONE) {
                assertThat(connection.insertMethod(lowered, NOTES.id).reason())
                        .isEqualTo(
                                "a value is an expression that has values inside, or what is done on a conflict has");
            }
            assertThat(connection.executeInsert(lowered, topics(5), NOTES.id)).hasSize(5);
        }
    }

    @DatabaseTest
    void namesAreCheckedBeforeAnythingIsSent(DatabaseFixture database) {
        List<Map<String, String>> rows = new ArrayList<>(topics(5));
        rows.set(3, Map.of("topc", "x"));
        try (Connection connection = open(database)) {
            assertThatThrownBy(() -> connection.executeInsert(NOTES.insertTopic(), rows, NOTES.id))
                    .hasMessageContaining("ALK-1016")
                    .hasMessageContaining("topic");
            assertThatThrownBy(() -> connection.executeInsert(
                            NOTES.insertTopic(), List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()), NOTES.id))
                    .hasMessageContaining("ALK-1016");
            assertThat(sent(database)).isEmpty();
        }
    }

    /** SQLite picks numbers at random then: keys in no order are refused, and never given to the wrong rows. */
    @DatabaseTest("sqlite")
    void keysInNoOrderAreRefused(DatabaseFixture database) {
        try (Connection connection = open(database)) {
            Table big = Table.named("big")
                    .column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().generated())
                    .column("topic", SqlTypes.TEXT)
                    .build();
            MetaData.of(big).createAll(connection);
            Column<Long> id = big.column("id", Long.class);
            Column<String> topic = big.column("topic", String.class);
            connection.execute(insert(big).set(id, Long.MAX_VALUE).set(topic, "last"));
            Insert insert = insert(big).setTo(topic, param("topic", SqlTypes.TEXT));

            assertThatThrownBy(() -> connection.executeInsert(insert, topics(64), id))
                    .hasMessageContaining("ALK-1480")
                    .hasMessageContaining("ROW_BY_ROW");
        }
    }

    @DatabaseTest
    void aRewriterMayStillChangeTheStatement(DatabaseFixture database) {
        EngineOptions options = EngineOptions.defaults().withStatementRewriter(statement -> switch (statement) {
            case Returning<?> returning
            when returning.statement() instanceof Insert one ->
                new Returning<>(one.set(NOTES.votes, 9), returning.selection());
            case Insert one when one.table().equals(NOTES) -> one.set(NOTES.votes, 9);
            default -> statement;
        });
        try (Engine engine = database.newEngine(options)) {
            MetaData.of(NOTES).createAll(engine);
            try (Connection connection = engine.connect()) {
                List<Integer> keys = connection.executeInsert(NOTES.insertTopic(), topics(5), NOTES.id);
                assertThat(connection
                                .execute(select(NOTES.votes).from(NOTES).where(NOTES.id.in(keys)))
                                .all())
                        .containsOnly(9)
                        .hasSize(5);
            }
        }
    }

    @DatabaseTest
    void theLogTellsWhichRowsAPageHas(DatabaseFixture database) {
        List<String> notes = new ArrayList<>();
        EngineListener listener = new EngineListener() {
            @Override
            public void afterExecute(ExecutionEvent event) {
                notes.add(event.note());
            }
        };
        try (Connection connection = open(database)) {
            connection.engine().listeners().add(listener);
            connection.executeInsert(NOTES.insertTopic(), topics(9), NOTES.id);
            if (connection.insertMethod(NOTES.insertTopic(), NOTES.id).form() == Form.PAGES) {
                assertThat(notes).startsWith("rows 1 to 8 of 9");
            }
        }
    }
}
