package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.TablePart;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.Changes.Link;
import org.alkahest.orm.unitofwork.Changes.Switch;
import org.alkahest.orm.unitofwork.Changes.Update;
import org.alkahest.orm.unitofwork.FlushAction.ClearRows;
import org.alkahest.orm.unitofwork.FlushAction.DeleteRows;
import org.alkahest.orm.unitofwork.FlushAction.FollowKey;
import org.alkahest.orm.unitofwork.FlushAction.LinkRows;
import org.alkahest.orm.unitofwork.FlushAction.MoveRows;
import org.alkahest.orm.unitofwork.FlushAction.UnlinkRows;
import org.alkahest.orm.unitofwork.FlushAction.UpdateRows;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Table;
import org.alkahest.schema.TopologicalSort;

/**
 * Orders changes: a pure function from {@link Changes} to a {@link FlushPlan}.
 *
 * <p>Tables are sorted so that each comes after those that it refers to (ties by name, which is the same in every session
 * and so makes deadlocks rarer). Each table's rows are inserted and updated together, in batches of the same columns; only
 * tables in a circle of foreign keys, or that refer to themselves, are ordered row by row ({@link RowOrder}). Association
 * rows go after all rows that they link; deletes last, in the opposite order, so that a row is never referred to when it
 * goes. Keys that change come first of all. Saves before deletes: what a deleted row was referred to by has been changed by then.
 */
public final class FlushPlanner {
    private FlushPlanner() {}

    /** The plan; empty for no changes. Errors with ALK-2202 for rows that need each other inserted first. */
    public static FlushPlan plan(Changes changes) {
        List<FlushAction> actions = new ArrayList<>();
        List<EntityEntry<?>> added = List.copyOf(changes.inserts());
        changes.keys().forEach(change -> keyChange(change, actions));
        List<List<EntityTable<?>>> groups = sortedTables(changes);
        for (List<EntityTable<?>> group : groups) {
            saves(group, changes, actions);
        }
        byTable(changes.unlinks())
                .forEach((table, rows) -> actions.add(new UnlinkRows(table, RowSequence.links(rows, added))));
        clears(changes.clears()).forEach((table, owners) -> actions.add(new ClearRows(table, owners)));
        byTable(changes.moved()).forEach((table, rows) -> actions.add(new MoveRows(table, rows)));
        byTable(changes.links())
                .forEach((table, rows) -> actions.add(new LinkRows(table, RowSequence.links(rows, added))));
        for (List<EntityTable<?>> group : groups.reversed()) {
            deletes(group, changes, actions);
        }
        return new FlushPlan(actions);
    }

    /** Before everything else: what is written then has the new key. */
    private static void keyChange(Changes.KeyChange change, List<FlushAction> actions) {
        EntityTable<?> table = change.entry().mapping().table();
        actions.add(new UpdateRows(table, RowVersions.withVersion(table, change.columns()), List.of(change.entry())));
        for (Changes.Referring each : change.referring()) {
            actions.add(new FollowKey(each.table(), each.columns(), change.before(), change.after()));
        }
    }

    private static List<List<EntityTable<?>>> sortedTables(Changes changes) {
        Set<EntityMapping<?>> mappings = new LinkedHashSet<>();
        changes.inserts().forEach(e -> mappings.add(e.mapping()));
        changes.updates().forEach(u -> mappings.add(u.entry().mapping()));
        changes.deletes().forEach(e -> mappings.add(e.mapping()));
        Map<EntityTable<?>, Set<EntityMapping<?>>> classes = new LinkedHashMap<>();
        for (EntityMapping<?> mapping : mappings) {
            for (TablePart part : mapping.table().parts()) {
                classes.computeIfAbsent(part.table(), t -> new LinkedHashSet<>())
                        .add(part.table().mapping());
            }
        }
        List<EntityTable<?>> byName = new ArrayList<>(classes.keySet());
        byName.sort(Comparator.comparing(Table::name));
        Map<Table, EntityTable<?>> known = new LinkedHashMap<>();
        byName.forEach(t -> known.put(t, t));
        return TopologicalSort.groups(byName, table -> {
            Set<EntityTable<?>> targets = new LinkedHashSet<>();
            classes.getOrDefault(table, Set.of()).forEach(m -> targets.addAll(targets(m.table(), known)));
            return targets;
        });
    }

