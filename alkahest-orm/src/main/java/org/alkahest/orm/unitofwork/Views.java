package org.alkahest.orm.unitofwork;

import java.util.List;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;

/** Relationships that are read alone: no flush writes them, and what they show may be another after each. */
public final class Views {
    private final IdentityMap identities;
    private final Attacher attacher;

    public Views(IdentityMap identities, Attacher attacher) {
        this.identities = identities;
        this.attacher = attacher;
    }

    /** All of them are read again when they are touched; a plain field is, when its object is. */
    public void expire() {
        for (EntityMapping<?> mapping : List.copyOf(identities.mappings())) {
            if (mapping.table().associations().stream().anyMatch(Association::isViewOnly)) {
                List.copyOf(identities.persistent(mapping)).forEach(this::expire);
            }
        }
    }

    private <E> void expire(EntityEntry<E> entry) {
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association.isViewOnly()) {
                switch (association) {
                    case ToMany<E, ?> toMany -> {
                        CollectionState<?> state = entry.collection(toMany.index());
                        if (state != null) {
                            state.expire();
                        }
                    }
                    case ToOne<E, ?> toOne -> attacher.forgetTarget(entry, toOne);
                }
            }
        }
    }

    /** A collection that was changed through the user's own reference to it. */
    static void requireUnchanged(CollectionState<?> state) {
        if (state.isChanged()) {
            throw changed(state.owner(), state.association());
        }
    }

    /** A reference that the user assigned. */
    static <E> void requireUnchanged(EntityEntry<E> entry, ToOne<E, ?> association) {
        Object content = Relationships.content(entry.entity(), association);
        boolean unset = entry.snapshot() == null && Relationships.isNone(content);
        if (!unset && entry.isReassigned(association)) {
            throw changed(entry, association);
        }
    }

    static MappingException changed(EntityEntry<?> entry, Association<?, ?> association) {
        return new MappingException(
                "ALK-2063",
                "Cannot save " + entry + ": its '" + association.name()
                        + "' was changed, and is read alone. Change what it shows, or the association that writes it.");
    }
}
