package org.alkahest.compile;

import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Description;
import org.alkahest.sql.FromItem;
import org.alkahest.type.SqlType;

/** A result column by name, where only those are in scope: ORDER BY after a set operation. */
record ResultColumn<T>(String name, SqlType<T> type) implements ColumnRef<T> {
    @Override
    public FromItem owner() {
        throw new IllegalStateException("A result column belongs to no table: " + name);
    }

    @Override
    public void describe(Description description) {
        description.add(name);
    }
}
