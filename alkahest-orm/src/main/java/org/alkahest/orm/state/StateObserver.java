package org.alkahest.orm.state;

/** Is told of each change of an object's state, in the middle of the work that makes it: it may only remember it. */
@FunctionalInterface
public interface StateObserver {
    void changed(EntityEntry<?> entry, State from, State to);
}
