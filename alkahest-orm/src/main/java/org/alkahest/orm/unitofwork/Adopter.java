package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ImmutableMapping;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyColumn;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.TrackedCollection;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Takes detached objects into the session as they are, with what save-update reaches through loaded associations: objects
 * with a row are persistent afterwards, the others pending. A call that errors leaves objects and session as they were. One
 * use.
 */
public final class Adopter {
    private final IdentityMap identities;
    private final AssociationBinder binder;
    private final Attacher attacher;
    private final IdentityHashMap<Object, EntityEntry<?>> stored = new IdentityHashMap<>();
    private final List<EntityEntry<?>> order = new ArrayList<>();
    private final Map<EntityMapping<?>, Map<Object, Object>> keys = new HashMap<>();
    private final List<Object> fresh = new ArrayList<>();
    private final Deque<Runnable> repairs = new ArrayDeque<>();

    public Adopter(IdentityMap identities, AssociationBinder binder, Attacher attacher) {
        this.identities = identities;
        this.binder = binder;
        this.attacher = attacher;
    }

    /**
     * Adopts an object that has a row. Emits: nothing.
     *
     * @param modified whether the next flush writes all of its columns; else they are taken for what the row has
     */
    public void adopt(Object root, boolean modified) {
        EntityEntry<?> known = identities.find(root);
        if (known != null) {
            again(known, modified);
            return;
        }
        find(root);
        try {
            order.forEach(this::file);
            order.forEach(entry -> bind(entry, modified));
            fresh.forEach(attacher::add);
        } catch (RuntimeException e) {
            repairs.forEach(Runnable::run);
            throw e;
        }
    }

    private void again(EntityEntry<?> known, boolean modified) {
        if (known.state() == State.DELETED) {
            throw new MappingException(
                    "ALK-2104",
                    "Cannot attach " + known
                            + ": a flush of this transaction deleted it. Roll back, or add a new object.");
        }
        if (modified && known.state() == State.PERSISTENT) {
            flagAll(known);
        }
    }

    /** Changes nothing: what is wrong is found before. */
    private void find(Object root) {
        IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
        ArrayDeque<Object> queue = new ArrayDeque<>();
        queue.add(root);
        seen.put(root, true);
        for (Object next = queue.poll(); next != null; next = queue.poll()) {
            EntityEntry<?> entry = examine(next, stored.isEmpty() && fresh.isEmpty());
            if (entry != null) {
                enqueue(entry, seen, queue);
            }
        }
    }

    /** What is to be adopted; null for what the session has, or is to insert. */
    private <E> @Nullable EntityEntry<E> examine(E entity, boolean isRoot) {
        if (identities.find(entity) != null) {
            return null;
        }
        EntityTable<E> table = Mappings.tableOf(entity);
        Object key = table.mapping().key(entity);
        if (isRoot && key == null) {
            throw new MappingException(
                    "ALK-2120",
                    "Cannot attach a new " + entity.getClass().getSimpleName()
                            + ": it has no key, so it has no row. Use session.add.");
        }
        if (key == null || !(isRoot || mayBeStored(table, entity))) {
            fresh.add(entity);
            return null;
        }
        EntityEntry<E> entry = new EntityEntry<>(entity, table.mapping(), State.DETACHED);
        requireAlone(entry, key);
        attacher.requireUnowned(entry);
        entry.setKey(key);
        stored.put(entity, entry);
        order.add(entry);
        return entry;
    }

    /** In a graph that has been in a session most have rows: where nothing tells, a key of the user's own does. */
    private static <E> boolean mayBeStored(EntityTable<E> table, E entity) {
        boolean tells = table.primaryKey().stream().anyMatch(Column::isGenerated)
                || (table.versioning() != null && table.versioning().isWrittenByFlush());
        return !tells || table.looksStored(entity);
    }

    private <E> void requireAlone(EntityEntry<E> entry, Object key) {
        Object twin = keys.computeIfAbsent(entry.mapping().root(), m -> new HashMap<>())
                .putIfAbsent(key, entry.entity());
        if (twin != null || identities.find(entry.mapping(), key) != null) {
            throw new MappingException(
                    "ALK-2106",
                    "Cannot attach " + entry + ": "
                            + (twin == null ? "the session has" : "what is attached with it holds")
                            + " another object with key " + key
                            + ". Copy it in with session.merge, or expunge the other first.");
        }
    }

