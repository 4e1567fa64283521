package org.alkahest.orm.unitofwork;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.jspecify.annotations.Nullable;

/** The inverse side of a one-to-one whose other side is deleted: it refers to nothing afterwards. */
record Deserted<E>(EntityEntry<E> entry, ToOne<E, ?> inverse) {
    /** The objects of the session that hold a deleted one. */
    static <E> List<Deserted<?>> of(EntityEntry<E> deleted, IdentityMap identities) {
        List<Deserted<?>> sides = new ArrayList<>();
        for (Association<E, ?> association : deleted.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && !toOne.isInverse()) {
                find(deleted, toOne, identities, sides);
            }
        }
        return sides;
    }

    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    private static <E, T> void find(
            EntityEntry<E> deleted, ToOne<E, T> association, IdentityMap identities, List<Deserted<?>> sides) {
        Object key = References.keyBefore(deleted, association);
        EntityEntry<T> before =
                key == null ? null : identities.find(association.target().mapping(), key);
        EntityEntry<T> after = Relationships.targetEntry(deleted, association, identities);
        find(deleted, association, before, sides);
        if (after != before) {
            find(deleted, association, after, sides);
        }
    }

    @SuppressWarnings("ReferenceEquality") // objects of one session are compared by identity
    private static <T> void find(
            EntityEntry<?> deleted, ToOne<?, T> association, @Nullable EntityEntry<T> holder, List<Deserted<?>> sides) {
        if (holder == null) {
            return;
        }
        for (Association<T, ?> mapped : Relationships.mappedBy(association)) {
            if (mapped instanceof ToOne<T, ?> inverse && References.loadedTarget(holder, inverse) == deleted.entity()) {
                sides.add(new Deserted<>(holder, inverse));
            }
        }
    }

    /** After the row is gone. */
    void leave() {
        Relationships.setTarget(entry.entity(), inverse, null);
        entry.setTargetBefore(inverse.index(), Relationships.content(entry.entity(), inverse));
    }
}
