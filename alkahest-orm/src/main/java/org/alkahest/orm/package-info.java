/**
 * Sessions: the unit of work that users see.
 *
 * <p>Start with {@link org.alkahest.orm.Sessions} (the factory), {@link org.alkahest.orm.Session} and
 * {@link org.alkahest.orm.Query}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm;
