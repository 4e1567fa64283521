package org.alkahest.type;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, read by position through codecs that were chosen once for the statement. Positions are
 * 0-based. One thread at a time; valid while its result is open.
 */
public final class RowReader {
    private static final Codec<?>[] NO_CODECS = {};
    private static final @Nullable Object[] NO_VALUES = {};

    /** Null where the values are known already. */
    private final @Nullable ResultSet row;

    private final Codec<?>[] codecs;
    private final @Nullable Object[] values;
    private final List<String> labels;
    /** Where the columns are in the row, 1-based; null where each is at its position. */
    private final int @Nullable [] columns;

    /**
     * @param codecs one per column of the result; not copied, not changed
     * @param labels the columns' names, for error messages
     */
    public RowReader(ResultSet row, Codec<?>[] codecs, List<String> labels) {
        this(row, codecs, NO_VALUES, labels, null);
    }

    private RowReader(
            @Nullable ResultSet row,
            Codec<?>[] codecs,
            @Nullable Object[] values,
            List<String> labels,
            int @Nullable [] columns) {
        this.row = row;
        this.codecs = codecs;
        this.values = values;
        this.labels = labels;
        this.columns = columns;
    }

    /**
     * A row that came in another way than by a result: its values, of the types that the statement gave them.
     *
     * @param values not copied, not changed
     */
    public static RowReader of(@Nullable Object[] values, List<String> labels) {
        return new RowReader(null, NO_CODECS, values, labels, null);
    }

    /**
     * The same row with its columns in another order, or fewer of them: at each position what is here at the position given
     * for it. Follows this reader from row to row.
     */
    public RowReader selecting(int... positions) {
        List<String> names = new ArrayList<>(positions.length);
        @Nullable Object[] chosen = new @Nullable Object[row == null ? positions.length : 0];
        Codec<?>[] readers = new Codec<?>[row == null ? 0 : positions.length];
        int[] places = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            names.add(labels.get(positions[i]));
            places[i] = column(positions[i]);
            if (row == null) {
                chosen[i] = values[positions[i]];
            } else {
                readers[i] = codecs[positions[i]];
            }
        }
        return new RowReader(row, readers, chosen, names, places);
    }

    private int column(int position) {
        int[] places = columns;
        return places == null ? position + 1 : places[position];
    }

    /** The value at a position, of the type that the statement gave it; null for SQL NULL. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the caller and the codec take the type from the same expression
    public <T> @Nullable T at(int position) {
        ResultSet jdbc = row;
        if (jdbc == null) {
            return (T) values[position];
        }
        try {
            return (T) codecs[position].read(jdbc, column(position));
        } catch (SQLException | DateTimeException | IllegalArgumentException e) {
            throw unreadable(position, e);
        }
    }

    /** The value at a position by a reader of the caller's; null for SQL NULL. */
    @SuppressWarnings("unchecked") // as in at
    <T> @Nullable T read(int position, Codec.Reader<T> reader) {
        ResultSet jdbc = row;
        if (jdbc == null) {
            return (T) values[position];
        }
        try {
            return reader.read(jdbc, column(position));
        } catch (SQLException | DateTimeException | IllegalArgumentException e) {
            throw unreadable(position, e);
        }
    }

    /** The decoder of the column at a position, of the type that the statement gave it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in at
    <T> Decoder<T> decoder(int position) {
        return row == null ? Decoder.column(position) : (Decoder<T>) codecs[position].decoder(position);
    }

    /** The value at a position for a primitive target; errors with ALK-1405, naming the column, where it is NULL. */
    public int intAt(int position) {
        ResultSet jdbc = row;
        if (jdbc == null) {
            return this.<Number>requiredAt(position).intValue();
        }
        try {
            long value = jdbc.getLong(column(position));
            return value == 0 && jdbc.wasNull() ? noNull(position) : Getters.toInt(value);
        } catch (SQLException e) {
            throw unreadable(position, e);
        }
    }

    /** As {@link #intAt}, for long. */
    public long longAt(int position) {
        ResultSet jdbc = row;
        if (jdbc == null) {
            return this.<Number>requiredAt(position).longValue();
        }
        try {
            long value = jdbc.getLong(column(position));
            return value == 0 && jdbc.wasNull() ? noNull(position) : value;
        } catch (SQLException e) {
            throw unreadable(position, e);
        }
    }

    /** As {@link #intAt}, for double. */
    public double doubleAt(int position) {
        ResultSet jdbc = row;
        if (jdbc == null) {
            return this.<Number>requiredAt(position).doubleValue();
        }
        try {
            double value = jdbc.getDouble(column(position));
            // Some drivers give NaN for NULL.
            return (value == 0 || Double.isNaN(value)) && jdbc.wasNull() ? noNull(position) : value;
        } catch (SQLException e) {
            throw unreadable(position, e);
        }
    }

    /** As {@link #at}, but never null: errors with ALK-1405, naming the column, for SQL NULL. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as in at
    public <T> T requiredAt(int position) {
        T value = at(position);
        if (value == null) {
            noNull(position);
            throw new AssertionError("unreachable");
        }
        return value;
    }

    /** Whether every column of a range is SQL NULL. */
    public boolean allNull(int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (this.<Object>at(i) != null) {
                return false;
            }
        }
        return true;
    }

    /** The number of columns. */
    public int width() {
        return row == null ? values.length : codecs.length;
    }

    private int noNull(int position) {
        throw new AlkahestArgumentException(
                "ALK-1405",
                "Cannot put NULL into a primitive: column '" + labels.get(position)
                        + "' is NULL in this row. Use a wrapper type, or coalesce in SQL.");
    }

    private AlkahestException unreadable(int position, Exception cause) {
        return new UnreadableValueException(
                "Cannot read column '" + labels.get(position) + "' (position " + position + "): " + cause.getMessage()
                        + ". Map the column to a type that its values fit.",
                cause);
    }
}
