package org.alkahest.orm.state;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The persistent objects of a hierarchy by key. An entry keeps its key while it is here. One thread at a time. */
final class EntriesByKey extends EntryTable {

    @Override
    int hash(EntityEntry<?> entry) {
        return Objects.requireNonNull(entry.key()).hashCode();
    }

    @Nullable
    EntityEntry<?> find(Object key) {
        for (int slot = start(key.hashCode()); ; slot = next(slot)) {
            EntityEntry<?> entry = at(slot);
            if (entry == null || key.equals(entry.key())) {
                return entry;
            }
        }
    }
}
