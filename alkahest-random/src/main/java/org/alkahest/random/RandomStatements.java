package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Row;

/** Makes statements on the tables of the {@link Fixture}. Thread-safe. */
public final class RandomStatements {
    private static final int BUDGET = 3;

    private RandomStatements() {}

    /**
     * A query.
     *
     * @param ordered whether its rows come in an order, but for equal ones
     */
    public record Query(QueryExpression<Row> statement, boolean ordered) {}

    /** The query that choices make. */
    public static Query query(Choices choices) {
        Generation make = new Generation(choices);
        List<Kind<?>> kinds = new ArrayList<>();
        int width = 1 + choices.below(4);
        for (int i = 0; i < width; i++) {
            kinds.add(choices.of(Kind.ALL));
        }
        Queries.Made made = make.queries.query(kinds, Scope.NOTHING, 1 + choices.below(BUDGET));
        return new Query(made.query(), made.ordered());
    }

    /** The change that choices make. */
    public static DmlStatement change(Choices choices) {
        return new RowChanges(new Generation(choices)).change();
    }
}
