package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a flush has to write: compares collections with their baselines, cascades to new objects until there are
 * no more, follows references, diffs every persistent object with its snapshot, and cascades deletes. It changes no
 * baseline, so that it can be done again. One use.
 */
public final class ChangeCollector {
    private final IdentityMap identities;
    private final Attacher attacher;
    private final DeleteCascade deletes;
    private final CollectionChanges collections;
    private final ReferenceMoves moves;
    private final Placements placements;
    private final RowSwitches switches;
    private final KeyChanges keys;
    private final Set<EntityEntry<?>> inverse = new LinkedHashSet<>();
    private final Set<EntityEntry<?>> forgotten = new LinkedHashSet<>();
    private final List<PassiveDeletes.Cleared<?>> cleared = new ArrayList<>();
    private final Changes changes = new Changes();
    /** Of the object that is compared now: nothing is allocated for one that is clean. */
    private final ColumnSet differing = new ColumnSet();

    public ChangeCollector(IdentityMap identities, Attacher attacher) {
        this.identities = identities;
        this.attacher = attacher;
        this.deletes = new DeleteCascade(identities, forgotten::add);
        this.collections = new CollectionChanges(identities, attacher, deletes, forgotten);
        this.moves = new ReferenceMoves(identities);
        this.placements = new Placements(identities, collections::stays);
        this.switches = new RowSwitches(identities, attacher);
        this.keys = new KeyChanges(identities);
    }

