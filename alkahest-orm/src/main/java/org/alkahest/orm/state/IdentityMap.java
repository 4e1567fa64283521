package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final IdentityHashMap<Object, EntityEntry<?>> byObject = new IdentityHashMap<>();
    /** Under the root of each hierarchy, whose classes share their keys. */
    private final Map<EntityMapping<?>, Map<Object, EntityEntry<?>>> byKey = new LinkedHashMap<>();

    private final Set<EntityMapping<?>> mappings = new LinkedHashSet<>();

    private final Set<EntityEntry<?>> pending = new LinkedHashSet<>();
    private final Set<Object> forgotten = Collections.newSetFromMap(new IdentityHashMap<>());

    private final FlaggedColumns flagged = new FlaggedColumns();
    private final StateObserver observer;

    /** An empty map. */
    public IdentityMap(StateObserver observer) {
        this.observer = observer;
    }

    /** What is known of an object, or null. */
    @SuppressWarnings("unchecked") // an object's entry is of its own class
    public <E> @Nullable EntityEntry<E> find(E entity) {
        return (EntityEntry<E>) byObject.get(entity);
    }

    /** The object of a key, or null; an object of a subclass, too, but none of another class of the hierarchy. */
    @SuppressWarnings("unchecked") // the class is checked where a key may be another class's
    public <E> @Nullable EntityEntry<E> find(EntityMapping<E> mapping, Object key) {
        Map<Object, EntityEntry<?>> entries = byKey.get(mapping.root());
        EntityEntry<?> entry = entries == null ? null : entries.get(key);
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
        byObject.put(entry.entity(), entry);
        pending.add(entry);
        forgotten.remove(entry.entity());
    }

    /** Files an object under its key; errors with ALK-2106 if another object has the key. */
    public void file(EntityEntry<?> entry, Object key) {
        Map<Object, EntityEntry<?>> entries =
                byKey.computeIfAbsent(entry.mapping().root(), m -> new LinkedHashMap<>());
        EntityEntry<?> present = entries.putIfAbsent(key, entry);
        if (present != null && present != entry) {
            throw new MappingException(
                    "ALK-2106",
                    "Cannot file " + entry + ": the session has another object with key " + key
                            + ". Change that object instead, or expunge it first.");
        }
        byObject.put(entry.entity(), entry);
        pending.remove(entry);
        entry.setKey(key);
        mappings.add(entry.mapping());
    }

    /** Takes an object out of the keys, but keeps it known: it was deleted in this transaction. */
    public void unfile(EntityEntry<?> entry) {
        Map<Object, EntityEntry<?>> entries = byKey.get(entry.mapping().root());
        Object key = entry.key();
        if (entries != null && key != null) {
            entries.remove(key, entry);
        }
    }

    /** Forgets an object. */
    public void remove(EntityEntry<?> entry) {
        unfile(entry);
        byObject.remove(entry.entity());
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
        EntityEntry<?> entry = byObject.get(entity);
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
        return Collections.unmodifiableCollection(mappings);
    }

    /** The persistent objects of a mapping, in the order in which they came. */
    public Collection<EntityEntry<?>> persistent(EntityMapping<?> mapping) {
        Map<Object, EntityEntry<?>> entries = byKey.get(mapping.root());
        if (entries == null) {
            return List.of();
        }
        return mapping.table().isInherited()
                ? entries.values().stream()
                        .filter(entry -> entry.mapping().equals(mapping))
                        .toList()
                : Collections.unmodifiableCollection(entries.values());
    }

    /** The persistent objects of all mappings. */
    public Stream<EntityEntry<?>> persistent() {
        return byKey.values().stream().flatMap(entries -> entries.values().stream());
    }

    /** Every object that is known, deleted ones included. */
    public List<EntityEntry<?>> all() {
        return new ArrayList<>(byObject.values());
    }

    public int size() {
        return byObject.size();
    }

    /** Forgets everything. */
    public void clear() {
        byObject.clear();
        byKey.clear();
        mappings.clear();
        pending.clear();
        forgotten.clear();
        flagged.clear();
    }
}
