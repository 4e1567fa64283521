package org.alkahest.orm;

import java.util.function.Supplier;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.unitofwork.ChangeCollector;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.orm.unitofwork.FlushPlanner;
import org.alkahest.orm.unitofwork.FlushRun;
import org.alkahest.type.AlkahestArgumentException;

/** The flushes of a session: from its changes to a plan, and from the plan to rows. One thread at a time. */
final class SessionFlush {
    private final Session session;
    private final SessionContext context;
    private final SessionOptions options;
    private final SessionEvents events;
    private final FlushValidation validation;
    private boolean flushing;
    private boolean toldAfter;

    SessionFlush(Session session, SessionContext context, SessionOptions options) {
        this.session = session;
        this.context = context;
        this.options = options;
        this.events = context.events();
        this.validation = FlushValidation.of(options.validation(), context.identities());
    }

    boolean isRunning() {
        return flushing;
    }

    /** The marks of what a delete cascades to are for the flush to set: an object that is added back has no such children. */
    FlushPlan plan() {
        FlushPlan plan = running(() -> {
            ChangeCollector collector = collector();
            try {
                return FlushPlanner.plan(events.holding(collector::collect)).on(context::connection);
            } finally {
                collector.unmark();
            }
        });
        events.deliver();
        return plan;
    }

    void flush() {
        toldAfter = false;
        running(() -> {
            FlushPreparation preparation = new FlushPreparation(session, events);
            FlushPreparation.Settled settled = preparation.settle(this::collector);
            FlushPlan plan = planned(settled);
            settled.collector().forget();
            settled.collector().touched().forEach(context.current()::remember);
            if (plan.isEmpty()) {
                settled.collector().finish();
            } else {
                execute(plan, settled, preparation);
            }
            return plan;
        });
        events.deliver();
    }

    /** A listener or a violated constraint that stops the flush here leaves no marks of what deletes would have cascaded to. */
    private FlushPlan planned(FlushPreparation.Settled settled) {
        try {
            validation.validate(settled.changes());
            FlushPlan plan = FlushPlanner.plan(settled.changes());
            if (!plan.isEmpty()) {
                events.tell(listener -> listener.flushPlanned(session, plan));
            }
            return plan;
        } catch (RuntimeException | Error e) {
            settled.collector().unmark();
            throw e;
        }
    }

    private ChangeCollector collector() {
        return new ChangeCollector(context.identities(), context.attacher());
    }

    /** What collecting changes loads must not flush: changes are only half known then. */
    private FlushPlan running(Supplier<FlushPlan> work) {
        context.requireUsable();
        refuse("flush");
        flushing = true;
        try {
            return work.get();
        } finally {
            flushing = false;
        }
    }

    void refuse(String verb) {
        if (flushing) {
            throw new AlkahestArgumentException(
                    "ALK-2113",
                    "Cannot " + verb + ": the session is flushing already. Do not " + verb
                            + " from within a flush; throw an exception there to stop it.");
        }
    }

    /** From the first statement on an exception, a listener's too, fails the flush. */
    private void execute(FlushPlan plan, FlushPreparation.Settled settled, FlushPreparation preparation) {
        try {
            new FlushRun(context::connection, context.identities(), context.epoch(), options.clock()).execute(plan);
            settled.collector().finish();
            toldAfter = preparation.written(settled.changes());
            events.tell(listener -> listener.afterFlush(session, plan));
            events.deliver();
        } catch (RuntimeException | Error e) {
            context.fail(e);
        }
    }

    /** Whether a flush would write anything: listeners that are told of one may have made further changes. */
    boolean hasFurtherChanges() {
        IdentityMap identities = context.identities();
        return toldAfter
                && (!identities.pending().isEmpty()
                        || identities
                                .persistent()
                                .anyMatch(e -> e.isMarkedDeleted() || Autoflusher.isChanged(e, identities)));
    }
}
