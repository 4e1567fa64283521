package org.alkahest.sql;

/**
 * A statement that returns rows.
 *
 * @param <R> what one row becomes
 */
public sealed interface RowStatement<R> extends Statement permits QueryExpression, Returning, TextQuery {
    /** What the rows hold and how one becomes a value. */
    Selectable<R> selection();

    @Override
    RowStatement<R> mapChildren(NodeMapper mapper);
}