    /**
     * The changes. Emits: SELECTs only where a delete cascades into, or a new collection replaces, what is not loaded.
     * Errors with ALK-2205 for a persistent object whose key was changed and cannot be, ALK-2117 and ALK-2118 where
     * other objects stand in the way of that, ALK-2206 if its version was, ALK-2106 for a
     * new object whose key another one has, and with what adding new objects errors with.
     */
    public Changes collect() {
        compareAssociations();
        inverse.forEach(ChangeCollector::settleInverse);
        collections.deleteOrphans();
        List<Changes.Update> updates = new ArrayList<>();
        for (EntityEntry<?> entry : identities.pending()) {
            attacher.bindLazies(entry, position -> true);
            allReferences(entry);
        }
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (EntityEntry<?> entry : identities.persistent(mapping)) {
                diff(entry, updates);
            }
        }
        moves.run(state -> collections.changed().add(state));
        moves.orphans().forEach(deletes::delete);
        deletes.run(collections::unlinkAll);
        List<EntityEntry<?>> deleted =
                identities.persistent().filter(EntityEntry::isMarkedDeleted).toList();
        place(deleted, updates);
        keys.settle(updates, changes);
        identities.pending().stream().filter(e -> !forgotten.contains(e)).forEach(changes.inserts()::add);
        updates.stream().filter(u -> !u.entry().isMarkedDeleted()).forEach(changes.updates()::add);
        changes.deletes().addAll(deleted);
        cleared.addAll(PassiveDeletes.cleared(deleted, identities));
        collections.links().forEach(link -> changes.links().add(placements.placed(link)));
        changes.moved().addAll(placements.moved(collections.changed()));
        changes.unlinks().addAll(collections.unlinks());
        changes.clears().addAll(collections.clears());
        switches.find(changes);
        return changes;
    }

    /** Positions are known when it is settled which elements there are; those of persistent ones are updates. */
    private void place(List<EntityEntry<?>> deleted, List<Changes.Update> updates) {
        deleted.forEach(entry -> placements.addListsOf(entry, collections.changed()));
        placements.assign(collections.changed());
        Set<EntityEntry<?>> renumbered = placements.renumbered();
        updates.removeIf(update -> renumbered.contains(update.entry()));
        for (EntityEntry<?> entry : renumbered) {
            Object snapshot = entry.snapshot();
            if (snapshot != null) {
                List<Column<?>> columns = changedColumns(entry, snapshot);
                if (!columns.isEmpty()) {
                    updates.add(new Changes.Update(entry, columns));
                }
            }
        }
    }

    private <E> List<Column<?>> changedColumns(EntityEntry<E> entry, Object snapshot) {
        ColumnSet changed = new ColumnSet();
        entry.mapping().diff(entry.entity(), snapshot, changed);
        identities.flagged().addTo(entry, changed);
        return changed.positions().stream()
                .<Column<?>>map(entry.mapping().table().mappedColumns()::get)
                .toList();
    }

    /** Takes back the marks of what deletes cascade to: what is to be deleted may be another thing next time. */
    public void unmark() {
        deletes.unmark();
    }

    /** Takes what the changes leave out of the session; before they are carried out, and not for a plan alone. */
    public void forget() {
        forgotten.forEach(identities::forget);
    }

    /** Every object that the flush writes, or whose collections or references it brings up to date. */
    public Set<EntityEntry<?>> touched() {
        Set<EntityEntry<?>> touched = new LinkedHashSet<>(changes.inserts());
        changes.updates().forEach(u -> touched.add(u.entry()));
        changes.keys().forEach(change -> touched.add(change.entry()));
        touched.addAll(keys.followers());
        touched.addAll(changes.deletes());
        collections.changed().forEach(state -> touched.add(state.owner()));
        cleared.forEach(each -> touched.add(each.entry()));
        touched.addAll(inverse);
        touched.addAll(moves.followers());
        touched.addAll(switches.referrers());
        changes.deletes().forEach(entry -> Deserted.of(entry, identities).forEach(side -> touched.add(side.entry())));
        return touched;
    }

    /** After the plan was carried out, the present memberships are the baseline. */
    public void finish() {
        new Views(identities, attacher).expire();
        for (CollectionState<?> collection : collections.changed()) {
            collection.rawContent().removeIf(this::isDeleted);
            collection.takeSnapshot(identities::has);
        }
        inverse.forEach(ChangeCollector::takeInverse);
        moves.followers().forEach(ChangeCollector::takeInverse);
        changes.deletes().forEach(this::expireContainers);
        keys.finish();
        cleared.forEach(PassiveDeletes.Cleared::apply);
        switches.finish(); // first: who is led to the new object is not deserted
        changes.deletes().forEach(entry -> Deserted.of(entry, identities).forEach(Deserted::leave));
        changes.updates().forEach(update -> identities.flagged().forget(update.entry()));
        changes.keys().forEach(change -> identities.flagged().forget(change.entry()));
        changes.deletes().forEach(identities.flagged()::forget);
    }

    /** Loaded collections that a deleted object was in are read again. */
    private <E> void expireContainers(EntityEntry<E> deleted) {
        for (Association<E, ?> association : deleted.mapping().table().associations()) {
            switch (association) {
                case ToOne<E, ?> toOne -> {
                    if (!toOne.isInverse()) {
                        expireContainer(deleted, toOne);
                    }
                }
                case ToMany<E, ?> toMany -> expireOtherSide(deleted.collection(toMany.index()));
            }
        }
    }

    private <E, T> void expireContainer(EntityEntry<E> deleted, ToOne<E, T> association) {
        Object key = References.keyBefore(deleted, association);
        EntityEntry<T> container =
                key == null ? null : identities.find(association.target().mapping(), key);
        for (Association<T, ?> mapped : Relationships.mappedBy(association)) {
            CollectionState<?> collection = container == null ? null : container.collection(mapped.index());
            if (collection != null) {
                collection.expire();
            }
        }
    }

    private <T> void expireOtherSide(@Nullable CollectionState<T> collection) {
        ToMany<T, ?> reverse = collection == null ? null : Relationships.reverse(collection.association());
        if (collection == null || reverse == null) {
            return;
        }
        for (T element : collection.snapshot()) {
            EntityEntry<T> entry = identities.find(element);
            CollectionState<?> other = entry == null ? null : entry.collection(reverse.index());
            if (other != null) {
                other.expire();
            }
        }
    }

    private boolean isDeleted(Object element) {
        EntityEntry<?> entry = identities.find(element);
        return entry == null ? identities.isForgotten(element) : entry.state() == State.DELETED;
    }

    private static <E> void takeInverse(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && toOne.isInverse()) {
                entry.setTargetBefore(toOne.index(), Relationships.content(entry.entity(), toOne));
            }
        }
    }

    /** The persistent objects of classes with associations, as they are now: what is done with them may bring others. */
    private List<EntityEntry<?>> associated() {
        List<EntityEntry<?>> entries = new ArrayList<>();
        for (EntityMapping<?> mapping : identities.mappings()) {
            if (!mapping.table().associations().isEmpty()) {
                entries.addAll(identities.persistent(mapping));
            }
        }
        return entries;
    }

    /** Until a round finds nothing new: each new object may bring others, and one side of a relationship changes the other. */
    private void compareAssociations() {
        int before;
        do {
            before = identities.size();
            identities.pending().forEach(this::replace);
            associated().forEach(this::replace);
            for (EntityEntry<?> entry : new ArrayList<>(identities.pending())) {
                if (entry.isAttached()) {
                    compare(entry);
                }
            }
            associated().forEach(this::compare);
        } while (identities.size() != before || collections.takeMirrored());
    }

    private <E> void replace(EntityEntry<E> entry) {
        List<Association<E, ?>> associations = entry.mapping().table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            if (association instanceof ToMany<E, ?> toMany) {
                collections.replace(entry, toMany);
            }
        }
    }

    private <E> void compare(EntityEntry<E> entry) {
        List<Association<E, ?>> associations = entry.mapping().table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            switch (association) {
                case ToOne<E, ?> toOne -> compare(entry, toOne);
                case ToMany<E, ?> toMany -> collections.compare(entry, toMany);
            }
        }
    }

    /** A reference is bound; a new object that it refers to is added, if the association cascades. */
    @SuppressWarnings("ReferenceEquality") // references are immutable: an assigned one is another
    private <E, T> void compare(EntityEntry<E> entry, ToOne<E, T> association) {
        Object content = Relationships.content(entry.entity(), association);
        if (content == entry.targetBefore(association.index()) && content != null) {
            return;
        }
        attacher.bindReference(entry, association);
        T target = Relationships.loadedTarget(entry, association);
        if (target != null && !entry.isMarkedDeleted() && association.cascades(Cascade.SAVE_UPDATE)) {
            attacher.cascadeTo(target);
        }
        ToOne<T, E> back = association.back();
        if (association.isViewOnly()) {
            Views.requireUnchanged(entry, association);
        } else if (back != null) {
            compareInverse(entry, association, back, target);
        }
    }

    /** The inverse side of a one-to-one was assigned: the other side's foreign key follows. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // an association's field holds a reference to its target
    private <E, T> void compareInverse(
            EntityEntry<E> entry, ToOne<E, T> association, ToOne<T, E> back, @Nullable T target) {
        Object before = entry.targetBefore(association.index());
        Object former = before instanceof Ref<?> reference ? reference.find().orElse(null) : before;
        inverse.add(entry);
        if (former == target) {
            return;
        }
        if (former != null && Relationships.refersTo((T) former, back, entry)) {
            Relationships.setTarget((T) former, back, null);
            EntityEntry<T> orphan = identities.find((T) former);
            if (orphan != null && association.cascades(Cascade.DELETE_ORPHAN)) {
                deletes.delete(orphan);
            }
        }
        if (target != null && !entry.isMarkedDeleted() && !Relationships.refersTo(target, back, entry)) {
            Relationships.setTarget(target, back, entry.entity());
        }
    }

    /** Where two objects were given one target, its foreign key tells whose it is. */
    private static <E> void settleInverse(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && toOne.isInverse()) {
                settleInverse(entry, toOne);
            }
        }
    }

    private static <E, T> void settleInverse(EntityEntry<E> entry, ToOne<E, T> association) {
        ToOne<T, E> back = association.back();
        T target = Relationships.loadedTarget(entry, association);
        if (back != null && target != null && !Relationships.refersTo(target, back, entry)) {
            Relationships.setTarget(entry.entity(), association, null);
        }
    }

    /** A new object enters the loaded collections of what it refers to. */
    private <E> void allReferences(EntityEntry<E> entry) {
        List<Association<E, ?>> associations = entry.mapping().table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            if (association instanceof ToOne<E, ?> toOne && !toOne.isInverse()) {
                moves.moved(entry, toOne);
            }
        }
    }

    private <E> void diff(EntityEntry<E> entry, List<Changes.Update> updates) {
        Object snapshot = entry.snapshot();
        if (snapshot == null) {
            return;
        }
        differing.clear();
        entry.mapping().diff(entry.entity(), snapshot, differing);
        identities.flagged().addTo(entry, differing);
        if (differing.isEmpty()) {
            return;
        }
        attacher.bindLazies(entry, differing::contains);
        List<Column<?>> columns = new ArrayList<>();
        for (int position : differing.positions()) {
            columns.add(entry.mapping().table().mappedColumns().get(position));
        }
        if (!entry.isMarkedDeleted()) {
            requireChangeableKey(entry, columns);
            RowVersions.requireUnchanged(entry, columns);
            WrittenColumns.requireUpdated(entry, columns);
        }
        updates.add(new Changes.Update(entry, columns));
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne
                    && toOne.columns().stream().anyMatch(c -> differing.contains(EntityTable.position(c)))) {
                moves.moved(entry, toOne);
            }
        }
    }

    private <E> void requireChangeableKey(EntityEntry<E> entry, List<Column<?>> columns) {
        for (Column<?> key : columns) {
            if (key.isPrimaryKey() && !keys.add(entry, columns)) {
                throw new MappingException(
                        "ALK-2205",
                        "Cannot update " + entry + ": its key '" + key.name() + "' was set to "
                                + entry.mapping().value(entry.entity(), EntityTable.position(key))
                                + ", and only a key that you assign changes, in one table, to another value that is no"
                                + " reference. Set it back; to replace the row, delete the object and add a new one.");
            }
        }
    }
}
