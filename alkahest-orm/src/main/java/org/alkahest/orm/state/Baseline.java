package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a collection held at its last load or flush. Immutable.
 *
 * @param places by element, its key in a map or its position in the association table; empty where nothing is kept
 */
public record Baseline<T>(List<T> elements, List<@Nullable Object> places) {
    public Baseline {
        elements = List.copyOf(elements);
        places = Collections.unmodifiableList(new ArrayList<>(places));
    }

    /** Elements whose places nobody keeps. */
    static <T> Baseline<T> of(List<T> elements) {
        return new Baseline<>(elements, List.of());
    }

    @Nullable
    Object place(int index) {
        return places.isEmpty() ? null : places.get(index);
    }
}
