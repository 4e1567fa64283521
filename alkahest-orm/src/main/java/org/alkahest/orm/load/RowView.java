package org.alkahest.orm.load;

import java.util.List;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Rows as the attributes of a class are numbered: one view, which follows the reader from row to row. One thread at a time. */
final class RowView {
    private final int[] positions;
    private @Nullable RowReader source;
    private @Nullable RowReader view;

    /** @param positions by attribute, counted from {@code first}; negative for what is not in the row, which nobody reads */
    RowView(List<Integer> positions, int first) {
        this.positions =
                positions.stream().mapToInt(p -> first + Math.max(0, p)).toArray();
    }

    @SuppressWarnings("ReferenceEquality") // a reader follows its rows, so that one view serves them all
    RowReader of(RowReader row) {
        RowReader known = view;
        if (known == null || source != row) {
            known = row.selecting(positions);
            view = known;
            source = row;
        }
        return known;
    }
}
