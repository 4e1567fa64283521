package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives children of a node their replacements; see {@link SqlNode#mapChildren}. One thread at a time. */
public interface NodeMapper {
    /** What takes the node's place, the node itself included; the same for the same node whenever it is asked for. */
    <N extends SqlNode> N map(N node);

    /** As {@link #map}, where the child may be absent. */
    default <N extends SqlNode> @Nullable N mapNullable(@Nullable N node) {
        return node == null ? null : map(node);
    }

    /** As {@link #map} for each child, in order. */
    default <N extends SqlNode> List<N> mapAll(List<N> nodes) {
        List<N> mapped = new ArrayList<>(nodes.size());
        for (N node : nodes) {
            mapped.add(map(node));
        }
        return mapped;
    }

    /** As {@link #mapAll} for places that take columns and no other expression. */
    default List<ColumnRef<?>> mapColumns(List<? extends ColumnRef<?>> columns) {
        List<ColumnRef<?>> mapped = new ArrayList<>(columns.size());
        for (ColumnRef<?> column : columns) {
            ColumnRef<?> checkedHere = map(column);
            mapped.add(checkedHere);
        }
        return mapped;
    }
}
