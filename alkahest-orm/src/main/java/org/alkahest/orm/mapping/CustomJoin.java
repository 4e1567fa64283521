package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.alkahest.schema.Column;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath.Step;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.OrderTerm;
import org.alkahest.sql.Select;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Windows;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How a relationship by a condition is joined and read. With a limit for each owner, the pairs of keys that are within it
 * stand in a derived table, as they would in an association table. Immutable.
 */
final class CustomJoin<E, T> {
    private final String name;
    private final EntityTable<E> declaring;
    private final Supplier<? extends EntityTable<T>> target;
    private final JoinCondition<E, T> condition;
    private final int limit;
    private final Supplier<List<OrderItem>> orderBy;

    /** @param declaring an occurrence of the class that declares the relationship */
    CustomJoin(
            String name,
            EntityTable<E> declaring,
            Supplier<? extends EntityTable<T>> target,
            JoinCondition<E, T> condition,
            int limit,
            Supplier<List<OrderItem>> orderBy) {
        this.name = name;
        this.declaring = declaring;
        this.target = target;
        this.condition = condition;
        this.limit = limit;
        this.orderBy = orderBy;
    }

    /** From an occurrence of the entity, or of a subclass, to one of the target. */
    List<Step> steps(EntityTable<?> owner, EntityTable<?> occurrence) {
        List<Step> steps = new ArrayList<>();
        if (limit > 0) {
            DerivedTable pairs = pairs(name + "_of_" + owner.correlationName(), null);
            steps.add(new Step(
                    pairs,
                    same(owner.primaryKey(), refs(pairs, true)).and(rank(pairs).le((long) limit))));
            steps.add(new Step(occurrence, same(refs(pairs, false), occurrence.primaryKey())));
            return steps;
        }
        EntityTable<E> from = declared(owner);
        if (!from.equals(owner) || from.getClass() != owner.getClass()) {
            steps.add(new Step(from, same(owner.primaryKey(), from.primaryKey())));
        }
        steps.add(new Step(whole(occurrence), condition.on(from, typed(occurrence))));
        return steps;
    }

    /** The occurrence itself; of a subclass, whose companion is another class, one of the declaring class beside it. */
    @SuppressWarnings("unchecked") // an occurrence of the declaring class
    private EntityTable<E> declared(EntityTable<?> owner) {
        return declaring.getClass().isInstance(owner)
                ? (EntityTable<E>) owner
                : declaring.as(owner.correlationName() + "__" + name);
    }

    @SuppressWarnings("unchecked") // its companion was looked at
    private EntityTable<T> typed(EntityTable<?> occurrence) {
        if (target.get().getClass().isInstance(occurrence)) {
            return (EntityTable<T>) occurrence;
        }
        throw new MappingException(
                "ALK-2006",
                "Cannot join '" + name + "' to "
                        + occurrence.mapping().entityClass().getSimpleName()
                        + ": its condition is on "
                        + target.get().mapping().entityClass().getSimpleName()
                        + ". Give an occurrence of that, and take rows of a subclass from it with ofType.");
    }

    /** The targets of several owners. */
    OwnedRows rows(List<Object> ownerKeys) {
        EntityTable<T> canonical = target.get();
        if (limit > 0) {
            DerivedTable pairs = pairs(name + "_", ownerKeys);
            Step step = new Step(canonical, same(refs(pairs, false), canonical.primaryKey()));
            return new OwnedRows(pairs, List.of(step), rank(pairs).le((long) limit), refs(pairs, true));
        }
        EntityTable<E> owner = owner();
        Step step = new Step(whole(canonical), condition.on(owner, canonical));
        return new OwnedRows(
                whole(owner), List.of(step), KeyConditions.in(owner.primaryKey(), ownerKeys), owner.primaryKey());
    }

    /** An occurrence with the tables of its superclasses, whose columns the condition may use. */
    private static FromItem whole(EntityTable<?> occurrence) {
        for (Column<?> column : occurrence.mappedColumns()) {
            if (!column.owner().equals(occurrence)) {
                return occurrence.with(List.of(column)); // the root's come first, and all others are on the way
            }
        }
        return occurrence;
    }

    /** An alias where the target's table is the same. */
    private EntityTable<E> owner() {
        EntityTable<E> canonical = declaring.mapping().table();
        return canonical.name().equals(target.get().name()) ? canonical.as(name + "_owner") : canonical;
    }

    /** Keys of owners and targets, and which place each target has among its owner's. */
    private DerivedTable pairs(String alias, @Nullable List<Object> ownerKeys) {
        EntityTable<T> canonical = target.get();
        EntityTable<E> owner = owner();
        List<Column<?>> key = owner.primaryKey();
        List<OrderTerm> order = new ArrayList<>(orderBy.get());
        order.addAll(canonical.primaryKey());
        List<Selectable<?>> columns = new ArrayList<>();
        key.forEach(column -> columns.add(column.as("owner_" + columns.size())));
        int owners = columns.size();
        canonical.primaryKey().forEach(column -> columns.add(column.as("target_" + (columns.size() - owners))));
        columns.add(Windows.rowNumber()
                .over(Sql.window()
                        .partitionBy(key.toArray(new Expression<?>[0]))
                        .orderBy(order.toArray(new OrderTerm[0])))
                .as("place"));
        Select<?> pairs =
                Sql.selectRow(columns).from(whole(owner)).join(whole(canonical), condition.on(owner, canonical));
        return (ownerKeys == null ? pairs : pairs.where(KeyConditions.in(key, ownerKeys))).asTable(alias);
    }

    private List<ColumnRef<?>> refs(DerivedTable pairs, boolean ofOwner) {
        List<Column<?>> key = ofOwner ? declaring.primaryKey() : target.get().primaryKey();
        List<ColumnRef<?>> refs = new ArrayList<>();
        key.forEach(column -> refs.add(pairs.column((ofOwner ? "owner_" : "target_") + refs.size(), column.type())));
        return refs;
    }

    private static Expression<Long> rank(DerivedTable pairs) {
        return pairs.column("place", SqlTypes.BIGINT);
    }

    private static Expression<Boolean> same(List<? extends Expression<?>> left, List<? extends Expression<?>> right) {
        return ToOne.pairs(left, right);
    }
}
