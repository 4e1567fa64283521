package org.alkahest.schema;

import static org.alkahest.sql.Sql.delete;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.alkahest.dialect.sqlite.SqliteOptions;
import org.alkahest.dialect.sqlite.SqliteOptions.Conflict;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.RowStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** What SQLite makes of its options. */
final class SqliteOptionsOnDatabaseTest {
    private static void run(Engine engine, DmlStatement statement) {
        engine.begin(connection -> connection.execute(statement));
    }

    private static <R> List<R> all(Engine engine, RowStatement<R> query) {
        return engine.<List<R>>transaction((Connection c) -> c.execute(query).all());
    }

    @DatabaseTest("sqlite")
    void strictTablesTakeValuesOfTheirTypesOnly(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.INTEGER)
                .column("price", SqlTypes.decimal(12, 2))
                .column("day", SqlTypes.BOOLEAN)
                .option(SqliteOptions.strict())
                .build();
        MetaData.of(table).createAll(engine);
        assertThatThrownBy(() -> engine.begin(c -> c.executeDdl(List.of("INSERT INTO t (a) VALUES ('x')"))))
                .hasMessageContaining("cannot store TEXT");
        Column<BigDecimal> price = table.column("price", BigDecimal.class);
        for (String value : List.of("1.50", "2.00", "10.25", "-3.00")) {
            run(engine, insert(table).set(price, new BigDecimal(value)));
        }
        assertThat(all(engine, select(price).orderBy(price)))
                .containsExactly(
                        new BigDecimal("-3.00"),
                        new BigDecimal("1.50"),
                        new BigDecimal("2.00"),
                        new BigDecimal("10.25"));
        assertThat(all(engine, select(price).where(price.gt(new BigDecimal("2.00")))))
                .containsExactly(new BigDecimal("10.25"));
    }

    @DatabaseTest("sqlite")
    void rowsLiveInTheirKey(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("a", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .option(SqliteOptions.withoutRowid())
                .build();
        MetaData.of(table).createAll(engine);
        assertThatThrownBy(() -> all(engine, text("SELECT rowid AS x FROM t").returning(raw("x", SqlTypes.TEXT))))
                .hasMessageContaining("rowid");
    }

    @DatabaseTest("sqlite")
    void numbersAreNeverUsedAgain(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column(
                        "id",
                        SqlTypes.INTEGER,
                        ColumnOptions.primaryKey().generated().option(SqliteOptions.autoincrement()))
                .build();
        MetaData.of(table).createAll(engine);
        Column<Integer> id = table.column("id", Integer.class);
        run(engine, insert(table));
        run(engine, delete(table));
        run(engine, insert(table));
        assertThat(all(engine, select(id))).containsExactly(2);
    }

    @DatabaseTest("sqlite")
    void conflictsAreSettledAsTold(DatabaseFixture database) {
        Engine engine = database.engine();
        Table table = Table.named("t")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("a", SqlTypes.INTEGER)
                .column(
                        "b",
                        SqlTypes.INTEGER,
                        ColumnOptions.notNull()
                                .withDefault(9)
                                .option(SqliteOptions.notNullOnConflict(Conflict.REPLACE)))
                .primaryKeyOption(SqliteOptions.onConflict(Conflict.REPLACE))
                .constraint(t -> new Constraint.Unique(null, List.of(t.column("a")))
                        .option(SqliteOptions.onConflict(Conflict.IGNORE)))
                .build();
        MetaData.of(table).createAll(engine);
        Column<Integer> id = table.column("id", Integer.class);
        Column<Integer> a = table.column("a", Integer.class);
        Column<Integer> b = table.column("b", Integer.class);
        run(engine, insert(table).set(id, 1).set(a, 1).setNull(b));
        run(engine, insert(table).set(id, 1).set(a, 2).set(b, 3));
        run(engine, insert(table).set(id, 4).set(a, 2).set(b, 4));
        run(engine, insert(table).set(id, 5).set(a, 6).setNull(b));
        assertThat(all(engine, select(b).orderBy(id))).containsExactly(3, 9);
    }
}
