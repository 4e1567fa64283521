package org.alkahest.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of parameters given by name. */
record NamedRows(List<? extends Map<String, ?>> rows, List<String> names) implements ParameterRows {
    /** @param rows of which the first tells the names */
    NamedRows(List<? extends Map<String, ?>> rows) {
        this(rows, rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet()));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public @Nullable Object value(int row, int name) {
        return rows.get(row).get(names.get(name));
    }

    /** The slice keeps the names of all rows, so that each of its rows is still held to them. */
    @Override
    public ParameterRows slice(int from, int to) {
        return new NamedRows(rows.subList(from, to), names);
    }

    /** Gives the names of each row that has not those of the first to who refuses them. */
    void requireSameNames(Consumer<Collection<String>> names) {
        for (Map<String, ?> row : rows) {
            if (row.size() != this.names.size() || !row.keySet().containsAll(this.names)) {
                names.accept(row.keySet());
            }
        }
    }
}
