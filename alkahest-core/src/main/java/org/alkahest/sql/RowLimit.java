package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an ordered result are wanted (SQL:2023 part 2, 7.17). Whether there is a limit and an offset is part of a
 * statement's structure; their values are not.
 *
 * @param limit the number of rows, or their percentage; null for all
 * @param offset the number of rows to leave out at the beginning; null for none
 * @param percent whether the limit is a percentage of all rows
 * @param withTies whether rows that equal the last one in the order come as well
 */
public record RowLimit(
        @Nullable Expression<? extends Number> limit,
        @Nullable Expression<? extends Number> offset,
        boolean percent,
        boolean withTies) {
    /** All rows. */
    public static final RowLimit NONE = new RowLimit(null, null, false, false);

    RowLimit withLimit(long rows) {
        return new RowLimit(rowCount("limit", rows), offset, false, withTies);
    }

    RowLimit withLimit(Expression<? extends Number> rows) {
        return new RowLimit(Objects.requireNonNull(rows, "rows is null"), offset, false, withTies);
    }

    RowLimit withPercent(double share) {
        if (!(share >= 0 && share <= 100)) {
            throw new AlkahestArgumentException(
                    "ALK-1114", "Cannot set limit: " + share + " is no percentage. Give a number from 0 to 100.");
        }
        return new RowLimit(new Literal<>(share, SqlTypes.DOUBLE), offset, true, withTies);
    }

    RowLimit withOffset(long rows) {
        return new RowLimit(limit, rowCount("offset", rows), percent, withTies);
    }

    RowLimit withOffset(Expression<? extends Number> rows) {
        return new RowLimit(limit, Objects.requireNonNull(rows, "rows is null"), percent, withTies);
    }

    RowLimit includingTies() {
        return new RowLimit(limit, offset, percent, true);
    }

    /** Whether all rows are wanted. */
    public boolean isNone() {
        return limit == null && offset == null;
    }

    private static Expression<Long> rowCount(String clause, long rows) {
        if (rows < 0) {
            throw new AlkahestArgumentException(
                    "ALK-1114", "Cannot set " + clause + ": " + rows + " is negative. Give 0 or more rows.");
        }
        return new Literal<>(rows, SqlTypes.BIGINT);
    }

    RowLimit mapChildren(NodeMapper mapper) {
        return new RowLimit(mapper.mapNullable(limit), mapper.mapNullable(offset), percent, withTies);
    }

    void describe(Description description) {
        description.child(limit).child(offset).add(percent).add(withTies);
    }
}
