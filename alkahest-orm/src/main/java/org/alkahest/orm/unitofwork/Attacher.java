package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.RefLoader;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.jspecify.annotations.Nullable;

/**
 * Brings new objects into the session, with everything that save-update cascades reach: wraps their collections, binds
 * their references, and lets children without one refer to their container. Iterative, so that long chains do not overflow
 * the stack. A call that errors leaves objects and session as they were.
 */
public final class Attacher {
    private final IdentityMap identities;
    private final AssociationBinder binder;
    private final ArrayDeque<Object> queue = new ArrayDeque<>();
    private final Deque<Runnable> repairs = new ArrayDeque<>();
    private boolean forgives;

    public Attacher(IdentityMap identities, AssociationBinder binder) {
        this.identities = identities;
        this.binder = binder;
    }

    /** The session's present epoch. */
    int epoch() {
        return binder.epoch();
    }

    /**
     * Makes an object pending unless the session has it. Errors with ALK-2001 for an unmapped class, ALK-2101 for a
     * detached object, ALK-2102 for one of another open session, ALK-2103 for a child that belongs to another container,
     * ALK-2109 for a null in a collection.
     */
    public void add(Object entity) {
        add(entity, true);
    }

    /** The same because an object of the session refers to it, unless it is known or was deleted while it was pending. */
    void cascadeTo(Object entity) {
        if (identities.find(entity) == null && !identities.isForgotten(entity)) {
            add(entity, false);
        }
    }

    private void add(Object entity, boolean byUser) {
        forgives = byUser;
        queue.add(entity);
        try {
            for (Object next = queue.poll(); next != null; next = queue.poll()) {
                addOne(next);
            }
        } catch (RuntimeException e) {
            repairs.forEach(Runnable::run);
            throw e;
        } finally {
            queue.clear();
            repairs.clear();
        }
    }

    private <E> void addOne(E entity) {
        EntityEntry<E> known = identities.find(entity);
        if (known != null) {
            if (known.state() == State.DELETED) {
                throw new MappingException(
                        "ALK-2104",
                        "Cannot add " + known
                                + ": a flush of this transaction deleted it. Roll back, or add a new object.");
            }
            boolean marked = known.isMarkedDeleted();
            repairs.push(() -> known.setMarkedDeleted(marked));
            known.setMarkedDeleted(false);
            return;
        }
        EntityTable<E> table = Mappings.tableOf(entity);
        requireTransient(entity, table);
        EntityEntry<E> entry = new EntityEntry<>(entity, table.mapping(), State.PENDING);
        requireUnowned(entry);
        boolean forgotten = identities.isForgotten(entity);
        identities.addPending(entry);
        repairs.push(() -> {
            if (forgotten) {
                identities.forget(entry);
            } else {
                identities.release(entry);
            }
        });
        bind(entry);
        enqueueTargets(entry);
    }

    private static <E> void requireTransient(E entity, EntityTable<E> table) {
        if (table.looksStored(entity)) {
            boolean generated = table.hasGeneratedKey();
            String what = generated ? "generated key" : "version";
            throw new MappingException(
                    "ALK-2101",
                    "Cannot add " + entity.getClass().getSimpleName() + "#"
                            + table.mapping().key(entity) + ": its " + what
                            + " is set, so it has a row already and is detached. Copy it in with session.merge, adopt"
                            + " it with session.attach, or leave the " + what + " unset for a new row.");
        }
    }

