package org.alkahest.sql;

import java.util.Collections;
import java.util.List;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * What gives values to columns: a row of INSERT, SET of UPDATE, the update of an upsert, a branch of MERGE. On the right
 * side a column is its value before the change, also where an earlier assignment of the same statement sets it.
 *
 * @param <S> what each call returns: the same with one assignment more
 */
public interface AssignsColumns<S extends AssignsColumns<S>> {
    /** The same with the column set to the value of an expression; the typed methods lead here. */
    S assign(ColumnRef<?> column, Expression<?> value);

    /** Sets a column to a value, which is not null (ALK-1112); see {@link #setNull} and {@link #setNullable}. */
    default <T> S set(ColumnRef<T> column, T value) {
        if (value == null) {
            throw new AlkahestArgumentException(
                    "ALK-1112",
                    "Cannot set '" + column.name()
                            + "': the value is null. Use setNull(column), or setNullable(column, value) where it may"
                            + " be.");
        }
        return assign(column, new Literal<>(value, column.type()));
    }

    /** Sets a column to a value, or to NULL where that is null. */
    default <T> S setNullable(ColumnRef<T> column, @Nullable T value) {
        return assign(column, new Literal<>(value, column.type()));
    }

    /** Sets the columns of a group to the parts of a value, which is not null itself (ALK-1112); see {@link #setNull}. */
    default <T> S set(ColumnGroup<T> group, T value) {
        if (value == null) {
            throw new AlkahestArgumentException(
                    "ALK-1112", "Cannot set '" + group + "': the value is null. Use setNull(" + group + ").");
        }
        return assignAll(group, group.valuesOf(value));
    }

    /** Sets the columns of a group to NULL. */
    default S setNull(ColumnGroup<?> group) {
        return assignAll(group, Collections.nCopies(group.columns().size(), null));
    }

    private S assignAll(ColumnGroup<?> group, List<@Nullable Object> values) {
        S all = assign(group.columns().get(0), literal(group.columns().get(0), values.get(0)));
        for (int i = 1; i < values.size(); i++) {
            all = all.assign(group.columns().get(i), literal(group.columns().get(i), values.get(i)));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a part of a group's value has its column's type
    private static <T> Expression<T> literal(ColumnRef<T> column, @Nullable Object value) {
        return new Literal<>((T) value, column.type());
    }

    /** Sets a column to the value of an expression. */
    default <T> S setTo(ColumnRef<T> column, Expression<? extends T> value) {
        return assign(column, value);
    }

    /** Sets a column to NULL. */
    default S setNull(ColumnRef<?> column) {
        return assign(column, new Literal<>(null, column.type()));
    }

    /** Sets a column to what it is where nothing is said of it: {@code DEFAULT}. */
    default S setDefault(ColumnRef<?> column) {
        return assign(column, new DefaultValue<>(column.type()));
    }
}
