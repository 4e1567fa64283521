package org.alkahest.orm.mapping;

/** How a query of a class gets the columns of its subclasses that are in tables of their own. */
public enum SubclassLoading {
    /** By left joins of all subclasses, in one statement. */
    JOIN,
    /** By a SELECT of each subclass that has objects in the result, and batch of them. */
    SELECT
}
