package org.alkahest.orm.mapping;

/** What callback methods of an entity and its listeners are called for; the names are those of Jakarta's annotations. */
public enum LifecycleEvent {
    /** Before a flush inserts the row; changes go into it. */
    PRE_PERSIST,
    /** After a flush inserted the row; a generated key is set. */
    POST_PERSIST,
    /** Before a flush updates the row, and only if a column differs; changes go into it. */
    PRE_UPDATE,
    POST_UPDATE,
    /** Before a flush deletes the row. */
    PRE_REMOVE,
    POST_REMOVE,
    /** After the row was read, for the first time or again, and all attributes but lazy ones are filled. */
    POST_LOAD
}
