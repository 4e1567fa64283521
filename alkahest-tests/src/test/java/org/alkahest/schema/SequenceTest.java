package org.alkahest.schema;

import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Feature;
import org.alkahest.dialect.DatabaseException;
import org.alkahest.engine.Engine;
import org.alkahest.schema.DdlElement.CreateSequence;
import org.alkahest.schema.DdlElement.DropSequence;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Sequences give the same numbers on every database that has them. */
final class SequenceTest {
    private static final Sequence NUMBERS = Sequence.named("numbers");

    private static void run(Engine engine, DdlElement element) {
        String sql = engine.dialect().ddlCompiler().compile(element);
        engine.begin(connection -> connection.executeDdl(List.of(sql)));
    }

    private static List<Long> first(Engine engine, int count, Sequence sequence) {
        run(engine, new CreateSequence(sequence));
        List<Long> numbers = new ArrayList<>();
        try (var connection = engine.connect()) {
            for (int i = 0; i < count; i++) {
                numbers.add(connection.execute(select(sequence.nextValue())).one());
            }
            connection.commit();
        }
        run(engine, new DropSequence(sequence));
        return numbers;
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void givesNumbersInOrder(DatabaseFixture database) {
        Engine engine = database.engine();
        assertThat(first(engine, 3, NUMBERS)).containsExactly(1L, 2L, 3L);
        assertThat(first(engine, 3, NUMBERS.startWith(-1))).containsExactly(-1L, 0L, 1L);
        assertThat(first(engine, 3, NUMBERS.incrementBy(-5))).containsExactly(-1L, -6L, -11L);
        assertThat(first(engine, 3, NUMBERS.startWith(10).incrementBy(10).cache(5)))
                .containsExactly(10L, 20L, 30L);
        assertThat(first(engine, 2, NUMBERS.minValue(7).cache(0))).containsExactly(7L, 8L);
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void beginsAgainAtItsOtherEnd(DatabaseFixture database) {
        Engine engine = database.engine();
        assertThat(first(engine, 4, NUMBERS.maxValue(3).startWith(2).cycle())).containsExactly(2L, 3L, 1L, 2L);
        assertThat(first(engine, 4, NUMBERS.incrementBy(-1).minValue(-2).cycle()))
                .containsExactly(-1L, -2L, -1L, -2L);
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void endsWithAnErrorWhereItDoesNotCycle(DatabaseFixture database) {
        Engine engine = database.engine();
        assertThatThrownBy(() -> first(engine, 3, NUMBERS.maxValue(2))).isInstanceOf(DatabaseException.class);
        run(engine, new DropSequence(NUMBERS));
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void numbersAColumnByItsDefault(DatabaseFixture database) {
        Engine engine = database.engine();
        run(engine, new CreateSequence(NUMBERS.startWith(100)));
        Table notes = Table.named("notes")
                .column("id", SqlTypes.BIGINT, ColumnOptions.primaryKey().withDefault(NUMBERS.nextValue()))
                .column("text", SqlTypes.varchar(10))
                .build();
        MetaData.of(notes).createAll(engine);
        Column<Long> id = notes.column("id", Long.class);
        Column<String> text = notes.column("text", String.class);
        engine.begin(connection -> connection.execute(insert(notes).set(text, "a")));
        engine.begin(connection ->
                connection.execute(insert(notes).setTo(id, NUMBERS.nextValue()).set(text, "b")));
        try (var connection = engine.connect()) {
            assertThat(connection.execute(select(id).orderBy(text)).all()).containsExactly(100L, 101L);
        }
        MetaData.of(notes).dropAll(engine);
        run(engine, new DropSequence(NUMBERS));
    }
}
