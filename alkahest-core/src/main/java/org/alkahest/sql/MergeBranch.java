package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * {@code WHEN [NOT] MATCHED [AND condition] THEN action} of a MERGE (SQL:2023 part 2, 14.12). A row takes the first branch
 * that fits it.
 *
 * @param condition a further condition, or null
 */
public record MergeBranch(Match match, @Nullable Expression<Boolean> condition, Action action) {
    public MergeBranch {
        Objects.requireNonNull(match, "match is null");
        boolean inserts = action instanceof Action.Insert;
        boolean changes = action instanceof Action.Update || action instanceof Action.Delete;
        if (match == Match.NOT_MATCHED ? changes : inserts) {
            throw new AlkahestArgumentException(
                    "ALK-1125",
                    "Cannot make a branch of MERGE: WHEN " + match.sql() + " cannot "
                            + (inserts ? "INSERT" : "UPDATE or DELETE")
                            + ". A row of the source without a match is inserted, others are updated or deleted.");
        }
    }

    void describe(Description description) {
        description.add(match).child(condition).add(action.getClass());
        Assignments.describe(action.assignments(), description);
    }

    MergeBranch mapChildren(NodeMapper mapper) {
        List<Assignment> mapped = Assignments.map(action.assignments(), mapper);
        Action newAction = switch (action) {
            case Action.Update update -> new Action.Update(mapped);
            case Action.Insert insert -> new Action.Insert(mapped);
            case Action.Delete delete -> delete;
            case Action.DoNothing nothing -> nothing;
        };
        return new MergeBranch(match, mapper.mapNullable(condition), newAction);
    }

    /** Which rows a branch is for. */
    public enum Match {
        /** Rows of the target with a row of the source. */
        MATCHED("MATCHED"),
        /** Rows of the source without a row of the target. */
        NOT_MATCHED("NOT MATCHED"),
        /** Rows of the target without a row of the source. */
        NOT_MATCHED_BY_SOURCE("NOT MATCHED BY SOURCE");

        private final String sql;

        Match(String sql) {
            this.sql = sql;
        }

        /** The match in SQL. */
        public String sql() {
            return sql;
        }
    }

    /** What a branch does to its rows. */
    public sealed interface Action {
        /** The columns that are set; empty where none are. */
        default List<Assignment> assignments() {
            return List.of();
        }

        /** {@code UPDATE SET …}. */
        record Update(List<Assignment> assignments) implements Action {
            public Update {
                assignments = List.copyOf(assignments);
            }
        }

        /** {@code INSERT (columns) VALUES (values)}; with no assignment a row of defaults. */
        record Insert(List<Assignment> assignments) implements Action {
            public Insert {
                assignments = List.copyOf(assignments);
            }
        }

        /** {@code DELETE}. */
        record Delete() implements Action {}

        /** {@code DO NOTHING}. */
        record DoNothing() implements Action {}
    }
}
