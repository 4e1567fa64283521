package org.alkahest.sql;

import java.util.Objects;

/**
 * {@code (left JOIN right ON …)} as one item of FROM, for an outer join to both at once. Columns are those of its sides.
 */
public record NestedJoin(FromItem left, JoinClause.Kind kind, FromItem right, Expression<Boolean> on)
        implements FromItem {
    public NestedJoin {
        Objects.requireNonNull(left, "left is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(right, "right is null");
        Objects.requireNonNull(on, "on is null");
    }

    @Override
    public void describe(Description description) {
        description.add(kind).child(left).child(right).child(on);
    }

    @Override
    public NestedJoin mapChildren(NodeMapper mapper) {
        return new NestedJoin(mapper.map(left), kind, mapper.map(right), mapper.map(on));
    }

    /** A nested join owns no column, so it is never asked. */
    @Override
    public <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        throw new IllegalStateException("A nested join owns no column, but is asked for " + column);
    }
}
