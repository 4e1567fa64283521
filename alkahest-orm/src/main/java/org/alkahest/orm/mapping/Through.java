package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath;
import org.jspecify.annotations.Nullable;

/**
 * A path through a collection to what its elements refer to, such as from a recipe through its ingredients to foods: a join
 * target and a maker of conditions. Immutable.
 *
 * @param <E> where the path begins
 * @param <A> the elements of the collection
 * @param <T> where the path ends
 */
public final class Through<E, A, T> implements JoinPath {
    private final ToMany<E, A> collection;
    private final ToOne<A, T> reference;

    Through(ToMany<E, A> collection, ToOne<A, T> reference) {
        if (!reference.owner().equals(collection.target())) {
            throw new MappingException(
                    "ALK-2044",
                    "Cannot go from '" + collection.describePath() + "' through '" + reference.describePath()
                            + "': the collection leads to '"
                            + collection.target().correlationName()
                            + "'. Give an association of that.");
        }
        this.collection = collection;
        this.reference = reference;
    }

    /** An element refers to something that meets a condition; one of the elements themselves may be part of it. */
    public Expression<Boolean> any(@Nullable Expression<Boolean> condition) {
        return Association.exists(steps(null), condition);
    }

    /** An element refers to this one; its key is compared, and no table of its own is read. */
    public Expression<Boolean> contains(T target) {
        return collection.any(reference.eq(target));
    }

    /** No element refers to anything. */
    public Expression<Boolean> isEmpty() {
        return any(null).not();
    }

    @Override
    public List<Step> steps(@Nullable FromItem alias) {
        List<Step> steps = new ArrayList<>(collection.steps(null));
        steps.addAll(reference.steps(alias));
        return steps;
    }

    @Override
    public JoinPath settled(@Nullable FromItem alias) {
        return collection.isViewOnly() || reference.isViewOnly() ? SettledPath.of(this, alias) : this;
    }

    @Override
    public String describePath() {
        return collection.describePath() + "." + reference.name();
    }

    @Override
    public String toString() {
        return describePath();
    }
}
