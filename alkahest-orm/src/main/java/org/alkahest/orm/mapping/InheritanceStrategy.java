package org.alkahest.orm.mapping;

/** How the classes of a hierarchy share tables. */
public enum InheritanceStrategy {
    /** One table for all, with the columns of all. */
    SINGLE_TABLE,
    /** A table for each class with its own columns, which share the key. */
    JOINED,
    /** A whole table for each class that has objects; queries of a superclass read their union. */
    TABLE_PER_CLASS
}
