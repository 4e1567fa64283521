package org.alkahest.orm.unitofwork;

import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.ColumnUse;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.Baseline;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.UndoLog;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Gives objects back what they were: values, keys, memberships and states. A rolled-back savepoint touches the objects in
 * its log alone; the end of the whole transaction discards every unflushed change as well.
 */
public final class Rollback {
    private final IdentityMap identities;

    public Rollback(IdentityMap identities) {
        this.identities = identities;
    }

    /** Undoes what a log remembers. */
    public void undo(UndoLog log) {
        log.entries().forEach(identities::unfile); // an object may have the key that another one had before
        for (Map.Entry<EntityEntry<?>, UndoLog.Before> remembered : log.latestFirst()) {
            restore(remembered.getKey(), remembered.getValue());
        }
        log.clear();
    }

    /** Discards changes that no flush has seen: pending objects are transient again, persistent ones as they were. */
    public void discardUnflushed() {
        List.copyOf(identities.pending()).forEach(identities::release);
        identities.flagged().clear();
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (EntityEntry<?> entry : identities.persistent(mapping)) {
                entry.setMarkedDeleted(false);
                discard(entry, null);
            }
        }
    }

    /** Discards the changes of one persistent object that no flush has seen. */
    public static <E> void discard(EntityEntry<E> entry) {
        discard(entry, null);
    }

    private <E> void restore(EntityEntry<E> entry, UndoLog.Before before) {
        entry.setMarkedDeleted(false);
        identities.flagged().forget(entry);
        Object values = before.values();
        if (before.state() == State.PENDING && values != null) {
            refill(entry, before.memberships());
            forgetInsert(entry, values);
            return;
        }
        boolean expunged = entry.state() == State.DETACHED;
        identities.unfile(entry);
        entry.restoreBaseline(before.snapshot(), before.targets());
        discard(entry, before.memberships());
        if (expunged) {
            return;
        }
        identities.move(entry, before.state());
        Object key = before.key();
        if (key != null && before.state() == State.PERSISTENT) {
            evict(entry.mapping(), key);
            identities.file(entry, key);
        }
    }

    /** A row that is being rolled back may have been read as another object after this one's was deleted. */
    private <E> void evict(EntityMapping<E> mapping, Object key) {
        EntityEntry<E> other = identities.find(mapping, key);
        if (other != null) {
            identities.remove(other);
            identities.move(other, State.DETACHED);
        }
    }

    /** What a flush wrote of write-only collections, which forget it, is to be added again with their owner. */
    private static void refill(EntityEntry<?> entry, List<@Nullable Object> memberships) {
        for (int i = 0; i < memberships.size(); i++) {
            CollectionState<?> state = entry.collection(i);
            if (state != null
                    && state.association().isWriteOnly()
                    && memberships.get(i) instanceof Baseline<?> before) {
                state.takeSnapshot(element -> true);
                add(state, before.elements());
            }
        }
    }

    @SuppressWarnings("unchecked") // they were this collection's
    private static <T> void add(CollectionState<T> state, List<?> elements) {
        state.rawContent().addAll((List<T>) elements);
    }

    /** An object that a flush inserted is transient again: without the key and values that the flush gave it. */
    private <E> void forgetInsert(EntityEntry<E> entry, Object values) {
        EntityMapping<E> mapping = entry.mapping();
        identities.release(entry);
        Versioning versioning = mapping.table().versioning();
        for (Column<?> column : mapping.table().mappedColumns()) {
            if (mapping.table().isGenerated(column)
                    || EntityTable.use(column).reading() != ColumnUse.Reading.NEVER
                    || (versioning != null && versioning.column().equals(column))) {
                int position = EntityTable.position(column);
                mapping.setValue(entry.entity(), position, mapping.snapshotValue(values, position));
            }
        }
        entry.setKey(null);
        entry.restoreBaseline(null, List.of());
    }

    /**
     * Puts the baseline back into an object.
     *
     * @param memberships by association the content of its collections, or null where the present baseline holds
     */
    private static <E> void discard(EntityEntry<E> entry, @Nullable List<@Nullable Object> memberships) {
        if (entry.isReadOnly()) {
            return; // it has no baseline
        }
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            switch (association) {
                case ToOne<E, ?> toOne -> restoreTarget(entry, toOne);
                case ToMany<E, ?> toMany -> {
                    CollectionState<?> collection = restoreField(entry, toMany);
                    Object membership = memberships == null ? null : memberships.get(toMany.index());
                    if (collection != null && membership instanceof Baseline<?> elements) {
                        reset(collection, elements);
                    } else if (collection != null && collection.isLoaded() && collection.isChanged()) {
                        reset(collection, collection.baseline());
                    }
                }
            }
        }
        restoreColumns(entry);
    }

    private static <E> void restoreColumns(EntityEntry<E> entry) {
        Object snapshot = entry.snapshot();
        if (snapshot == null) {
            return;
        }
        EntityMapping<E> mapping = entry.mapping();
        ColumnSet changed = new ColumnSet();
        mapping.diff(entry.entity(), snapshot, changed);
        for (int position : changed.positions()) {
            if (!isForeignKey(entry, mapping.table().mappedColumns().get(position))) {
                mapping.setValue(entry.entity(), position, mapping.snapshotValue(snapshot, position));
            }
        }
    }

    private static <E> boolean isForeignKey(EntityEntry<E> entry, Column<?> column) {
        return entry.mapping().table().associations().stream()
                .anyMatch(a -> a instanceof ToOne<?, ?> toOne && toOne.columns().contains(column));
    }

    @SuppressWarnings("ReferenceEquality") // references are immutable: an assigned one is another
    private static <E> void restoreTarget(EntityEntry<E> entry, ToOne<E, ?> association) {
        Object before = entry.targetBefore(association.index());
        if (before != Relationships.content(entry.entity(), association)) {
            entry.mapping().setAssociation(entry.entity(), association.index(), before);
        }
    }

    /** Puts the session's own collection back where the user assigned another. */
    private static <E> @Nullable CollectionState<?> restoreField(EntityEntry<E> entry, ToMany<E, ?> association) {
        CollectionState<?> state = entry.collection(association.index());
        if (state != null && CollectionWrapping.isReplaced(entry, association)) {
            entry.mapping().setAssociation(entry.entity(), association.index(), CollectionWrapping.inField(state));
        }
        return state;
    }

    @SuppressWarnings("unchecked") // the membership was this collection's
    private static <T> void reset(CollectionState<T> collection, Baseline<?> membership) {
        collection.reset((Baseline<T>) membership);
    }
}
