package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ImmutableMapping;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyColumn;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of one object: its state, its key, the snapshot of its last flush or load, its collections, and the
 * siblings that were loaded with it. One thread at a time, as the session.
 */
public final class EntityEntry<E> {
    /** The place of an object that is in no sequence, because no flush looks at it. */
    static final int READ_ONLY = -1;

    private final E entity;
    private final EntityMapping<E> mapping;
    private State state;
    private @Nullable Object key;
    private @Nullable Object snapshot;
    private @Nullable Object @Nullable [] targets;
    private boolean markedDeleted;
    private int epoch;
    private int place;
    private @Nullable CollectionState<?> @Nullable [] collections;
    private @Nullable Siblings siblings;

    public EntityEntry(E entity, EntityMapping<E> mapping, State state) {
        this.entity = Objects.requireNonNull(entity, "entity is null");
        this.mapping = mapping;
        this.state = state;
    }

    public E entity() {
        return entity;
    }

    public EntityMapping<E> mapping() {
        return mapping;
    }

    public State state() {
        return state;
    }

    /** For {@link IdentityMap#move}, which tells of it. */
    void setState(State newState) {
        state = newState;
    }

    /** The key under which the identity map knows the object; null while it is pending. */
    public @Nullable Object key() {
        return key;
    }

    public void setKey(@Nullable Object newKey) {
        key = newKey;
    }

    /** The column values of the last flush or load; null while pending. */
    public @Nullable Object snapshot() {
        return snapshot;
    }

    /** Whether the object was loaded to be read alone: it has no snapshot, and no flush looks at it. */
    public boolean isReadOnly() {
        return place == READ_ONLY;
    }

    /**
     * Takes the object's present values as the baseline of the next diff; an immutable object is its own, and of one that is
     * read-only nothing is kept.
     */
    public void takeSnapshot() {
        if (isReadOnly()) {
            return;
        }
        snapshot = mapping instanceof ImmutableMapping<E> ? entity : mapping.snapshot(entity);
        targets = toOneContents();
    }

    /** Gives back a baseline of an earlier time. */
    public void restoreBaseline(@Nullable Object formerSnapshot, List<@Nullable Object> formerTargets) {
        snapshot = formerSnapshot;
        targets = formerTargets.isEmpty() ? null : formerTargets.toArray();
    }

    /** What the fields of to-one associations held when the snapshot was taken, by association; empty if there are none. */
    public List<@Nullable Object> targets() {
        if (targets == null) {
            return List.of();
        }
        List<@Nullable Object> contents = new ArrayList<>();
        Collections.addAll(contents, targets);
        return contents;
    }

    /** What the field of a to-one association held when the snapshot was taken. */
    public @Nullable Object targetBefore(int association) {
        return targets == null ? null : targets[association];
    }

    /** Whether the field of a to-one association refers to another target than when the snapshot was taken. */
    @SuppressWarnings("ReferenceEquality") // targets are compared by identity; references know how themselves
    public boolean isReassigned(ToOne<E, ?> association) {
        Object before = targetBefore(association.index());
        Object now = mapping.association(entity, association.index());
        return now != before && !(now instanceof Ref<?> && now.equals(before));
    }

    /** Corrects what the field of a to-one association held, where its target came later than the row. */
    public void setTargetBefore(int association, @Nullable Object target) {
        if (targets != null) {
            targets[association] = target;
        }
    }

    private @Nullable Object @Nullable [] toOneContents() {
        List<Association<E, ?>> associations = mapping.table().associations();
        @Nullable Object @Nullable [] contents = null;
        for (int i = 0; i < associations.size(); i++) {
            if (associations.get(i) instanceof ToOne<E, ?>) {
                if (contents == null) {
                    contents = new @Nullable Object[associations.size()];
                }
                contents[i] = mapping.association(entity, i);
            }
        }
        return contents;
    }

    /** Whether the session has the object: it is pending or persistent. */
    public boolean isAttached() {
        return state == State.PENDING || state == State.PERSISTENT;
    }

    /** Whether the next flush deletes the row. */
    public boolean isMarkedDeleted() {
        return markedDeleted;
    }

    public void setMarkedDeleted(boolean marked) {
        markedDeleted = marked;
    }

    /** The session's epoch in which the values were last read from the database or written to it. */
    public int epoch() {
        return epoch;
    }

    public void setEpoch(int newEpoch) {
        epoch = newEpoch;
    }

    /** For {@link EntrySequence}, which has the entry there. */
    int place() {
        return place;
    }

    void setPlace(int newPlace) {
        place = newPlace;
    }

    /** The values are stale, and so are those of Lazy attributes. */
    public void expire() {
        epoch = 0;
        for (LazyColumn column : mapping.table().lazyColumns()) {
            expire(mapping.value(entity, column.position()));
            expire(snapshot == null ? null : mapping.snapshotValue(snapshot, column.position()));
        }
    }

    private static void expire(@Nullable Object content) {
        if (content instanceof Lazy<?> lazy) {
            lazy.expire();
        }
    }

    /** The collection of an association, or null while it has none. */
    public @Nullable CollectionState<?> collection(int association) {
        return collections == null ? null : collections[association];
    }

    public void setCollection(int association, @Nullable CollectionState<?> collection) {
        if (collections == null) {
            collections = new CollectionState<?>[mapping.table().associations().size()];
        }
        collections[association] = collection;
    }

    /** What was loaded together with this object, or null. */
    public @Nullable Siblings siblings() {
        return siblings;
    }

    public void setSiblings(@Nullable Siblings newSiblings) {
        siblings = newSiblings;
    }

    /**
     * The value that a column is written with: the object's, with a target that was pending resolved to its key. Errors
     * with ALK-2201 if the target still has none.
     */
    @SuppressWarnings("ReferenceEquality") // PENDING is one object
    public @Nullable Object valueToWrite(Column<?> column) {
        Object value = mapping.value(entity, EntityTable.position(column));
        if (value == Keys.PENDING) {
            throw new MappingException(
                    "ALK-2201",
                    "Cannot write " + this + ": its column '" + column.name()
                            + "' refers to an object that has no key and is not being inserted."
                            + " Add that object to the session, or let the association cascade SAVE_UPDATE.");
        }
        return Lazy.contentOf(value);
    }

    @Override
    public String toString() {
        Object shown = key != null ? key : mapping.key(entity);
        return mapping.entityClass().getSimpleName() + "#" + (shown == null ? "new" : shown);
    }
}
