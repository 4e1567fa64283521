package org.alkahest.reflect;

/** What has a name among tables and rows to read. */
public enum ObjectKind {
    TABLE,
    VIEW,
    /** A view whose rows are stored. */
    MATERIALIZED_VIEW,
    /** A table whose rows are in another database. */
    FOREIGN_TABLE
}
