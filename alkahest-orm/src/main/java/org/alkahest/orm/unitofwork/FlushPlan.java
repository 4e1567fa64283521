package org.alkahest.orm.unitofwork;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alkahest.engine.Connection;
import org.alkahest.sql.TableRef;

/** What a flush will do, in order: data that can be read, printed and tested. Immutable. */
public record FlushPlan(List<FlushAction> actions) {
    public FlushPlan {
        actions = List.copyOf(actions);
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /**
     * The same, saying which rows the connection of their table inserts one by one although there are several, and why. Sends
     * nothing.
     */
    public FlushPlan on(Function<TableRef, Connection> connections) {
        return new FlushPlan(actions.stream()
                .map(action -> action instanceof FlushAction.InsertRows rows
                        ? on(rows, connections.apply(rows.table()))
                        : action)
                .toList());
    }

    private static FlushAction on(FlushAction.InsertRows rows, Connection connection) {
        String how = RowInserter.reasonForSingleRows(connection, rows);
        return new FlushAction.InsertRows(rows.table(), rows.columns(), rows.generated(), rows.entries(), how);
    }

    /** One line per batch: what is done, on which table and columns, to which objects. */
    @Override
    public String toString() {
        return actions.stream().map(FlushAction::toString).collect(Collectors.joining("\n"));
    }
}
