package org.alkahest.sql;

import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Turns the current row of a result into a value. One thread at a time. */
@FunctionalInterface
public interface Decoder<R> {
    /** The value; null where the database says NULL. */
    @Nullable
    R decode(RowReader row);
}
