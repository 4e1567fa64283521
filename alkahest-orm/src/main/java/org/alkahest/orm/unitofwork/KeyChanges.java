package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.Changes.KeyChange;
import org.alkahest.schema.Column;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Table;
import org.alkahest.schema.TopologicalSort;
import org.jspecify.annotations.Nullable;

/**
 * Assigned keys of persistent objects that were changed: which may, in which order, and what follows them. Where a foreign
 * key has ON UPDATE CASCADE the database changes the rows that refer to the key, where there is no constraint the flush
 * does, and elsewhere nothing can: either side's UPDATE would break the constraint. One use.
 */
final class KeyChanges {
    private final IdentityMap identities;
    private final Map<EntityEntry<?>, Object> changed = new LinkedHashMap<>();
    /** By object, its associations that refer to what gets another key, and to which object each. */
    private final Map<EntityEntry<?>, Map<ToOne<?, ?>, EntityEntry<?>>> followers = new LinkedHashMap<>();

    KeyChanges(IdentityMap identities) {
        this.identities = identities;
    }

    /**
     * Notes that columns of an object's key differ from its row; false if that key does not change: the flush or the
     * database makes it, it lies in several tables, or it consists of references.
     */
    <E> boolean add(EntityEntry<E> entry, List<Column<?>> differing) {
        EntityTable<E> table = entry.mapping().table();
        Object key = entry.mapping().key(entry.entity());
        boolean refers = table.associations().stream()
                .anyMatch(association -> association instanceof ToOne<?, ?> toOne
                        && toOne.columns().stream().anyMatch(c -> c.isPrimaryKey() && differing.contains(c)));
        if (key == null || refers || table.hasGeneratedKey() || table.parts().size() > 1) {
            return false;
        }
        changed.put(entry, key);
        return true;
    }

    /**
     * Takes the changes of keys, and what follows them by itself, out of the updates. Errors with ALK-2117 where a foreign
     * key that objects refer by stands in the way, ALK-2118 where another object has the new key.
     */
    void settle(List<Changes.Update> updates, Changes changes) {
        changed.keySet().removeIf(EntityEntry::isMarkedDeleted);
        for (List<EntityEntry<?>> group : TopologicalSort.<EntityEntry<?>>groups(changed.keySet(), this::inTheWay)) {
            EntityEntry<?> entry = group.get(0);
            if (group.size() > 1) {
                throw taken(
                        entry,
                        group.get(1),
                        "whose keys are exchanged. Give one of them another key, and flush, first.");
            }
            changes.keys().add(keyChange(entry, updates));
        }
        List<Changes.Update> settled = new ArrayList<>();
        updates.forEach(update -> remaining(update, settled));
        updates.clear();
        updates.addAll(settled);
    }

    /** The object whose present key this one is to have: its own must be changed before. */
    private List<EntityEntry<?>> inTheWay(EntityEntry<?> entry) {
        Object key = changed.get(entry);
        EntityEntry<?> other = key == null ? null : identities.find(entry.mapping(), key);
        if (other == null || other == entry) {
            return List.of();
        }
        if (!changed.containsKey(other)) {
            throw taken(entry, other, "which has that key. Change that object instead, or delete it and flush first.");
        }
        return List.of(other);
    }

    private MappingException taken(EntityEntry<?> entry, EntityEntry<?> other, String why) {
        return new MappingException(
                "ALK-2118",
                "Cannot change the key of " + entry + " to " + changed.get(entry) + ": there is " + other + ", " + why);
    }

    private KeyChange keyChange(EntityEntry<?> entry, List<Changes.Update> updates) {
        List<Column<?>> columns = new ArrayList<>();
        for (Changes.Update update : updates) {
            if (update.entry() == entry) {
                update.columns().stream()
                        .filter(c -> c.isPrimaryKey() || !isForeignKey(entry, c))
                        .forEach(columns::add);
            }
        }
        List<Changes.Referring> referring = new ArrayList<>();
        for (ToOne<?, ?> association : references(entry)) {
            if (follows(entry, association, find(entry, association))) {
                referring.add(new Changes.Referring(association.owner(), association.columns()));
            }
        }
        links(entry, referring);
        Object before = entry.key();
        Object after = changed.get(entry);
        if (before == null || after == null) {
            throw new IllegalStateException(entry + " has no key");
        }
        return new KeyChange(entry, columns, before, after, referring);
    }

