package org.alkahest.orm.unitofwork;

import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.TrackedCollection;
import org.alkahest.orm.state.UndoLog;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Gives objects back what they were: values, keys, memberships and states. A rolled-back savepoint touches the objects in
 * its log alone; the end of the whole transaction discards every unflushed change as well.
 */
public final class Rollback {
    private final IdentityMap identities;
    private final AssociationBinder binder;

    public Rollback(IdentityMap identities, AssociationBinder binder) {
        this.identities = identities;
        this.binder = binder;
    }

    /** Undoes what a log remembers. */
    public void undo(UndoLog log) {
        for (Map.Entry<EntityEntry<?>, UndoLog.Before> remembered : log.latestFirst()) {
            restore(remembered.getKey(), remembered.getValue());
        }
        log.clear();
    }

    /** Discards changes that no flush has seen: pending objects are transient again, persistent ones as they were. */
    public void discardUnflushed() {
        for (EntityEntry<?> entry : List.copyOf(identities.pending())) {
            CollectionWrapping.unwrap(entry);
            identities.remove(entry);
        }
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (EntityEntry<?> entry : identities.persistent(mapping)) {
                entry.setMarkedDeleted(false);
                discard(entry);
            }
        }
    }

    private <E> void discard(EntityEntry<E> entry) {
        Object snapshot = entry.snapshot();
        if (snapshot != null) {
            restoreValues(entry, snapshot);
        }
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToMany<E, ?> toMany) {
                CollectionState<?> collection = restoreField(entry, toMany);
                if (collection != null && collection.isLoaded() && collection.isChanged()) {
                    resetTo(collection, collection.snapshot());
                }
            }
        }
    }

    private <E> void restore(EntityEntry<E> entry, UndoLog.Before before) {
        entry.setMarkedDeleted(false);
        if (before.state() == State.PENDING) {
            forgetInsert(entry);
            return;
        }
        identities.unfile(entry);
        Object key = before.key();
        entry.setState(before.state());
        entry.setSnapshot(before.snapshot());
        if (before.snapshot() != null) {
            restoreValues(entry, before.snapshot());
        }
        if (key != null && before.state() == State.PERSISTENT) {
            identities.file(entry, key);
        }
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            Object membership = before.memberships().get(association.index());
            if (association instanceof ToMany<E, ?> toMany) {
                CollectionState<?> collection = restoreField(entry, toMany);
                if (collection != null && membership instanceof List<?> elements) {
                    resetTo(collection, elements);
                }
            }
        }
    }

    /** An object that a flush inserted is transient again: without the key that the flush gave it. */
    private <E> void forgetInsert(EntityEntry<E> entry) {
        CollectionWrapping.unwrap(entry);
        identities.remove(entry);
        for (Column<?> column : entry.mapping().table().columns()) {
            if (column.isGenerated()) {
                entry.mapping().setValue(entry.entity(), column.position(), null);
            }
        }
        entry.setKey(null);
        entry.setSnapshot(null);
        entry.setState(State.TRANSIENT);
    }

    private <E> void restoreValues(EntityEntry<E> entry, Object snapshot) {
        EntityMapping<E> mapping = entry.mapping();
        ColumnSet changed = new ColumnSet();
        mapping.diff(entry.entity(), snapshot, changed);
        if (changed.isEmpty()) {
            return;
        }
        for (Column<?> column : mapping.table().columns()) {
            if (changed.contains(column.position()) && association(entry, column) == null) {
                mapping.setValue(entry.entity(), column.position(), mapping.snapshotValue(snapshot, column.position()));
            }
        }
        for (Association<E, ?> association : mapping.table().associations()) {
            if (association instanceof ToOne<E, ?> toOne
                    && toOne.columns().stream().anyMatch(c -> changed.contains(c.position()))) {
                restoreReference(entry, toOne, snapshot);
            }
        }
    }

    private <E, T> void restoreReference(EntityEntry<E> entry, ToOne<E, T> association, Object snapshot) {
        Object key = keyIn(entry, association, snapshot);
        if (association.isReference()) {
            entry.mapping()
                    .setAssociation(entry.entity(), association.index(), binder.reference(entry, association, key));
            return;
        }
        EntityEntry<T> target =
                key == null ? null : identities.find(association.target().mapping(), key);
        entry.mapping().setAssociation(entry.entity(), association.index(), target == null ? null : target.entity());
    }

    private static <E> @Nullable Object keyIn(EntityEntry<E> entry, ToOne<E, ?> association, Object snapshot) {
        List<@Nullable Object> parts = association.columns().stream()
                .<@Nullable Object>map(c -> entry.mapping().snapshotValue(snapshot, c.position()))
                .toList();
        if (parts.stream().anyMatch(p -> p == null || p.equals(Keys.PENDING))) {
            return null;
        }
        return parts.size() == 1 ? parts.get(0) : CompositeKey.of(parts.toArray());
    }

    private static <E> @Nullable ToOne<E, ?> association(EntityEntry<E> entry, Column<?> column) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && toOne.columns().contains(column)) {
                return toOne;
            }
        }
        return null;
    }

    /** Puts the session's own collection back where the user assigned another. */
    private static <E> @Nullable CollectionState<?> restoreField(EntityEntry<E> entry, ToMany<E, ?> association) {
        CollectionState<?> state = entry.collection(association.index());
        if (state != null && CollectionWrapping.isReplaced(entry, association)) {
            entry.mapping().setAssociation(entry.entity(), association.index(), TrackedCollection.of(state));
        }
        return state;
    }

    @SuppressWarnings("unchecked") // the membership was this collection's
    private static <T> void resetTo(CollectionState<T> collection, List<?> membership) {
        collection.reset((List<T>) membership);
    }
}
