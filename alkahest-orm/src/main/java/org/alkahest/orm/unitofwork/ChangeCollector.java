package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.orm.state.TrackedCollection;
import org.alkahest.orm.state.UndoLog;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a flush has to write: compares collections with their baselines, cascades to new objects until there are
 * no more, cascades deletes, and diffs every persistent object with its snapshot. One use.
 */
public final class ChangeCollector {
    private final IdentityMap identities;
    private final Attacher attacher;
    private final UndoLog undo;
    private final Changes changes = new Changes();
    private final Set<Changes.Link> links = new LinkedHashSet<>();
    private final Set<Changes.Link> unlinks = new LinkedHashSet<>();
    private final List<CollectionState<?>> changedCollections = new ArrayList<>();
    private final Set<CollectionState<?>> seen = new LinkedHashSet<>();

    public ChangeCollector(IdentityMap identities, Attacher attacher, UndoLog undo) {
        this.identities = identities;
        this.attacher = attacher;
        this.undo = undo;
    }

    /** The changes. Emits: SELECTs only where a delete cascades into, or a new collection replaces, what is not loaded. */
    public Changes collect() {
        collections();
        cascadeDeletes();
        for (EntityEntry<?> entry : identities.pending()) {
            changes.inserts().add(entry);
        }
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (EntityEntry<?> entry : new ArrayList<>(identities.persistent(mapping))) {
                if (entry.isMarkedDeleted()) {
                    changes.deletes().add(entry);
                } else {
                    diff(entry);
                }
            }
        }
        changes.links().addAll(links);
        changes.unlinks().addAll(unlinks);
        return changes;
    }

    /** After the plan was carried out, the present memberships are the baseline. */
    public void finish() {
        changedCollections.forEach(CollectionState::takeSnapshot);
    }

    private void collections() {
        int before;
        do {
            before = identities.size();
            for (EntityEntry<?> entry : new ArrayList<>(identities.pending())) {
                attacher.cascade(entry);
                compare(entry);
            }
            for (EntityMapping<?> mapping : identities.mappings()) {
                if (mapping.table().associations().isEmpty()) {
                    continue;
                }
                for (EntityEntry<?> entry : new ArrayList<>(identities.persistent(mapping))) {
                    compare(entry);
                }
            }
        } while (identities.size() != before);
    }

    private <E> void compare(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            switch (association) {
                case ToOne<E, ?> toOne -> cascadeReference(entry, toOne);
                case ToMany<E, ?> toMany -> compare(entry, toMany);
            }
        }
    }

    /** A new object that a persistent one refers to is added, if the association cascades. */
    private <E> void cascadeReference(EntityEntry<E> entry, ToOne<E, ?> association) {
        Object content = entry.mapping().association(entry.entity(), association.index());
        Object target = content instanceof Ref<?> reference ? reference.targetOrNull() : content;
        if (target != null
                && entry.state() == State.PERSISTENT
                && association.cascades(Cascade.SAVE_UPDATE)
                && identities.find(target) == null) {
            attacher.add(target);
        }
    }

    @SuppressWarnings("unchecked") // the collection of an association holds its targets
    private <E, T> void compare(EntityEntry<E> entry, ToMany<E, T> association) {
        CollectionState<T> state = (CollectionState<T>) entry.collection(association.index());
        if (state == null) {
            return;
        }
        if (CollectionWrapping.isReplaced(entry, association)) {
            state = replace(entry, association, state);
        }
        if (!state.isLoaded() || !state.isChanged()) {
            return;
        }
        if (seen.add(state)) {
            undo.remember(entry);
            changedCollections.add(state);
        }
        for (T element : state.added()) {
            if (association.cascades(Cascade.SAVE_UPDATE)) {
                attacher.add(element);
            }
            Relationships.added(state, element, identities);
            link(state, element, links, unlinks);
        }
        for (T element : state.removed()) {
            Relationships.removed(state, element, identities);
            link(state, element, unlinks, links);
            deleteOrphan(state, element);
        }
    }

    /** A collection that the user assigned replaces all of the old one's elements, which must be known for that. */
    @SuppressWarnings("unchecked") // the field holds a collection of the association's target
    private <E, T> CollectionState<T> replace(EntityEntry<E> entry, ToMany<E, T> association, CollectionState<T> old) {
        if (entry.state() == State.PERSISTENT && !old.isFresh()) {
            old.session().load(old);
        }
        Object assigned = entry.mapping().association(entry.entity(), association.index());
        List<T> content = new ArrayList<>();
        if (assigned instanceof TrackedCollection<?> tracked) {
            content.addAll((Collection<T>) tracked.state().rawContent());
        } else if (assigned != null) {
            content.addAll((Collection<T>) assigned);
        }
        CollectionState<T> state = CollectionWrapping.wrap(entry, association, old.session(), "was added");
        state.rawContent().clear();
        state.rawContent().addAll(content);
        state.setSnapshot(old.snapshot());
        return state;
    }

    private <T> void link(CollectionState<T> state, T element, Set<Changes.Link> to, Set<Changes.Link> insteadOf) {
        JoinTable table = state.association().joinTable();
        EntityEntry<T> target = identities.find(element);
        if (table == null || target == null) {
            return;
        }
        boolean inverse = state.association().link() instanceof ToMany.Link.MappedByMany<?, ?>;
        JoinTable canonical = inverse ? table.reversed() : table;
        Changes.Link link = inverse
                ? new Changes.Link(canonical, target, state.owner())
                : new Changes.Link(canonical, state.owner(), target);
        insteadOf.remove(link);
        to.add(link);
    }

    private <T> void deleteOrphan(CollectionState<T> state, T element) {
        if (!state.association().cascades(Cascade.DELETE_ORPHAN)) {
            return;
        }
        EntityEntry<T> orphan = identities.find(element);
        boolean moved = state.association().link() instanceof ToMany.Link.MappedBy<?, T> link
                && orphan != null
                && Attacher.targets(orphan, link.toOne().get()).iterator().hasNext();
        if (orphan != null && !moved) {
            delete(orphan);
        }
    }

    private void delete(EntityEntry<?> entry) {
        if (entry.state() == State.PENDING) {
            CollectionWrapping.unwrap(entry);
            identities.remove(entry);
        } else {
            entry.setMarkedDeleted(true);
        }
    }

    private void cascadeDeletes() {
        ArrayDeque<EntityEntry<?>> queue = new ArrayDeque<>();
        for (EntityMapping<?> mapping : identities.mappings()) {
            identities.persistent(mapping).stream()
                    .filter(EntityEntry::isMarkedDeleted)
                    .forEach(queue::add);
        }
        Set<EntityEntry<?>> done = new LinkedHashSet<>(queue);
        while (!queue.isEmpty()) {
            cascadeDelete(queue.poll(), done, queue);
        }
    }

    private <E> void cascadeDelete(EntityEntry<E> entry, Set<EntityEntry<?>> done, Collection<EntityEntry<?>> queue) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            boolean cascades = association.cascades(Cascade.DELETE) || association.cascades(Cascade.DELETE_ORPHAN);
            switch (association) {
                case ToOne<E, ?> toOne -> {
                    if (cascades) {
                        mark(loadedTarget(entry, toOne), done, queue);
                    }
                }
                case ToMany<E, ?> toMany -> {
                    CollectionState<?> state = entry.collection(toMany.index());
                    if (state != null && (cascades || toMany.joinTable() != null)) {
                        removeAll(state, cascades, done, queue);
                    }
                }
            }
        }
    }

    private <T> void removeAll(
            CollectionState<T> state, boolean cascades, Set<EntityEntry<?>> done, Collection<EntityEntry<?>> queue) {
        if (!state.isFresh()) {
            state.session().load(state);
        }
        for (T element : state.snapshot()) {
            link(state, element, unlinks, links);
            if (cascades) {
                mark(element, done, queue);
            }
        }
    }

    private void mark(@Nullable Object target, Set<EntityEntry<?>> done, Collection<EntityEntry<?>> queue) {
        EntityEntry<?> entry = target == null ? null : identities.find(target);
        if (entry != null && done.add(entry)) {
            delete(entry);
            queue.add(entry);
        }
    }

    private static <E> @Nullable Object loadedTarget(EntityEntry<E> entry, ToOne<E, ?> association) {
        Object content = entry.mapping().association(entry.entity(), association.index());
        return content instanceof Ref<?> reference ? reference.find().orElse(null) : content;
    }

    private <E> void diff(EntityEntry<E> entry) {
        Object snapshot = entry.snapshot();
        if (snapshot == null) {
            return;
        }
        ColumnSet changed = new ColumnSet();
        entry.mapping().diff(entry.entity(), snapshot, changed);
        if (changed.isEmpty()) {
            return;
        }
        List<Column<?>> columns = new ArrayList<>();
        for (int position : changed.positions()) {
            columns.add(entry.mapping().table().columns().get(position));
        }
        changes.updates().add(new Changes.Update(entry, columns));
        moveBetweenCollections(entry, changed);
    }

    /** A reference that was assigned moves its object between loaded collections. */
    private <E> void moveBetweenCollections(EntityEntry<E> entry, ColumnSet changed) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne
                    && toOne.columns().stream().anyMatch(c -> changed.contains(c.position()))) {
                new CollectionMove<>(entry, toOne, identities, undo, changedCollections).run();
            }
        }
    }
}
