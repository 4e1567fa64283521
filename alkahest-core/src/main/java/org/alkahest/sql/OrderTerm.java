package org.alkahest.sql;

/** What {@code orderBy} takes: an expression, or an expression with a direction. */
public interface OrderTerm {
    /** The sort key; ascending unless the term says otherwise. */
    OrderItem toOrderItem();
}
