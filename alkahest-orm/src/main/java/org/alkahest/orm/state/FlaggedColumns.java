package org.alkahest.orm.state;

import java.util.IdentityHashMap;
import java.util.Map;
import org.alkahest.orm.mapping.ColumnSet;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that the user declared modified, which no diff finds. Apart from the entries, since hardly any object has
 * one. One thread at a time, as the session.
 */
public final class FlaggedColumns {
    private @Nullable Map<EntityEntry<?>, ColumnSet> byEntry;

    FlaggedColumns() {}

    /** Declares the attribute at a 0-based position modified. */
    public void add(EntityEntry<?> entry, int position) {
        Map<EntityEntry<?>, ColumnSet> known = byEntry == null ? new IdentityHashMap<>() : byEntry;
        byEntry = known;
        known.computeIfAbsent(entry, each -> new ColumnSet()).add(position);
    }

    /** Adds an object's flagged attributes to those in which it differs. */
    public void addTo(EntityEntry<?> entry, ColumnSet changed) {
        ColumnSet flagged = byEntry == null ? null : byEntry.get(entry);
        if (flagged != null) {
            flagged.positions().forEach(changed::add);
        }
    }

    /** Whether an object has any. */
    public boolean has(EntityEntry<?> entry) {
        return byEntry != null && byEntry.containsKey(entry);
    }

    /** Forgets those of an object: they were written, or shall not be. */
    public void forget(EntityEntry<?> entry) {
        if (byEntry != null) {
            byEntry.remove(entry);
        }
    }

    /** Forgets one of an object. */
    public void forget(EntityEntry<?> entry, int position) {
        ColumnSet flagged = byEntry == null ? null : byEntry.get(entry);
        if (flagged != null) {
            flagged.remove(position);
            if (flagged.isEmpty()) {
                forget(entry);
            }
        }
    }

    /** Forgets all. */
    public void clear() {
        byEntry = null;
    }
}
