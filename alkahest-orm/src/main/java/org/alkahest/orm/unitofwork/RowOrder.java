package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.Changes.Update;
import org.alkahest.orm.unitofwork.FlushAction.ClearColumns;
import org.alkahest.orm.unitofwork.FlushAction.DeleteRows;
import org.alkahest.schema.Column;
import org.alkahest.schema.TopologicalSort;

/**
 * Orders rows of tables that refer to themselves or to each other. A row comes after the new rows that it refers to; where
 * rows refer to each other in a circle, nullable foreign keys are written as NULL first and set by an UPDATE afterwards
 * (SQLAlchemy calls it post-update). Successive rows of the same shape still share a batch.
 */
final class RowOrder {
    private RowOrder() {}

    static void saves(List<EntityEntry<?>> inserts, List<Update> updates, List<FlushAction> actions) {
        IdentityHashMap<Object, EntityEntry<?>> isNew = new IdentityHashMap<>();
        inserts.forEach(e -> isNew.put(e.entity(), e));
        Map<EntityEntry<?>, Set<Column<?>>> postponed = new LinkedHashMap<>();
        List<List<EntityEntry<?>>> levels = levels(inserts, isNew, postponed);
        for (List<EntityEntry<?>> level : levels) {
            Batches.inserts(level, postponed, actions);
        }
        List<Update> all = new ArrayList<>();
        postponed.forEach((entry, columns) -> all.add(new Update(entry, List.copyOf(columns))));
        all.addAll(updates);
        Batches.updates(all, actions);
    }

    /** Rows by their distance from rows that refer to no new row: each level is a batch or a few. */
    private static List<List<EntityEntry<?>>> levels(
            List<EntityEntry<?>> inserts,
            IdentityHashMap<Object, EntityEntry<?>> isNew,
            Map<EntityEntry<?>, Set<Column<?>>> postponed) {
        List<List<EntityEntry<?>>> groups = TopologicalSort.groups(inserts, entry -> newTargets(entry, isNew));
        Map<EntityEntry<?>, Integer> levelOf = new HashMap<>();
        List<List<EntityEntry<?>>> levels = new ArrayList<>();
        for (List<EntityEntry<?>> group : groups) {
            for (EntityEntry<?> entry : breakCircle(group, isNew, postponed)) {
                int level = 0;
                for (EntityEntry<?> target : newTargets(entry, isNew)) {
                    level = Math.max(level, levelOf.getOrDefault(target, -1) + 1);
                }
                levelOf.put(entry, level);
                while (levels.size() <= level) {
                    levels.add(new ArrayList<>());
                }
                levels.get(level).add(entry);
            }
        }
        return levels;
    }

    private static List<EntityEntry<?>> newTargets(
            EntityEntry<?> entry, IdentityHashMap<Object, EntityEntry<?>> isNew) {
        List<EntityEntry<?>> targets = new ArrayList<>();
        for (References.Reference reference : References.of(entry)) {
            EntityEntry<?> target = isNew.get(reference.target());
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** Postpones nullable foreign keys inside a circle until the rest of it has an order. */
    private static List<EntityEntry<?>> breakCircle(
            List<EntityEntry<?>> circle,
            IdentityHashMap<Object, EntityEntry<?>> isNew,
            Map<EntityEntry<?>, Set<Column<?>>> postponed) {
        Set<EntityEntry<?>> inside = new LinkedHashSet<>(circle);
        for (EntityEntry<?> entry : circle) {
            for (References.Reference reference : References.of(entry)) {
                EntityEntry<?> target = isNew.get(reference.target());
                boolean optional = reference.association().columns().stream().allMatch(Column::isNullable);
                if (target != null && inside.contains(target) && optional) {
                    postponed
                            .computeIfAbsent(entry, e -> new LinkedHashSet<>())
                            .addAll(reference.association().columns());
                }
            }
        }
        List<EntityEntry<?>> ordered = new ArrayList<>();
        for (List<EntityEntry<?>> group :
                TopologicalSort.<EntityEntry<?>>groups(circle, entry -> requiredTargets(entry, isNew, postponed))) {
            if (group.size() > 1
                    || requiredTargets(group.get(0), isNew, postponed).contains(group.get(0))) {
                throw new MappingException(
                        "ALK-2202",
                        "Cannot insert " + group + ": they refer to each other by foreign keys that are NOT NULL,"
                                + " so none can be first. Make one of the foreign keys nullable.");
            }
            ordered.addAll(group);
        }
        return ordered;
    }

    private static List<EntityEntry<?>> requiredTargets(
            EntityEntry<?> entry,
            IdentityHashMap<Object, EntityEntry<?>> isNew,
            Map<EntityEntry<?>, Set<Column<?>>> postponed) {
        Set<Column<?>> later = postponed.getOrDefault(entry, Set.of());
        List<EntityEntry<?>> targets = new ArrayList<>();
        for (References.Reference reference : References.of(entry)) {
            EntityEntry<?> target = isNew.get(reference.target());
            if (target != null && !later.containsAll(reference.association().columns())) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** Rows that refer to others go first; a circle's nullable foreign keys are cleared before. */
    static void deletes(List<EntityEntry<?>> deletes, List<FlushAction> actions) {
        List<List<EntityEntry<?>>> groups = TopologicalSort.groups(deletes, entry -> referredTo(entry, deletes));
        Map<EntityEntry<?>, Set<Column<?>>> cleared = new LinkedHashMap<>();
        for (List<EntityEntry<?>> group : groups) {
            if (group.size() > 1) {
                group.forEach(entry -> clear(entry, group, cleared));
            }
        }
        cleared.forEach((entry, columns) ->
                actions.add(new ClearColumns(entry.mapping().table(), List.copyOf(columns), List.of(entry))));
        List<EntityEntry<?>> run = new ArrayList<>();
        for (List<EntityEntry<?>> group : groups.reversed()) {
            for (EntityEntry<?> entry : group) {
                if (!run.isEmpty() && !run.get(0).mapping().equals(entry.mapping())) {
                    flush(run, actions);
                }
                run.add(entry);
            }
        }
        flush(run, actions);
    }

    private static void flush(List<EntityEntry<?>> run, List<FlushAction> actions) {
        if (!run.isEmpty()) {
            actions.add(new DeleteRows(run.get(0).mapping().table(), run));
            run.clear();
        }
    }

    private static void clear(
            EntityEntry<?> entry, List<EntityEntry<?>> circle, Map<EntityEntry<?>, Set<Column<?>>> cleared) {
        for (References.Reference reference : References.of(entry)) {
            List<Column<?>> columns = reference.association().columns();
            Object key = References.keyBefore(entry, reference.association());
            boolean inside = key != null && circle.stream().anyMatch(e -> key.equals(e.key()));
            if (inside && columns.stream().allMatch(Column::isNullable)) {
                cleared.computeIfAbsent(entry, e -> new LinkedHashSet<>()).addAll(columns);
            }
        }
    }

    private static List<EntityEntry<?>> referredTo(EntityEntry<?> entry, List<EntityEntry<?>> deletes) {
        List<EntityEntry<?>> targets = new ArrayList<>();
        for (References.Reference reference : References.of(entry)) {
            Object key = References.keyBefore(entry, reference.association());
            for (EntityEntry<?> other : deletes) {
                if (key != null
                        && key.equals(other.key())
                        && other.mapping()
                                .table()
                                .equals(reference.association().target())) {
                    targets.add(other);
                }
            }
        }
        return targets;
    }
}
