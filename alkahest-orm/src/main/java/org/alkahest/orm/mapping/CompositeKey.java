package org.alkahest.orm.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A primary key of several columns, in the table's order. A key of one column is the value itself. Immutable. */
public record CompositeKey(List<Object> parts) {
    public CompositeKey {
        parts = List.copyOf(parts);
    }

    public static CompositeKey of(Object... parts) {
        return new CompositeKey(Collections.unmodifiableList(Arrays.asList(parts)));
    }
}
