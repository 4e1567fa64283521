package org.alkahest.random;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Always the same statements, so that a build says what the sources are worth. */
final class RandomStatementsTest extends RandomStatementsProperties {
    @Property(seed = "1", tries = 600)
    void queriesGiveTheSameRowsEverywhere(
            @ForAll("structures") List<Integer> structure, @ForAll("values") int values, @ForAll("values") int others) {
        checkQueries(structure, values, others);
    }

    @Property(seed = "2", tries = 300)
    void changesLeaveTheSameRowsEverywhere(
            @ForAll("structures") List<Integer> structure, @ForAll("values") int values, @ForAll("values") int others) {
        checkChanges(structure, values, others);
    }
}
