package org.alkahest.sql;

import java.util.List;
import java.util.Objects;

/**
 * How a table comes into FROM by itself when a column of it is used: joined to its source along a foreign key.
 *
 * @param source the table that has the foreign key; it may itself be joined implicitly
 * @param columns the columns of the foreign key
 * @param targetColumns the columns that they refer to, of the joined table
 * @param optional whether there may be no row, so that the join is a left join
 */
public record ImplicitJoin(
        TableRef source,
        List<? extends ColumnRef<?>> columns,
        List<? extends ColumnRef<?>> targetColumns,
        boolean optional) {
    public ImplicitJoin {
        Objects.requireNonNull(source, "source is null");
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The ON condition. */
    public Expression<Boolean> on() {
        Expression<Boolean> on = new Comparison(Comparison.Operator.EQUAL, columns.get(0), targetColumns.get(0));
        for (int i = 1; i < columns.size(); i++) {
            on = on.and(new Comparison(Comparison.Operator.EQUAL, columns.get(i), targetColumns.get(i)));
        }
        return on;
    }
}
