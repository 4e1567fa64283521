package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.Decoder;

/**
 * What a SELECT list takes, and what one row of it becomes: an expression, {@code row(…).as(…)}, or an entity. Immutable.
 *
 * @param <R> the Java type of one row's value
 */
public sealed interface Selectable<R> permits Expression, RowValue, SelectableExtension {
    /** The columns that this adds to the SELECT list, in order; at least one. */
    List<? extends Expression<?>> expressions();

    /**
     * The decoder of this part of a row. Made once per execution, because constructors and mappers belong to the statement
     * at hand and never to the statement cache.
     *
     * @param position the 0-based position of the first of {@link #expressions}
     */
    Decoder<R> decoder(int position, DecodeScope scope);

    /** The same with mapped {@link #expressions}, decoded by the same constructors; see {@link SqlNode#mapChildren}. */
    Selectable<R> mapParts(NodeMapper mapper);
}
