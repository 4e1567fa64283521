package org.alkahest.orm.legacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.type.RowReader;
import org.alkahest.type.SqlType;

/**
 * A companion made by hand, of getters and setters: what a user writes for classes that cannot be annotated. It uses the
 * public mapping API alone.
 */
public abstract class HandTable<E> extends EntityTable<E> {
    private final Class<E> entityClass;
    private final Supplier<E> constructor;
    private final List<Attribute<E>> attributes = new ArrayList<>();
    private final List<Accessor<E>> accessors = new ArrayList<>();
    private final EntityMapping<E> mapping = new HandMapping();

    /** How a column's value gets out of an object and into it; no setter for a foreign key. */
    private record Attribute<E>(SqlType<?> type, Function<E, Object> getter, BiConsumer<E, Object> setter) {}

    private record Accessor<E>(Function<E, Object> getter, BiConsumer<E, Object> setter) {}

    protected HandTable(String name, String alias, Class<E> entityClass, Supplier<E> constructor) {
        super(null, name, alias);
        this.entityClass = entityClass;
        this.constructor = constructor;
    }

    @SuppressWarnings("unchecked") // the value is the column's
    protected final <T> Column<T> field(
            String name, SqlType<T> type, ColumnOptions options, Function<E, T> getter, BiConsumer<E, T> setter) {
        attributes.add(new Attribute<>(type, getter::apply, (e, v) -> setter.accept(e, (T) v)));
        return column(name, type, options);
    }

    /** A foreign-key column; the getter gives a part of the target's key. */
    protected final <T> Column<T> foreign(
            String name, SqlType<T> type, ColumnOptions options, Function<E, Object> getter) {
        attributes.add(new Attribute<>(type, getter, (e, v) -> {
            throw new IndexOutOfBoundsException(name);
        }));
        return column(name, type, options);
    }

    /** How the field of the next association is read and set; in the order of the associations. */
    @SuppressWarnings("unchecked") // the value is the field's
    protected final <T> void accessor(Function<E, T> getter, BiConsumer<E, T> setter) {
        accessors.add(new Accessor<>(getter::apply, (e, v) -> setter.accept(e, (T) v)));
    }

    protected abstract EntityTable<E> canonical();

    @Override
    public final EntityMapping<E> mapping() {
        return alias() == null ? mapping : canonical().mapping();
    }

    private final class HandMapping extends EntityMapping<E> {
        @Override
        public Class<E> entityClass() {
            return entityClass;
        }

        @Override
        public EntityTable<E> table() {
            return HandTable.this;
        }

        @Override
        public E newInstance() {
            return constructor.get();
        }

        @Override
        public Object key(E entity) {
            List<Object> parts = new ArrayList<>();
            for (Column<?> column : primaryKey()) {
                Object part = value(entity, column.position());
                if (part == null || (column.isGenerated() && part instanceof Number n && n.longValue() == 0)) {
                    return null;
                }
                parts.add(part);
            }
            return parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
        }

        @Override
        public Object readKey(RowReader row, int position) {
            List<Object> parts = new ArrayList<>();
            for (Column<?> column : primaryKey()) {
                Object part = row.at(position + column.position());
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            return parts.size() == 1 ? parts.get(0) : new CompositeKey(parts);
        }

        @Override
        public void read(E entity, RowReader row, int position) {
            for (Column<?> column : columns()) {
                if (!isForeign(column)) {
                    setValue(entity, column.position(), row.at(position + column.position()));
                }
            }
        }

        private boolean isForeign(Column<?> column) {
            return associations().stream()
                    .anyMatch(a ->
                            a instanceof ToOne<?, ?> toOne && toOne.columns().contains(column));
        }

        @Override
        public Object snapshot(E entity) {
            return attributes.stream().map(a -> a.getter().apply(entity)).toArray();
        }

        @Override
        public void diff(E entity, Object snapshot, org.alkahest.orm.mapping.ColumnSet changed) {
            Object[] before = (Object[]) snapshot;
            for (int i = 0; i < before.length; i++) {
                Object now = attributes.get(i).getter().apply(entity);
                if (!same(attributes.get(i).type(), now, before[i])) {
                    changed.add(i);
                }
            }
        }

        @SuppressWarnings("unchecked") // both are the column's values
        private static <T> boolean same(SqlType<T> type, Object a, Object b) {
            boolean pending = Stream.of(a == null ? "" : a, b == null ? "" : b).anyMatch(Keys.PENDING::equals);
            return pending ? Objects.equals(a, b) : type.same((T) a, (T) b);
        }

        @Override
        public Object value(E entity, int column) {
            return attributes.get(column).getter().apply(entity);
        }

        @Override
        public Object snapshotValue(Object snapshot, int column) {
            return Arrays.asList((Object[]) snapshot).get(column);
        }

        @Override
        public void setValue(E entity, int column, Object value) {
            attributes.get(column).setter().accept(entity, value);
        }

        @Override
        public Object association(E entity, int index) {
            return accessors.get(index).getter().apply(entity);
        }

        @Override
        public void setAssociation(E entity, int index, Object value) {
            accessors.get(index).setter().accept(entity, value);
        }
    }
}
