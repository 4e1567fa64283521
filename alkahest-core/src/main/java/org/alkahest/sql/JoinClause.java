package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
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
        if (target instanceof JoinPath path) {
            target = path.settled(alias);
        }
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

    JoinClause mapChildren(NodeMapper mapper) {
        return switch (target) {
            case FromItem item -> new JoinClause(kind, mapper.map(item), alias, mapper.mapNullable(on));
            case JoinPath path -> mapSteps(path, mapper);
        };
    }

    /** A path stays itself where its joins do; else what is left of it is its joins. */
    @SuppressWarnings("ReferenceEquality") // a restricted table equals the table
    private JoinClause mapSteps(JoinPath path, NodeMapper mapper) {
        List<JoinPath.Step> mapped = new ArrayList<>();
        boolean same = true;
        for (JoinPath.Step step : path.steps(alias)) {
            JoinPath.Step now = new JoinPath.Step(mapper.map(step.item()), mapper.map(step.on()));
            same &= now.item() == step.item() && now.on() == step.on();
            mapped.add(now);
        }
        return same
                ? new JoinClause(kind, path, alias, on)
                : new JoinClause(kind, new RewrittenPath(path.describePath(), mapped), null, on);
    }

    /** A path after its tables were replaced. */
    private record RewrittenPath(String describePath, List<JoinPath.Step> joins) implements JoinPath {
        @Override
        public List<Step> steps(@Nullable FromItem alias) {
            return joins;
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
