package org.alkahest.type;

import org.jspecify.annotations.Nullable;

/** Decodes one column, whatever its codec; over a result, the codec's own decoder takes its place. */
record ColumnDecoder<T>(int position) implements Decoder<T> {
    @Override
    public @Nullable T decode(RowReader row) {
        return row.at(position);
    }

    @Override
    public Decoder<T> over(RowReader rows) {
        return rows.decoder(position);
    }
}
