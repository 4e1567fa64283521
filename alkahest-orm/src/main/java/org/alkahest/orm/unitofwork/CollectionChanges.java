package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.Baseline;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;

/**
 * Compares collections with their baselines, however they were changed: new elements are added to the session, references
 * set, orphans deleted, and rows of association tables gathered. One use.
 */
final class CollectionChanges {
    private final IdentityMap identities;
    private final Attacher attacher;
    private final DeleteCascade deletes;
    private final Set<EntityEntry<?>> forgotten;
    private final Set<Changes.Link> links = new LinkedHashSet<>();
    private final Set<Changes.Link> unlinks = new LinkedHashSet<>();
    private final Set<Changes.Clear> clears = new LinkedHashSet<>();
    private final Set<CollectionState<?>> changed = new LinkedHashSet<>();
    private final Map<EntityEntry<?>, BooleanSupplier> orphans = new LinkedHashMap<>();
    private boolean mirrored;

    /** @param forgotten pending objects that the flush deletes, filled by the delete cascade */
    CollectionChanges(IdentityMap identities, Attacher attacher, DeleteCascade deletes, Set<EntityEntry<?>> forgotten) {
        this.identities = identities;
        this.attacher = attacher;
        this.deletes = deletes;
        this.forgotten = forgotten;
    }

    /** The collections that differ from their baselines. */
    Set<CollectionState<?>> changed() {
        return changed;
    }

    /** Rows for association tables, but for those of objects that are deleted. */
    List<Changes.Link> links() {
        return links.stream().filter(l -> stays(l.owner()) && stays(l.target())).toList();
    }

    /** Whether an object has a row when the flush is over, as far as is known. */
    boolean stays(EntityEntry<?> entry) {
        return entry.isAttached() && !entry.isMarkedDeleted() && !forgotten.contains(entry);
    }

    /** Deletes what left a collection that it does not outlive, unless another took it up. */
    void deleteOrphans() {
        changed.stream()
                .map(CollectionState::association)
                .distinct()
                .filter(association -> association.cascades(Cascade.DELETE_ORPHAN) && association.joinTable() != null)
                .forEach(this::requireSingleParents);
        orphans.forEach((entry, isOrphan) -> {
            if (isOrphan.getAsBoolean()) {
                deletes.delete(entry);
            }
        });
    }

    /** An element that is deleted when it leaves its owner has one owner. */
    private void requireSingleParents(ToMany<?, ?> association) {
        IdentityHashMap<Object, EntityEntry<?>> owners = new IdentityHashMap<>();
        EntityMapping<?> mapping = association.owner().mapping();
        List<EntityEntry<?>> entries = new ArrayList<>(identities.persistent(mapping));
        identities.pending().stream().filter(e -> e.mapping().equals(mapping)).forEach(entries::add);
        for (EntityEntry<?> entry : entries) {
            CollectionState<?> state = entry.collection(association.index());
            if (state != null && state.isLoaded() && stays(entry)) {
                for (Object element : state.rawContent()) {
                    EntityEntry<?> other = owners.put(element, entry);
                    if (other != null && !other.equals(entry)) {
                        throw twoParents(association, element, other, entry);
                    }
                }
            }
        }
    }

    private static MappingException twoParents(
            ToMany<?, ?> association, Object element, EntityEntry<?> one, EntityEntry<?> other) {
        return new MappingException(
                "ALK-2046",
                "Cannot save '" + association.describePath() + "': " + element + " is in that of " + one + " and of "
                        + other + ", and would be deleted when it leaves one of them. Take it out of one, or remove"
                        + " orphanRemoval.");
    }

    Set<Changes.Clear> clears() {
        return clears;
    }

    List<Changes.Link> unlinks() {
        return List.copyOf(unlinks);
    }

    /** Whether a comparison since the last call changed another collection, which has to be compared again. */
    boolean takeMirrored() {
        boolean was = mirrored;
        mirrored = false;
        return was;
    }

    @SuppressWarnings("unchecked") // the collection of an association holds its targets
    <E, T> void compare(EntityEntry<E> entry, ToMany<E, T> association) {
        CollectionState<T> state = (CollectionState<T>) entry.collection(association.index());
        if (state == null || !state.isLoaded()) {
            return;
        }
        if (association.isViewOnly()) {
            Views.requireUnchanged(state);
            return;
        }
        state.followKeys(this::isGoing);
        if (!state.isChanged()) {
            return;
        }
        changed.add(state);
        for (T element : state.added()) {
            Attacher.requireElement(entry, association, element);
            if (!entry.isMarkedDeleted()) {
                added(state, element);
            }
        }
        for (T element : state.removed()) {
            removed(state, element);
        }
    }

    private boolean isGoing(Object element) {
        EntityEntry<?> entry = identities.find(element);
        return entry != null && !stays(entry);
    }

    private <T> void added(CollectionState<T> state, T element) {
        ToMany<?, T> association = state.association();
        if (association.cascades(Cascade.SAVE_UPDATE)) {
            attacher.cascadeTo(element);
        }
        ToOne<T, ?> back = association.back();
        if (back == null) {
            loadPlaces(association, element);
            mirrored |= Relationships.mirror(state, element, identities, true);
            link(state, element, links, unlinks);
            return;
        }
        if (Relationships.refersTo(element, back, state.owner())) {
            return;
        }
        if (state.hasEntered(element) || isAssigned(element, back)) {
            drop(state, element); // the reference was assigned after the call, or instead of one: it is the truth
        } else {
            Relationships.setTarget(element, back, state.owner().entity());
        }
    }

