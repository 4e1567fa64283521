package org.alkahest.orm.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.alkahest.schema.Column;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Sql;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A many-to-one or one-to-one association: by foreign-key columns of the owner, or, on the inverse side of a one-to-one,
 * mapped by the other side's association.
 */
public final class ToOne<E, T> extends Association<E, T> {
    private final List<Column<?>> columns;
    private final @Nullable Supplier<ToOne<T, E>> mappedBy;
    private final @Nullable CustomJoin<E, T> custom;
    private final boolean reference;

    ToOne(
            EntityTable<E> owner,
            String name,
            int index,
            Supplier<? extends EntityTable<T>> target,
            Set<Cascade> cascades,
            List<Column<?>> columns,
            @Nullable Supplier<ToOne<T, E>> mappedBy,
            @Nullable CustomJoin<E, T> custom,
            boolean reference) {
        super(owner, name, index, target, cascades);
        this.columns = List.copyOf(columns);
        this.mappedBy = mappedBy;
        this.custom = custom;
        this.reference = reference;
    }

    /** The same of an occurrence of a subclass's table. */
    ToOne<E, T> of(EntityTable<E> occurrence, List<Column<?>> newColumns) {
        return new ToOne<>(
                occurrence, name(), index(), targetSupplier(), cascades(), newColumns, mappedBy, custom, reference);
    }

    /** The foreign-key columns in the order of the target's key; empty on the inverse side. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** Whether the target is found by this entity's key: the other side has the foreign key, or a condition tells. */
    public boolean isInverse() {
        return mappedBy != null || custom != null;
    }

    @Override
    public boolean isViewOnly() {
        return custom != null;
    }

    @Override
    public @Nullable ToOne<T, E> back() {
        return mappedBy == null ? null : mappedBy.get();
    }

    /** Where the targets of several owners are read; errors unless {@link #isInverse}. */
    public OwnedRows rows(List<Object> ownerKeys) {
        if (custom != null) {
            return custom.rows(ownerKeys);
        }
        List<Column<?>> referring = mappedBy().columns();
        return new OwnedRows(target(), List.of(), KeyConditions.in(referring, ownerKeys), referring);
    }

    /** The association on the other side that has the foreign key; errors if there is none. */
    public ToOne<T, E> mappedBy() {
        if (mappedBy == null) {
            throw new IllegalStateException(describePath() + " is mapped by none");
        }
        return mappedBy.get();
    }

    /** Whether the field is a {@link Ref}; else it holds the target itself, loaded with its owner. */
    public boolean isReference() {
        return reference;
    }

    /** The target is this one; its key is compared, so it must have one (ALK-2007). */
    public Expression<Boolean> eq(T entity) {
        Object key = target().mapping().key(entity);
        if (key == null) {
            throw new MappingException(
                    "ALK-2007",
                    "Cannot compare '" + describePath() + "' with a "
                            + entity.getClass().getSimpleName() + ": it has no key yet. Flush the session first.");
        }
        return keyEquals(key);
    }

    /** The target is another one, or there is none: what {@link #eq} does not find, without NULLs in between. */
    public Expression<Boolean> ne(T entity) {
        return isNull().or(eq(entity).not());
    }

    /** The target has this key. */
    public Expression<Boolean> keyEquals(Object key) {
        if (isInverse()) {
            EntityTable<T> inner = inner(null);
            return has(inner, matches(inner.primaryKey(), key));
        }
        return matches(columns, key);
    }

    /** There is no target: a column of the foreign key is NULL, as where it is loaded, or no row has it. */
    public Expression<Boolean> isNull() {
        if (isInverse()) {
            return has(null).not();
        }
        Expression<Boolean> none = columns.get(0).isNull();
        for (Column<?> column : columns.subList(1, columns.size())) {
            none = none.or(column.isNull());
        }
        return none;
    }

    /** There is a target that meets a condition. */
    public Expression<Boolean> has(@Nullable Expression<Boolean> condition) {
        return has(inner(condition), condition);
    }

    private Expression<Boolean> has(EntityTable<T> table, @Nullable Expression<Boolean> condition) {
        if (custom != null) {
            return exists(steps(table), condition);
        }
        Expression<Boolean> link = steps(table).get(0).on();
        return Sql.exists(Sql.select(Sql.raw("1", SqlTypes.INTEGER))
                .from(table)
                .where(condition == null ? link : link.and(condition)));
    }

    @Override
    List<Step> stepsTo(EntityTable<?> occurrence) {
        if (custom != null) {
            return custom.steps(owner(), occurrence);
        }
        List<? extends Column<?>> left = mappedBy == null ? columns : owner().primaryKey();
        List<? extends Column<?>> right = mappedBy == null
                ? occurrence.primaryKey()
                : mappedBy().columns().stream()
                        .<Column<?>>map(c -> occurrence.mappedColumns().get(EntityTable.position(c)))
                        .toList();
        return List.of(new Step(occurrence.with(right), pairs(left, right)));
    }

    static Expression<Boolean> pairs(List<? extends Expression<?>> left, List<? extends Expression<?>> right) {
        Expression<Boolean> on = equal(left.get(0), right.get(0));
        for (int i = 1; i < left.size(); i++) {
            on = on.and(equal(left.get(i), right.get(i)));
        }
        return on;
    }

    private static Expression<Boolean> equal(Expression<?> left, Expression<?> right) {
        return new Comparison(Comparison.Operator.EQUAL, left, right);
    }

    private static Expression<Boolean> matches(List<? extends Column<?>> columns, Object key) {
        Expression<Boolean> all = isValue(columns.get(0), Keys.part(key, 0));
        for (int i = 1; i < columns.size(); i++) {
            all = all.and(isValue(columns.get(i), Keys.part(key, i)));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a key's part has the Java type of its column
    static <V> Expression<Boolean> isValue(Column<V> column, Object value) {
        return column.eq(new Literal<>((V) value, column.type()));
    }
}
