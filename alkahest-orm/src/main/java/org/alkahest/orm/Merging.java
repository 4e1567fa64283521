package org.alkahest.orm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.ConstructedMapping;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.ImmutableMapping;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.Reach;
import org.alkahest.schema.Column;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * One merge: finds the graph of given objects that MERGE reaches, the session's object for each, and copies. Nothing is
 * changed before all that can be wrong was looked at. Iterative.
 */
final class Merging {
    private final SessionContext context;
    private final MergeCopies copies = new MergeCopies();
    private final Map<EntityMapping<?>, Map<Object, Object>> made = new HashMap<>();

    Merging(SessionContext context) {
        this.context = context;
    }

    <E> E merge(E source, List<Association<?, ?>> loads) {
        context.requireUsable();
        EntityTable<E> table = Mappings.tableOf(source);
        context.beforeQuery(Sql.select(table));
        E target = context.withoutAutoflush(() -> {
            List<Object> graph = graph(source);
            load(graph);
            graph.forEach(this::pair);
            copies.copyFields();
            copies.copyCollections();
            copies.made().forEach(context::add);
            return copies.targetOf(source);
        });
        new EagerLoads(context).load(List.of(target), table, loads);
        return target;
    }

    <E> E mergeClean(E source) {
        context.requireUsable();
        EntityTable<E> table = Mappings.tableOf(source);
        if (table.mapping().key(source) == null) {
            throw new MappingException(
                    "ALK-2120",
                    "Cannot merge a new " + source.getClass().getSimpleName()
                            + " as clean: it has no key, so it has no row. Use merge or add.");
        }
        return context.withoutAutoflush(() -> {
            graph(source).forEach(this::pairUnread);
            copies.fillNew();
            E target = copies.targetOf(source);
            context.adopt(target, false);
            return target;
        });
    }

    /** The given object and what it reaches outside the session, without loading anything. */
    private List<Object> graph(Object root) {
        List<Object> found = new ArrayList<>();
        IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
        ArrayDeque<Object> queue = new ArrayDeque<>();
        queue.add(root);
        seen.put(root, true);
        for (Object next = queue.poll(); next != null; next = queue.poll()) {
            found.add(next);
            if (context.identities().find(next) == null) {
                enqueue(next, seen, queue);
            }
        }
        return found;
    }

    private static <E> void enqueue(E source, Map<Object, Boolean> seen, ArrayDeque<Object> queue) {
        EntityTable<E> table = Mappings.tableOf(source);
        for (Association<E, ?> association : table.associations()) {
            if (association.cascades(Cascade.MERGE)) {
                Object content = table.mapping().association(source, association.index());
                for (@Nullable Object target : Reach.loadedIn(content)) {
                    if (target != null && seen.put(target, true) == null) {
                        queue.add(target);
                    }
                }
            }
        }
    }

    /** Brings the rows of all keys into the session: one SELECT for each entity and batch, if any. */
    private void load(List<Object> graph) {
        Map<EntityTable<?>, Set<Object>> keys = new LinkedHashMap<>();
        for (Object source : graph) {
            EntityTable<?> table = Mappings.tableOf(source);
            Object key = context.identities().find(source) == null ? Mappings.keyOf(source) : null;
            if (key != null) {
                keys.computeIfAbsent(table, t -> new HashSet<>()).add(key);
            }
        }
        keys.forEach((table, all) -> context.loader().findAll(table, all, "was loaded by merge"));
    }

    private <E> void pair(E source) {
        EntityMapping<E> mapping = Mappings.tableOf(source).mapping();
        EntityEntry<E> own = context.identities().find(source);
        if (own != null) {
            requireNotDeleted(own);
            copies.put(mapping, source, source, false);
            return;
        }
        Object key = mapping.key(source);
        EntityEntry<E> known = key == null ? null : context.identities().find(mapping, key);
        if (known == null || known.epoch() != context.epoch()) {
            requireNoRow(mapping, source, key, known);
            copies.put(mapping, source, make(mapping, source, key), true);
            return;
        }
        requireNotDeleted(known);
        requireVersion(mapping, source, known);
        requireEqual(mapping, source, known);
        copies.put(mapping, source, known.entity(), false);
    }

    /** Two given objects of one key that is not there yet are copied into one; what cannot be copied is taken itself. */
    private <E> E make(EntityMapping<E> mapping, E source, @Nullable Object key) {
        if (mapping instanceof ConstructedMapping<E>) {
            Object first = made.computeIfAbsent(mapping, m -> new HashMap<>())
                    .computeIfAbsent(key == null ? source : key, k -> source);
            return mapping.entityClass().cast(first);
        }
        if (key == null) {
            return mapping.newInstance();
        }
        Object target = made.computeIfAbsent(mapping, m -> new HashMap<>())
                .computeIfAbsent(key, k -> Objects.requireNonNull(mapping.newInstance()));
        return mapping.entityClass().cast(target);
    }

    private <E> void pairUnread(E source) {
        EntityMapping<E> mapping = Mappings.tableOf(source).mapping();
        EntityEntry<E> own = context.identities().find(source);
        Object key = mapping.key(source);
        EntityEntry<E> known = key == null ? null : context.identities().find(mapping, key);
        E target = own != null ? source : known != null ? known.entity() : make(mapping, source, key);
        copies.put(mapping, source, target, own == null && known == null);
    }

    /** What cannot be copied into an object that never changes has to be what it has. */
    private static <E> void requireEqual(EntityMapping<E> mapping, E source, EntityEntry<E> known) {
        if (mapping instanceof ImmutableMapping<E>) {
            ColumnSet differing = new ColumnSet();
            mapping.diff(source, mapping.snapshot(known.entity()), differing);
            if (!differing.isEmpty()) {
                Column<?> column = mapping.table()
                        .mappedColumns()
                        .get(differing.positions().iterator().next());
                throw new MappingException(
                        "ALK-2094",
                        "Cannot merge " + known + ": its '" + column.name()
                                + "' differs from the row's, and objects of the class never change. Give one that is as"
                                + " the row is, or delete the session's and add another.");
            }
        }
    }

    private static void requireNotDeleted(EntityEntry<?> known) {
        if (known.state() == State.DELETED || known.isMarkedDeleted()) {
            throw new MappingException(
                    "ALK-2122",
                    "Cannot merge " + known + ": the session has deleted it. Add it again first, or roll back.");
        }
    }

    private static <E> void requireNoRow(
            EntityMapping<E> mapping, E source, @Nullable Object key, @Nullable EntityEntry<E> known) {
        if (known != null || mapping.table().looksStored(source)) {
            throw new MappingException(
                    "ALK-2122",
                    "Cannot merge " + source.getClass().getSimpleName() + "#" + key
                            + ": it is detached, and its row is not there any more. Leave its generated key or version"
                            + " unset to insert a new row.");
        }
    }

    /** What was changed outside was an earlier state, if the row has another version now. */
    private static <E> void requireVersion(EntityMapping<E> mapping, E source, EntityEntry<E> known) {
        Versioning versioning = mapping.table().versioning();
        if (versioning == null) {
            return;
        }
        int column = EntityTable.position(versioning.column());
        Object given = mapping.value(source, column);
        Object snapshot = known.snapshot();
        Object present = snapshot == null ? null : mapping.snapshotValue(snapshot, column);
        if (given != null && !Keys.isUnset(given) && !Objects.equals(given, present)) {
            throw CheckedVersion.staleVersion("merge", known, versioning, given, present);
        }
    }
}
