package org.alkahest.orm;

import java.util.Collection;
import java.util.stream.Stream;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.jspecify.annotations.Nullable;

/** Makes objects stale whose rows a statement has changed behind the session's back. */
final class Expiry {
    private final IdentityMap identities;

    Expiry(IdentityMap identities) {
        this.identities = identities;
    }

    /** Objects of a table, and what is associated with them, are read again when they are met next. */
    void expire(String table) {
        expireObjects(table);
        expireAssociations(table);
    }

    /** Objects of a table are read again when they are met next. */
    void expireObjects(String table) {
        for (var mapping : identities.mappings()) {
            if (isPartOf(mapping.table(), table)) {
                Collection<EntityEntry<?>> entries = identities.persistent(mapping);
                entries.forEach(EntityEntry::expire);
            }
        }
        expireReadOnly(table);
    }

    /** Those that are read alone follow no statement: they are read again. */
    void expireReadOnly(String table) {
        identities.readOnly().stream()
                .filter(entry -> isPartOf(entry.mapping().table(), table))
                .forEach(entry -> entry.setEpoch(0));
    }

    /** Collections and inverse references that read a table are read again when they are touched next. */
    void expireAssociations(String table) {
        for (var mapping : identities.mappings()) {
            for (Association<?, ?> association : mapping.table().associations()) {
                if (association instanceof ToMany<?, ?> toMany && reads(toMany, table)) {
                    entries(mapping).forEach(entry -> expire(entry.collection(toMany.index())));
                }
                if (association instanceof ToOne<?, ?> toOne
                        && toOne.isInverse()
                        && (toOne.isViewOnly()
                                || toOne.target().family().stream().anyMatch(target -> isPartOf(target, table)))) {
                    entries(mapping).forEach(entry -> expire(entry, toOne));
                }
            }
        }
    }

    private Stream<EntityEntry<?>> entries(EntityMapping<?> mapping) {
        return Stream.concat(
                identities.persistent(mapping).stream(),
                identities.readOnly().stream().filter(entry -> entry.mapping().equals(mapping)));
    }

    private static boolean isPartOf(EntityTable<?> entity, String table) {
        return entity.parts().stream().anyMatch(part -> part.table().name().equals(table));
    }

    private static <E> void expire(EntityEntry<E> entry, ToOne<?, ?> inverse) {
        if (entry.mapping().association(entry.entity(), inverse.index()) instanceof Ref<?> reference) {
            reference.expireNone();
        }
    }

    private static boolean reads(ToMany<?, ?> association, String table) {
        JoinTable through = association.joinTable();
        return association.isViewOnly() // its condition may look at any table
                || association.target().family().stream().anyMatch(target -> isPartOf(target, table))
                || (through != null && through.table().name().equals(table));
    }

    private static void expire(@Nullable CollectionState<?> collection) {
        if (collection != null) {
            collection.expire();
        }
    }
}
