package org.alkahest.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
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
}
