package org.alkahest.sql;

/** Something in FROM. */
public sealed interface FromItem extends SqlNode, JoinTarget
        permits DerivedTable,
                CommonTableExpression,
                ValuesTable,
                TableFunction,
                TableSample,
                NestedJoin,
                FromExtension {
    /**
     * The column of this item that takes the place of another item's, when this replaces that: the one of the same name.
     * Errors if there is none: ALK-1105 of queries, ALK-1242 of tables.
     */
    <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column);

    @Override
    FromItem mapChildren(NodeMapper mapper);
}
