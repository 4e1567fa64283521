package org.alkahest.orm.state;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Placement;
import org.alkahest.orm.mapping.ToMany;
import org.jspecify.annotations.Nullable;

/**
 * One collection of one object: the user's own instance, which is wrapped, and its membership at the last load or flush.
 * Changes made through a reference to the user's instance count as well, because a flush compares memberships. One thread
 * at a time.
 */
public final class CollectionState<T> {
    private final EntityEntry<?> owner;
    private final ToMany<?, T> association;
    private final CollectionOwner session;
    private final Collection<T> content;
    private final String origin;
    private @Nullable Baseline<T> baseline;
    private int epoch;
    private @Nullable Set<Object> enteredByCall;
    private @Nullable Set<Object> leftByCall;

    /**
     * @param content the user's instance, or a new one
     * @param origin where the owner came from, for the message about a collection that was never loaded
     */
    public CollectionState(
            EntityEntry<?> owner,
            ToMany<?, T> association,
            CollectionOwner session,
            Collection<T> content,
            String origin) {
        this.owner = owner;
        this.association = association;
        this.session = session;
        this.content = content;
        this.origin = origin;
    }

    public EntityEntry<?> owner() {
        return owner;
    }

    public ToMany<?, T> association() {
        return association;
    }

    public CollectionOwner session() {
        return session;
    }

    /** Where the owner came from, for messages. */
    public String origin() {
        return origin;
    }

    /** The content as it is, without loading. */
    public Collection<T> rawContent() {
        return content;
    }

    /** The user's own collection or map, or what stands in the field of a write-only one. */
    public Object wrapped() {
        return switch (content) {
            case MapContent<T> map -> map.map();
            case WriteOnlyContent<T> writeOnly -> writeOnly.field();
            default -> content;
        };
    }

    /** Whether the membership was ever loaded or is known because the owner is new. */
    public boolean isLoaded() {
        return baseline != null || association.isWriteOnly();
    }

    public boolean isFresh() {
        return association.isWriteOnly() || isUpToDate();
    }

    private boolean isUpToDate() {
        return baseline != null && epoch == session.epoch();
    }

    /** The membership at the last load or flush; empty if it was never loaded. */
    public List<T> snapshot() {
        return baseline().elements();
    }

    /** The same with the places of elements. */
    public Baseline<T> baseline() {
        if (content instanceof WriteOnlyContent<T> writeOnly) {
            return Baseline.of(writeOnly.removed());
        }
        return baseline == null ? Baseline.of(List.of()) : baseline;
    }

    /** Takes a membership as what the database has now. */
    public void setBaseline(Baseline<T> membership) {
        baseline = membership;
        epoch = session.epoch();
    }

    /** The owner is new: the database has no elements. */
    public void setEmptyBaseline() {
        setBaseline(Baseline.of(List.of()));
    }

    /**
     * Takes the present content as the baseline; what was stale stays so.
     *
     * @param saved tells which elements are in the session: the others have no row
     */
    public void takeSnapshot(Predicate<Object> saved) {
        if (content instanceof WriteOnlyContent<T> writeOnly) {
            writeOnly.clear();
        } else {
            baseline = present(saved);
        }
        enteredByCall = null;
        leftByCall = null;
    }

    private Baseline<T> present(Predicate<Object> saved) {
        List<T> elements = content.stream().filter(saved).toList();
        if (content instanceof MapContent<T> map) {
            Map<Object, Object> keys = map.keysByElement();
            return new Baseline<>(
                    elements, elements.stream().<@Nullable Object>map(keys::get).toList());
        }
        return association.placementInJoinTable() == null
                ? Baseline.of(elements)
                : new Baseline<>(
                        elements,
                        IntStream.range(0, elements.size())
                                .<@Nullable Object>mapToObj(i -> i)
                                .toList());
    }

    /** Where the elements of a map stand; empty for other collections. */
    public Map<Object, Object> keysByElement() {
        return content instanceof MapContent<T> map ? map.keysByElement() : Map.of();
    }

    /**
     * Elements of a map whose key, an attribute of theirs, was changed are moved to it.
     *
     * @param isGoing tells which elements make way for others, because they are deleted
     */
    public void followKeys(Predicate<Object> isGoing) {
        if (content instanceof MapContent<T> map) {
            map.followKeys(snapshot(), isGoing);
        }
    }

    /**
     * Sees to it that each element of a map has the key it stands under.
     *
     * @param set is given what takes back each attribute that was set for that
     */
    public void takeKeys(Consumer<Runnable> set) {
        if (content instanceof MapContent<T> map) {
            map.map().forEach((key, element) -> {
                if (element != null && map.takeKey(key, element)) {
                    set.accept(() -> map.dropKey(element));
                }
            });
        }
    }

    /** Elements that came by their references; a map whose elements have no key yet is read again. */
    public void enter(List<T> elements) {
        for (T element : elements) {
            if (content instanceof MapContent<T> map && map.keyOf(element) == null) {
                expire();
            } else {
                content.add(element);
            }
        }
    }

    /** The content is read again when it is touched. */
    public void expire() {
        epoch = 0;
    }

