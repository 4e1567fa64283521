package org.alkahest.schema;

import java.util.List;

/** An option of a table; see {@link TableBuilder#option}. Dialects implement it. */
public interface TableOption extends DialectOption {
    /** The tables that have to be created before the one that has the option. */
    default List<Table> requiredTables() {
        return List.of();
    }

    /**
     * Whether the SQL of an INSERT, UPDATE, DELETE or MERGE of the table depends on it, so that it must be told apart in the
     * statement cache; most options are about DDL alone.
     */
    default boolean isAboutStatements() {
        return false;
    }
}
