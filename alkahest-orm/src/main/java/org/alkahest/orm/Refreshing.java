package org.alkahest.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.Reach;
import org.alkahest.orm.unitofwork.Rollback;
import org.alkahest.sql.Locking;
import org.alkahest.sql.Sql;

/** Reads objects again, at once or when they are next met. */
final class Refreshing {
    private final SessionContext context;

    Refreshing(SessionContext context) {
        this.context = context;
    }

    /** Reads an object and what REFRESH cascades to: one SELECT for each entity and batch. */
    void refresh(EntityEntry<?> root) {
        requireRow(root);
        requireReadable(root);
        context.beforeQuery(Sql.select(root.mapping().table()));
        Map<EntityMapping<?>, List<EntityEntry<?>>> byMapping = new LinkedHashMap<>();
        for (EntityEntry<?> entry : Reach.of(root, Cascade.REFRESH, context.identities())) {
            if (entry.state() == State.PERSISTENT) {
                makeStale(entry);
                byMapping
                        .computeIfAbsent(entry.mapping(), m -> new ArrayList<>())
                        .add(entry);
            }
        }
        byMapping.forEach(this::readAll);
    }

    private <E> void readAll(EntityMapping<E> mapping, List<EntityEntry<?>> entries) {
        List<Object> keys = new ArrayList<>();
        entries.forEach(entry -> keys.add(requireRow(entry)));
        Set<Object> found =
                context.loader().findAll(mapping.table(), keys, "was refreshed").keySet();
        for (EntityEntry<?> entry : entries) {
            if (!found.contains(requireRow(entry))) {
                throw gone(entry);
            }
        }
    }

    /** Locks the row as well; it must have the version that the object has. */
    <E> void refresh(EntityEntry<E> entry, Locking lock) {
        Object key = requireRow(entry);
        requireReadable(entry);
        expireCollections(entry);
        E found = new Lookups(context).locked(entry.mapping().table(), key, lock, entry, "was refreshed");
        if (found == null) {
            throw lock.onLocked() == Locking.Wait.SKIP_LOCKED
                    ? new MappingException(
                            "ALK-2107",
                            "Cannot refresh " + entry + ": its row is locked, or not there any more, and the lock skips"
                                    + " such rows. Use noWait() to be told which.")
                    : gone(entry);
        }
    }

    /** Discards the unflushed changes of an object; it is read again when it is next met. */
    void expire(EntityEntry<?> entry) {
        if (entry.state() == State.PERSISTENT) {
            context.identities().flagged().forget(entry);
            Rollback.discard(entry);
            makeStale(entry);
        }
    }

    /** Does so for all persistent objects. */
    void expireAll() {
        context.identities().persistent().toList().forEach(this::expire);
        context.nextEpoch();
    }

    private static void makeStale(EntityEntry<?> entry) {
        entry.expire();
        expireCollections(entry);
    }

    private static <E> void expireCollections(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            CollectionState<?> collection =
                    association instanceof ToMany<?, ?> ? entry.collection(association.index()) : null;
            if (collection != null) {
                collection.expire();
            }
        }
    }

    private static void requireReadable(EntityEntry<?> entry) {
        if (entry.mapping() instanceof ConstructedMapping<?>) {
            throw new MappingException(
                    "ALK-2095",
                    "Cannot refresh " + entry
                            + ": its class is a record or has final fields, so that the object cannot take what the row"
                            + " has now. Expunge it and get it again, which gives another object.");
        }
    }

    static Object requireRow(EntityEntry<?> entry) {
        Object key = entry.key();
        if (key == null) {
            throw new MappingException(
                    "ALK-2107", "Cannot refresh " + entry + ": it has no row yet. Flush the session first.");
        }
        return key;
    }

    static MappingException gone(EntityEntry<?> entry) {
        return new MappingException(
                "ALK-2107", "Cannot refresh " + entry + ": its row is not there any more. Expunge the object.");
    }
}
