package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** A row of any number of columns, read by column, label or 0-based position. Immutable. */
public final class Row {
    private final List<? extends Selectable<?>> parts;
    private final @Nullable Object[] values;

    Row(List<? extends Selectable<?>> parts, @Nullable Object[] values) {
        this.parts = parts;
        this.values = values;
    }

    /** The value of a selected expression; errors with ALK-1122 if the row has no such part. */
    @SuppressWarnings("unchecked") // the part's decoder gives its type
    public <T> @Nullable T value(Selectable<T> part) {
        int index = parts.indexOf(part);
        if (index < 0) {
            throw missing(String.valueOf(part));
        }
        return (T) values[index];
    }

    /** The value of a column name or label; errors with ALK-1122 if there is none, or more than one. */
    public @Nullable Object value(String label) {
        int found = -1;
        for (int i = 0; i < values.length; i++) {
            if (parts.get(i) instanceof Expression<?> e
                    && e.label().filter(label::equals).isPresent()) {
                if (found >= 0) {
                    throw new AlkahestArgumentException(
                            "ALK-1122",
                            "Cannot read '" + label + "' from the row: positions " + found + " and " + i
                                    + " both have that name. Label one with as(\"…\"), or read by column.");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw missing(label);
        }
        return values[found];
    }

    /** The value at a 0-based position. */
    public @Nullable Object value(int position) {
        return values[position];
    }

    public int size() {
        return values.length;
    }

    /** Names to values in order; parts without a name are named by their position. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(name(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    private String name(int position) {
        return parts.get(position) instanceof Expression<?> e
                ? e.label().orElse(Integer.toString(position))
                : Integer.toString(position);
    }

    private AlkahestArgumentException missing(String what) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            names.add(name(i));
        }
        return new AlkahestArgumentException(
                "ALK-1122",
                "Cannot read '" + what + "' from the row: it has " + names + ". Add it to the SELECT list.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
