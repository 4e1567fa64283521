package org.alkahest.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that returns rows.
 *
 * @param <R> what one row becomes
 */
public sealed interface RowStatement<R> extends Statement permits QueryExpression, Returning, TextQuery {
    /** What the rows hold and how one becomes a value. */
    Selectable<R> selection();

    /** The same statement with rows that are read by name, column or position, whatever its own become. */
    default RowStatement<Row> asRows() {
        return RowForms.decoded(this, RowParts.of(selection()).rows(selection()));
    }

    /**
     * The same statement with rows that are the values of its columns, in order, before anything is made of them: what a
     * cache keeps. Unmodifiable; null where they are NULL.
     */
    default RowStatement<List<@Nullable Object>> asValues() {
        return RowForms.decoded(this, new ColumnValues(List.copyOf(selection().expressions())));
    }

    /**
     * The same statement with rows that are maps from the names of the columns to their values, in order; unmodifiable.
     * Columns without a name are named by their 0-based position. Errors with ALK-1122 if two have the same name.
     */
    default RowStatement<Map<String, @Nullable Object>> asMaps() {
        return RowForms.decoded(this, RowParts.of(selection()).maps(selection()));
    }

    @Override
    RowStatement<R> mapChildren(NodeMapper mapper);
}
