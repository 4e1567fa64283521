package org.alkahest.orm.unitofwork;

import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.MappingException;
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

    /** A child came into a collection: it refers to the container from now on. */
    public static <T> void added(CollectionState<T> collection, T element, IdentityMap identities) {
        switch (collection.association().link()) {
            case ToMany.Link.MappedBy<?, T> link ->
                setTarget(element, link.toOne().get(), collection.owner().entity());
            case ToMany.Link.Through<?, T> link -> otherSide(collection, element, identities, true);
            case ToMany.Link.MappedByMany<?, T> link -> otherSide(collection, element, identities, true);
        }
    }

    /** A child left a collection: it refers to nothing, unless it already refers to something else. */
    public static <T> void removed(CollectionState<T> collection, T element, IdentityMap identities) {
        switch (collection.association().link()) {
            case ToMany.Link.MappedBy<?, T> link -> {
                ToOne<T, ?> back = link.toOne().get();
                if (refersTo(element, back, collection.owner())) {
                    setTarget(element, back, null);
                }
            }
            case ToMany.Link.Through<?, T> link -> otherSide(collection, element, identities, false);
            case ToMany.Link.MappedByMany<?, T> link -> otherSide(collection, element, identities, false);
        }
    }

    /** At attach a child without a reference takes its container's; a different one is an error (ALK-2103). */
    static <E, T> void pointBackOnAttach(EntityEntry<E> owner, ToMany<E, T> association, T element) {
        if (!(association.link() instanceof ToMany.Link.MappedBy<E, T> link)) {
            return;
        }
        ToOne<T, E> back = link.toOne().get();
        Object present = content(element, back);
        if (present == null || (present instanceof Ref<?> reference && reference.equals(Ref.none()))) {
            setTarget(element, back, owner.entity());
        } else if (!refersTo(element, back, owner)) {
            throw new MappingException(
                    "ALK-2103",
                    "Cannot add " + owner + ": its '" + association.name() + "' holds a "
                            + element.getClass().getSimpleName() + " whose '" + back.name() + "' is " + present
                            + ". Take it out of the collection, or let it refer to this object.");
        }
    }

    /** Whether a child's association refers to an object, by identity or by key. */
    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    static <T> boolean refersTo(T element, ToOne<T, ?> association, EntityEntry<?> owner) {
        Object content = content(element, association);
        if (content instanceof Ref<?> reference) {
            Object target = reference.targetOrNull();
            Object key = owner.key();
            return target == owner.entity()
                    || (target == null
                            && key != null
                            && reference.key().filter(key::equals).isPresent());
        }
        return content == owner.entity();
    }

    private static <T> void setTarget(T element, ToOne<T, ?> association, @Nullable Object target) {
        association
                .owner()
                .mapping()
                .setAssociation(element, association.index(), association.isReference() ? Ref.of(target) : target);
    }

    private static <T> @Nullable Object content(T element, ToOne<T, ?> association) {
        EntityMapping<T> mapping = association.owner().mapping();
        return mapping.association(element, association.index());
    }

    /** The collection on the other side of a many-to-many, where it is loaded, gets or loses this side's owner. */
    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    private static <T> void otherSide(CollectionState<T> collection, T element, IdentityMap identities, boolean add) {
        EntityEntry<T> entry = identities.find(element);
        ToMany<T, ?> reverse = reverse(collection.association());
        CollectionState<?> other = entry == null || reverse == null ? null : entry.collection(reverse.index());
        if (other == null || !other.isLoaded()) {
            return;
        }
        Object owner = collection.owner().entity();
        if (!add) {
            other.rawContent().removeIf(e -> e == owner);
        } else if (other.rawContent().stream().noneMatch(e -> e == owner)) {
            addRaw(other, owner);
        }
    }

    @SuppressWarnings("unchecked") // the other side's elements are of this side's class
    private static <T> void addRaw(CollectionState<T> collection, Object element) {
        collection.rawContent().add((T) element);
    }

    /** The association of the target that shares a many-to-many's association table, if the target maps it. */
    static <T> @Nullable ToMany<T, ?> reverse(ToMany<?, T> association) {
        if (association.link() instanceof ToMany.Link.MappedByMany<?, T> link) {
            return link.owning().get();
        }
        for (var candidate : association.target().associations()) {
            if (candidate instanceof ToMany<T, ?> toMany
                    && toMany.link() instanceof ToMany.Link.MappedByMany<?, ?> link
                    && link.owning().get().equals(association)) {
                return toMany;
            }
        }
        return null;
    }
}
