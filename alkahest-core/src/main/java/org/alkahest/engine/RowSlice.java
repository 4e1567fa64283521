package org.alkahest.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the rows of others. */
record RowSlice(ParameterRows all, int from, int size) implements ParameterRows {
    @Override
    public List<String> names() {
        return all.names();
    }

    @Override
    public @Nullable Object value(int row, int name) {
        return all.value(from + row, name);
    }
}
