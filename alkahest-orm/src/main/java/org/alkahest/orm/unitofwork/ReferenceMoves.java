package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.Placement;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.Members;
import org.jspecify.annotations.Nullable;

/**
 * Lets loaded collections follow the references of their elements: an object leaves the collection of its old container
 * and enters that of its new one. Collections that are not loaded stay so. Moves are gathered and made together, so that
 * many of them between large collections cost no more than the collections' size. One use.
 */
final class ReferenceMoves {
    private final IdentityMap identities;
    private final Map<CollectionState<?>, List<Object>> leaving = new LinkedHashMap<>();
    private final Map<CollectionState<?>, List<Object>> entering = new LinkedHashMap<>();
    private final List<EntityEntry<?>> orphans = new ArrayList<>();
    private final Set<EntityEntry<?>> followers = new LinkedHashSet<>();

    ReferenceMoves(IdentityMap identities) {
        this.identities = identities;
    }

    /** An object of the session refers to something else than before, or is new. */
    <E, T> void moved(EntityEntry<E> entry, ToOne<E, T> association) {
        Object key = References.keyBefore(entry, association);
        EntityEntry<T> before =
                key == null ? null : identities.find(association.target().mapping(), key);
        EntityEntry<T> after = Relationships.targetEntry(entry, association, identities);
        boolean nowhere = Relationships.isNone(Relationships.content(entry.entity(), association));
        for (Association<T, ?> mapped : Relationships.mappedBy(association)) {
            switch (mapped) {
                case ToMany<T, ?> collection -> {
                    put(leaving, before, collection, entry);
                    loadPositions(after, collection);
                    put(entering, after, collection, entry);
                }
                case ToOne<T, ?> inverse -> follow(before, after, inverse, entry.entity());
            }
            if (nowhere && key != null && mapped.cascades(Cascade.DELETE_ORPHAN)) {
                orphans.add(entry);
            }
        }
    }

    /** What enters a list that keeps positions goes to its end, which has to be known. */
    private static void loadPositions(@Nullable EntityEntry<?> container, ToMany<?, ?> association) {
        CollectionState<?> state = container == null ? null : container.collection(association.index());
        if (state != null && !state.isLoaded() && association.placement() instanceof Placement.Position) {
            state.session().load(state);
        }
    }

    private static void put(
            Map<CollectionState<?>, List<Object>> to,
            @Nullable EntityEntry<?> container,
            ToMany<?, ?> association,
            EntityEntry<?> element) {
        CollectionState<?> state = container == null ? null : container.collection(association.index());
        if (state != null && state.isLoaded() && !association.isWriteOnly()) {
            to.computeIfAbsent(state, s -> new ArrayList<>()).add(element.entity());
        }
    }

    /** The inverse side of a one-to-one changes with the side that has the foreign key. */
    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    private <T> void follow(
            @Nullable EntityEntry<T> before, @Nullable EntityEntry<T> after, ToOne<T, ?> inverse, Object target) {
        if (before != null && before != after && Relationships.loadedTarget(before, inverse) == target) {
            Relationships.setTarget(before.entity(), inverse, null);
            followers.add(before);
        }
        if (after != null && Relationships.loadedTarget(after, inverse) != target) {
            Relationships.setTarget(after.entity(), inverse, target);
            followers.add(after);
        }
    }

    /** Objects that refer to nothing any more and do not outlive that. */
    List<EntityEntry<?>> orphans() {
        return orphans;
    }

    /** Objects at the inverse side of a one-to-one whose reference changed. */
    Set<EntityEntry<?>> followers() {
        return followers;
    }

    /**
     * Moves elements between collections.
     *
     * @param changed is told of each collection that changed
     */
    void run(Consumer<CollectionState<?>> changed) {
        leaving.forEach((state, elements) -> {
            Set<Object> going = Members.of(elements);
            entering.getOrDefault(state, List.of()).forEach(going::remove);
            if (state.rawContent().removeIf(going::contains)) {
                changed.accept(state);
            }
        });
        entering.forEach((state, elements) -> {
            if (state.association().kind() == ToMany.CollectionKind.MAP) {
                state.rawContent().removeIf(this::isMarkedDeleted); // it may have the key of a new one
            }
            Set<Object> present = Members.of(state.rawContent());
            List<Object> missing =
                    elements.stream().filter(e -> !present.contains(e)).toList();
            if (!missing.isEmpty()) {
                addAll(state, missing);
                changed.accept(state);
            }
        });
    }

    private boolean isMarkedDeleted(Object element) {
        EntityEntry<?> entry = identities.find(element);
        return entry != null && entry.isMarkedDeleted();
    }

    @SuppressWarnings("unchecked") // they refer to the collection's owner by the association that maps it
    private static <T> void addAll(CollectionState<T> state, List<Object> elements) {
        state.enter((List<T>) elements);
    }
}
