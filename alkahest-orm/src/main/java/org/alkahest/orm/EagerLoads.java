package org.alkahest.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;

/** Loads the associations that a query asked for; an association may start from what an earlier one loaded. */
final class EagerLoads {
    private final SessionContext session;
    /** Of all classes of a hierarchy together, by its root. */
    private final Map<EntityMapping<?>, Collection<Object>> loaded = new LinkedHashMap<>();

    EagerLoads(SessionContext session) {
        this.session = session;
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
                throw new MappingException(
                        "ALK-2304",
                        "Cannot load '" + association.describePath() + "': the query has no objects of "
                                + association.owner().name() + ". Load the association that leads there first.");
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
