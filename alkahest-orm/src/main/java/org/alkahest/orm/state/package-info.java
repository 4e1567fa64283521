/**
 * The state of a session: which objects it has, how they were, and how to get back.
 *
 * <p>{@link org.alkahest.orm.state.IdentityMap} has one {@link org.alkahest.orm.state.EntityEntry} per object;
 * {@link org.alkahest.orm.state.TrackedCollection}s stand in the fields; an {@link org.alkahest.orm.state.UndoLog}
 * remembers what flushes changed.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.state;
