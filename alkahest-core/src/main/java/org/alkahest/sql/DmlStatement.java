package org.alkahest.sql;

/** A statement that changes rows: INSERT, UPDATE or DELETE. */
public sealed interface DmlStatement extends Statement permits Insert, Update, Delete {
    /** The table whose rows change. */
    TableRef table();

    /** The same statement, returning values of each changed row, where the database can (else ALK-1210 at compile). */
    default <R> Returning<R> returning(Selectable<R> selection) {
        return new Returning<>(this, selection);
    }
}
