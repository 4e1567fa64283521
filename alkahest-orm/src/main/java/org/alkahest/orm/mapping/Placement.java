package org.alkahest.orm.mapping;

import java.util.function.Supplier;
import org.alkahest.schema.Column;

/**
 * Where an element stands in its collection, kept in a column: an attribute of the element, or a column of the association
 * table. The column is resolved at first use. Immutable.
 */
public sealed interface Placement {
    Supplier<? extends Column<?>> source();

    /** The column that says it. */
    default Column<?> column() {
        return source().get();
    }

    /** Whether elements have it as an attribute; else their rows in the association table have it. */
    default boolean isAttribute() {
        return column().owner() instanceof EntityTable<?>;
    }

    /** The 0-based position in a list, without gaps after each flush that changes the list. */
    record Position(Supplier<? extends Column<?>> source) implements Placement {}

    /** The key in a map. */
    record Key(Supplier<? extends Column<?>> source) implements Placement {}
}
