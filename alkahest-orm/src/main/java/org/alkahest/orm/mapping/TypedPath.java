package org.alkahest.orm.mapping;

import java.util.List;
import java.util.Objects;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to a hierarchy that is followed to objects of one of its classes:
 * {@code join(COMPANY.employees.ofType(MANAGER))} joins managers alone, whose columns can be used. Immutable.
 *
 * @param <E> the entity that has the relationship
 * @param <S> the class that is followed to, and its subclasses
 */
public final class TypedPath<E, S> implements JoinPath {
    private final Association<E, ? super S> association;
    private final EntityTable<S> subclass;

    TypedPath(Association<E, ? super S> association, EntityTable<S> subclass) {
        this.association = association;
        this.subclass = Objects.requireNonNull(subclass, "subclass is null");
    }

    /** The whole relationship. */
    public Association<E, ? super S> association() {
        return association;
    }

    /** There is an object of the class at the other end that meets a condition, on columns of the subclass too. */
    public Expression<Boolean> any(@Nullable Expression<Boolean> condition) {
        return Association.exists(association.stepsTo(association.inner(subclass, condition)), condition);
    }

    /** The same, as it reads of a reference. */
    public Expression<Boolean> has(@Nullable Expression<Boolean> condition) {
        return any(condition);
    }

    /** The same path with a further condition in ON; a join to an alias takes a condition on the alias. */
    public JoinPath and(Expression<Boolean> condition) {
        return new PathWith(this, Objects.requireNonNull(condition, "condition is null"));
    }

    @Override
    public List<Step> steps(@Nullable FromItem alias) {
        return association.stepsTo(alias == null ? subclass : occurrence(alias));
    }

    private EntityTable<?> occurrence(FromItem alias) {
        if (subclass.getClass().isInstance(alias)) {
            return (EntityTable<?>) alias;
        }
        throw new MappingException(
                "ALK-2006",
                "Cannot join '" + describePath() + "' to '" + alias + "': it leads to "
                        + subclass.mapping().entityClass().getSimpleName() + ". Give an alias of its table.");
    }

    @Override
    public JoinPath settled(@Nullable FromItem alias) {
        return association.isViewOnly() ? SettledPath.of(this, alias) : this;
    }

    @Override
    public String describePath() {
        return association.describePath() + ".ofType("
                + subclass.mapping().entityClass().getSimpleName() + ")";
    }

    @Override
    public String toString() {
        return describePath();
    }
}
