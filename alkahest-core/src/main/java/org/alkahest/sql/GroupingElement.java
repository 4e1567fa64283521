package org.alkahest.sql;

/** What GROUP BY takes: an expression, or several sets of expressions by which rows are grouped at once. */
public sealed interface GroupingElement extends SqlNode permits Expression, GroupingSets {
    @Override
    GroupingElement mapChildren(NodeMapper mapper);
}
