package org.alkahest.orm.mapping;

import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;

/**
 * Which statements of a flush write a column, and after which the flush reads what the database has put there. Where a
 * mapping says nothing, a computed column is only read, one with a server default is read where an object's null left it to
 * the database, and every other is written and never read. Immutable.
 *
 * @param inserted whether INSERTs write it; if not, a new object has no value for it (ALK-2062)
 * @param updated whether UPDATEs write it; if not, nobody changes it in an object (ALK-2062)
 */
public record ColumnUse(Column<?> column, boolean inserted, boolean updated, Reading reading) {
    /** After which statements the database's value is read into the object. */
    public enum Reading {
        /** The object's value is the row's. */
        NEVER,
        /** The database gives the first value, where the INSERT gives none. */
        AFTER_INSERT,
        /** The database may give another value with each INSERT and UPDATE. */
        AFTER_WRITES
    }

    static ColumnUse of(Column<?> column) {
        ColumnOptions options = column.options();
        if (options.computed() != null) {
            return new ColumnUse(column, false, false, Reading.AFTER_WRITES);
        }
        return new ColumnUse(
                column, true, true, options.serverDefault() == null ? Reading.NEVER : Reading.AFTER_INSERT);
    }
}
