package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.jspecify.annotations.Nullable;

/** Keeps the two sides of a relationship in step: the reference is the truth, collection calls set it. */
public final class Relationships {
    private Relationships() {}

    /** A call put a child into a collection: it refers to the container from now on. */
    public static <T> void entered(CollectionState<T> collection, T element, IdentityMap identities) {
        collection.entered(element);
        ToOne<T, ?> back = collection.association().back();
        if (back != null) {
            setTarget(element, back, collection.owner().entity());
        } else {
            mirror(collection, element, identities, true);
        }
    }

    /** A call took a child out of a collection: it refers to nothing, unless it already refers to something else. */
    public static <T> void left(CollectionState<T> collection, T element, IdentityMap identities) {
        collection.left(element);
        ToOne<T, ?> back = collection.association().back();
        if (back != null) {
            if (refersTo(element, back, collection.owner())) {
                setTarget(element, back, null);
            }
        } else {
            mirror(collection, element, identities, false);
        }
    }

    /** Whether a child's association refers to an object, by identity or by key. */
    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    public static <T> boolean refersTo(T element, ToOne<T, ?> association, EntityEntry<?> owner) {
        Object content = content(element, association);
        if (!(content instanceof Ref<?> reference)) {
            return content == owner.entity();
        }
        Object target = reference.targetOrNull();
        if (target != null) {
            return target == owner.entity();
        }
        Object key = keyOf(owner);
        return key != null && reference.key().filter(key::equals).isPresent();
    }

    private static <E> @Nullable Object keyOf(EntityEntry<E> entry) {
        Object key = entry.key();
        return key != null ? key : entry.mapping().key(entry.entity());
    }

    static boolean isNone(@Nullable Object content) {
        return content == null || (content instanceof Ref<?> reference && reference.equals(Ref.none()));
    }

    /** Lets an object's association refer to another object, or to nothing. */
    static <T> void setTarget(T element, ToOne<T, ?> association, @Nullable Object target) {
        association
                .owner()
                .mapping()
                .setAssociation(element, association.index(), association.isReference() ? Ref.of(target) : target);
    }

    /** A loaded reference to an object whose class is not known here. */
    static Ref<?> referenceTo(Object target) {
        return Ref.of(target);
    }

    static <T> @Nullable Object content(T element, ToOne<T, ?> association) {
        EntityMapping<T> mapping = association.owner().mapping();
        return mapping.association(element, association.index());
    }

    /** The target of an object's to-one association if it is loaded. */
    @SuppressWarnings("unchecked") // an association's field holds its target
    static <E, T> @Nullable T loadedTarget(EntityEntry<E> entry, ToOne<E, T> association) {
        Object content = entry.mapping().association(entry.entity(), association.index());
        return (T) (content instanceof Ref<?> reference ? reference.targetOrNull() : content);
    }

    /** What the session knows of the target of an object's to-one association, loaded or known by its key alone. */
    @SuppressWarnings("unchecked") // an association's field holds a reference to its target
    static <E, T> @Nullable EntityEntry<T> targetEntry(
            EntityEntry<E> entry, ToOne<E, T> association, IdentityMap identities) {
        T target = loadedTarget(entry, association);
        if (target != null) {
            return identities.find(target);
        }
        Object content = entry.mapping().association(entry.entity(), association.index());
        Object key = content instanceof Ref<?> reference ? reference.key().orElse(null) : null;
        return key == null ? null : identities.find(association.target().mapping(), key);
    }

    /**
     * The collection on the other side of a many-to-many, where it is loaded, gets or loses this side's owner.
     *
     * @return whether it changed
     */
    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    static <T> boolean mirror(CollectionState<T> collection, T element, IdentityMap identities, boolean add) {
        EntityEntry<T> entry = identities.find(element);
        ToMany<T, ?> reverse = reverse(collection.association());
        CollectionState<?> other = entry == null || reverse == null ? null : entry.collection(reverse.index());
        if (other == null || !other.isLoaded() || other.association().isWriteOnly()) {
            return false;
        }
        Object owner = collection.owner().entity();
        if (!add) {
            return other.rawContent().removeIf(e -> e == owner);
        }
        return other.rawContent().stream().noneMatch(e -> e == owner) && addRaw(other, owner);
    }

    @SuppressWarnings("unchecked") // the other side's elements are of this side's class
    private static <T> boolean addRaw(CollectionState<T> collection, Object element) {
        return collection.rawContent().add((T) element);
    }

    /** The association of the target that shares a many-to-many's association table, if the target maps it. */
    static <T> @Nullable ToMany<T, ?> reverse(ToMany<?, T> association) {
        if (association.link() instanceof ToMany.Link.MappedByMany<?, T> link) {
            return link.owning().get();
        }
        for (var candidate : association.target().associations()) {
            if (candidate instanceof ToMany<T, ?> toMany
                    && toMany.link() instanceof ToMany.Link.MappedByMany<?, ?> link
                    && association.isOf(link.owning().get())) {
                return toMany;
            }
        }
        return null;
    }

    /** The association table of a many-to-many as the side that writes it sees it. */
    static JoinTable canonicalTable(ToMany<?, ?> association) {
        JoinTable table = association.joinTable();
        if (table == null) {
            throw new IllegalStateException(association + " has no association table");
        }
        return association.isWrittenByOtherSide() ? table.reversed() : table;
    }

    /** The collections, and inverse one-to-one associations, that are mapped by a to-one association. */
    static <E, T> List<Association<T, ?>> mappedBy(ToOne<E, T> association) {
        List<Association<T, ?>> found = new ArrayList<>(1);
        EntityTable<T> target = association.target();
        for (Association<T, ?> candidate : target.associations()) {
            ToOne<?, T> back = candidate.back();
            if (back != null && association.isOf(back)) {
                found.add(candidate);
            }
        }
        return found;
    }
}
