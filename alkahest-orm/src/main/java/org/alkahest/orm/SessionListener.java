package org.alkahest.orm;

import org.alkahest.engine.UpdateResult;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Statement;

/**
 * Is told of what a session does, on the thread that does it. Listeners are called in the order in which they were
 * registered, those of {@link SessionOptions} first. What a listener throws is thrown to the caller as it is.
 *
 * <p>Of changes of state, loads, and ends of transactions a listener is told when the call that caused them has done its
 * work: all listeners are told of all of them, and what the first one throws is thrown at the end. One that is registered
 * with several sessions must be thread-safe.
 */
public interface SessionListener {
    /**
     * Before a flush, when what associations cascade to has been found: {@link Session#newObjects},
     * {@link Session#changedObjects} and {@link Session#deletedObjects} are what is to be written. May add, change and
     * delete objects, and give deleted ones back with {@link Session#add}; is called again when that, or a cascade of it,
     * brought further objects into the flush. Nothing is sent yet: an exception ends the flush and leaves the session as
     * it is. May query, but not flush, commit or roll back (ALK-2113).
     */
    default void beforeFlush(Session session) {}

    /** Before the row of a new object is inserted. Changes of the object go into the row; else as {@link #beforeFlush}. */
    default void beforeInsert(Session session, Object entity) {}

    /** Before columns of an object's row are updated; not for one of which collections alone have changed. */
    default void beforeUpdate(Session session, Object entity) {}

    /** Before the row of an object is deleted. */
    default void beforeDelete(Session session, Object entity) {}

    /** Before the first statement of a flush that has any: the last chance to stop it. Changes of objects come too late. */
    default void flushPlanned(Session session, FlushPlan plan) {}

    /**
     * After the row of an object was inserted, and all of the flush was sent. An exception fails the flush: its
     * transaction or savepoint is rolled back, as after a statement that failed.
     */
    default void afterInsert(Session session, Object entity) {}

    /** After columns of an object's row were updated; as {@link #afterInsert}. */
    default void afterUpdate(Session session, Object entity) {}

    /** After the row of an object was deleted; as {@link #afterInsert}. */
    default void afterDelete(Session session, Object entity) {}

    /**
     * After everything of a plan was sent and the objects know it. An exception fails the flush, as of
     * {@link #afterInsert}. Changes made here are written by the next flush; {@link Session#commit} makes one.
     */
    default void afterFlush(Session session, FlushPlan plan) {}

    /**
     * After the state of an object has changed. Reading a row makes no change of this kind, but a load ({@link #loaded}).
     * The object may be in another state again: each change is told.
     */
    default void stateChanged(Session session, Object entity, State from, State to) {}

    /** After a row was read as an object that the session did not have, and all its attributes were filled. */
    default void loaded(Session session, Object entity) {}

    /** After a row was read again into its object. */
    default void refreshed(Session session, Object entity) {}

    /** After {@link Session#execute(DmlStatement)} has changed rows directly, and the session's objects have followed. */
    default void rowsChanged(Session session, DmlStatement statement, UpdateResult result) {}

    /**
     * Before a query or a change of rows is sent, by {@link Session#execute(RowStatement)} and its like, by {@link Query},
     * or by the session itself when it looks for objects: gives the statement that is sent instead, of the same kind (else
     * ALK-2210), with the same columns in its rows. Each listener is given what the one before it gave; what reads or
     * writes pending changes is judged by the last. Not for what a flush writes, which {@link #flushPlanned} shows.
     *
     * @param own whether the session looks for objects: by key, lazily, or with others
     */
    default Statement beforeExecute(Session session, Statement statement, boolean own) {
        return statement;
    }

    /**
     * Where the rows of a query come from: the session's connection, another engine or connection, or a cache. Asked after
     * {@link #beforeExecute} of all listeners, for the statement that they made, and after what the query could miss was
     * flushed; the first listener that says something else than {@link Route#SESSION} decides. Not for changes, those that
     * return rows included.
     *
     * @param own whether the session looks for objects: by key, lazily, or with others
     */
    default Route route(Session session, RowStatement<?> query, boolean own) {
        return Route.SESSION;
    }

    /** After the session has taken a connection, before its first statement; an exception gives the connection back. */
    default void transactionBegun(Session session) {}

    /** Before the flush of {@link Session#commit}. An exception stops it; nothing is sent or undone. */
    default void beforeCommit(Session session) {}

    /** After a transaction was committed. The session has none now. */
    default void committed(Session session) {}

    /** After a transaction was rolled back: by the user, by closing the session, or because a flush or commit failed. */
    default void rolledBack(Session session) {}

    /** After a savepoint was made. */
    default void savepointBegun(Session session) {}

    /** After what was done since a savepoint became a part of what encloses it. */
    default void savepointReleased(Session session) {}

    /** After what was done since a savepoint was undone, by the user or because a flush failed. */
    default void savepointRolledBack(Session session) {}
}
