package org.alkahest.orm.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one session: at most one per entity and key, held strongly, because a modified plain object must not be
 * lost to the garbage collector. One thread at a time.
 */
public final class IdentityMap {
    private final EntriesByObject byObject = new EntriesByObject();
    /** Under the root of each hierarchy, whose classes share their keys. */
    private final Map<EntityMapping<?>, EntriesByKey> byKey = new HashMap<>();

    private final Map<EntityMapping<?>, EntrySequence> persistent = new LinkedHashMap<>();

    private final Set<EntityEntry<?>> pending = new LinkedHashSet<>();
    private final Set<Object> forgotten = Collections.newSetFromMap(new IdentityHashMap<>(2));

    private final FlaggedColumns flagged = new FlaggedColumns();
    private final StateObserver observer;
    private int readOnly;

    /** An empty map. */
    public IdentityMap(StateObserver observer) {
        this.observer = observer;
    }

    /** What is known of an object, or null. */
    @SuppressWarnings("unchecked") // an object's entry is of its own class
    public <E> @Nullable EntityEntry<E> find(E entity) {
        return (EntityEntry<E>) byObject.find(entity);
    }

    /** The object of a key, or null; an object of a subclass, too, but none of another class of the hierarchy. */
    @SuppressWarnings("unchecked") // the class is checked where a key may be another class's
    public <E> @Nullable EntityEntry<E> find(EntityMapping<E> mapping, Object key) {
        EntriesByKey entries = byKey.get(mapping.root());
        EntityEntry<?> entry = entries == null ? null : entries.find(key);
        return entry == null || mapping.entityClass().isInstance(entry.entity()) ? (EntityEntry<E>) entry : null;
    }

    /** Gives an object that is known another state. */
    public void move(EntityEntry<?> entry, State to) {
        State from = entry.state();
        if (from != to) {
            entry.setState(to);
            observer.changed(entry, from, to);
        }
    }

    /** Adds a pending object. */
    public void addPending(EntityEntry<?> entry) {
        observer.changed(entry, State.TRANSIENT, State.PENDING);
        know(entry);
        pending.add(entry);
        forgotten.remove(entry.entity());
    }

    /** Files an object under its key; errors with ALK-2106 if another object has the key. */
    public void file(EntityEntry<?> entry, Object key) {
        if (!key.equals(entry.key())) {
            unfile(entry);
        }
        EntriesByKey entries = byKey.computeIfAbsent(entry.mapping().root(), root -> new EntriesByKey());
        EntityEntry<?> present = entries.find(key);
        if (present == null) {
            entry.setKey(key);
            entries.add(entry);
            persistent
                    .computeIfAbsent(entry.mapping(), mapping -> new EntrySequence())
                    .append(entry);
        } else if (present != entry) {
            throw new MappingException(
                    "ALK-2106",
                    "Cannot file " + entry + ": the session has another object with key " + key
                            + ". Change that object instead, or expunge it first.");
        }
        know(entry);
        pending.remove(entry);
    }

    /** Files an object of a key that nobody has, to be found but not looked at by flushes. */
    public void fileReadOnly(EntityEntry<?> entry, Object key) {
        entry.setKey(key);
        entry.setPlace(EntityEntry.READ_ONLY);
        byKey.computeIfAbsent(entry.mapping().root(), root -> new EntriesByKey())
                .add(entry);
        persistent.computeIfAbsent(entry.mapping(), mapping -> new EntrySequence());
        byObject.add(entry);
        readOnly++;
    }

    /** From here on changes of a read-only object are written: its present values are the baseline. */
    public void makeWritable(EntityEntry<?> entry) {
        if (entry.isReadOnly() && entry.state() == State.PERSISTENT) {
            readOnly--;
            persistent
                    .computeIfAbsent(entry.mapping(), mapping -> new EntrySequence())
                    .append(entry);
            entry.takeSnapshot();
        }
    }

    /** The read-only objects, in no order. */
    public List<EntityEntry<?>> readOnly() {
        return readOnly == 0
                ? List.of()
                : byObject.all().stream().filter(EntityEntry::isReadOnly).toList();
    }

    private void know(EntityEntry<?> entry) {
        EntityEntry<?> known = byObject.find(entry.entity());
        if (known == entry) {
            return;
        }
        if (known != null) {
            byObject.remove(known);
        }
        byObject.add(entry);
    }

    /** Takes an object out of the keys, but keeps it known: it was deleted in this transaction. */
    public void unfile(EntityEntry<?> entry) {
        EntriesByKey entries = byKey.get(entry.mapping().root());
        Object key = entry.key();
        if (entries != null && key != null && entries.find(key) == entry) {
            entries.remove(entry);
            if (entry.isReadOnly()) {
                readOnly--;
                entry.setPlace(0);
            } else {
                Objects.requireNonNull(persistent.get(entry.mapping())).cut(entry);
            }
        }
    }

    /** Forgets an object. */
    public void remove(EntityEntry<?> entry) {
        unfile(entry);
        byObject.remove(entry);
        pending.remove(entry);
        flagged.forget(entry);
        Siblings siblings = entry.siblings();
        if (siblings != null) {
            siblings.remove(entry);
        }
    }

    /** A pending object is transient again, with its own collections in its fields. */
    public void release(EntityEntry<?> entry) {
        CollectionWrapping.unwrap(entry);
        remove(entry);
        move(entry, State.TRANSIENT);
    }

    /** Deletes a pending object: it is released, and no cascade of a flush brings it back until a rollback. */
    public void forget(EntityEntry<?> entry) {
        release(entry);
        forgotten.add(entry.entity());
    }

    /** Whether the session has an object, pending or persistent. */
    public boolean has(Object entity) {
        EntityEntry<?> entry = byObject.find(entity);
        return entry != null && entry.isAttached();
    }

    /** Whether an object was deleted while it was pending, and not added again. */
    public boolean isForgotten(Object entity) {
        return forgotten.contains(entity);
    }

    /** The transaction was rolled back: all may come back. */
    public void forgiveAll() {
        forgotten.clear();
    }

    /** What the user declared modified. */
    public FlaggedColumns flagged() {
        return flagged;
    }

    /** Pending objects in the order in which they were added. */
    public Collection<EntityEntry<?>> pending() {
        return Collections.unmodifiableCollection(pending);
    }

    /** Mappings of classes that have, or had, objects here. */
    public Collection<EntityMapping<?>> mappings() {
        return Collections.unmodifiableCollection(persistent.keySet());
    }

    /** The persistent objects of a mapping, none of its subclasses, in the order in which they came. */
    public Collection<EntityEntry<?>> persistent(EntityMapping<?> mapping) {
        EntrySequence entries = persistent.get(mapping);
        return entries == null ? List.of() : Collections.unmodifiableCollection(entries);
    }

    /** The persistent objects of all mappings. */
    public Stream<EntityEntry<?>> persistent() {
        return persistent.values().stream().flatMap(EntrySequence::stream);
    }

    /** Every object that is known, deleted ones included, in no order. */
    public List<EntityEntry<?>> all() {
        return byObject.all();
    }

    public int size() {
        return byObject.size();
    }

    /** Forgets everything. */
    public void clear() {
        byObject.clear();
        byKey.clear();
        persistent.clear();
        pending.clear();
        forgotten.clear();
        flagged.clear();
        readOnly = 0;
    }
}