    /** The associations by which rows may refer to an object's: those of its own class's other sides, and of the session's. */
    private Set<ToOne<?, ?>> references(EntityEntry<?> entry) {
        Set<ToOne<?, ?>> references = new LinkedHashSet<>();
        for (Association<?, ?> association : entry.mapping().table().associations()) {
            ToOne<?, ?> back = association.back();
            if (back != null && !back.isInverse() && !association.isViewOnly()) {
                references.add(back);
            }
        }
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (Association<?, ?> association : mapping.table().associations()) {
                if (association instanceof ToOne<?, ?> toOne
                        && !toOne.isInverse()
                        && toOne.target()
                                .mapping()
                                .root()
                                .equals(entry.mapping().root())) {
                    references.add(toOne);
                }
            }
        }
        return references;
    }

    /** The objects whose rows refer to the one of an object. */
    private List<EntityEntry<?>> find(EntityEntry<?> target, ToOne<?, ?> association) {
        List<EntityEntry<?>> found = new ArrayList<>();
        for (EntityTable<?> table : association.owner().family()) {
            for (EntityEntry<?> entry : identities.persistent(table.mapping())) {
                Object key = References.keyBefore(entry, association);
                if (key != null && key.equals(target.key())) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** Whether the flush has to change the rows itself. */
    private boolean follows(EntityEntry<?> target, ToOne<?, ?> association, List<EntityEntry<?>> found) {
        ForeignKey constraint = constraint(association.owner(), association.columns());
        boolean inKey = association.columns().stream().anyMatch(Column::isPrimaryKey);
        boolean passive = constraint != null && constraint.onUpdate() == ForeignKey.Action.CASCADE;
        if (!found.isEmpty() && (inKey || (constraint != null && !passive))) {
            throw refused(
                    target,
                    found.get(0) + " refers to it by '" + association.name() + "', "
                            + (inKey ? "which is its own key." : "whose foreign key does not follow."),
                    "Annotate the association with @OnUpdate(CASCADE), or refer to another object first.");
        }
        for (EntityEntry<?> entry : found) {
            if (refersStill(entry, association, target)) {
                followers.computeIfAbsent(entry, e -> new LinkedHashMap<>()).put(association, target);
            }
        }
        return constraint == null;
    }

    @SuppressWarnings("unchecked") // the association is of the entry's class
    private <E, T> boolean refersStill(EntityEntry<?> entry, ToOne<E, T> association, EntityEntry<?> target) {
        return Relationships.targetEntry((EntityEntry<E>) entry, association, identities) == target;
    }

    private void links(EntityEntry<?> entry, List<Changes.Referring> to) {
        for (EntityMapping<?> mapping : identities.mappings()) {
            for (Association<?, ?> association : mapping.table().associations()) {
                if (association instanceof ToMany<?, ?> toMany && toMany.joinTable() != null && !toMany.isViewOnly()) {
                    if (mapping.equals(entry.mapping())) {
                        CollectionState<?> state = entry.collection(toMany.index());
                        boolean linked = state != null
                                && state.isLoaded()
                                && !state.snapshot().isEmpty();
                        link(entry, toMany, toMany.joinTable().ownerColumns(), linked, to);
                    }
                    if (toMany.target().mapping().root().equals(entry.mapping().root())) {
                        link(entry, toMany, toMany.joinTable().targetColumns(), isElement(entry, toMany), to);
                    }
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very object
    private boolean isElement(EntityEntry<?> entry, ToMany<?, ?> association) {
        for (EntityEntry<?> owner : identities.persistent(association.owner().mapping())) {
            CollectionState<?> state = owner.collection(association.index());
            if (state != null && state.isLoaded() && state.snapshot().stream().anyMatch(e -> e == entry.entity())) {
                return true;
            }
        }
        return false;
    }

    private static void link(
            EntityEntry<?> entry,
            ToMany<?, ?> association,
            List<Column<?>> columns,
            boolean linked,
            List<Changes.Referring> to) {
        Table table = columns.get(0).owner();
        ForeignKey constraint = constraint(table, columns);
        Changes.Referring referring = new Changes.Referring(table, columns);
        if (constraint == null && !to.contains(referring)) {
            to.add(referring);
        } else if (constraint != null && constraint.onUpdate() != ForeignKey.Action.CASCADE && linked) {
            throw refused(
                    entry,
                    "rows of " + table.name() + " link it, for '" + association.name() + "', by a foreign key that does"
                            + " not follow.",
                    "Unlink it first, or map the table with a foreign key that has ON UPDATE CASCADE.");
        }
    }

    private static @Nullable ForeignKey constraint(Table table, List<Column<?>> columns) {
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().equals(columns)) {
                return key;
            }
        }
        return null;
    }

    private static MappingException refused(EntityEntry<?> entry, String problem, String fix) {
        return new MappingException("ALK-2117", "Cannot change the key of " + entry + ": " + problem + " " + fix);
    }

    private static boolean isForeignKey(EntityEntry<?> entry, Column<?> column) {
        return entry.mapping().table().associations().stream()
                .anyMatch(a -> a instanceof ToOne<?, ?> toOne && isAmong(toOne.columns(), column));
    }

    /** Columns of one class: a subclass's table has occurrences of its superclass's. */
    private static boolean isAmong(List<Column<?>> columns, Column<?> column) {
        int position = EntityTable.position(column);
        return columns.stream().anyMatch(each -> EntityTable.position(each) == position);
    }

    /** What is left of an update: the key goes before everything else, and references that follow a key are not written. */
    private void remaining(Changes.Update update, List<Changes.Update> to) {
        EntityEntry<?> entry = update.entry();
        Set<ToOne<?, ?>> following = followers.getOrDefault(entry, Map.of()).keySet();
        if (following.isEmpty() && !changed.containsKey(entry)) {
            to.add(update);
            return;
        }
        List<Column<?>> columns = update.columns().stream()
                .filter(c -> !changed.containsKey(entry) || (!c.isPrimaryKey() && isForeignKey(entry, c)))
                .filter(c -> following.stream().noneMatch(toOne -> isAmong(toOne.columns(), c)))
                .toList();
        if (!columns.isEmpty()) {
            to.add(new Changes.Update(entry, columns));
        }
    }

    /** The objects that refer to one whose key changes, and still do after the flush. */
    Set<EntityEntry<?>> followers() {
        return followers.keySet();
    }

    /** After the rows were written: references by key have the new one. */
    void finish() {
        followers.forEach((entry, targets) -> {
            targets.forEach((association, target) -> redirect(entry, association, target));
            entry.takeSnapshot();
        });
    }

    private static <E> void redirect(EntityEntry<E> entry, ToOne<?, ?> association, EntityEntry<?> target) {
        if (association.isReference()) {
            entry.mapping()
                    .setAssociation(entry.entity(), association.index(), Relationships.referenceTo(target.entity()));
        }
    }
}