    <E> void requireUnowned(EntityEntry<E> entry) {
        List<Association<E, ?>> associations = entry.mapping().table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            Object content = entry.mapping().association(entry.entity(), association.index());
            if (isServedElsewhere(entry, content)) {
                throw new MappingException(
                        "ALK-2102",
                        "Cannot add " + entry + ": its '" + association.name()
                                + "' belongs to another open session. Close that session or expunge the object there"
                                + " first.");
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very object, not an equal one
    private boolean isServedElsewhere(EntityEntry<?> entry, @Nullable Object content) {
        CollectionState<?> state = CollectionWrapping.stateOf(content);
        if (state != null) {
            return state.owner().entity() == entry.entity()
                    && state.owner().isAttached()
                    && state.session().isOpen()
                    && !state.session().equals(binder);
        }
        RefLoader loader = content instanceof Ref<?> reference ? reference.loader() : null;
        return loader != null && !loader.session().equals(binder) && loader.serves(entry.entity());
    }

    /** Wraps collections, binds references, and points children at their container. */
    private <E> void bind(EntityEntry<E> entry) {
        EntityMapping<E> mapping = entry.mapping();
        List<Association<E, ?>> associations = mapping.table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            switch (association) {
                case ToOne<E, ?> toOne -> {
                    Object content = mapping.association(entry.entity(), association.index());
                    repairs.push(() -> mapping.setAssociation(entry.entity(), association.index(), content));
                    bindReference(entry, toOne);
                    pointBackOnAttach(entry, toOne);
                }
                case ToMany<E, ?> toMany -> bindCollection(entry, toMany);
            }
        }
    }

    private <E, T> void bindCollection(EntityEntry<E> entry, ToMany<E, T> association) {
        EntityMapping<E> mapping = entry.mapping();
        Object before = mapping.association(entry.entity(), association.index());
        CollectionState<T> state = CollectionWrapping.wrap(entry, association, binder, "was added");
        state.setEmptyBaseline();
        state.takeKeys(repairs::push);
        // runs after the release that unwraps: what the user had there is not always what was wrapped
        repairs.addLast(() -> mapping.setAssociation(entry.entity(), association.index(), before));
        ToOne<T, E> back = association.back();
        for (T element : state.rawContent()) {
            requireElement(entry, association, element);
            if (back != null) {
                pointBackOnAttach(entry, association, back, element);
            }
        }
    }

    /** A collection of entities holds no null. */
    static void requireElement(EntityEntry<?> owner, ToMany<?, ?> association, @Nullable Object element) {
        if (element == null) {
            throw new MappingException(
                    "ALK-2109",
                    "Cannot save " + owner + ": its '" + association.name()
                            + "' holds null, which is no entity. Take it out.");
        }
    }

    private <E, T> void pointBackOnAttach(EntityEntry<E> owner, ToOne<E, T> association) {
        ToOne<T, E> back = association.back();
        T target = back == null ? null : Relationships.loadedTarget(owner, association);
        if (back != null && target != null) {
            pointBackOnAttach(owner, association, back, target);
        }
    }

    /** At attach a child without a reference takes its container's; a different one is an error (ALK-2103). */
    private <E, T> void pointBackOnAttach(
            EntityEntry<E> owner, Association<E, T> association, ToOne<T, E> back, T element) {
        Object present = Relationships.content(element, back);
        if (Relationships.isNone(present)) {
            repairs.push(() -> back.owner().mapping().setAssociation(element, back.index(), present));
            Relationships.setTarget(element, back, owner.entity());
        } else if (!Relationships.refersTo(element, back, owner)) {
            throw new MappingException(
                    "ALK-2103",
                    "Cannot add " + owner + ": its '" + association.name() + "' holds a "
                            + element.getClass().getSimpleName() + " whose '" + back.name() + "' is " + present
                            + ". Take it out of the collection, or let it refer to this object.");
        }
    }

    /** Gives a reference that the user assigned what it needs to be loaded here; a null becomes {@link Ref#none}. */
    <E, T> void bindReference(EntityEntry<E> entry, ToOne<E, T> association) {
        EntityMapping<E> mapping = entry.mapping();
        if (!association.isReference() || mapping instanceof ConstructedMapping<E>) {
            return;
        }
        Object content = mapping.association(entry.entity(), association.index());
        if (content == null) {
            mapping.setAssociation(entry.entity(), association.index(), Ref.none());
        } else if (content instanceof Ref<?> reference && !association.isInverse() && isUnbound(reference)) {
            reference
                    .key()
                    .ifPresent(key -> mapping.setAssociation(
                            entry.entity(),
                            association.index(),
                            binder.reference(
                                    entry, association, association.target().requireKey(key))));
        }
    }

    void bindLazies(EntityEntry<?> entry, IntPredicate positions) {
        if (!entry.mapping().table().lazyColumns().isEmpty()) {
            LazyBinding.bind(entry, binder, positions);
        }
    }

    /** The target at the other end of an inverse one-to-one is looked for again when it is asked for. */
    <E, T> void forgetTarget(EntityEntry<E> entry, ToOne<E, T> association) {
        if (association.isReference()) {
            Ref<?> unknown = binder.reference(entry, association, null);
            entry.mapping().setAssociation(entry.entity(), association.index(), unknown);
            entry.setTargetBefore(association.index(), unknown);
        }
    }

    /** Made by key, or by another session: its target is that session's, but the key is good. */
    private boolean isUnbound(Ref<?> reference) {
        RefLoader loader = reference.loader();
        return loader == null
                ? reference.targetOrNull() == null
                : !loader.session().equals(binder);
    }

    private <E> void enqueueTargets(EntityEntry<E> entry) {
        List<Association<E, ?>> associations = entry.mapping().table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            if (association.cascades(Cascade.SAVE_UPDATE)) {
                for (Object target : targets(entry, association)) {
                    if (target != null
                            && identities.find(target) == null
                            && (forgives || !identities.isForgotten(target))) {
                        queue.add(target);
                    }
                }
            }
        }
    }

    /** The loaded objects at the other end of an association, without loading any. */
    static <E> Collection<?> targets(EntityEntry<E> entry, Association<E, ?> association) {
        CollectionState<?> collection = entry.collection(association.index());
        if (collection != null && !CollectionWrapping.isReplaced(entry, collection.association())) {
            return collection.rawContent();
        }
        return Reach.loadedIn(entry.mapping().association(entry.entity(), association.index()));
    }
}
