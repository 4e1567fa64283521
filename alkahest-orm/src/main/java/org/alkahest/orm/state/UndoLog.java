package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What flushes changed since a transaction or savepoint began: for every object, how it was before. One log per
 * transaction and savepoint. One thread at a time.
 */
public final class UndoLog {
    private final Map<EntityEntry<?>, Before> before = new LinkedHashMap<>();

    /** An empty log. */
    public UndoLog() {}

    /** Remembers how an object is, unless this log already knows how it was. */
    public void remember(EntityEntry<?> entry) {
        before.computeIfAbsent(entry, UndoLog::capture);
    }

    /** Hands everything to the log of the enclosing transaction, which keeps what it knew already. */
    public void moveTo(UndoLog outer) {
        before.forEach(outer.before::putIfAbsent);
        before.clear();
    }

    /** The objects in the log with how they were, latest first. */
    public List<Map.Entry<EntityEntry<?>, Before>> latestFirst() {
        List<Map.Entry<EntityEntry<?>, Before>> entries = new ArrayList<>(before.entrySet());
        Collections.reverse(entries);
        return entries;
    }

    public Collection<EntityEntry<?>> entries() {
        return before.keySet();
    }

    public void clear() {
        before.clear();
    }

    private static Before capture(EntityEntry<?> entry) {
        Object values = entry.state() == State.PENDING ? values(entry) : null;
        return new Before(entry.state(), entry.key(), entry.snapshot(), entry.targets(), values, memberships(entry));
    }

    private static List<@Nullable Object> memberships(EntityEntry<?> entry) {
        int associations = entry.mapping().table().associations().size();
        if (associations == 0) {
            return List.of();
        }
        List<@Nullable Object> memberships = new ArrayList<>(associations);
        for (int i = 0; i < associations; i++) {
            CollectionState<?> collection = entry.collection(i);
            memberships.add(collection == null || !collection.isLoaded() ? null : membership(collection));
        }
        return memberships;
    }

    /** Of a write-only one, what is to be added. */
    private static <T> Baseline<T> membership(CollectionState<T> collection) {
        return collection.association().isWriteOnly()
                ? Baseline.of(List.copyOf(collection.rawContent()))
                : collection.baseline();
    }

    private static <E> Object values(EntityEntry<E> entry) {
        return entry.mapping().snapshot(entry.entity());
    }

    /**
     * How an object was.
     *
     * @param targets what its to-one associations held when the snapshot was taken
     * @param values a pending object's values, which the flush may fill in
     * @param memberships by association, the baseline of its collection, or null where it was not loaded
     */
    public record Before(
            State state,
            @Nullable Object key,
            @Nullable Object snapshot,
            List<@Nullable Object> targets,
            @Nullable Object values,
            List<@Nullable Object> memberships) {}
}
