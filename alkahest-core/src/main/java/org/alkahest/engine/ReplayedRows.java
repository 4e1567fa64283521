package org.alkahest.engine;

import java.util.Iterator;
import java.util.List;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RowStatement;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Rows of a statement, made of the values of columns that were read before. One thread at a time. */
final class ReplayedRows<R> implements Iterator<R> {
    private final Iterator<List<@Nullable Object>> source;
    private final Decoder<R> decoder;
    private final List<SqlType<?>> types;
    private final List<String> labels;

    ReplayedRows(Iterator<List<@Nullable Object>> source, RowStatement<R> statement, DecodeScope scope) {
        List<? extends Expression<?>> columns = statement.selection().expressions();
        this.source = source;
        this.decoder = statement.selection().decoder(0, scope);
        this.types = columns.stream().<SqlType<?>>map(Expression::type).toList();
        this.labels = columns.stream().map(column -> column.label().orElse("?")).toList();
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    @SuppressWarnings("NullAway") // a row is null where the database says NULL
    public R next() {
        List<@Nullable Object> kept = source.next();
        if (kept.size() != types.size()) {
            throw new AlkahestArgumentException(
                    "ALK-1330",
                    "Cannot give the rows of a statement with " + types.size() + " columns: the values that were kept"
                            + " are of " + kept.size() + ". Keep the rows of each statement under a key of its own.");
        }
        @Nullable Object[] values = new @Nullable Object[kept.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = copy(types.get(i), kept.get(i));
        }
        return decoder.decode(RowReader.of(values, labels));
    }

    /** What was kept may be read again, and may not change with what is made of it now. */
    @SuppressWarnings("unchecked") // values have the type of their column
    private static <T> @Nullable Object copy(SqlType<T> type, @Nullable Object value) {
        return value == null ? null : type.copy((T) value);
    }
}