    /**
     * What the table of a class refers to, whether the database knows it as a foreign key or the mapping alone does. What
     * the class has inherited from another table is that table's business.
     */
    private static List<EntityTable<?>> targets(EntityTable<?> table, Map<Table, EntityTable<?>> known) {
        List<EntityTable<?>> targets = new ArrayList<>();
        List<TablePart> parts = table.parts();
        if (parts.size() > 1) {
            EntityTable<?> above = known.get(parts.get(parts.size() - 2).table());
            if (above != null) {
                targets.add(above);
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            EntityTable<?> target = known.get(key.target());
            if (target != null) {
                targets.add(target);
            }
        }
        for (Association<?, ?> association : table.associations()) {
            if (association instanceof ToOne<?, ?> toOne
                    && !toOne.isInverse()
                    && toOne.columns().get(0).owner().equals(table)) {
                EntityTable<?> target = known.get(toOne.target());
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static boolean isCircle(List<EntityTable<?>> group, Stream<EntityEntry<?>> entries) {
        EntityTable<?> table = group.get(0);
        return group.size() > 1
                || entries.map(EntityEntry::mapping)
                        .distinct()
                        .flatMap(mapping -> mapping.table().parts().stream())
                        .filter(part -> part.table().equals(table))
                        .anyMatch(part -> targets(part.table().mapping().table(), Map.of(table, table))
                                .contains(table));
    }

    private static boolean isIn(Set<EntityTable<?>> tables, EntityEntry<?> entry) {
        for (TablePart part : entry.mapping().table().parts()) {
            if (tables.contains(part.table())) {
                return true;
            }
        }
        return false;
    }

    private static void saves(List<EntityTable<?>> group, Changes changes, List<FlushAction> actions) {
        Set<EntityTable<?>> tables = Set.copyOf(group);
        List<Switch> switches = changes.switches().stream()
                .filter(s -> tables.contains(s.now().mapping().table()))
                .toList();
        Set<EntityEntry<?>> switched = switches.stream().map(Switch::now).collect(Collectors.toSet());
        List<EntityEntry<?>> inserts = changes.inserts().stream()
                .filter(e -> isIn(tables, e) && !switched.contains(e))
                .toList();
        List<Update> updates =
                changes.updates().stream().filter(u -> isIn(tables, u.entry())).toList();
        if (isCircle(group, Stream.concat(inserts.stream(), updates.stream().map(Update::entry)))) {
            RowOrder.saves(tables, inserts, switches, updates, actions);
        } else {
            Batches.inserts(tables, inserts, Map.of(), actions);
            Batches.switches(switches, actions);
            Batches.updates(tables, updates, actions);
        }
    }

    private static void deletes(List<EntityTable<?>> group, Changes changes, List<FlushAction> actions) {
        Set<EntityTable<?>> tables = Set.copyOf(group);
        Set<EntityEntry<?>> switched =
                changes.switches().stream().map(Switch::before).collect(Collectors.toSet());
        List<EntityEntry<?>> deletes = RowSequence.byKey(changes.deletes().stream()
                .filter(e -> isIn(tables, e) && !switched.contains(e))
                .toList());
        if (deletes.isEmpty()) {
            return;
        }
        if (isCircle(group, deletes.stream())) {
            RowOrder.deletes(tables, deletes, actions);
        } else if (!group.get(0).isDeletedAlong()) {
            actions.add(new DeleteRows(group.get(0), deletes));
        }
    }

    private static Map<JoinTable, List<EntityEntry<?>>> clears(List<Changes.Clear> clears) {
        Map<JoinTable, List<EntityEntry<?>>> byTable = new LinkedHashMap<>();
        clears.forEach(each ->
                byTable.computeIfAbsent(each.table(), t -> new ArrayList<>()).add(each.owner()));
        return byTable;
    }

    private static Map<JoinTable, List<Link>> byTable(Collection<Link> links) {
        Map<JoinTable, List<Link>> byTable = new LinkedHashMap<>();
        for (Link link : links) {
            byTable.computeIfAbsent(link.table(), t -> new ArrayList<>()).add(link);
        }
        return byTable;
    }
}
