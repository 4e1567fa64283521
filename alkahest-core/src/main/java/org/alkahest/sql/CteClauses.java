package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a WITH clause says of a named query beside the query itself. Immutable.
 *
 * @param nested whether it is written at the query that has it in FROM, not at the head of the statement
 * @param materialized whether its rows are computed once and kept, or null to leave that to the database
 * @param search in which order a recursive query goes on (SQL:2023 part 2, 7.18), or null
 * @param cycle how a recursive query finds circles (SQL:2023 part 2, 7.18), or null
 */
public record CteClauses(
        boolean nested,
        @Nullable Boolean materialized,
        @Nullable Search search,
        @Nullable Cycle cycle) {
    static final CteClauses NONE = new CteClauses(false, null, null, null);

    CteClauses asNested() {
        return new CteClauses(true, materialized, search, cycle);
    }

    CteClauses withMaterialized(boolean kept) {
        return new CteClauses(nested, kept, search, cycle);
    }

    CteClauses withSearch(Search newSearch) {
        return new CteClauses(nested, materialized, newSearch, cycle);
    }

    CteClauses withCycle(Cycle newCycle) {
        return new CteClauses(nested, materialized, search, newCycle);
    }

    /** The columns that the clauses add to those of the query. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        if (search != null) {
            columns.add(search.column());
        }
        if (cycle != null) {
            columns.add(cycle.mark());
            columns.add(cycle.path());
        }
        return columns;
    }

    /**
     * {@code SEARCH DEPTH | BREADTH FIRST BY columns SET column}.
     *
     * @param column by which the rows are then ordered
     */
    public record Search(boolean depthFirst, List<String> by, String column) {
        public Search {
            by = List.copyOf(by);
        }
    }

    /**
     * {@code CYCLE columns SET mark TO 'Y' DEFAULT 'N' USING path}.
     *
     * @param mark a column that is {@code 'Y'} in a row that came before on its path, and {@code 'N'} in others
     * @param path a column of the database's own type, where it has one
     */
    public record Cycle(List<String> columns, String mark, String path) {
        public Cycle {
            columns = List.copyOf(columns);
        }
    }
}
