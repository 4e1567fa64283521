package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.Siblings;
import org.jspecify.annotations.Nullable;

/** Finds what to load together with an object. */
final class SiblingSearch {
    private SiblingSearch() {}

    /** The objects that were loaded with it; for a stale or newly added one, the session's others of its mapping. */
    static Collection<EntityEntry<?>> of(EntityEntry<?> entry, Loading session) {
        Siblings loadedWith = entry.siblings();
        boolean fresh = entry.isReadOnly() || entry.epoch() == session.epoch();
        return loadedWith != null && fresh
                ? List.copyOf(loadedWith.members())
                : nearby(entry.mapping(), entry, session);
    }

    /** Up to a batch of the session's objects of a mapping, beginning with an object and going on in order. */
    static Collection<EntityEntry<?>> nearby(
            EntityMapping<?> mapping, @Nullable EntityEntry<?> first, Loading session) {
        List<EntityEntry<?>> all = new ArrayList<>(session.identities().persistent(mapping));
        int from = first == null ? 0 : Math.max(0, all.indexOf(first));
        List<EntityEntry<?>> near = new ArrayList<>();
        for (int i = 0; i < all.size() && near.size() < session.batchSize(); i++) {
            near.add(all.get((from + i) % all.size()));
        }
        return near;
    }
}
