package org.alkahest.type;

import static org.alkahest.sql.Sql.elements;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.dialect.IntegrityException;
import org.alkahest.dialect.postgresql.PostgresqlOptions;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.RowStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;

/** Enumerated types and domains in real databases. */
final class EnumTypeRoundTripTest {
    private enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    private static Table table(String name) {
        return Table.named(name)
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated())
                .column(
                        "size",
                        SqlTypes.enumType(Size.class),
                        ColumnOptions.nullable().withDefault(Size.SMALL))
                .build();
    }

    private static void run(Engine engine, DmlStatement statement) {
        engine.begin(connection -> connection.execute(statement));
    }

    private static <R> List<R> all(Engine engine, RowStatement<R> query) {
        return engine.<List<R>>transaction((Connection c) -> c.execute(query).all());
    }

    @DatabaseTest
    void arraysOfThemComeBack(DatabaseFixture database) {
        Engine engine = database.engine();
        assumeTrue(
                engine.dialect().traits().enums() == EnumStyle.NAMED,
                "an array of enums has a type of its own where enums are named types");
        Column<List<Size>> sizes = new Wardrobe().sizes;
        MetaData.of(sizes.owner()).createAll(engine);
        run(engine, insert(sizes.owner()).set(sizes, List.of(Size.LARGE, Size.SMALL)));
        assertThat(all(engine, select(sizes).where(elements(sizes).contains(Size.SMALL))))
                .containsExactly(List.of(Size.LARGE, Size.SMALL));
    }

    private static final class Wardrobe extends Table {
        final Column<List<Size>> sizes = column("sizes", SqlTypes.array(SqlTypes.enumType(Size.class)));

        Wardrobe() {
            super("wardrobe");
        }
    }

    @DatabaseTest
    void constantsComeBackAndNothingElseGoesIn(DatabaseFixture database) {
        Engine engine = database.engine();
        Table shirts = table("shirts");
        MetaData.of(shirts).createAll(engine);
        Column<Size> size = shirts.column("size", Size.class);
        Column<Integer> id = shirts.column("id", Integer.class);
        run(engine, insert(shirts).set(size, Size.LARGE).nextRow().set(size, Size.MEDIUM));
        run(engine, insert(shirts));
        run(engine, insert(shirts).setNull(size));
        run(engine, update(shirts).set(size, Size.MEDIUM).where(size.isNull()));
        assertThat(all(engine, select(size).orderBy(id)))
                .containsExactly(Size.LARGE, Size.MEDIUM, Size.SMALL, Size.MEDIUM);
        assertThat(all(engine, select(id).where(size.in(Size.LARGE, Size.SMALL)).orderBy(id)))
                .hasSize(2);
        boolean isNative = engine.dialect().traits().enums() != EnumStyle.CHECKED;
        assertThat(all(engine, select(size).distinct().orderBy(size)))
                .containsExactlyElementsOf(
                        isNative
                                ? List.of(Size.SMALL, Size.MEDIUM, Size.LARGE)
                                : List.of(Size.LARGE, Size.MEDIUM, Size.SMALL));
        String unknown = "INSERT INTO shirts (size) VALUES ('HUGE')";
        assertThatThrownBy(() -> engine.begin(connection -> connection.executeDdl(List.of(unknown))))
                .isInstanceOf(isNative ? DatabaseException.class : IntegrityException.class);
    }

    @DatabaseTest
    void typesComeWithTheFirstTableAndGoWithTheLast(DatabaseFixture database) {
        Engine engine = database.engine();
        Table shirts = table("shirts");
        Table shoes = table("shoes");
        MetaData.of(shirts).createAll(engine);
        MetaData both = MetaData.of(shirts, shoes);
        both.createAll(engine);
        both.createAll(engine);
        run(engine, insert(shoes).set(shoes.column("size", Size.class), Size.LARGE));
        both.dropAll(engine);
        both.dropAll(engine);
        both.createAll(engine, false);
        both.dropAll(engine, false);
    }

    @DatabaseTest("postgresql")
    void domainsCheckTheirValues(DatabaseFixture database) {
        Engine engine = database.engine();
        Table books = Table.named("books")
                .column(
                        "pages",
                        SqlTypes.INTEGER,
                        ColumnOptions.nullable()
                                .option(PostgresqlOptions.domain("pages", SqlTypes.INTEGER)
                                        .check(value -> value.gt(0))))
                .build();
        MetaData metaData = MetaData.of(books);
        metaData.createAll(engine);
        Column<Integer> pages = books.column("pages", Integer.class);
        run(engine, insert(books).set(pages, 300));
        assertThatThrownBy(() -> run(engine, insert(books).set(pages, 0))).isInstanceOf(IntegrityException.class);
        assertThat(all(engine, select(pages).where(pages.gt(5)))).containsExactly(300);
        metaData.dropAll(engine);
        metaData.createAll(engine);
    }
}