    private static <E> void enqueue(EntityEntry<E> entry, Map<Object, Boolean> seen, ArrayDeque<Object> queue) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association.cascades(Cascade.SAVE_UPDATE)) {
                for (@Nullable Object target : Attacher.targets(entry, association)) {
                    if (target != null && seen.put(target, true) == null) {
                        queue.add(target);
                    }
                }
            }
        }
    }

    private <E> void file(EntityEntry<E> entry) {
        Object key = entry.key();
        if (key != null) {
            identities.file(entry, key);
            identities.move(entry, State.PERSISTENT);
            repairs.add(() -> {
                identities.remove(entry);
                identities.move(entry, State.DETACHED);
            });
        }
    }

    private <E> void bind(EntityEntry<E> entry, boolean modified) {
        EntityMapping<E> mapping = entry.mapping();
        for (Association<E, ?> association : mapping.table().associations()) {
            Object before = mapping.association(entry.entity(), association.index());
            repairs.add(() -> mapping.setAssociation(entry.entity(), association.index(), before));
            switch (association) {
                case ToOne<E, ?> toOne -> bindReference(entry, toOne, before);
                case ToMany<E, ?> toMany -> bindCollection(entry, toMany, before);
            }
        }
        for (LazyColumn column : mapping.table().lazyColumns()) {
            Object before = mapping.value(entry.entity(), column.position());
            repairs.add(() -> mapping.setValue(entry.entity(), column.position(), before));
        }
        LazyBinding.adopt(entry, binder);
        entry.takeSnapshot();
        entry.setEpoch(binder.epoch());
        if (modified && !(mapping instanceof ImmutableMapping<E>)) {
            flagAll(entry);
        }
    }

    private <E> void flagAll(EntityEntry<E> entry) {
        EntityTable<E> table = entry.mapping().table();
        for (Column<?> column : table.mappedColumns()) {
            boolean isVersion =
                    table.versioning() != null && table.versioning().column().equals(column);
            int position = EntityTable.position(column);
            boolean isKnown = table.lazyColumn(position) == null
                    || (entry.mapping().value(entry.entity(), position) instanceof Lazy<?> lazy && lazy.isKnown());
            if (!column.isPrimaryKey()
                    && !isVersion
                    && isKnown
                    && column.options().computed() == null) {
                identities.flagged().add(entry, position);
            }
        }
    }

    /** References of a former session, or made by key, are this session's now; one to a new object stays. */
    private <E, T> void bindReference(EntityEntry<E> entry, ToOne<E, T> association, @Nullable Object content) {
        if (!association.isReference() || entry.mapping() instanceof ConstructedMapping<E>) {
            return;
        }
        Ref<?> present = content instanceof Ref<?> reference ? reference : Ref.none();
        Object key = present.key().orElse(null);
        Object target = present.targetOrNull();
        if (target != null && identities.find(target) == null) {
            return;
        }
        Ref<T> bound = binder.reference(entry, association, association.isInverse() ? null : key);
        if (association.isInverse() && target != null && identities.has(target)) {
            resolve(bound, target);
        }
        entry.mapping().setAssociation(entry.entity(), association.index(), bound);
    }

    @SuppressWarnings("unchecked") // the target of the same association
    private static <T> void resolve(Ref<T> reference, Object target) {
        reference.resolve((T) target);
    }

    /**
     * A tracked collection that was loaded has the members it had; an empty one of the user's own may be unloaded as well,
     * and one with elements is read again when it is touched.
     */
    private <E, T> void bindCollection(EntityEntry<E> entry, ToMany<E, T> association, @Nullable Object content) {
        CollectionState<T> state = CollectionWrapping.wrap(entry, association, binder, "was attached");
        if (association.isWriteOnly()) {
            return; // what was added is still to be flushed
        }
        boolean isTracked = content instanceof TrackedCollection<?>;
        boolean wasLoaded = content instanceof TrackedCollection<?> tracked
                ? tracked.state().isLoaded()
                : !state.rawContent().isEmpty();
        if (!wasLoaded) {
            return;
        }
        if (isTracked) {
            state.setEmptyBaseline(); // fresh
        }
        state.takeSnapshot(element -> stored.containsKey(element) || identities.has(element));
    }
}
