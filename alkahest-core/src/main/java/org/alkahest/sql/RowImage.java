package org.alkahest.sql;

import java.util.Objects;
import java.util.Optional;
import org.alkahest.type.SqlType;

/**
 * A column of the target of a change, as it is in another image of the row than the table's own: the row that was to be
 * inserted, the row before the change, the row after it. Made by {@link Sql#excluded}, {@link Sql#oldValue} and
 * {@link Sql#newValue}.
 */
public record RowImage<T>(Kind kind, ColumnRef<T> column) implements Expression<T> {
    public RowImage {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(column, "column is null");
    }

    @Override
    public SqlType<T> type() {
        return column.type();
    }

    @Override
    public Optional<String> label() {
        return column.label();
    }

    @Override
    public void describe(Description description) {
        description.add(kind).child(column);
    }

    @Override
    public RowImage<T> mapChildren(NodeMapper mapper) {
        ColumnRef<T> mapped = mapper.map(column);
        return new RowImage<>(kind, mapped);
    }

    /** Which image of the row. */
    public enum Kind {
        /** The row that could not be inserted; in the update of an upsert. */
        EXCLUDED,
        /** The row before the change, NULL for an inserted one; in RETURNING. */
        OLD,
        /** The row after the change, NULL for a deleted one; in RETURNING. */
        NEW
    }
}
