package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute of an object differs from the last flush or load: what {@link Session#history} tells. Immutable.
 *
 * @param added the value of a new or changed attribute; the elements that came into a collection
 * @param unchanged the value of an attribute that did not change; the elements that stayed
 * @param deleted the value before the change; the elements that went
 */
public record AttributeHistory<T extends @Nullable Object>(List<T> added, List<T> unchanged, List<T> deleted) {
    public AttributeHistory {
        added = Collections.unmodifiableList(new ArrayList<>(added)); // which may hold null
        unchanged = Collections.unmodifiableList(new ArrayList<>(unchanged));
        deleted = Collections.unmodifiableList(new ArrayList<>(deleted));
    }

    /** Whether anything came or went. */
    public boolean isChanged() {
        return !(added.isEmpty() && deleted.isEmpty());
    }
}
