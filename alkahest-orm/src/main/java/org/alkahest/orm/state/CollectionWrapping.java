package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.ToMany;
import org.jspecify.annotations.Nullable;

/** Puts tracked collections into fields, and takes them out again. */
public final class CollectionWrapping {
    private CollectionWrapping() {}

    /** Wraps the collection in the field of an association; what the user put there is kept and still counts. */
    @SuppressWarnings("unchecked") // an association's field holds a collection of its target
    public static <E, T> CollectionState<T> wrap(
            EntityEntry<E> entry, ToMany<?, T> association, CollectionOwner session, String origin) {
        EntityMapping<E> mapping = entry.mapping();
        Object present = mapping.association(entry.entity(), association.index());
        Collection<T> content = present instanceof TrackedCollection<?> tracked
                ? fresh(association, ((CollectionState<T>) tracked.state()).rawContent())
                : present == null ? fresh(association, List.of()) : (Collection<T>) present;
        CollectionState<T> state = new CollectionState<>(entry, association, session, content, origin);
        mapping.setAssociation(entry.entity(), association.index(), TrackedCollection.of(state));
        entry.setCollection(association.index(), state);
        return state;
    }

    /** Puts the user's own collections back into the fields, for an object that leaves the session unsaved. */
    public static <E> void unwrap(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            CollectionState<?> state = entry.collection(association.index());
            if (state != null) {
                entry.mapping().setAssociation(entry.entity(), association.index(), state.rawContent());
                entry.setCollection(association.index(), null);
            }
        }
    }

    /** Whether the field still holds the collection that the session put there. */
    @SuppressWarnings("ReferenceEquality") // the very collection, not one with equal elements
    public static <E> boolean isReplaced(EntityEntry<E> entry, ToMany<?, ?> association) {
        @Nullable Object present = entry.mapping().association(entry.entity(), association.index());
        return !(present instanceof TrackedCollection<?> tracked)
                || tracked.state() != entry.collection(association.index());
    }

    private static <T> Collection<T> fresh(ToMany<?, T> association, Collection<T> elements) {
        return switch (association.kind()) {
            case LIST, COLLECTION -> new ArrayList<>(elements);
            case SET -> new LinkedHashSet<>(elements);
        };
    }
}
