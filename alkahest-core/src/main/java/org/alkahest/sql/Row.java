package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of any number of columns, read by column, by name or by 0-based position. The name of a column is its label, or
 * else its own name; to read many rows by name, ask one for the {@link #position(String)} and read the others by that.
 * Errors with ALK-1122 for a column that it has not, and for a name that two of its columns have. Immutable, as far as its
 * values are.
 */
public final class Row {
    private final RowParts parts;
    private final @Nullable Object[] values;

    Row(RowParts parts, @Nullable Object[] values) {
        this.parts = parts;
        this.values = values;
    }

    /** The value of a selected expression or entity, the very one or its equal, labelled or not; null where it is NULL. */
    @SuppressWarnings("unchecked") // the part's decoder gives its type
    public <T> @Nullable T value(Selectable<T> part) {
        return (T) values[parts.position(part)];
    }

    /** The value of a column name or label; null where it is NULL. */
    public @Nullable Object value(String name) {
        return values[parts.position(name)];
    }

    /** The value at a 0-based position; null where it is NULL. */
    public @Nullable Object value(int position) {
        return values[parts.position(position)];
    }

    /** Where a selected expression or entity stands, 0-based; the same in all rows of a statement. */
    public int position(Selectable<?> part) {
        return parts.position(part);
    }

    /** Where a column name or label stands, 0-based; the same in all rows of a statement. */
    public int position(String name) {
        return parts.position(name);
    }

    /** The number of columns. */
    public int size() {
        return values.length;
    }

    /** The names of the columns in order; those without a name are named by their position. */
    public List<String> names() {
        return parts.names();
    }

    /** The values in order, null where they are NULL. */
    public List<@Nullable Object> values() {
        List<@Nullable Object> all = new ArrayList<>(values.length);
        for (Object value : values) {
            all.add(value);
        }
        return Collections.unmodifiableList(all);
    }

    /** Names to values in order; errors with ALK-1122 if two columns have the same name. */
    public Map<String, @Nullable Object> toMap() {
        return parts.toMap(values);
    }

    /** Whether the values are the same in the same order, whatever their names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** Names and values, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(parts.names().get(i)).append('=');
            text.append(values[i] instanceof byte[] bytes ? bytes.length + " bytes" : values[i]);
        }
        return text.append('}').toString();
    }
}
