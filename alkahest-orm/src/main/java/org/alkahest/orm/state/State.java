package org.alkahest.orm.state;

/** The states of an object with respect to one session. */
public enum State {
    /** Unknown to the session, and not in the database as far as it can tell. */
    TRANSIENT,
    /** Added; the next flush inserts it. */
    PENDING,
    /** In the session, with a row. */
    PERSISTENT,
    /** Its row was deleted by a flush; until the transaction ends. */
    DELETED,
    /** Unknown to the session, with a row. */
    DETACHED
}
