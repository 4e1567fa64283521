package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.Changes.Link;
import org.alkahest.orm.unitofwork.Changes.Switch;
import org.alkahest.schema.Column;

/**
 * New objects with the key of one that the same flush deletes: each takes the row over, by an UPDATE of what differs. The
 * row stays there for whatever refers to it. One use.
 */
final class RowSwitches {
    private final IdentityMap identities;
    private final Attacher attacher;
    private final IdentityHashMap<EntityEntry<?>, EntityEntry<?>> successors = new IdentityHashMap<>();
    private final IdentityHashMap<EntityEntry<?>, List<ToOne<?, ?>>> referrers = new IdentityHashMap<>();

    RowSwitches(IdentityMap identities, Attacher attacher) {
        this.identities = identities;
        this.attacher = attacher;
    }

    /** Finds them among changes. Errors with ALK-2106 where the object that has the key stays. */
    void find(Changes changes) {
        for (EntityEntry<?> entry : changes.inserts()) {
            find(entry, changes);
        }
        if (!successors.isEmpty()) {
            keepLinks(changes);
            successors.keySet().forEach(before -> findReferrers(before.mapping()));
        }
    }

    private static boolean canTakeOver(EntityEntry<?> entry, EntityEntry<?> owner) {
        return owner.mapping().equals(entry.mapping())
                && entry.mapping().table().parts().size() == 1;
    }

    @SuppressWarnings("unchecked") // of the same class, or reported on as being in the way
    private <E> void find(EntityEntry<E> entry, Changes changes) {
        Object key = entry.mapping().key(entry.entity());
        EntityEntry<?> owner =
                key == null ? null : identities.find(entry.mapping().root(), key);
        if (owner == null) {
            return;
        }
        if (owner.isMarkedDeleted() && !canTakeOver(entry, owner)) {
            throw new MappingException(
                    "ALK-2024",
                    "Cannot insert " + entry + " in the place of " + owner
                            + ", which the same flush deletes: rows in several tables, and of another class, are not"
                            + " taken over. Flush the deletion first.");
        }
        EntityEntry<E> present = (EntityEntry<E>) owner;
        if (!present.isMarkedDeleted() || successors.containsKey(present)) {
            throw new MappingException(
                    "ALK-2106",
                    "Cannot insert " + entry + ": the session has another object with key " + key
                            + ". Change that object instead, or expunge it first.");
        }
        successors.put(present, entry);
        changes.switches().add(new Switch(entry, present, columns(entry, present)));
    }

    /**
     * What the new object has and the row has not, or may have not, if it was not read in this transaction; the version follows
     * the row's, unless it is the user's own.
     */
    private <E> List<Column<?>> columns(EntityEntry<E> now, EntityEntry<E> before) {
        Object snapshot = before.snapshot();
        ColumnSet changed = new ColumnSet();
        if (snapshot != null) {
            now.mapping().diff(now.entity(), snapshot, changed);
        }
        EntityTable<E> table = now.mapping().table();
        Versioning versioning = table.versioning();
        boolean stale = versioning == null && before.epoch() != attacher.epoch(); // a version tells of changes
        List<Column<?>> columns = new ArrayList<>();
        for (int position = 0; position < table.mappedColumns().size(); position++) {
            Column<?> column = table.mappedColumns().get(position);
            boolean differs = changed.contains(position);
            if (!differs && !(stale && EntityTable.use(column).inserted())) {
                continue;
            }
            boolean version = versioning != null
                    && versioning.isWrittenByFlush()
                    && versioning.column().equals(column);
            if (!EntityTable.use(column).inserted()) {
                WrittenColumns.requireUnset(now, column);
            } else if (!version && !column.isPrimaryKey()) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** A row of an association table that would be deleted and inserted again stays. */
    private void keepLinks(Changes changes) {
        Set<Link> links = new HashSet<>(changes.links());
        List<Link> kept = new ArrayList<>();
        changes.unlinks().removeIf(unlink -> {
            Link link = new Link(unlink.table(), successor(unlink.owner()), successor(unlink.target()));
            boolean stays = !link.equals(unlink) && links.contains(link);
            if (stays) {
                kept.add(link);
            }
            return stays;
        });
        changes.links().removeAll(kept);
    }

    private EntityEntry<?> successor(EntityEntry<?> entry) {
        return successors.getOrDefault(entry, entry);
    }

    /** Objects whose references hold a deleted object; by key they refer to the new one already. */
    private void findReferrers(EntityMapping<?> target) {
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (Association<?, ?> association : mapping.table().associations()) {
                if (association instanceof ToOne<?, ?> toOne
                        && toOne.target().mapping().root().equals(target.root())) {
                    identities.persistent(mapping).forEach(entry -> findReferrer(entry, toOne));
                }
            }
        }
    }

    private void findReferrer(EntityEntry<?> entry, ToOne<?, ?> association) {
        Object target = References.loadedTarget(entry, association);
        EntityEntry<?> referred = target == null ? null : identities.find(target);
        if (referred != null && successors.containsKey(referred)) {
            referrers.computeIfAbsent(entry, e -> new ArrayList<>()).add(association);
        }
    }

    /** Objects that are to refer to a new object instead of the deleted one. */
    Set<EntityEntry<?>> referrers() {
        return new LinkedHashSet<>(referrers.keySet());
    }

    /** After the rows were written: what referred to the deleted objects refers to the new ones. */
    void finish() {
        referrers.forEach((entry, associations) -> associations.forEach(a -> redirect(entry, a)));
        successors.forEach((before, now) -> expire(now));
    }

    private <E> void redirect(EntityEntry<E> entry, ToOne<?, ?> association) {
        Object target = References.loadedTarget(entry, association);
        EntityEntry<?> referred = target == null ? null : identities.find(target);
        EntityEntry<?> now = referred == null ? null : successors.get(referred);
        if (now != null && !(entry.mapping() instanceof ConstructedMapping<E>)) {
            Object content = association.isReference() ? Relationships.referenceTo(now.entity()) : now.entity();
            entry.mapping().setAssociation(entry.entity(), association.index(), content);
            entry.setTargetBefore(association.index(), content);
        }
    }

    /** Rows that nobody looked at may refer to the row: its new object's collections are read when they are touched. */
    private <E> void expire(EntityEntry<E> now) {
        for (Association<E, ?> association : now.mapping().table().associations()) {
            switch (association) {
                case ToMany<E, ?> toMany -> {
                    CollectionState<?> collection = now.collection(toMany.index());
                    if (collection != null && toMany.joinTable() == null) {
                        collection.expire();
                    }
                }
                case ToOne<E, ?> toOne -> {
                    if (toOne.isInverse() && Relationships.loadedTarget(now, toOne) == null) {
                        attacher.forgetTarget(now, toOne);
                    }
                }
            }
        }
    }
}
