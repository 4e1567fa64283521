package org.alkahest.orm.state;

import org.jspecify.annotations.Nullable;

/** All objects that a session knows, by identity, whatever their equals says. One thread at a time. */
final class EntriesByObject extends EntryTable {

    @Override
    int hash(EntityEntry<?> entry) {
        return System.identityHashCode(entry.entity());
    }

    @SuppressWarnings("ReferenceEquality") // by identity
    @Nullable
    EntityEntry<?> find(Object entity) {
        for (int slot = start(System.identityHashCode(entity)); ; slot = next(slot)) {
            EntityEntry<?> entry = at(slot);
            if (entry == null || entry.entity() == entity) {
                return entry;
            }
        }
    }
}
