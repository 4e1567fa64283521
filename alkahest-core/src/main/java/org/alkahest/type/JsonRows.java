package org.alkahest.type;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that a database has put into one JSON value: an array with an array, or an object, per row. */
public final class JsonRows {
    private JsonRows() {}

    /**
     * The rows in order, for the decoders of the query that made them.
     *
     * @param types of the columns, in order
     * @param labels the columns' names, for error messages
     */
    public static List<RowReader> read(String json, List<SqlType<?>> types, List<String> labels) {
        try {
            List<RowReader> rows = new ArrayList<>();
            for (String row : JsonText.elements(json)) {
                rows.add(RowReader.of(values(JsonText.elements(row), types), labels));
            }
            return rows;
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableValueException(
                    "Cannot read the nested rows of " + labels + ": " + e.getMessage()
                            + ". The database may have cut the text off, or written a value as no type here expects.",
                    e);
        }
    }

    private static @Nullable Object[] values(List<String> cells, List<SqlType<?>> types) {
        @Nullable Object[] values = new @Nullable Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = JsonValues.read(cells.get(i), types.get(i));
        }
        return values;
    }
}
