package org.alkahest.random;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Other statements each time, as many as {@code -Djqwik.tries.default} says; no part of a build. */
final class RandomStatementsCampaign extends RandomStatementsProperties {
    @Property
    void queriesGiveTheSameRowsEverywhere(
            @ForAll("structures") List<Integer> structure, @ForAll("values") int values, @ForAll("values") int others) {
        checkQueries(structure, values, others);
    }

    @Property
    void changesLeaveTheSameRowsEverywhere(
            @ForAll("structures") List<Integer> structure, @ForAll("values") int values, @ForAll("values") int others) {
        checkChanges(structure, values, others);
    }
}
