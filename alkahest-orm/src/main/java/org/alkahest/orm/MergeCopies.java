package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.orm.state.Members;
import org.alkahest.orm.state.TrackedCollection;
import org.alkahest.orm.unitofwork.Reach;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/** The objects of one merge, each with the session's, and how one is copied into the other. */
final class MergeCopies {
    private final IdentityHashMap<Object, Copy<?>> copies = new IdentityHashMap<>();
    private final List<Copy<?>> order = new ArrayList<>();

    /**
     * A given object and the session's.
     *
     * @param isNew whether the session's object was made for this merge
     */
    private record Copy<E>(EntityMapping<E> mapping, E source, E target, boolean isNew) {
        @SuppressWarnings("ReferenceEquality") // the very object
        boolean isSame() {
            return source == target;
        }

        /** Whether values can be copied: not into the object itself, nor into one that cannot take them. */
        boolean isWritable() {
            return !isSame() && !(mapping instanceof ConstructedMapping<E>);
        }

        @Nullable
        Object given(Association<E, ?> association) {
            return mapping.association(source, association.index());
        }

        @Nullable
        Object present(Association<E, ?> association) {
            return mapping.association(target, association.index());
        }

        void set(Association<E, ?> association, @Nullable Object content) {
            mapping.setAssociation(target, association.index(), content);
        }
    }

    <E> void put(EntityMapping<E> mapping, E source, E target, boolean isNew) {
        Copy<E> copy = new Copy<>(mapping, source, target, isNew);
        copies.put(source, copy);
        order.add(copy);
    }

    /** The session's object for a given one; itself where it was not reached. */
    @SuppressWarnings("unchecked") // a copy is of its source's class
    <T> T targetOf(T source) {
        Copy<?> copy = copies.get(source);
        return copy == null ? source : (T) copy.target();
    }

    /** The objects that were made for this merge. */
    List<Object> made() {
        return order.stream().filter(Copy::isNew).<Object>map(Copy::target).toList();
    }

    /** Copies columns and references, and fills new objects' collections. */
    void copyFields() {
        copyFields(order.stream().filter(Copy::isWritable).toList());
    }

    /** Does so for new objects alone. */
    void fillNew() {
        copyFields(
                order.stream().filter(copy -> copy.isNew() && copy.isWritable()).toList());
    }

    private void copyFields(List<Copy<?>> some) {
        some.forEach(MergeCopies::copyColumns);
        some.forEach(this::copyReferences);
        some.stream().filter(Copy::isNew).forEach(this::fillCollections);
        some.forEach(this::pointBack);
    }

    /** Brings the collections of the session's objects to the members that the given ones have. */
    void copyCollections() {
        order.stream().filter(copy -> copy.isWritable() && !copy.isNew()).forEach(this::copyCollections);
    }

    private static <E> void copyColumns(Copy<E> copy) {
        EntityMapping<E> mapping = copy.mapping();
        Versioning versioning = mapping.table().versioning();
        Object values = mapping.snapshot(copy.source());
        for (Column<?> column : mapping.table().mappedColumns()) {
            boolean known = column.isPrimaryKey()
                    || (versioning != null && versioning.column().equals(column));
            if ((copy.isNew() || !known) && !isForeignKey(mapping, column)) {
                int position = EntityTable.position(column);
                Object given = mapping.snapshotValue(values, position);
                if (mapping.table().lazyColumn(position) == null) {
                    mapping.setValue(copy.target(), position, given);
                } else if (given instanceof Lazy<?> lazy && lazy.isKnown()) {
                    copyLazy(copy, column, lazy);
                }
            }
        }
    }

    /** Emits: one SELECT for the object's and its siblings', unless they are loaded: what differs alone is written. */
    private static <E> void copyLazy(Copy<E> copy, Column<?> column, Lazy<?> given) {
        int position = EntityTable.position(column);
        Object present = copy.mapping().value(copy.target(), position);
        if (present instanceof Lazy<?> lazy) {
            Lazy.contentOf(lazy);
            if (!Lazy.differ(given, lazy, column.type())) {
                return;
            }
        }
        copy.mapping().setValue(copy.target(), position, given.lastContent());
    }

    private static boolean isForeignKey(EntityMapping<?> mapping, Column<?> column) {
        return mapping.table().associations().stream()
                .anyMatch(a -> a instanceof ToOne<?, ?> toOne && toOne.columns().contains(column));
    }

