package org.alkahest.schema;

/** How the rows of a table are inserted, on every database. */
public enum InsertOption implements TableOption {
    /**
     * One row per execution, never several in one statement, where generated columns are wanted: for tables with triggers
     * that give rows other keys than the database would, or that a MERGE cannot write.
     */
    ROW_BY_ROW
}
