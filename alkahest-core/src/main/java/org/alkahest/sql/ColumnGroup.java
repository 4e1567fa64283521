package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Several columns of one table that have one value together, as those of an embeddable have.
 *
 * @param <T> the Java type of the value
 */
@ExtensionPoint("the ORM's embeddables are groups of columns, and users' own values may be")
public interface ColumnGroup<T> {
    /** The columns, in order; at least one. */
    List<? extends ColumnRef<?>> columns();

    /** The value of each column, in their order. */
    List<@Nullable Object> valuesOf(T value);
}
