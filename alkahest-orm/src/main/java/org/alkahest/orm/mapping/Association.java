package org.alkahest.orm.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A relationship of one occurrence of an entity's table: a join target, a loader path, and a maker of conditions. Its
 * target is a supplier, resolved at first use, so that companions never touch each other while they are initialised.
 * Immutable.
 *
 * @param <E> the entity that has it
 * @param <T> the entity at its other end
 */
public abstract sealed class Association<E, T> implements JoinPath permits ToOne, ToMany {
    private final EntityTable<E> owner;
    private final String name;
    private final int index;
    private final Supplier<? extends EntityTable<T>> target;
    private final Set<Cascade> cascades;

    Association(
            EntityTable<E> owner,
            String name,
            int index,
            Supplier<? extends EntityTable<T>> target,
            Set<Cascade> cascades) {
        this.owner = Objects.requireNonNull(owner, "owner is null");
        this.name = Objects.requireNonNull(name, "name is null");
        this.index = index;
        this.target = Objects.requireNonNull(target, "target is null");
        this.cascades = Set.copyOf(cascades);
    }

    /** The occurrence of the table that this association starts from. */
    public final EntityTable<E> owner() {
        return owner;
    }

    /** The attribute's name in Java. */
    public final String name() {
        return name;
    }

    /** The 0-based position among the entity's associations. */
    public final int index() {
        return index;
    }

    /** The canonical table at the other end. */
    public final EntityTable<T> target() {
        return target.get();
    }

    final Supplier<? extends EntityTable<T>> targetSupplier() {
        return target;
    }

    /** Whether it is read alone: a flush neither writes it nor cascades along it, and a change of it is an error. */
    public abstract boolean isViewOnly();

    /** The target's association that a change of this one sets; null where it sets none. */
    public abstract @Nullable ToOne<T, E> back();

    public final Set<Cascade> cascades() {
        return cascades;
    }

    public final boolean cascades(Cascade cascade) {
        return cascades.contains(cascade);
    }

    /**
     * The same path with a further condition in ON: {@code leftJoin(STUDENT.fees.and(FEE.amount.gt(limit)))} keeps students
     * without such fees. A join to an alias takes a condition on the alias.
     */
    public final JoinPath and(Expression<Boolean> condition) {
        return new PathWith(this, Objects.requireNonNull(condition, "condition is null"));
    }

    @Override
    public final JoinPath settled(@Nullable FromItem alias) {
        return isViewOnly() ? SettledPath.of(this, alias) : this;
    }

    @Override
    public final String describePath() {
        return owner.correlationName() + "." + name;
    }

    /**
     * The occurrence for a subquery: the canonical one, or one of its own where the owner is that. Then a condition could
     * mean either, which is an error (ALK-2045).
     */
    final EntityTable<T> inner(@Nullable Expression<Boolean> condition) {
        return inner(target(), condition);
    }

    /** The same of a subclass's table. */
    final <S> EntityTable<S> inner(EntityTable<S> canonical, @Nullable Expression<Boolean> condition) {
        if (!canonical.equals(owner)) {
            return canonical;
        }
        if (condition != null) {
            throw new MappingException(
                    "ALK-2045",
                    "Cannot test '" + describePath() + "' for a condition: its columns could be those of '"
                            + owner.correlationName() + "' or of what the path leads to. Query an alias of "
                            + owner.name() + " and take the path from that; the condition is on the table itself.");
        }
        return canonical.as(name + "_");
    }

    /** There is a row at the end of a path that meets a condition; the path's first step is correlated with its source. */
    static Expression<Boolean> exists(List<Step> steps, @Nullable Expression<Boolean> condition) {
        Select<Integer> inner =
                Sql.select(Sql.raw("1", SqlTypes.INTEGER)).from(steps.get(0).item());
        for (Step step : steps.subList(1, steps.size())) {
            inner = inner.join(step.item(), step.on());
        }
        inner = inner.where(steps.get(0).on());
        return Sql.exists(condition == null ? inner : inner.where(condition));
    }

    @Override
    public final List<Step> steps(@Nullable FromItem alias) {
        return stepsTo(occurrence(alias));
    }

    /** The joins that lead to an occurrence of the target's table, or of a subclass's. */
    abstract List<Step> stepsTo(EntityTable<?> occurrence);

    /** The path to objects of one class of a hierarchy, whose columns joins and conditions can use. */
    public final <S extends T> TypedPath<E, S> ofType(EntityTable<S> subclass) {
        return new TypedPath<>(this, subclass);
    }

    /** The occurrence to join: the alias, which must be one of the target's table, or the canonical one. */
    final EntityTable<?> occurrence(@Nullable FromItem alias) {
        if (alias == null) {
            return target();
        }
        if (alias instanceof EntityTable<?> table && table.name().equals(target().name())) {
            return table;
        }
        throw new MappingException(
                "ALK-2006",
                "Cannot join '" + describePath() + "' to '" + alias + "': it leads to '" + target().name()
                        + "'. Give an alias of that table.");
    }

    /** Whether this is an association, or the one that a subclass has inherited from its owner. */
    public final boolean isOf(Association<?, ?> declared) {
        return index == declared.index
                && owner.mapping().root().equals(declared.owner.mapping().root())
                && declared.owner
                        .mapping()
                        .entityClass()
                        .isAssignableFrom(owner.mapping().entityClass());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Association<?, ?> that
                        && owner.equals(that.owner)
                        && owner.getClass() == that.owner.getClass() // subclasses may share a table
                        && name.equals(that.name));
    }

    @Override
    public final int hashCode() {
        return owner.hashCode() * 31 + name.hashCode();
    }

    @Override
    public final String toString() {
        return describePath();
    }
}
