package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.alkahest.orm.mapping.MappingException;
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
    private @Nullable List<T> snapshot;
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

    /** Whether the membership was ever loaded or is known because the owner is new. */
    public boolean isLoaded() {
        return snapshot != null;
    }

    public boolean isFresh() {
        return snapshot != null && epoch == session.epoch();
    }

    /** The membership at the last load or flush; empty if it was never loaded. */
    public List<T> snapshot() {
        return snapshot == null ? List.of() : snapshot;
    }

    /** Takes a membership as the baseline that the database has now. */
    public void setSnapshot(List<T> membership) {
        snapshot = membership;
        epoch = session.epoch();
    }

    /**
     * Takes the present content as the baseline; what was stale stays so.
     *
     * @param saved tells which elements are in the session: the others have no row
     */
    public void takeSnapshot(Predicate<Object> saved) {
        snapshot = content.stream().filter(saved).toList();
        enteredByCall = null;
        leftByCall = null;
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
            } else if (snapshot == null) {
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

    /** Puts what the database has into the content; changes that the user made since the baseline are kept. */
    public void refresh(List<T> rows) {
        List<T> added = added();
        List<T> removed = removed();
        content.clear();
        content.addAll(rows);
        setSnapshot(List.copyOf(content)); // not the rows: a user's set may hold fewer, and did not lose them
        if (!removed.isEmpty()) {
            Set<Object> gone = identities(removed);
            content.removeIf(gone::contains);
        }
        for (T element : added) {
            if (!identities(content).contains(element)) {
                content.add(element);
            }
        }
    }

    /** Replaces the content and the baseline; what was stale stays so. */
    public void reset(List<T> membership) {
        content.clear();
        content.addAll(membership);
        takeSnapshot(element -> true);
    }

    /** Whether membership differs from the baseline; cheap where it does not. */
    @SuppressWarnings("ReferenceEquality") // membership is of objects, not of equal values
    public boolean isChanged() {
        List<T> before = snapshot();
        if (before.size() != content.size()) {
            return true;
        }
        int i = 0;
        for (T element : content) {
            if (element != before.get(i++)) {
                return !added().isEmpty() || !removed().isEmpty();
            }
        }
        return false;
    }

    /** Elements that are in the content and were not in the baseline, in order, each once. */
    public List<T> added() {
        return missingFrom(content, snapshot());
    }

    /** Elements that were in the baseline and are not in the content. */
    public List<T> removed() {
        return missingFrom(snapshot(), content);
    }

    private static <T> List<T> missingFrom(Collection<T> some, Collection<T> others) {
        Set<Object> known = identities(others);
        List<T> missing = new ArrayList<>();
        for (T element : some) {
            if (known.add(element)) {
                missing.add(element);
            }
        }
        return missing;
    }

    private static Set<Object> identities(Collection<?> elements) {
        Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(elements);
        return identities;
    }
}
