package org.alkahest.orm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.CollectionWrapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TablesUsed;

/**
 * Decides whether a statement could miss unflushed changes: whether an object that was added, deleted or changed may write
 * a table that the statement reads. Only objects of such mappings are compared.
 */
final class Autoflusher {
    private final IdentityMap identities;
    private final DeclaredTables declared;
    private final Map<EntityMapping<?>, Set<String>> writeSets = new HashMap<>();

    Autoflusher(IdentityMap identities, DeclaredTables declared) {
        this.identities = identities;
        this.declared = declared;
    }

    boolean isNeeded(Statement statement) {
        if (identities.size() == 0) {
            return false;
        }
        Touched touched = Touched.by(statement, declared);
        for (EntityEntry<?> entry : identities.pending()) {
            if (meets(entry.mapping(), touched)) {
                return true;
            }
        }
        ColumnSet differing = new ColumnSet();
        for (EntityMapping<?> mapping : identities.mappings()) {
            if (meets(mapping, touched)) {
                for (EntityEntry<?> entry : identities.persistent(mapping)) {
                    if (entry.isMarkedDeleted() || isChanged(entry, identities, differing)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static boolean isChanged(EntityEntry<?> entry, IdentityMap identities) {
        return isChanged(entry, identities, new ColumnSet());
    }

    /** @param differing used for the columns, so that nothing is allocated for an object that is clean */
    private static <E> boolean isChanged(EntityEntry<E> entry, IdentityMap identities, ColumnSet differing) {
        if (entry.isReadOnly()) {
            return false;
        }
        Object snapshot = entry.snapshot();
        if (snapshot == null || identities.flagged().has(entry)) {
            return true;
        }
        differing.clear();
        entry.mapping().diff(entry.entity(), snapshot, differing);
        if (!differing.isEmpty()) {
            return true;
        }
        List<Association<E, ?>> associations = entry.mapping().table().associations();
        for (int i = 0; i < associations.size(); i++) {
            Association<E, ?> association = associations.get(i);
            boolean differs = switch (association) {
                case ToOne<E, ?> toOne -> toOne.isInverse() && entry.isReassigned(toOne);
                case ToMany<E, ?> toMany -> {
                    CollectionState<?> state = entry.collection(toMany.index());
                    yield state != null
                            && (CollectionWrapping.isReplaced(entry, toMany)
                                    || (state.isLoaded() && state.isChanged()));
                }
            };
            if (differs) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(EntityMapping<?> mapping, Touched touched) {
        return writeSets.computeIfAbsent(mapping, m -> declared.writtenWith(writeSet(m))).stream()
                .anyMatch(touched::mayHave);
    }

    /** The tables that a flush may write because of an object: its own, and what its associations reach. */
    private static Set<String> writeSet(EntityMapping<?> mapping) {
        Set<String> names = new LinkedHashSet<>();
        Set<EntityTable<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>()); // classes may share a table
        ArrayDeque<EntityTable<?>> queue = new ArrayDeque<>();
        queue.add(mapping.table());
        while (!queue.isEmpty()) {
            EntityTable<?> table = queue.poll();
            if (!seen.add(table)) {
                continue;
            }
            addAll(names, table);
            for (Association<?, ?> association : table.associations()) {
                if (association instanceof ToMany<?, ?> toMany && !toMany.isViewOnly()) {
                    JoinTable through = toMany.joinTable();
                    if (through == null) {
                        addAll(names, toMany.target());
                    } else {
                        names.add(through.table().name());
                    }
                }
                if (association instanceof ToOne<?, ?> toOne && toOne.back() != null) {
                    addAll(names, toOne.target());
                }
                if (!association.cascades().isEmpty()) {
                    queue.addAll(association.target().family());
                }
            }
        }
        return names;
    }

    private static void addAll(Set<String> names, EntityTable<?> table) {
        table.parts().forEach(part -> names.add(part.table().name()));
    }

    /** The names of tables that a statement reads or writes; text may touch any. */
    private record Touched(Set<String> names, boolean any) {
        static Touched by(Statement statement, DeclaredTables declared) {
            TablesUsed used = TablesUsed.of(statement);
            Set<String> names = new HashSet<>();
            used.read().forEach(table -> names.add(table.name()));
            used.written().forEach(table -> names.add(table.name()));
            return new Touched(declared.readBy(names), used.hasText());
        }

        boolean mayHave(String table) {
            return any || names.contains(table);
        }
    }
}
