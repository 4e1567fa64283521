package org.alkahest.orm;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.Library;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.testkit.StatementRecorder;

/**
 * Any sequence of changes, flushes, savepoints, rollbacks, commits and reloads leaves session and database as a plain model
 * says, by no statement more than it takes. Eleven classes, every kind of association. A failure prints jqwik's seed and the
 * shortest sequence found.
 */
final class SessionModelTest {
    private static Engine engine;
    private static StatementRecorder recorder;

    /** One step with two numbers that stand for objects. */
    record Move(LibraryWorld.Step step, int a, int b) {}

    @BeforeContainer
    static void open() {
        engine = Engine.create("sqlite::memory:");
        recorder = StatementRecorder.of(engine);
        Library.create(engine);
    }

    @AfterContainer
    static void close() {
        engine.close();
    }

    @Property(seed = "4", tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void sessionAndDatabaseAreWhatTheModelSays(@ForAll("sequences") List<Move> moves) {
        empty();
        try (LibraryWorld world = new LibraryWorld(engine, recorder)) {
            moves.forEach(move -> world.step(move.step(), move.a(), move.b()));
            world.commit();
        }
    }

    private static void empty() {
        try (Connection connection = engine.connect()) {
            connection.withJdbc(jdbc -> {
                try (var statement = jdbc.createStatement()) {
                    statement.execute("PRAGMA defer_foreign_keys = ON");
                    statement.execute("DELETE FROM books_tags");
                    for (EntityTable<?> table : Library.TABLES) {
                        statement.execute("DELETE FROM " + table.name());
                    }
                }
                return null;
            });
            connection.commit();
        }
    }

    @Provide
    Arbitrary<List<Move>> sequences() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 11);
        return Combinators.combine(Arbitraries.of(LibraryWorld.Step.class), numbers, numbers)
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
