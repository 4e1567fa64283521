package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;

/**
 * {@code ROLLUP (a, (b, c))}, {@code CUBE (…)} or {@code GROUPING SETS ((a, b), (a), ())} (SQL:2023 part 2, 7.13). Columns
 * that a row is not grouped by are NULL in it; {@code function("grouping", …)} tells them from real NULLs.
 */
public record GroupingSets(Kind kind, List<List<Expression<?>>> sets) implements GroupingElement {
    public GroupingSets {
        Objects.requireNonNull(kind, "kind is null");
        sets = sets.stream().<List<Expression<?>>>map(List::copyOf).toList();
        if (sets.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1160", "Cannot group by " + kind.sql() + " of nothing. Give at least one set.");
        }
    }

    @Override
    public void describe(Description description) {
        description.add(kind).add(sets.size());
        for (List<Expression<?>> set : sets) {
            description.children(set);
        }
    }

    @Override
    public GroupingSets mapChildren(NodeMapper mapper) {
        return new GroupingSets(kind, sets.stream().map(mapper::mapAll).toList());
    }

    /** How the sets are meant, with the SQL of it. */
    public enum Kind {
        ROLLUP("ROLLUP"),
        CUBE("CUBE"),
        GROUPING_SETS("GROUPING SETS");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** The keyword in SQL. */
        public String sql() {
            return sql;
        }
    }
}