    /** An element came by a call of this collection, which set its reference. */
    public void entered(Object element) {
        enteredByCall = with(enteredByCall, element);
        if (leftByCall != null) {
            leftByCall.remove(element);
        }
    }

    /** An element went by a call of this collection, which cleared its reference. */
    public void left(Object element) {
        leftByCall = with(leftByCall, element);
        if (enteredByCall != null) {
            enteredByCall.remove(element);
        }
    }

    /** Whether an element came by a call since the baseline, and not by another reference to the user's instance. */
    public boolean hasEntered(Object element) {
        return enteredByCall != null && enteredByCall.contains(element);
    }

    public boolean hasLeft(Object element) {
        return leftByCall != null && leftByCall.contains(element);
    }

    private static Set<Object> with(@Nullable Set<Object> set, Object element) {
        Set<Object> present = set == null ? Collections.newSetFromMap(new IdentityHashMap<>()) : set;
        present.add(element);
        return present;
    }

    /** Whether the very object is in the content. */
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    boolean holds(Object element) {
        for (Object each : content) {
            if (each == element) {
                return true;
            }
        }
        return false;
    }

    /** Whether the content can be shown: it is there, or an open session can load it. */
    boolean isReadable() {
        return isLoaded() || (session.isOpen() && owner.isAttached());
    }

    /** The content, loaded where it has to be. Errors with ALK-2303 if it was never loaded and the session is closed. */
    Collection<T> loaded() {
        if (!isFresh()) {
            if (session.isOpen()) {
                session.load(this);
            } else if (baseline == null) {
                throw new MappingException(
                        "ALK-2303",
                        "Cannot read '"
                                + association.owner().mapping().entityClass().getSimpleName() + "."
                                + association.name() + "' of " + owner + ", which " + origin
                                + ": it was never loaded and the session is closed. Load it with the query:"
                                + " query.load(" + association.describePath() + "), or read it before closing.");
            }
        }
        return content;
    }

    /** The same to be changed by a call; errors as {@link #requireChangeable}. */
    Collection<T> changeable() {
        requireChangeable();
        return loaded();
    }

    /** Errors with ALK-2063 for a collection that is read alone. */
    void requireChangeable() {
        if (association.isViewOnly()) {
            throw new MappingException(
                    "ALK-2063",
                    "Cannot change '" + association.name() + "' of " + owner
                            + ": it is read alone. Change what it shows, or the association that writes it.");
        }
        if (owner.isReadOnly()) {
            throw new MappingException(
                    "ALK-2135",
                    "Cannot change '" + association.name() + "' of " + owner
                            + ": it was loaded read-only, and nothing would be written. Load it to be changed:"
                            + " session.refresh(object), or a query without readOnly().");
        }
    }

    /** Puts what the database has into the content; changes that the user made since the baseline are kept. */
    public void refresh(Baseline<T> rows) {
        boolean reordered = isPositioned() && isLoaded() && isChanged();
        List<T> before = List.copyOf(content);
        List<T> added = added();
        Set<Object> removed = Members.of(removed());
        List<T> lost = Members.missing(snapshot(), rows.elements());
        Map<Object, Object> keys = keysByElement();
        fill(rows);
        // not the rows: a user's set may hold fewer, and did not lose them
        setBaseline(content instanceof List ? rows : present(element -> true));
        content.removeIf(removed::contains);
        if (reordered) {
            keepOrder(before, Members.of(lost));
            return;
        }
        Set<Object> present = Members.of(content);
        for (T element : added) {
            if (present.add(element)) {
                put(element, keys.get(element));
            }
        }
    }

    /** The user's order, which is where new elements stand in it, wins over that of the rows. */
    private void keepOrder(List<T> order, Set<Object> lost) {
        List<T> unknown = Members.missing(content, order);
        content.clear();
        order.stream().filter(element -> !lost.contains(element)).forEach(content::add);
        content.addAll(unknown);
    }

    private void fill(Baseline<T> membership) {
        content.clear();
        for (int i = 0; i < membership.elements().size(); i++) {
            put(membership.elements().get(i), membership.place(i));
        }
    }

    private void put(T element, @Nullable Object key) {
        if (key != null && content instanceof MapContent<T> map) {
            map.put(key, element);
        } else {
            content.add(element);
        }
    }

    /** Replaces the content and the baseline; what was stale stays so. A write-only one has nothing to be flushed then. */
    public void reset(Baseline<T> membership) {
        if (!association.isWriteOnly()) {
            fill(membership);
        }
        takeSnapshot(element -> true);
        baseline = membership;
    }

    private boolean isPositioned() {
        return association.placement() instanceof Placement.Position;
    }

    /** Whether membership, or what is kept of places, differs from the baseline; cheap where it does not. */
    public boolean isChanged() {
        if (content instanceof MapContent<T> map) {
            return map.differsFrom(baseline());
        }
        return !Members.areInOrder(content, snapshot())
                && (isPositioned()
                        || content.size() != snapshot().size()
                        || !added().isEmpty()
                        || !removed().isEmpty());
    }

    /** Elements that are in the content and were not in the baseline, in order, each once. */
    public List<T> added() {
        return Members.missing(content, snapshot());
    }

    /** Elements that were in the baseline and are not in the content. */
    public List<T> removed() {
        return Members.missing(snapshot(), content);
    }
}
