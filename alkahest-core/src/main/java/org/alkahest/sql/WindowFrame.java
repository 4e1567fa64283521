package org.alkahest.sql;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a partition a window function sees around the current one: {@code unit BETWEEN start AND end [EXCLUDE …]}
 * (SQL:2023 part 2, 7.15). Immutable.
 */
public record WindowFrame(Unit unit, Bound start, Bound end, Exclusion exclusion) implements SqlNode {
    public WindowFrame {
        Objects.requireNonNull(unit, "unit is null");
        if (start.kind() == BoundKind.UNBOUNDED_FOLLOWING || end.kind() == BoundKind.UNBOUNDED_PRECEDING) {
            throw new AlkahestArgumentException(
                    "ALK-1117",
                    "Cannot frame a window from " + start.kind() + " to " + end.kind()
                            + ": it begins after all rows or ends before them. Swap the bounds.");
        }
    }

    /** Counted in rows. */
    public static WindowFrame rows(Bound start, Bound end) {
        return new WindowFrame(Unit.ROWS, start, end, Exclusion.NO_OTHERS);
    }

    /** By the distance of the sort key's values. */
    public static WindowFrame range(Bound start, Bound end) {
        return new WindowFrame(Unit.RANGE, start, end, Exclusion.NO_OTHERS);
    }

    /** Counted in groups of rows with equal sort keys. */
    public static WindowFrame groups(Bound start, Bound end) {
        return new WindowFrame(Unit.GROUPS, start, end, Exclusion.NO_OTHERS);
    }

    /** The same frame without some rows. */
    public WindowFrame excluding(Exclusion rows) {
        return new WindowFrame(unit, start, end, rows);
    }

    public static Bound unboundedPreceding() {
        return new Bound(BoundKind.UNBOUNDED_PRECEDING, null);
    }

    /** So many rows, groups or units of the sort key before the current row. */
    public static <T> Bound preceding(T distance) {
        return new Bound(BoundKind.PRECEDING, Sql.value(distance));
    }

    /** So many units of time before the current row's; for RANGE over a date or timestamp. */
    public static Bound preceding(long amount, ChronoUnit unit) {
        return new Bound(BoundKind.PRECEDING, new Interval(amount, IntervalUnit.of(unit)));
    }

    /** So many units of time after the current row's; for RANGE over a date or timestamp. */
    public static Bound following(long amount, ChronoUnit unit) {
        return new Bound(BoundKind.FOLLOWING, new Interval(amount, IntervalUnit.of(unit)));
    }

    public static Bound currentRow() {
        return new Bound(BoundKind.CURRENT_ROW, null);
    }

    /** So many rows, groups or units of the sort key after the current row. */
    public static <T> Bound following(T distance) {
        return new Bound(BoundKind.FOLLOWING, Sql.value(distance));
    }

    public static Bound unboundedFollowing() {
        return new Bound(BoundKind.UNBOUNDED_FOLLOWING, null);
    }

    @Override
    public void describe(Description description) {
        description
                .add(unit)
                .add(start.kind)
                .child(start.distance)
                .add(end.kind)
                .child(end.distance)
                .add(exclusion);
    }

    @Override
    public WindowFrame mapChildren(NodeMapper mapper) {
        return new WindowFrame(unit, start.mapDistance(mapper), end.mapDistance(mapper), exclusion);
    }

    /** One end of a frame; a distance stands with PRECEDING and FOLLOWING only. */
    public record Bound(BoundKind kind, @Nullable Expression<?> distance) {
        private Bound mapDistance(NodeMapper mapper) {
            return new Bound(kind, mapper.mapNullable(distance));
        }
    }

    /** What distances count. */
    public enum Unit {
        ROWS,
        RANGE,
        GROUPS
    }

    /** The kinds of bounds, each with its SQL spelling. */
    public enum BoundKind {
        UNBOUNDED_PRECEDING("UNBOUNDED PRECEDING"),
        PRECEDING("PRECEDING"),
        CURRENT_ROW("CURRENT ROW"),
        FOLLOWING("FOLLOWING"),
        UNBOUNDED_FOLLOWING("UNBOUNDED FOLLOWING");

        private final String sql;

        BoundKind(String sql) {
            this.sql = sql;
        }

        /** The bound in SQL. */
        public String sql() {
            return sql;
        }
    }

    /** Rows that are left out of a frame, each with its SQL spelling. */
    public enum Exclusion {
        NO_OTHERS("NO OTHERS"),
        CURRENT_ROW("CURRENT ROW"),
        GROUP("GROUP"),
        TIES("TIES");

        private final String sql;

        Exclusion(String sql) {
            this.sql = sql;
        }

        /** The exclusion in SQL. */
        public String sql() {
            return sql;
        }
    }
}
