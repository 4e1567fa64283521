package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.WriteOnly;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.TrackedCollection;
import org.jspecify.annotations.Nullable;

/** What a cascade reaches in a session from one object, through what is loaded. */
public final class Reach {
    private Reach() {}

    /** The object itself, then what it reaches, each once. Loads nothing; iterative, for long chains. */
    public static Set<EntityEntry<?>> of(EntityEntry<?> root, Cascade cascade, IdentityMap identities) {
        Set<EntityEntry<?>> reached = new LinkedHashSet<>();
        ArrayDeque<EntityEntry<?>> queue = new ArrayDeque<>();
        reached.add(root);
        queue.add(root);
        for (EntityEntry<?> entry = queue.poll(); entry != null; entry = queue.poll()) {
            addTargets(entry, cascade, identities, reached, queue);
        }
        return reached;
    }

    private static <E> void addTargets(
            EntityEntry<E> entry,
            Cascade cascade,
            IdentityMap identities,
            Set<EntityEntry<?>> reached,
            ArrayDeque<EntityEntry<?>> queue) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association.cascades(cascade)) {
                for (@Nullable Object target : Attacher.targets(entry, association)) {
                    EntityEntry<?> known = target == null ? null : identities.find(target);
                    if (known != null && known.isAttached() && reached.add(known)) {
                        queue.add(known);
                    }
                }
            }
        }
    }

    /** The loaded objects in the field of an association: a Ref, an object, a collection or a map. */
    public static Collection<?> loadedIn(@Nullable Object content) {
        return switch (content) {
            case null -> List.of();
            case Ref<?> reference -> {
                Object target = reference.targetOrNull();
                yield target == null ? List.of() : List.of(target);
            }
            case TrackedCollection<?> tracked -> tracked.state().rawContent();
            case WriteOnly<?> writeOnly -> writeOnly.pending();
            case Collection<?> collection -> collection;
            case Map<?, ?> map -> map.values();
            default -> List.of(content);
        };
    }
}
