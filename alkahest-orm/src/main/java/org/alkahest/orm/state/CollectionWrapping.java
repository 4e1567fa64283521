package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToMany.CollectionKind;
import org.alkahest.orm.mapping.WriteOnly;
import org.jspecify.annotations.Nullable;

/** Puts tracked collections into fields, and takes them out again. */
public final class CollectionWrapping {
    private CollectionWrapping() {}

    /** Wraps the collection in the field of an association; what the user put there is kept and still counts. */
    public static <E, T> CollectionState<T> wrap(
            EntityEntry<E> entry, ToMany<?, T> association, CollectionOwner session, String origin) {
        EntityMapping<E> mapping = entry.mapping();
        Object present = mapping.association(entry.entity(), association.index());
        Collection<T> content = content(entry, association, present);
        CollectionState<T> state = new CollectionState<>(entry, association, session, content, origin);
        mapping.setAssociation(entry.entity(), association.index(), inField(state));
        entry.setCollection(association.index(), state);
        return state;
    }

    /** What stands in the field: a tracked collection, or the user's write-only one, which the session keeps from now on. */
    public static <T> Object inField(CollectionState<T> state) {
        if (state.rawContent() instanceof WriteOnlyContent<T> writeOnly) {
            writeOnly.field().keep(new WriteOnlyKeeper<>(state, writeOnly));
            return writeOnly.field();
        }
        return TrackedCollection.of(state);
    }

    /** The same for a collection that the user assigned; one that cannot be kept stays in the field unwrapped. */
    public static <E, T> CollectionState<T> rewrap(
            EntityEntry<E> entry, ToMany<?, T> association, CollectionState<T> old) {
        Object assigned = entry.mapping().association(entry.entity(), association.index());
        CollectionState<T> state = wrap(entry, association, old.session(), old.origin());
        try {
            state.takeKeys(repair -> {});
        } catch (RuntimeException e) {
            entry.setCollection(association.index(), old);
            entry.mapping().setAssociation(entry.entity(), association.index(), assigned);
            throw e;
        }
        return state;
    }

    /** The user's own instance where there is one that can be changed, else a new one with its elements. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // an association's field holds a collection of its target
    private static <T> Collection<T> content(EntityEntry<?> entry, ToMany<?, T> association, @Nullable Object present) {
        if (association.isWriteOnly()) {
            return new WriteOnlyContent<>(present == null ? new WriteOnly<>() : (WriteOnly<T>) present);
        }
        if (present == null) {
            return association.kind() == CollectionKind.MAP
                    ? new MapContent<>(association, new LinkedHashMap<>())
                    : fresh(association, List.of());
        }
        if (present instanceof TrackedCollection<?> tracked
                && tracked.state().owner().entity() == entry.entity()) {
            return ((CollectionState<T>) tracked.state()).rawContent();
        }
        if (association.kind() == CollectionKind.MAP) {
            return mapContent(association, present);
        }
        Collection<T> elements = (Collection<T>) present;
        boolean usable = !(present instanceof TrackedCollection<?>) && isModifiable(elements);
        return usable ? elements : fresh(association, elements);
    }

    @SuppressWarnings("unchecked") // an association's field holds a map of its target
    private static <T> Collection<T> mapContent(ToMany<?, T> association, Object present) {
        Map<Object, T> map = (Map<Object, T>) present;
        boolean usable = !(present instanceof TrackedMap<?>) && isModifiable(map);
        return new MapContent<>(association, usable ? map : new LinkedHashMap<>(map));
    }

    private static boolean isModifiable(Map<?, ?> map) {
        if (map.getClass() == Collections.emptyMap().getClass()
                || map.getClass() == Collections.singletonMap(0, 0).getClass()) {
            return false;
        }
        try {
            map.putAll(Map.of());
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** The elements of what the field of an association holds, which may be a map of them. */
    @SuppressWarnings("unchecked") // the caller knows the association
    public static <T> Collection<T> elements(Object content) {
        return content instanceof Map<?, ?> map ? (Collection<T>) map.values() : (Collection<T>) content;
    }

    /** Collections of the JDK that cannot change refuse even a change that changes nothing, but for two. */
    private static boolean isModifiable(Collection<?> collection) {
        if (collection.getClass() == Arrays.asList().getClass()
                || collection.getClass() == Collections.emptyList().getClass()
                || collection.getClass() == Collections.emptySet().getClass()) {
            return false;
        }
        try {
            collection.removeIf(element -> false);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Puts the user's own collections back into the fields, for an object that leaves the session unsaved. */
    public static <E> void unwrap(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            CollectionState<?> state = entry.collection(association.index());
            if (state != null) {
                if (state.rawContent() instanceof WriteOnlyContent<?> writeOnly) {
                    writeOnly.field().keep(null);
                }
                if (!isReplaced(entry, state.association())) {
                    entry.mapping().setAssociation(entry.entity(), association.index(), state.wrapped());
                }
                entry.setCollection(association.index(), null);
            }
        }
    }

    /** The state of what a session has put into a field; null for anything else. */
    public static @Nullable CollectionState<?> stateOf(@Nullable Object content) {
        return switch (content) {
            case TrackedCollection<?> tracked -> tracked.state();
            case WriteOnly<?> writeOnly when writeOnly.keeper() instanceof WriteOnlyKeeper<?> keeper -> keeper.state();
            case null, default -> null;
        };
    }

    /** Whether the field still holds the collection that the session put there. */
    @SuppressWarnings("ReferenceEquality") // the very collection, not one with equal elements
    public static <E> boolean isReplaced(EntityEntry<E> entry, ToMany<?, ?> association) {
        @Nullable Object present = entry.mapping().association(entry.entity(), association.index());
        if (association.isWriteOnly()) {
            CollectionState<?> state = entry.collection(association.index());
            return state != null && present != state.wrapped();
        }
        return !(present instanceof TrackedCollection<?> tracked)
                || tracked.state() != entry.collection(association.index());
    }

    private static <T> Collection<T> fresh(ToMany<?, T> association, Collection<T> elements) {
        return switch (association.kind()) {
            case LIST, COLLECTION, MAP, WRITE_ONLY -> new ArrayList<>(elements);
            case SET -> new LinkedHashSet<>(elements);
        };
    }
}
