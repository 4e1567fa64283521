package org.alkahest.orm.unitofwork;

import java.util.List;
import java.util.stream.Collectors;

/** What a flush will do, in order: data that can be read, printed and tested. Immutable. */
public record FlushPlan(List<FlushAction> actions) {
    public FlushPlan {
        actions = List.copyOf(actions);
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /** One line per batch: what is done, on which table and columns, to which objects. */
    @Override
    public String toString() {
        return actions.stream().map(FlushAction::toString).collect(Collectors.joining("\n"));
    }
}