    /** A list that keeps positions has to be known to tell what position a new element has in it. */
    private <T> void loadPlaces(ToMany<?, T> association, T element) {
        EntityEntry<T> entry = identities.find(element);
        ToMany<T, ?> reverse = Relationships.reverse(association);
        if (entry == null || reverse == null || reverse.placementInJoinTable() == null) {
            return;
        }
        CollectionState<?> other = entry.collection(reverse.index());
        if (other != null && !other.isLoaded()) {
            other.session().load(other);
        }
    }

    private <T> void removed(CollectionState<T> state, T element) {
        ToOne<T, ?> back = state.association().back();
        if (back == null) {
            mirrored |= Relationships.mirror(state, element, identities, false);
            link(state, element, unlinks, links);
            orphan(state, element, () -> links.stream().noneMatch(l -> isLinkTo(l, state, element)));
            return;
        }
        if (Relationships.refersTo(element, back, state.owner())) {
            if (state.hasLeft(element)) {
                state.rawContent().add(element); // assigned again after the call
                return;
            }
            Relationships.setTarget(element, back, null);
        }
        orphan(state, element, () -> Relationships.isNone(Relationships.content(element, back)));
    }

    @SuppressWarnings("ReferenceEquality") // the very object, not an equal one
    private static boolean isLinkTo(Changes.Link link, CollectionState<?> state, Object element) {
        return link.table().equals(Relationships.canonicalTable(state.association()))
                && link.target().entity() == element;
    }

    /** Whether the user assigned an object's reference since it was last flushed or loaded, to something. */
    @SuppressWarnings("ReferenceEquality") // references are immutable: an assigned one is another
    private <T> boolean isAssigned(T element, ToOne<T, ?> back) {
        Object content = Relationships.content(element, back);
        EntityEntry<T> entry = identities.find(element);
        return !Relationships.isNone(content) && entry != null && content != entry.targetBefore(back.index());
    }

    @SuppressWarnings("ReferenceEquality") // the very object, not an equal one
    private static <T> void drop(CollectionState<T> state, T element) {
        state.rawContent().removeIf(e -> e == element);
    }

    private <T> void orphan(CollectionState<T> state, T element, BooleanSupplier isOrphan) {
        EntityEntry<T> entry = identities.find(element);
        if (entry != null && state.association().cascades(Cascade.DELETE_ORPHAN)) {
            orphans.put(entry, isOrphan);
        }
    }

    /**
     * A collection that the user assigned replaces all of the old one's elements, which must be known for that. Done for
     * all objects before any comparison, so that the other sides follow what was assigned and not what it replaced.
     */
    @SuppressWarnings("unchecked") // the collection of an association holds its targets
    <E, T> void replace(EntityEntry<E> entry, ToMany<E, T> association) {
        CollectionState<T> old = (CollectionState<T>) entry.collection(association.index());
        if (old == null || !CollectionWrapping.isReplaced(entry, association)) {
            return;
        }
        if (association.isViewOnly()) {
            throw Views.changed(entry, association);
        }
        if (association.isWriteOnly()) {
            throw new MappingException(
                    "ALK-2068",
                    "Cannot save " + entry + ": its '" + association.name()
                            + "' was assigned, and what it replaces is not known. Add to the one that was there.");
        }
        if (entry.state() == State.PERSISTENT && !old.isFresh()) {
            old.session().load(old);
        }
        Baseline<T> before = new Baseline<>(List.copyOf(old.rawContent()), List.of());
        CollectionState<T> state = CollectionWrapping.rewrap(entry, association, old);
        state.setBaseline(before);
        List<T> added = state.added();
        List<T> removed = state.removed();
        state.setBaseline(old.baseline());
        if (association.joinTable() != null) {
            added.forEach(element -> Relationships.mirror(state, element, identities, true));
            removed.forEach(element -> Relationships.mirror(state, element, identities, false));
        }
    }

    /** Every row of a deleted object's association table goes. */
    <T> void unlinkAll(CollectionState<T> state) {
        JoinTable table = state.association().joinTable();
        if (state.association().isWriteOnly() && table != null && state.owner().state() == State.PERSISTENT) {
            clears.add(new Changes.Clear(table, state.owner()));
        }
        for (T element : state.snapshot()) {
            link(state, element, unlinks, links);
        }
    }

    private <T> void link(CollectionState<T> state, T element, Set<Changes.Link> to, Set<Changes.Link> insteadOf) {
        JoinTable table = state.association().joinTable();
        EntityEntry<T> target = identities.find(element);
        if (table == null || target == null) {
            return;
        }
        boolean inverse = state.association().isWrittenByOtherSide();
        JoinTable canonical = Relationships.canonicalTable(state.association());
        Changes.Link link = inverse
                ? new Changes.Link(canonical, target, state.owner())
                : new Changes.Link(canonical, state.owner(), target);
        insteadOf.remove(link);
        to.add(link);
    }
}
