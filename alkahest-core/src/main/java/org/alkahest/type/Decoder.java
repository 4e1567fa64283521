package org.alkahest.type;

import org.jspecify.annotations.Nullable;

/** Turns the current row of a result into a value. One thread at a time. */
@FunctionalInterface
public interface Decoder<R> {
    /** The value; null where the database says NULL. */
    @Nullable
    R decode(RowReader row);

    /** The same for the rows of one result, with everything looked up that is the same for all of them. */
    default Decoder<R> over(RowReader rows) {
        return this;
    }

    /** The column at a 0-based position. */
    static <T> Decoder<T> column(int position) {
        return new ColumnDecoder<>(position);
    }
}
