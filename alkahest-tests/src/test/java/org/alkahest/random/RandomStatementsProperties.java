package org.alkahest.random;

import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.alkahest.sql.DmlStatement;

/** Statements made at random compile for every dialect, and do the same on every database. */
abstract class RandomStatementsProperties {
    private static Legs legs;

    @BeforeContainer
    static void open() {
        legs = Legs.open();
    }

    @AfterContainer
    static void close() throws SQLException {
        legs.close();
    }

    /** What a statement is made of, in a form that shrinks: fewer and smaller numbers make a simpler statement. */
    @Provide
    Arbitrary<List<Integer>> structures() {
        return Arbitraries.integers()
                .between(0, 839)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofMaxSize(300)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Integer> values() {
        return Arbitraries.integers()
                .between(0, 10_000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    static void checkQueries(List<Integer> structure, int values, int others) {
        RandomStatements.Query query = RandomStatements.query(Choices.of(structure, values));
        RandomStatements.Query other = RandomStatements.query(Choices.of(structure, others));
        Compilation.check(query.statement(), other.statement());
        Agreement.check(legs, query);
        // The compiled form comes from the cache now.
        Agreement.check(legs, other);
    }

    static void checkChanges(List<Integer> structure, int values, int others) {
        DmlStatement change = RandomStatements.change(Choices.of(structure, values));
        DmlStatement other = RandomStatements.change(Choices.of(structure, others));
        Compilation.check(change, other);
        Agreement.check(legs, change);
        Agreement.check(legs, other);
    }
}
