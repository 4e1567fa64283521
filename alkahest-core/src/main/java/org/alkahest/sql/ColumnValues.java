package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.alkahest.type.Decoder;
import org.jspecify.annotations.Nullable;

/** The columns of something selectable, before anything is made of them. */
record ColumnValues(List<Expression<?>> expressions) implements SelectableExtension<List<@Nullable Object>> {
    ColumnValues {
        expressions = List.copyOf(expressions);
    }

    @Override
    public Decoder<List<@Nullable Object>> decoder(int position, DecodeScope scope) {
        int width = expressions.size();
        return row -> {
            List<@Nullable Object> values = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                values.add(row.<Object>at(position + i));
            }
            return Collections.unmodifiableList(values);
        };
    }
}
