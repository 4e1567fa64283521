package org.alkahest.orm.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Objects of one mapping that one result loaded, up to a bound: touching an unloaded association of one loads it for all.
 * Cut when an object is expunged and when the session closes.
 */
public final class Siblings {
    /** A list: each loaded object is in one, and a set would cost it 48 bytes. Few leave, and most from the front. */
    private final List<EntityEntry<?>> members = new ArrayList<>();

    private final int bound;

    public Siblings(int bound) {
        this.bound = bound;
    }

    public boolean isFull() {
        return members.size() >= bound;
    }

    /** Adds an object, which leaves the group that it was in. */
    public void add(EntityEntry<?> entry) {
        Siblings former = entry.siblings();
        if (former != null) {
            former.members.remove(entry);
        }
        members.add(entry);
        entry.setSiblings(this);
    }

    /** Takes an object out, so that it is not kept alive by the others. */
    public void remove(EntityEntry<?> entry) {
        members.remove(entry);
        entry.setSiblings(null);
    }

    /** The objects in the order of their rows. */
    public Collection<EntityEntry<?>> members() {
        return Collections.unmodifiableCollection(members);
    }
}
