package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
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
 * Brings new objects into the session, with everything that save-update cascades reach: wraps their collections, binds
 * their references, and lets children without one refer to their container. Iterative, so that long chains do not overflow
 * the stack.
 */
public final class Attacher {
    private final IdentityMap identities;
    private final AssociationBinder binder;
    private final ArrayDeque<Object> queue = new ArrayDeque<>();

    public Attacher(IdentityMap identities, AssociationBinder binder) {
        this.identities = identities;
        this.binder = binder;
    }

    /**
     * Makes an object pending unless the session has it. Errors with ALK-2001 for an unmapped class, ALK-2101 for a
     * detached object, ALK-2102 for one of another open session, ALK-2103 for a child that belongs to another container.
     */
    public void add(Object entity) {
        queue.add(entity);
        while (!queue.isEmpty()) {
            addOne(queue.poll());
        }
    }

    /** Looks again at what an object refers to now. */
    public void cascade(EntityEntry<?> entry) {
        enqueueTargets(entry);
        while (!queue.isEmpty()) {
            addOne(queue.poll());
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
            known.setMarkedDeleted(false);
            return;
        }
        EntityTable<E> table = Mappings.tableOf(entity);
        requireTransient(entity, table);
        EntityEntry<E> entry = new EntityEntry<>(entity, table.mapping(), State.PENDING);
        bind(entry, "was added");
        identities.addPending(entry);
        enqueueTargets(entry);
    }

    private static <E> void requireTransient(E entity, EntityTable<E> table) {
        boolean generated = table.primaryKey().stream().anyMatch(Column::isGenerated);
        Object key = table.mapping().key(entity);
        if (generated && key != null) {
            throw new MappingException(
                    "ALK-2101",
                    "Cannot add " + entity.getClass().getSimpleName() + "#" + key
                            + ": its generated key is set, so it has a row already and is detached. Use session.merge"
                            + " to copy it in or session.attach to adopt it; or leave the key unset.");
        }
    }

    /** Wraps collections, binds references, and points children at their container. */
    public <E> void bind(EntityEntry<E> entry, String origin) {
        EntityMapping<E> mapping = entry.mapping();
        for (Association<E, ?> association : mapping.table().associations()) {
            Object content = mapping.association(entry.entity(), association.index());
            requireUnowned(entry, association, content);
            switch (association) {
                case ToOne<E, ?> toOne -> bindReference(entry, toOne, content);
                case ToMany<E, ?> toMany -> bindCollection(entry, toMany, origin);
            }
        }
    }

    private <E, T> void bindCollection(EntityEntry<E> entry, ToMany<E, T> association, String origin) {
        CollectionState<T> state = CollectionWrapping.wrap(entry, association, binder, origin);
        state.setSnapshot(List.of());
        for (T element : state.rawContent()) {
            Relationships.pointBackOnAttach(entry, association, element);
        }
    }

    private <E, T> void bindReference(EntityEntry<E> entry, ToOne<E, T> association, @Nullable Object content) {
        if (!association.isReference()) {
            return;
        }
        EntityMapping<E> mapping = entry.mapping();
        if (content == null) {
            mapping.setAssociation(entry.entity(), association.index(), Ref.none());
        } else if (content instanceof Ref<?> reference && reference.targetOrNull() == null) {
            reference
                    .key()
                    .ifPresent(key -> mapping.setAssociation(
                            entry.entity(),
                            association.index(),
                            binder.reference(
                                    entry, association, association.target().requireKey(key))));
        }
    }

    private void requireUnowned(EntityEntry<?> entry, Association<?, ?> association, @Nullable Object content) {
        if (content instanceof TrackedCollection<?> tracked
                && !tracked.state().session().equals(binder)
                && tracked.state().session().isOpen()) {
            throw new MappingException(
                    "ALK-2102",
                    "Cannot add " + entry + ": its '" + association.name()
                            + "' belongs to another open session. Close that session or expunge the object there"
                            + " first.");
        }
    }

    private <E> void enqueueTargets(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association.cascades(Cascade.SAVE_UPDATE)) {
                for (Object target : targets(entry, association)) {
                    if (identities.find(target) == null) {
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
        Object content = entry.mapping().association(entry.entity(), association.index());
        if (content instanceof Ref<?> reference) {
            content = reference.targetOrNull();
        }
        if (content instanceof Collection<?> replaced) {
            return new ArrayList<>(replaced);
        }
        return content == null ? List.of() : List.of(content);
    }
}
