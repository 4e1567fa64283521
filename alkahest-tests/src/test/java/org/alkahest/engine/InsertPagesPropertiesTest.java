package org.alkahest.engine;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.param;
import static org.alkahest.sql.Sql.row;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Insert;
import org.alkahest.testkit.ScratchDatabase;
import org.alkahest.testkit.TestDatabase;
import org.alkahest.testkit.TestDatabases;
import org.alkahest.type.SqlTypes;

/** Whatever rows are inserted, equal ones too, each returned key and default is of the row in its place. */
final class InsertPagesPropertiesTest {
    private static final Things PLAIN = new Things("things");
    private static final Things TRIGGERED = new Things("triggered");
    private static final Map<String, Leg> LEGS = new LinkedHashMap<>();

    private record Leg(ScratchDatabase scratch, Engine engine) {}

    /** What is inserted. */
    record Thing(String name, Integer size) {}

    /** What comes back. */
    private record Made(Integer id, String state) {}

    private static final class Things extends Table {
        final Column<Integer> id =
                column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated());
        final Column<String> name = column("name", SqlTypes.varchar(20));
        final Column<Integer> size = column("size", SqlTypes.INTEGER);
        final Column<String> state =
                column("state", SqlTypes.varchar(20), ColumnOptions.notNull().withDefault("draft"));

        Things(String name) {
            super(name);
        }
    }

    @BeforeContainer
    static void open() {
        for (TestDatabase database : TestDatabases.all()) {
            if (database.unavailable().isEmpty() && !LEGS.containsKey(database.dialect())) {
                ScratchDatabase scratch = database.open();
                Engine engine = Engine.create(
                        scratch.jdbcUrl(), EngineOptions.defaults().withInsertPageSize(16));
                MetaData.of(PLAIN, TRIGGERED).createAll(engine);
                LEGS.put(database.dialect(), new Leg(scratch, engine));
                engine.begin(connection -> trigger(connection, database.dialect()));
            }
        }
    }

    /** On SQLite a row in between for rows with a size, and on PostgreSQL keys in no order. */
    private static void trigger(Connection connection, String dialect) {
        List<String> sql = switch (dialect) {
            case "sqlite" ->
                List.of("CREATE TRIGGER more AFTER INSERT ON triggered WHEN NEW.size > 3 BEGIN"
                        + " INSERT INTO triggered (name, size) VALUES ('extra', NULL); END");
            case "postgresql" ->
                List.of(
                        "CREATE FUNCTION scatter() RETURNS trigger AS 'BEGIN NEW.id := (NEW.id::bigint * 7919) %"
                                + " 1000003; RETURN NEW; END' LANGUAGE plpgsql",
                        "CREATE TRIGGER scatter BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION scatter()");
            default -> List.of();
        };
        connection.withJdbc(jdbc -> {
            try (Statement statement = jdbc.createStatement()) {
                for (String each : sql) {
                    statement.execute(each);
                }
            }
            return "";
        });
    }

    @AfterContainer
    static void close() throws SQLException {
        for (Leg leg : LEGS.values()) {
            leg.engine().close();
            leg.scratch().close();
        }
        LEGS.clear();
    }

    @Provide
    Arbitrary<List<Thing>> things() {
        Arbitrary<String> names =
                Arbitraries.of("a", "b", "A", "", "  ", "ü", "a ", "0").injectNull(0.2);
        Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 5).injectNull(0.2);
        return net.jqwik.api.Combinators.combine(names, sizes)
                .as(Thing::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(45);
    }

    @Property(tries = 60)
    void eachKeyIsOfItsOwnRow(@ForAll("things") List<Thing> things) {
        LEGS.forEach((dialect, leg) -> check(dialect, leg.engine(), PLAIN, things));
    }

    @Property(tries = 60)
    void eachKeyIsOfItsOwnRowWhereTriggersNumberOrAddRows(@ForAll("things") List<Thing> things) {
        LEGS.forEach((dialect, leg) -> check(dialect, leg.engine(), TRIGGERED, things));
    }

    private static void check(String dialect, Engine engine, Things table, List<Thing> things) {
        Insert insert = insert(table)
                .setTo(table.name, param("name", table.name.type()))
                .setTo(table.size, param("size", table.size.type()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Thing thing : things) {
            Map<String, Object> row = new HashMap<>();
            row.put("name", thing.name());
            row.put("size", thing.size());
            rows.add(row);
        }
        try (Connection connection = engine.connect()) {
            connection.execute(delete(table));
            List<Made> made = connection.executeInsert(
                    insert, rows, row(table.id, table.state).as(Made::new));
            Map<Integer, Thing> stored = new HashMap<>();
            connection
                    .execute(select(table.id, table.name, table.size).from(table))
                    .forEach(row -> stored.put(row.v1(), new Thing(row.v2(), row.v3())));
            assertThat(made.stream().map(row -> stored.get(row.id())))
                    .as(dialect + ": "
                            + connection.insertMethod(
                                    insert, row(table.id, table.state).as(Made::new)))
                    .containsExactlyElementsOf(things);
            assertThat(made.stream().map(Made::id)).doesNotHaveDuplicates();
            assertThat(made).extracting(Made::state).containsOnly("draft");
            connection.commit();
        }
    }
}