    private <E> void copyReferences(Copy<E> copy) {
        for (Association<E, ?> association : copy.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && !toOne.isViewOnly()) {
                Object content = copy.given(toOne);
                if (!toOne.isInverse() || (isKnown(content) && !isNoneAlready(copy, toOne, content))) {
                    copyReference(copy, toOne, content);
                }
            }
        }
    }

    /** Whether an inverse one-to-one that is to have no target has none: looked up, so that the flush need not compare. */
    private static <E> boolean isNoneAlready(Copy<E> copy, ToOne<E, ?> association, @Nullable Object content) {
        return Ref.none().equals(content)
                && (copy.isNew()
                        || !(copy.present(association) instanceof Ref<?> present)
                        || present.find().isEmpty());
    }

    @SuppressWarnings("ReferenceEquality") // a plain field's target is compared by identity
    private <E> void copyReference(Copy<E> copy, ToOne<E, ?> association, @Nullable Object content) {
        Object present = copy.present(association);
        if (!association.isReference()) {
            Object target = content == null ? null : targetOf(content);
            if (target != present) {
                copy.set(association, target);
            }
            return;
        }
        Ref<?> target = content instanceof Ref<?> reference ? reference(association, reference) : Ref.none();
        if (!target.equals(present)) {
            copy.set(association, target);
        }
    }

    /** To the session's target, or by key where the given one is not loaded or not merged. */
    private <T> Ref<T> reference(ToOne<?, T> association, Ref<?> given) {
        Object loaded = given.targetOrNull();
        if (loaded != null && copies.containsKey(loaded)) {
            return Ref.of(association.target().mapping().entityClass().cast(targetOf(loaded)));
        }
        Class<T> type = association.target().mapping().entityClass();
        return given.key().map(key -> Ref.key(type, key)).orElseGet(() -> Ref.of(type.cast(loaded)));
    }

    /** Whether a given object says what an association has: null and what was never loaded say nothing. */
    private static boolean isKnown(@Nullable Object content) {
        return switch (content) {
            case null -> false;
            case Ref<?> reference -> reference.targetOrNull() != null || reference.equals(Ref.none());
            case TrackedCollection<?> tracked -> tracked.state().isLoaded();
            case WriteOnly<?> writeOnly -> !writeOnly.pending().isEmpty();
            default -> true;
        };
    }

    private <E> void fillCollections(Copy<E> copy) {
        for (Association<E, ?> association : copy.mapping().table().associations()) {
            if (association instanceof ToMany<E, ?> toMany && isMerged(copy, toMany)) {
                copy.set(toMany, fresh(copy, toMany));
            }
        }
    }

    private <E, T> Object fresh(Copy<E> copy, ToMany<E, T> association) {
        return switch (association.kind()) {
            case LIST, COLLECTION -> new ArrayList<>(members(copy, association));
            case SET -> new LinkedHashSet<>(members(copy, association));
            case MAP -> membersByKey(copy, association);
            case WRITE_ONLY -> {
                WriteOnly<T> added = new WriteOnly<>();
                added.addAll(members(copy, association));
                yield added;
            }
        };
    }

    private <E, T> Map<Object, T> membersByKey(Copy<E> copy, ToMany<E, T> association) {
        Class<T> type = association.target().mapping().entityClass();
        Object content = copy.given(association);
        Map<Object, T> members = new LinkedHashMap<>();
        if ((content instanceof TrackedCollection<?> tracked ? tracked.state().wrapped() : content)
                instanceof Map<?, ?> map) {
            map.forEach((key, element) -> members.put(key, type.cast(targetOf(element))));
        }
        return members;
    }

    private static <E> boolean isMerged(Copy<E> copy, ToMany<E, ?> association) {
        return association.cascades(Cascade.MERGE) && isKnown(copy.given(association));
    }

    private <E, T> List<T> members(Copy<E> copy, ToMany<E, T> association) {
        Class<T> type = association.target().mapping().entityClass();
        List<T> members = new ArrayList<>();
        for (Object element : Reach.loadedIn(copy.given(association))) {
            members.add(type.cast(targetOf(element)));
        }
        return members;
    }

    /** A member whose own reference says nothing belongs to the collection that has it. */
    private <E> void pointBack(Copy<E> copy) {
        for (Association<E, ?> association : copy.mapping().table().associations()) {
            if (association instanceof ToMany<E, ?> toMany && isMerged(copy, toMany)) {
                pointBack(copy, toMany);
            }
        }
    }

    private <E, T> void pointBack(Copy<E> copy, ToMany<E, T> association) {
        ToOne<T, E> back = association.back();
        if (back == null) {
            return;
        }
        EntityMapping<T> mapping = association.target().mapping();
        for (T member : members(copy, association)) {
            Object content = mapping.association(member, back.index());
            if (content == null || content.equals(Ref.none())) {
                mapping.setAssociation(
                        member, back.index(), back.isReference() ? Ref.of(copy.target()) : copy.target());
            }
        }
    }

    private <E> void copyCollections(Copy<E> copy) {
        for (Association<E, ?> association : copy.mapping().table().associations()) {
            if (association instanceof ToMany<E, ?> toMany && isMerged(copy, toMany)) {
                copyCollection(copy, toMany);
            }
        }
    }

    @SuppressWarnings("unchecked") // an association's field holds a collection of its target
    private <E, T> void copyCollection(Copy<E> copy, ToMany<E, T> association) {
        Object present = copy.present(association);
        if (present == null) {
            copy.set(association, fresh(copy, association));
        } else if (present instanceof WriteOnly<?> writeOnly) {
            ((WriteOnly<T>) writeOnly).addAll(members(copy, association));
        } else if (present instanceof Map<?, ?> map) {
            copyMap((Map<Object, T>) map, membersByKey(copy, association));
        } else {
            copyMembers((Collection<T>) present, members(copy, association));
        }
    }

    @SuppressWarnings("ReferenceEquality") // members are compared by identity
    private static <T> void copyMap(Map<Object, T> map, Map<Object, T> members) {
        for (Object key : List.copyOf(map.keySet())) {
            if (members.get(key) != map.get(key)) {
                map.remove(key);
            }
        }
        members.forEach((key, member) -> {
            if (!map.containsKey(key)) {
                map.put(key, member);
            }
        });
    }

    private static <T> void copyMembers(Collection<T> collection, List<T> members) {
        Set<Object> wanted = Members.of(members);
        collection.removeIf(element -> !wanted.contains(element));
        Set<Object> present = Members.of(collection);
        for (T member : members) {
            if (present.add(member)) {
                collection.add(member);
            }
        }
        if (collection instanceof List<T> list && !Members.areInOrder(list, members)) {
            IdentityHashMap<Object, Integer> positions = new IdentityHashMap<>();
            members.forEach(member -> positions.putIfAbsent(member, positions.size()));
            list.sort(Comparator.comparing(positions::get));
        }
    }
}
