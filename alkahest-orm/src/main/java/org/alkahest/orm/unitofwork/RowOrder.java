package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.TablePart;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.unitofwork.Changes.Switch;
import org.alkahest.orm.unitofwork.Changes.Update;
import org.alkahest.orm.unitofwork.FlushAction.ClearColumns;
import org.alkahest.orm.unitofwork.FlushAction.DeleteRows;
import org.alkahest.schema.Column;
import org.alkahest.schema.TopologicalSort;
import org.jspecify.annotations.Nullable;

/**
 * Orders rows of tables that refer to themselves or to each other. A row comes after the new rows that it refers to; where
 * rows refer to each other in a circle, nullable foreign keys are written as NULL first and set by an UPDATE afterwards
 * (SQLAlchemy calls it post-update). Successive rows of the same shape still share a batch.
 */
final class RowOrder {
    private RowOrder() {}

    static void saves(
            Set<EntityTable<?>> tables,
            List<EntityEntry<?>> inserts,
            List<Switch> switches,
            List<Update> updates,
            List<FlushAction> actions) {
        IdentityHashMap<Object, EntityEntry<?>> isNew = new IdentityHashMap<>();
        inserts.forEach(e -> isNew.put(e.entity(), e));
        Map<EntityEntry<?>, Set<Column<?>>> postponed = new LinkedHashMap<>();
        List<List<EntityEntry<?>>> levels = levels(inserts, isNew, postponed);
        for (List<EntityEntry<?>> level : levels) {
            Batches.inserts(tables, level, postponed, actions);
        }
        Batches.switches(switches, actions);
        List<Update> all = new ArrayList<>();
        postponed.forEach((entry, columns) -> all.add(new Update(entry, List.copyOf(columns))));
        all.addAll(updates);
        Batches.updates(tables, all, actions);
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
    static void deletes(Set<EntityTable<?>> tables, List<EntityEntry<?>> deletes, List<FlushAction> actions) {
        Map<Row, EntityEntry<?>> rows = new HashMap<>();
        for (EntityEntry<?> entry : deletes) {
            rows.put(new Row(entry.mapping().root(), entry.key()), entry);
        }
        List<List<EntityEntry<?>>> groups =
                TopologicalSort.groups(deletes, entry -> referredTo(entry, rows).values());
        Map<EntityEntry<?>, Set<Column<?>>> cleared = new LinkedHashMap<>();
        List<EntityEntry<?>> order = new ArrayList<>();
        for (List<EntityEntry<?>> group : groups) {
            order.addAll(isCircle(group, rows) ? withoutCircle(group, rows, cleared) : group);
        }
        cleared.forEach((entry, columns) -> {
            for (TablePart part : entry.mapping().table().parts()) {
                List<Column<?>> here = Batches.in(part, columns);
                if (!here.isEmpty()) {
                    actions.add(new ClearColumns(part.table(), here, List.of(entry)));
                }
            }
        });
        List<EntityEntry<?>> run = new ArrayList<>();
        for (EntityEntry<?> entry : order.reversed()) {
            if (!run.isEmpty() && !run.get(0).mapping().equals(entry.mapping())) {
                flush(tables, run, actions);
            }
            run.add(entry);
        }
        flush(tables, run, actions);
    }

    /** A row that refers to itself is one too: some databases do not let it go while it is referred to. */
    private static boolean isCircle(List<EntityEntry<?>> group, Map<Row, EntityEntry<?>> rows) {
        EntityEntry<?> first = group.get(0);
        return group.size() > 1 || referredTo(first, rows).containsValue(first);
    }

    /** A circle's rows by the foreign keys that are not cleared. */
    private static List<EntityEntry<?>> withoutCircle(
            List<EntityEntry<?>> circle, Map<Row, EntityEntry<?>> rows, Map<EntityEntry<?>, Set<Column<?>>> cleared) {
        Set<EntityEntry<?>> inside = new LinkedHashSet<>(circle);
        circle.forEach(entry -> clear(entry, inside, rows, cleared));
        return TopologicalSort.<EntityEntry<?>>sort(circle, entry -> {
            Set<Column<?>> gone = cleared.getOrDefault(entry, Set.of());
            Map<ToOne<?, ?>, EntityEntry<?>> targets = referredTo(entry, rows);
            targets.keySet().removeIf(association -> gone.containsAll(association.columns()));
            return targets.values();
        });
    }

    /** Where an object is stored. */
    private record Row(EntityMapping<?> root, @Nullable Object key) {}

    private static void flush(Set<EntityTable<?>> tables, List<EntityEntry<?>> run, List<FlushAction> actions) {
        if (!run.isEmpty()) {
            for (TablePart part : run.get(0).mapping().table().parts().reversed()) {
                if (tables.contains(part.table()) && !part.table().isDeletedAlong()) {
                    actions.add(new DeleteRows(part.table(), run));
                }
            }
            run.clear();
        }
    }

    private static void clear(
            EntityEntry<?> entry,
            Set<EntityEntry<?>> circle,
            Map<Row, EntityEntry<?>> rows,
            Map<EntityEntry<?>, Set<Column<?>>> cleared) {
        referredTo(entry, rows).forEach((association, target) -> {
            List<Column<?>> columns = association.columns();
            if (circle.contains(target) && columns.stream().allMatch(Column::isNullable)) {
                cleared.computeIfAbsent(entry, e -> new LinkedHashSet<>()).addAll(columns);
            }
        });
    }

    /** The rows, of those given, that an object's row in the database refers to. */
    private static Map<ToOne<?, ?>, EntityEntry<?>> referredTo(EntityEntry<?> entry, Map<Row, EntityEntry<?>> rows) {
        Map<ToOne<?, ?>, EntityEntry<?>> targets = new LinkedHashMap<>();
        for (References.Reference reference : References.of(entry)) {
            ToOne<?, ?> association = reference.association();
            Object key = References.keyBefore(entry, association);
            EntityEntry<?> target = key == null
                    ? null
                    : rows.get(new Row(association.target().mapping().root(), key));
            if (target != null) {
                targets.put(association, target);
            }
        }
        return targets;
    }
}
