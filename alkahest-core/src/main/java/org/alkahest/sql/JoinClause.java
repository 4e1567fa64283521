package org.alkahest.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One join as it was asked for; compilation resolves it.
 *
 * @param alias the item to join in place of a path's canonical target, or null
 * @param on the condition, or null to infer it from foreign keys or take it from the path
 */
public record JoinClause(
        Kind kind,
        JoinTarget target,
        @Nullable FromItem alias,
        @Nullable Expression<Boolean> on) {
    public JoinClause {
        Objects.requireNonNull(target, "target is null");
    }

    void describe(Description description) {
        description.add(kind);
        switch (target) {
            case FromItem item -> description.child(item).child(on);
            case JoinPath path -> {
                for (JoinPath.Step step : path.steps(alias)) {
                    description.child(step.item()).child(step.on());
                }
            }
        }
    }

    /** The kinds of join (SQL:2023 part 2, 7.10), each with its SQL spelling. */
    public enum Kind {
        INNER("JOIN"),
        LEFT("LEFT JOIN"),
        RIGHT("RIGHT JOIN"),
        FULL("FULL JOIN"),
        CROSS("CROSS JOIN");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** The join in SQL. */
        public String sql() {
            return sql;
        }
    }
}
