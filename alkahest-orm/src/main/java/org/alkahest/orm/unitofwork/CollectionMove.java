package org.alkahest.orm.unitofwork;

import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.UndoLog;
import org.jspecify.annotations.Nullable;

/**
 * Follows an assigned reference: the object leaves the loaded collection of its old container and enters that of its new
 * one. Collections that are not loaded stay so.
 */
final class CollectionMove<E, T> {
    private final EntityEntry<E> entry;
    private final ToOne<E, T> association;
    private final IdentityMap identities;
    private final UndoLog undo;
    private final List<CollectionState<?>> changed;

    CollectionMove(
            EntityEntry<E> entry,
            ToOne<E, T> association,
            IdentityMap identities,
            UndoLog undo,
            List<CollectionState<?>> changed) {
        this.entry = entry;
        this.association = association;
        this.identities = identities;
        this.undo = undo;
        this.changed = changed;
    }

    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    void run() {
        E element = entry.entity();
        CollectionState<E> before = collectionOf(oldContainer());
        CollectionState<E> after = collectionOf(newContainer());
        if (before != null && before != after && before.rawContent().removeIf(e -> e == element)) {
            changedNow(before);
        }
        if (after != null && after.rawContent().stream().noneMatch(e -> e == element)) {
            after.rawContent().add(element);
            changedNow(after);
        }
    }

    private void changedNow(CollectionState<E> collection) {
        undo.remember(collection.owner());
        changed.add(collection);
    }

    private @Nullable EntityEntry<T> oldContainer() {
        Object key = References.keyBefore(entry, association);
        return key == null ? null : identities.find(association.target().mapping(), key);
    }

    @SuppressWarnings("unchecked") // the association's target
    private @Nullable EntityEntry<T> newContainer() {
        for (Object target : Attacher.targets(entry, association)) {
            return identities.find((T) target);
        }
        return null;
    }

    @SuppressWarnings("unchecked") // an association mapped by this one holds its entities
    private @Nullable CollectionState<E> collectionOf(@Nullable EntityEntry<T> container) {
        if (container == null) {
            return null;
        }
        for (Association<T, ?> candidate : container.mapping().table().associations()) {
            if (candidate instanceof ToMany<T, ?> toMany
                    && toMany.link() instanceof ToMany.Link.MappedBy<?, ?> link
                    && link.toOne().get().equals(association)) {
                CollectionState<?> state = container.collection(toMany.index());
                return state == null || !state.isLoaded() ? null : (CollectionState<E>) state;
            }
        }
        return null;
    }
}
