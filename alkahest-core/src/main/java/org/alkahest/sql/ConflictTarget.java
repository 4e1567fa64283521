package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An INSERT that has yet to say what it does where a row with the same key is there already. Immutable. */
public record ConflictTarget(
        Insert insert,
        List<ColumnRef<?>> columns,
        @Nullable String constraint,
        @Nullable Expression<Boolean> indexWhere) {
    public ConflictTarget {
        columns = List.copyOf(columns);
    }

    /** The condition of a unique index on the columns that holds only some rows. */
    public ConflictTarget where(Expression<Boolean> indexCondition) {
        return new ConflictTarget(
                insert, columns, constraint, Objects.requireNonNull(indexCondition, "indexCondition is null"));
    }

    /**
     * Leaves the row that is there as it is. It is neither counted nor returned, but by a database without DO NOTHING: there
     * a column is set to itself, and the row is one that was changed.
     */
    public Insert doNothing() {
        return insert.with(new OnConflict(columns, constraint, indexWhere, null));
    }

    /** Updates the row that is there: {@code doUpdate(u -> u.setExcluded(T.name).setTo(T.count, T.count.plus(1)))}. */
    public Insert doUpdate(UnaryOperator<ConflictUpdate> update) {
        return insert.with(new OnConflict(columns, constraint, indexWhere, update.apply(ConflictUpdate.EMPTY)));
    }

    /** Gives the row that is there the values that were to be inserted, but for the columns of the conflict. */
    public Insert doUpdateAll() {
        return doUpdate(ConflictUpdate::setAllExcluded);
    }

    static List<OnConflict> with(List<OnConflict> some, OnConflict more) {
        List<OnConflict> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
