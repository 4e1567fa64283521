package org.alkahest.orm.unitofwork;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.function.Function;
import org.alkahest.engine.Connection;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.sql.TableRef;

/** Carries out a plan, batch by batch, each on the connection of its table. One thread at a time. */
public final class FlushRun {
    private final Function<TableRef, Connection> connections;
    private final IdentityMap identities;
    private final int epoch;
    private final Clock clock;
    private final IdentityHashMap<Connection, FlushExecutor> executors = new IdentityHashMap<>();

    /** @param connections the connection of a table, the same one each time */
    public FlushRun(Function<TableRef, Connection> connections, IdentityMap identities, int epoch, Clock clock) {
        this.connections = connections;
        this.identities = identities;
        this.epoch = epoch;
        this.clock = clock;
    }

    /**
     * Emits: the plan's statements. Errors with ALK-2203 if a row to update or delete is not there any more, or has another
     * version, ALK-2207 where a version is null.
     */
    public void execute(FlushPlan plan) {
        new NewKeys(connections, clock).assign(identities.pending());
        for (FlushAction action : plan.actions()) {
            executors
                    .computeIfAbsent(
                            connections.apply(action.written()),
                            connection -> new FlushExecutor(connection, identities, epoch, clock))
                    .execute(action);
        }
    }
}
