package org.alkahest.orm.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Engine;
import org.alkahest.engine.EngineOptions;
import org.alkahest.orm.Session;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.InsertOption;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

/** What the database puts into the rows of new objects: keys, defaults, computed columns. */
final class ServerValuesTest {
    private static final Wares<Ware> WARES = new Wares<>("wares", null, Ware.class, Ware::new);
    private static final Wares<Single> SINGLES = new Wares<>("singles", null, Single.class, Single::new);

    private Engine engine;

    /** An article with a price, of which the database computes the double. */
    static class Ware {
        Integer id;
        String name;
        String state;
        Integer price;
        Integer twice;

        Ware() {}

        Ware(String name, String state, Integer price) {
            this.name = name;
            this.state = state;
            this.price = price;
        }
    }

    /** The same, in a table of which the rows are inserted one by one. */
    static final class Single extends Ware {
        Single() {}

        Single(String name, int price) {
            super(name, null, price);
        }
    }

    private static final class Wares<W extends Ware> extends HandTable<W> {
        @SuppressWarnings("unused") // the table knows it
        final Column<Integer> id =
                field("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(), w -> w.id, (w, v) -> w.id = v);

        final Column<String> name =
                field("name", SqlTypes.varchar(20), ColumnOptions.nullable(), w -> w.name, (w, v) -> w.name = v);
        final Column<String> state = field(
                "state",
                SqlTypes.varchar(20),
                ColumnOptions.nullable().withDefault("draft"),
                w -> w.state,
                (w, v) -> w.state = v);

        @SuppressWarnings("unused") // the table knows it
        final Column<Integer> price =
                field("price", SqlTypes.INTEGER, ColumnOptions.nullable(), w -> w.price, (w, v) -> w.price = v);

        @SuppressWarnings("unused") // the table knows it
        final Column<Integer> twice = field(
                "twice",
                SqlTypes.INTEGER,
                ColumnOptions.nullable().computed(new ColumnOptions.Computed("price * 2", true)),
                w -> w.twice,
                (w, v) -> w.twice = v);

        private final Class<W> type;
        private final Supplier<W> maker;

        Wares(String table, String alias, Class<W> type, Supplier<W> maker) {
            super(table, alias, type, maker);
            this.type = type;
            this.maker = maker;
            if (type == Single.class) {
                option(InsertOption.ROW_BY_ROW);
            }
        }

        @Override
        @SuppressWarnings("unchecked") // the table of the class
        protected EntityTable<W> canonical() {
            return (EntityTable<W>) (type == Single.class ? SINGLES : WARES);
        }

        @Override
        public Wares<W> as(String alias) {
            return new Wares<>(name(), alias, type, maker);
        }
    }

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        Mappings.register(Ware.class, WARES);
        Mappings.register(Single.class, SINGLES);
    }

    private static List<Ware> wares(int count) {
        List<Ware> wares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wares.add(new Ware("ware " + i, null, i));
        }
        return wares;
    }

    private static List<Single> singles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Single("single " + i, i))
                .toList();
    }

    /** DuckDB cannot compute stored columns. */
    @DatabaseTest(except = "duckdb", requires = Feature.INSERT_RETURNING)
    void defaultsAndComputedColumnsComeBackWithTheKeys(StatementRecorder recorder) {
        MetaData.of(WARES).createAll(engine);
        List<Ware> wares = wares(8);
        try (Session session = Session.open(engine)) {
            session.addAll(wares);
            recorder.clear();
            session.flush();

            assertThat(wares).extracting(w -> w.state).containsOnly("draft");
            assertThat(wares).extracting(w -> w.twice).containsExactly(0, 2, 4, 6, 8, 10, 12, 14);
            assertThat(wares).extracting(w -> w.id).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(recorder.count()).isOne();
            for (Ware ware : wares) {
                assertThat(session.get(WARES, ware.id)).containsSame(ware);
            }
            assertThat(recorder.count()).isOne();
        }
    }

    @DatabaseTest(except = "duckdb")
    void whatComesWithNoRowIsReadWhenTheObjectIsNextMet() {
        MetaData.of(SINGLES).createAll(engine);
        List<Single> wares = singles(5);
        try (Session session = Session.open(engine)) {
            session.addAll(wares);
            session.flush();
            for (Single ware : wares) {
                session.get(SINGLES, ware.id);
                assertThat(ware.state).isEqualTo("draft");
                assertThat(ware.twice).isEqualTo(2 * ware.price);
            }
        }
    }

    @DatabaseTest(except = "duckdb")
    void aNullLeavesItsColumnToTheDefaultAndAValueDoesNot() {
        MetaData.of(WARES).createAll(engine);
        Ware left = new Ware("left", null, 1);
        Ware given = new Ware("given", "sold", 1);
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(left, given));
            session.commit();
            assertThat(session.execute(Sql.select(WARES.state).from(WARES).orderBy(WARES.name))
                            .all())
                    .containsExactly("sold", "draft");
            session.refresh(left);
            left.state = null;
            session.commit();
            assertThat(session.execute(Sql.select(WARES.state).from(WARES).orderBy(WARES.name))
                            .all())
                    .containsExactly("sold", null);
        }
    }

    @DatabaseTest(except = "duckdb")
    void thePlanSaysWhyRowsGoOneByOne(DatabaseFixture database) {
        MetaData.of(SINGLES).createAll(engine);
        try (Session session = Session.open(engine)) {
            session.addAll(singles(4));
            if (database.dialect().equals("sqlite")) {
                assertThat(session.flushPlan())
                        .hasToString("INSERT singles(name, price) RETURNING(id, state, twice)"
                                + " [Single#new, Single#new, Single#new, Single#new]"
                                + " row by row: the table has the option ROW_BY_ROW");
            } else {
                assertThat(session.flushPlan().toString())
                        .startsWith("INSERT singles(name, price) RETURNING(id, state, twice) [Single#new");
            }
        }
        try (Engine off = database.newEngine(EngineOptions.defaults().withInsertPageSize(1));
                Session session = Session.open(off)) {
            session.addAll(singles(4));
            assertThat(session.flushPlan().actions()).hasSize(1);
        }
    }
}
