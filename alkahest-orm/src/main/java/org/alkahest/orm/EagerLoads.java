package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;

/** Loads the associations that a query asked for; an association may start from what an earlier one loaded. */
final class EagerLoads {
    private final SessionContext session;
    /** Of all classes of a hierarchy together, by its root. */
    private final Map<EntityMapping<?>, Collection<Object>> loaded = new LinkedHashMap<>();

    EagerLoads(SessionContext session) {
        this.session = session;
    }

    /** Associations that lead on, and Lazy attributes of what they lead to. Immutable. */
    record Wanted(List<Association<?, ?>> associations, List<Column<?>> columns) {
        static final Wanted NOTHING = new Wanted(List.of(), List.of());

        Wanted {
            associations = List.copyOf(associations);
            columns = List.copyOf(columns);
        }

        Wanted and(List<Association<?, ?>> moreAssociations, List<Column<?>> moreColumns) {
            List<Association<?, ?>> allAssociations = new ArrayList<>(associations);
            allAssociations.addAll(moreAssociations);
            List<Column<?>> allColumns = new ArrayList<>(columns);
            allColumns.addAll(moreColumns);
            return new Wanted(allAssociations, allColumns);
        }
    }

    void load(List<?> rows, EntityTable<?> table, Wanted wanted) {
        load(rows, table, wanted.associations());
        for (Column<?> column : rows.isEmpty() ? List.<Column<?>>of() : wanted.columns()) {
            EntityMapping<?> owner = owner(column).mapping();
            Collection<Object> owners = loaded.get(owner.root());
            if (owners == null) {
                throw nobodyHas(column.name(), owner.table().name());
            }
            owners.stream().filter(owner.entityClass()::isInstance).forEach(object -> touch(object, column));
        }
    }

    private <E> void touch(E owner, Column<?> column) {
        EntityEntry<E> entry = session.identities().find(owner);
        if (entry != null) {
            Lazy.contentOf(entry.mapping().value(owner, EntityTable.position(column)));
        }
    }

    /** Errors with ALK-2052 for a column that is loaded in any case. */
    static void requireLazy(Column<?> column) {
        if (!(column.owner() instanceof EntityTable<?> table)
                || table.lazyColumn(EntityTable.position(column)) == null) {
            throw new MappingException(
                    "ALK-2052",
                    "Cannot load '" + column.name() + "' of " + column.owner().name()
                            + " along with a query: it is no Lazy attribute, and is loaded with its object anyway."
                            + " Take it out of load(...).");
        }
    }

    private static EntityTable<?> owner(Column<?> column) {
        requireLazy(column);
        return (EntityTable<?>) column.owner();
    }

    private static MappingException nobodyHas(String attribute, String table) {
        return new MappingException(
                "ALK-2304",
                "Cannot load '" + attribute + "': the query has no objects of " + table
                        + ". Load the association that leads there first.");
    }

    void load(List<?> rows, EntityTable<?> table, List<Association<?, ?>> associations) {
        if (rows.isEmpty()) {
            return;
        }
        loaded.put(table.mapping().root(), new ArrayList<>(rows));
        for (Association<?, ?> association : associations) {
            Collection<Object> owners = loaded.get(association.owner().mapping().root());
            Class<?> ownerClass = association.owner().mapping().entityClass();
            if (owners == null) {
                throw nobodyHas(association.describePath(), association.owner().name());
            }
            Collection<Object> targets = new ArrayList<>();
            for (Object owner : owners) {
                if (ownerClass.isInstance(owner)) {
                    targets.addAll(touch(owner, association));
                }
            }
            loaded.merge(association.target().mapping().root(), targets, (some, more) -> {
                some.addAll(more);
                return some;
            });
        }
    }

    /** Touching one association loads it for its siblings, so the others need no query. */
    private <E> Collection<?> touch(E owner, Association<?, ?> association) {
        EntityEntry<E> entry = session.identities().find(owner);
        if (entry == null) {
            return List.of();
        }
        return switch (association) {
            case ToMany<?, ?> toMany -> {
                CollectionState<?> state = entry.collection(toMany.index());
                if (state != null && (!state.isFresh() || toMany.isWriteOnly())) {
                    session.binder().load(state);
                }
                yield state == null ? List.of() : List.copyOf(state.rawContent());
            }
            case ToOne<?, ?> toOne -> {
                Object content = entry.mapping().association(owner, toOne.index());
                if (content instanceof Ref<?> reference) {
                    yield reference.find().map(List::of).orElse(List.of());
                }
                yield content == null ? List.of() : List.of(content);
            }
        };
    }
}
