package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * How objects are made and read that never change. A session that has one keeps the object itself as its snapshot, which
 * therefore never differs; a copy of its values is made only where a rollback has to take values back. Thread-safe.
 */
@ExtensionPoint("generated, or written by hand for classes that cannot be annotated")
public abstract class ImmutableMapping<E> extends EntityMapping<E> {
    /** For subclasses. */
    protected ImmutableMapping() {}

    @Override
    public final Object snapshot(E entity) {
        List<? extends Column<?>> columns = table().mappedColumns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(entity, i);
        }
        return values;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very object
    public final void diff(E entity, Object snapshot, ColumnSet changed) {
        if (entity == snapshot) {
            return;
        }
        List<? extends Column<?>> columns = table().mappedColumns();
        for (int i = 0; i < columns.size(); i++) {
            if (!isSame(columns.get(i).type(), value(entity, i), snapshotValue(snapshot, i))) {
                changed.add(i);
            }
        }
    }

    @SuppressWarnings({"unchecked", "ReferenceEquality"
    }) // both are values of the column, or stand for the key of a target without one
    private static <T> boolean isSame(SqlType<T> type, @Nullable Object some, @Nullable Object other) {
        if (some instanceof Lazy<?> || other instanceof Lazy<?>) {
            return true; // what is lazy is not compared
        }
        if (some == null || other == null || some == Keys.PENDING || other == Keys.PENDING) {
            return some == other;
        }
        return type.same((T) some, (T) other);
    }

    @Override
    @SuppressWarnings("unchecked") // a snapshot is an object of the class, or its values
    public final @Nullable Object snapshotValue(Object snapshot, int column) {
        return snapshot instanceof Object[] values ? values[column] : value((E) snapshot, column);
    }
}
