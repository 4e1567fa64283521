package org.alkahest.orm.mapping;

import org.alkahest.sql.Expression;

/**
 * Says which rows of one table belong to a row of another. Asked again for each occurrence of the two; thread-safe.
 *
 * @param <E> the entity that has the relationship
 * @param <T> the entity that it leads to
 */
@FunctionalInterface
public interface JoinCondition<E, T> {
    Expression<Boolean> on(EntityTable<E> owner, EntityTable<T> target);
}
