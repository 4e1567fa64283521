package org.alkahest.orm.mapping;

import java.util.Set;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one entity class are made, read, compared and written: what the processor generates, and what can be
 * written by hand. No reflection; positions are
 * 0-based positions of attributes ({@link EntityTable#mappedColumns}). Foreign-key columns of
 * to-one associations have the target's key as their value, and columns of {@link Lazy} attributes the Lazy. Thread-safe.
 */
@ExtensionPoint("generated, or written by hand for classes that cannot be annotated")
public abstract class EntityMapping<E> {
    protected EntityMapping() {}

    public abstract Class<E> entityClass();

    /** The canonical table. */
    public abstract EntityTable<E> table();

    /** The mapping of the topmost class of the entity's hierarchy, whose keys all classes share; else this one. */
    public final EntityMapping<? super E> root() {
        EntityTable<? super E> superclass = table().superclass();
        return superclass == null ? this : superclass.mapping().root();
    }

    /** A new object, as its no-argument constructor makes it. */
    public abstract E newInstance();

    /** The key of the object; null while it is unset: null, or 0 in a primitive field that the database numbers. */
    public abstract @Nullable Object key(E entity);

    /** The key in a row whose columns begin at a position; null if any part is NULL. */
    public abstract @Nullable Object readKey(RowReader row, int position);

    /** Sets every field but associations and Lazy attributes from a row whose columns begin at a position. */
    public abstract void read(E entity, RowReader row, int position);

    /** The column values of an object as they are now, apart from the object: mutable values are copied. */
    public abstract Object snapshot(E entity);

    /** Adds the columns in which an object differs from a snapshot. */
    public abstract void diff(E entity, Object snapshot, ColumnSet changed);

    /** A column's value in an object; for a foreign key the target's key, or {@link Keys#PENDING}. */
    public abstract @Nullable Object value(E entity, int column);

    /** A column's value in a snapshot. */
    public abstract @Nullable Object snapshotValue(Object snapshot, int column);

    /** Sets the field of a column that is not part of an association; null sets a primitive field to 0 or false, a value a Lazy field to one of it. */
    public abstract void setValue(E entity, int column, @Nullable Object value);

    /** The content of the field of an association: a Ref, an entity, or a collection. */
    public abstract @Nullable Object association(E entity, int index);

    /** Sets the field of an association. */
    public abstract void setAssociation(E entity, int index, @Nullable Object value);

    /** The events for which {@link #call} does anything; asked for often, so always the same set. */
    public Set<LifecycleEvent> lifecycle() {
        return Set.of();
    }

    /** Calls the entity's listeners and its callback methods for an event, in their order. */
    public void call(LifecycleEvent event, E entity) {}

    @Override
    public final String toString() {
        return "mapping of " + entityClass().getName();
    }
}
