package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Placement;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.Baseline;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.Changes.Link;
import org.alkahest.orm.unitofwork.Changes.Place;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the elements of lists that keep positions, and tells rows of association tables where elements stand. Run when it
 * is settled which elements there are. One use.
 */
final class Placements {
    private final IdentityMap identities;
    private final Predicate<EntityEntry<?>> stays;
    private final Map<Link, Place> places = new LinkedHashMap<>();
    private final List<Link> moved = new ArrayList<>();
    private final Set<EntityEntry<?>> renumbered = new LinkedHashSet<>();

    Placements(IdentityMap identities, Predicate<EntityEntry<?>> stays) {
        this.identities = identities;
        this.stays = stays;
    }

    /** Loaded lists that a deleted object leaves without having been taken out of them. */
    <E> void addListsOf(EntityEntry<E> deleted, Collection<CollectionState<?>> changed) {
        for (Association<E, ?> association : deleted.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && !toOne.isInverse()) {
                addListsOf(deleted, toOne, changed);
            }
        }
    }

    private <E, T> void addListsOf(
            EntityEntry<E> deleted, ToOne<E, T> association, Collection<CollectionState<?>> changed) {
        Object key = References.keyBefore(deleted, association);
        EntityEntry<T> container =
                key == null ? null : identities.find(association.target().mapping(), key);
        if (container == null) {
            return;
        }
        for (Association<T, ?> mapped : Relationships.mappedBy(association)) {
            CollectionState<?> state = container.collection(mapped.index());
            if (state != null && state.isLoaded() && state.association().placement() instanceof Placement.Position) {
                changed.add(state);
            }
        }
    }

    /** Writes positions into attributes, and gathers those that association tables keep. */
    void assign(Collection<CollectionState<?>> changed) {
        for (CollectionState<?> state : changed) {
            Placement placement = state.association().placement();
            if (placement != null && stays.test(state.owner())) {
                assign(state, placement);
            }
        }
    }

    private <T> void assign(CollectionState<T> state, Placement placement) {
        IdentityHashMap<Object, Object> seen = new IdentityHashMap<>();
        Map<Object, Object> keys = state.keysByElement();
        int position = 0;
        for (T element : List.copyOf(state.rawContent())) {
            EntityEntry<T> entry = identities.find(element);
            if (entry == null || !stays.test(entry)) {
                continue;
            }
            Object place = switch (placement) {
                case Placement.Position p -> position++;
                case Placement.Key k -> keys.get(element);
            };
            if (place == null) {
                continue;
            }
            Object other = seen.put(element, place);
            if (other != null) {
                throw twice(state, element, other, place);
            }
            place(state, entry, placement, place);
        }
        if (placement instanceof Placement.Position && placement.isAttribute()) {
            state.removed().forEach(element -> forget(state, element, placement.column()));
        }
    }

    private static MappingException twice(CollectionState<?> state, Object element, Object one, Object other) {
        return new MappingException(
                "ALK-2042",
                "Cannot save '" + state.association().name() + "' of " + state.owner() + ": it holds " + element
                        + " twice, at " + one + " and at " + other + ". An element has one place: take it out of one.");
    }

    private <T> void place(CollectionState<T> state, EntityEntry<T> entry, Placement placement, Object place) {
        Column<?> column = placement.column();
        if (!placement.isAttribute()) {
            places.put(link(state, entry), new Place(column, place));
        } else if (placement instanceof Placement.Position) {
            number(entry, column, place);
        }
    }

    private <T> void number(EntityEntry<T> entry, Column<?> column, @Nullable Object position) {
        Object present = entry.mapping().value(entry.entity(), EntityTable.position(column));
        if (position == null ? present != null : !position.equals(present)) {
            entry.mapping().setValue(entry.entity(), EntityTable.position(column), position);
            renumbered.add(entry);
        }
    }

    /** An element that is in no list any more has no position, where it can have none. */
    private <T> void forget(CollectionState<T> state, T element, Column<?> column) {
        EntityEntry<T> entry = identities.find(element);
        ToOne<T, ?> back = state.association().back();
        boolean isFree = back != null && Relationships.isNone(Relationships.content(element, back));
        if (entry != null && stays.test(entry) && isFree && column.isNullable()) {
            number(entry, column, null);
        }
    }

    private static Link link(CollectionState<?> state, EntityEntry<?> target) {
        return new Link(Relationships.canonicalTable(state.association()), state.owner(), target);
    }

    /** The objects whose attributes were changed. */
    Set<EntityEntry<?>> renumbered() {
        return renumbered;
    }

    /** A new row of an association table with the place of its element. */
    Link placed(Link link) {
        Place place = places.get(link);
        return place == null ? link : link.at(place);
    }

    /** Rows that are there and have another place now. */
    List<Link> moved(Collection<CollectionState<?>> changed) {
        for (CollectionState<?> state : changed) {
            if (state.association().placementInJoinTable() != null && stays.test(state.owner())) {
                addMoved(state);
            }
        }
        return moved;
    }

    private <T> void addMoved(CollectionState<T> state) {
        Baseline<T> before = state.baseline();
        for (int i = 0; i < before.elements().size(); i++) {
            EntityEntry<T> entry = identities.find(before.elements().get(i));
            Link link = entry == null ? null : link(state, entry);
            Place place = link == null ? null : places.get(link);
            if (link != null
                    && place != null
                    && !place.value().equals(before.places().get(i))) {
                moved.add(link.at(place));
            }
        }
    }
}
