package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.Members;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.jspecify.annotations.Nullable;

/** Compares attributes of objects with their baselines, without loading anything. */
final class Histories {
    private Histories() {}

    static <E, T> AttributeHistory<@Nullable T> ofColumn(
            EntityEntry<E> entry, Column<T> column, IdentityMap identities) {
        requireOwner(entry, column.owner(), column.name());
        EntityMapping<E> mapping = entry.mapping();
        Object snapshot = entry.snapshot();
        int position = EntityTable.position(column);
        List<@Nullable T> now = known(column, mapping.value(entry.entity(), position));
        if (snapshot == null) {
            return new AttributeHistory<>(now, List.of(), List.of());
        }
        ColumnSet changed = new ColumnSet();
        mapping.diff(entry.entity(), snapshot, changed);
        identities.flagged().addTo(entry, changed);
        if (!changed.contains(position)) {
            return new AttributeHistory<>(List.of(), now, List.of());
        }
        return new AttributeHistory<>(now, List.of(), known(column, mapping.snapshotValue(snapshot, position)));
    }

    /** A copy of the value; nothing for the key of a target that has none yet, and for a Lazy that was never loaded. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // a column's value is of its type; PENDING is one object
    private static <T> List<@Nullable T> known(Column<T> column, @Nullable Object value) {
        List<@Nullable T> values = new ArrayList<>();
        if (value instanceof Lazy<?> lazy && !lazy.isKnown()) {
            return values;
        }
        Object content = value instanceof Lazy<?> lazy ? lazy.lastContent() : value;
        if (content == null) {
            values.add(null);
        } else if (content != Keys.PENDING) {
            values.add(column.type().copy((T) content));
        }
        return values;
    }

    static <E, T> AttributeHistory<Ref<T>> ofReference(EntityEntry<E> entry, ToOne<?, T> association) {
        requireOwner(entry, association.owner(), association.name());
        List<Ref<T>> now = target(entry.mapping().association(entry.entity(), association.index()));
        if (entry.snapshot() == null) {
            return new AttributeHistory<>(now, List.of(), List.of());
        }
        List<Ref<T>> before = target(entry.targetBefore(association.index()));
        return now.equals(before)
                ? new AttributeHistory<>(List.of(), now, List.of())
                : new AttributeHistory<>(now, List.of(), before);
    }

    @SuppressWarnings("unchecked") // the content of the association's field
    private static <T> List<Ref<T>> target(@Nullable Object content) {
        if (content == null || content.equals(Ref.none())) {
            return List.of();
        }
        return List.of(content instanceof Ref<?> reference ? (Ref<T>) reference : Ref.of((T) content));
    }

    @SuppressWarnings("unchecked") // the content of the association's field
    static <E, T> AttributeHistory<T> ofCollection(EntityEntry<E> entry, ToMany<?, T> association) {
        requireOwner(entry, association.owner(), association.name());
        CollectionState<T> state = (CollectionState<T>) entry.collection(association.index());
        Collection<T> now = state == null ? List.of() : state.rawContent();
        if (CollectionWrapping.isReplaced(entry, association)) {
            Object field = entry.mapping().association(entry.entity(), association.index());
            now = field == null ? List.of() : CollectionWrapping.elements(field);
        }
        List<T> before = state == null ? List.of() : state.snapshot();
        return new AttributeHistory<>(without(now, before), common(now, before), without(before, now));
    }

    private static <T> List<T> without(Collection<T> some, Collection<T> others) {
        Set<Object> known = Members.of(others);
        return some.stream().filter(element -> !known.contains(element)).toList();
    }

    private static <T> List<T> common(Collection<T> some, Collection<T> others) {
        Set<Object> known = Members.of(others);
        return some.stream().filter(known::contains).toList();
    }

    private static void requireOwner(EntityEntry<?> entry, Table owner, String attribute) {
        if (!(owner instanceof EntityTable<?> table
                && table.mapping().entityClass().isInstance(entry.entity()))) {
            throw new MappingException(
                    "ALK-2116",
                    "Cannot tell the history of '" + attribute + "' in " + entry + ": it is an attribute of "
                            + owner.name() + ". Give one of "
                            + entry.mapping().table().name() + ".");
        }
    }
}
