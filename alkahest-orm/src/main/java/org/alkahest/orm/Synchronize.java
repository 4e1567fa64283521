package org.alkahest.orm;

/** How the objects of a session follow an UPDATE or DELETE by criteria, which changes rows behind them. */
public enum Synchronize {
    /**
     * By {@link #EVALUATE} where that can be done, else by {@link #FETCH}. A DELETE asks the database also where the session
     * has stale objects, of which Java does not know what their rows have.
     */
    AUTO,
    /**
     * The condition and the new values are evaluated in Java, against what the session last read or wrote: no further
     * statement. Errors with ALK-2130, before anything is sent, for a condition that only the database can evaluate; where
     * it is a new value, the objects that meet the condition are stale, and read again when they are next met.
     */
    EVALUATE,
    /**
     * The database is asked: after an UPDATE the session's objects of the table are read again, before and after a DELETE
     * it is asked which of them have a row. Emits: one SELECT, or two, for each batch of them.
     */
    FETCH,
    /** The session's objects of the table are stale, and read again when they are next met. */
    NONE
}
