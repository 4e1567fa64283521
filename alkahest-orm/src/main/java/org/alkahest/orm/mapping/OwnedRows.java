package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath.Step;
import org.alkahest.sql.Select;

/**
 * Where the targets of a relationship are read for several owners: what to select from, and what has the key of each
 * target's owner. Immutable.
 */
public record OwnedRows(
        FromItem from, List<Step> joins, Expression<Boolean> where, List<? extends Expression<?>> ownerKey) {
    public OwnedRows {
        joins = List.copyOf(joins);
        ownerKey = List.copyOf(ownerKey);
    }

    /** A statement that reads them. */
    public <R> Select<R> in(Select<R> select) {
        Select<R> reading = select.from(from);
        for (Step join : joins) {
            reading = reading.join(join.item(), join.on());
        }
        return reading.where(where);
    }
}
