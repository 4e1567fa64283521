package org.alkahest.orm;

import org.alkahest.orm.load.CollectionLoader;
import org.alkahest.orm.load.SiblingColumns;
import org.alkahest.orm.load.SiblingReferences;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.LazyLoader;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.AssociationBinder;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.Relationships;
import org.jspecify.annotations.Nullable;

/** What the references and tracked collections of a session's objects ask of it. One thread at a time. */
final class SessionBinder implements AssociationBinder {
    private final SessionContext context;
    private final CollectionLoader collections;

    SessionBinder(SessionContext context) {
        this.context = context;
        this.collections = new CollectionLoader(context, context.loader());
    }

    @Override
    public <T> Ref<T> reference(EntityEntry<?> owner, ToOne<?, T> association, @Nullable Object key) {
        if (key == null && !association.isInverse()) {
            return Ref.none();
        }
        Class<T> type = association.target().mapping().entityClass();
        EntityEntry<T> known = key == null
                ? null
                : context.identities().find(association.target().mapping(), key);
        SiblingReferences references = new SiblingReferences(context, context.loader(), owner, association);
        if (known != null && known.isReadOnly() && !owner.isReadOnly()) {
            return Ref.bound(type, key, null, references); // who may change the target has it loaded for that
        }
        if (known != null && key != null && known.epoch() != context.epoch()) {
            return Ref.stale(type, key, known.entity(), references);
        }
        return Ref.bound(type, key, known == null ? null : known.entity(), references);
    }

    @Override
    public LazyLoader lazyLoader(EntityEntry<?> owner, String origin) {
        return new SiblingColumns(context, context.loader(), owner, origin);
    }

    @Override
    public void load(CollectionState<?> collection) {
        if (collection.owner().state() != State.DETACHED) {
            context.guard().run(() -> collections.load(collection));
        } else if (!collection.isLoaded()) {
            throw new MappingException(
                    "ALK-2303",
                    "Cannot load '" + collection.association().name() + "' of " + collection.owner()
                            + ": the object was expunged from its session. Load it before, or load the object again.");
        }
    }

    @Override
    public void added(CollectionState<?> collection, Object element) {
        context.guard().run(() -> {
            context.events().undoable(() -> addedTo(collection, element));
            context.events().deliver();
        });
    }

    @SuppressWarnings("unchecked") // the element came through the collection
    private <T> void addedTo(CollectionState<T> collection, Object element) {
        if (context.isOpen()
                && collection.owner().isAttached()
                && collection.association().cascades(Cascade.SAVE_UPDATE)) {
            context.attacher().add(element);
        }
        makeWritable(element);
        Relationships.entered(collection, (T) element, context.identities());
    }

    @Override
    public void removed(CollectionState<?> collection, Object element) {
        context.guard().run(() -> {
            removedFrom(collection, element);
            context.events().deliver();
        });
    }

    @SuppressWarnings("unchecked") // the element came through the collection
    private <T> void removedFrom(CollectionState<T> collection, Object element) {
        if (collection.association().isWriteOnly() && context.isOpen()) {
            requireElement(collection, (T) element);
        }
        makeWritable(element);
        Relationships.left(collection, (T) element, context.identities());
        EntityEntry<?> entry = context.identities().find(element);
        if (entry != null
                && entry.state() == State.PENDING
                && collection.association().cascades(Cascade.DELETE_ORPHAN)) {
            context.identities().release(entry);
        }
    }

    /** Nobody else finds out whether an element of a collection that is not loaded is one. */
    private <T> void requireElement(CollectionState<T> collection, T element) {
        ToOne<T, ?> back = collection.association().back();
        boolean isKnown = context.identities().has(element);
        if (!isKnown || (back != null && !Relationships.refersTo(element, back, collection.owner()))) {
            throw new MappingException(
                    "ALK-2066",
                    "Cannot remove " + element + " from '"
                            + collection.association().name() + "' of "
                            + collection.owner() + ": "
                            + (isKnown ? "it refers to another object." : "the session does not have it.")
                            + " Give an element that is loaded, or delete by a statement.");
        }
    }

    /** An element's reference follows its collection, and is to be written. */
    private void makeWritable(Object element) {
        EntityEntry<?> entry = context.identities().find(element);
        if (entry != null && entry.isReadOnly()) {
            context.identities().makeWritable(entry);
        }
    }

    @Override
    public int epoch() {
        return context.epoch();
    }

    @Override
    public boolean isOpen() {
        return context.isOpen();
    }
}
