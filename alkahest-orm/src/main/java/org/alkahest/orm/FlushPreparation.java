package org.alkahest.orm;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.alkahest.orm.mapping.LifecycleEvent;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.ChangeCollector;
import org.alkahest.orm.unitofwork.Changes;
import org.alkahest.type.AlkahestArgumentException;

/**
 * The beginning of one flush. Who listens may change what is flushed, so that changes are collected again until there is
 * nobody left to be told of anything. One use.
 */
final class FlushPreparation {
    /** A listener that makes changes in each of so many rounds makes them for ever. */
    static final int ROUNDS = 100;

    private final Session session;
    private final SessionEvents events;
    private final Set<EntityEntry<?>> known = new LinkedHashSet<>();
    private final Set<EntityEntry<?>> inserts = new LinkedHashSet<>();
    private final Set<EntityEntry<?>> updates = new LinkedHashSet<>();
    private final Set<EntityEntry<?>> deletes = new LinkedHashSet<>();
    private boolean begun;
    private boolean calledAfter;

    FlushPreparation(Session session, SessionEvents events) {
        this.session = session;
        this.events = events;
    }

    /**
     * The changes that are to be flushed, and the collector that found them. Errors with ALK-2115 if they do not come to an
     * end.
     */
    Settled settle(Supplier<ChangeCollector> collectors) {
        for (int round = 0; round < ROUNDS; round++) {
            ChangeCollector collector = collectors.get();
            boolean again = true;
            try {
                Changes changes = events.holding(collector::collect);
                boolean delivered = events.deliver();
                again = announce(changes) || delivered;
                if (!again) {
                    return new Settled(collector, changes);
                }
            } finally {
                if (again) {
                    collector.unmark();
                }
            }
        }
        throw endless("flush");
    }

    static AlkahestArgumentException endless(String verb) {
        return new AlkahestArgumentException(
                "ALK-2115",
                "Cannot " + verb + ": listeners have made further changes " + ROUNDS
                        + " times, and go on. Let each make a change once, and look whether it is made already.");
    }

    /** What is to be flushed. */
    record Settled(ChangeCollector collector, Changes changes) {}

    /** Tells of changes that are not known yet; whether anybody was told, so that they have to be collected again. */
    private boolean announce(Changes changes) {
        if (events.hasListeners()) {
            boolean grown = known.addAll(changes.inserts());
            for (Changes.Update update : changes.updates()) {
                grown |= known.add(update.entry());
            }
            grown |= known.addAll(changes.deletes());
            if (grown || !begun) {
                begun = true;
                events.tell(listener -> listener.beforeFlush(session));
                return true;
            }
        }
        boolean told = false;
        for (EntityEntry<?> entry : changes.inserts()) {
            if (concerns(LifecycleEvent.PRE_PERSIST, entry) && entry.state() == State.PENDING && inserts.add(entry)) {
                told |= beforeInsert(entry);
            }
        }
        for (Changes.Update update : changes.updates()) {
            EntityEntry<?> entry = update.entry();
            if (concerns(LifecycleEvent.PRE_UPDATE, entry)
                    && entry.isAttached()
                    && !entry.isMarkedDeleted()
                    && updates.add(entry)) {
                told |= beforeUpdate(entry);
            }
        }
        for (EntityEntry<?> entry : changes.deletes()) {
            if (concerns(LifecycleEvent.PRE_REMOVE, entry) && entry.isMarkedDeleted() && deletes.add(entry)) {
                told |= beforeDelete(entry);
            }
        }
        return told;
    }

    /** Tells what was written; whether anybody was told, who may have made further changes. */
    boolean written(Changes changes) {
        for (EntityEntry<?> entry : changes.inserts()) {
            if (concerns(LifecycleEvent.POST_PERSIST, entry)) {
                afterInsert(entry);
            }
        }
        for (Changes.Update update : changes.updates()) {
            if (concerns(LifecycleEvent.POST_UPDATE, update.entry())) {
                afterUpdate(update.entry());
            }
        }
        for (EntityEntry<?> entry : changes.deletes()) {
            if (concerns(LifecycleEvent.POST_REMOVE, entry)) {
                afterDelete(entry);
            }
        }
        return calledAfter || events.hasListeners();
    }

    /** Whether anybody is to be told: a flush of many objects that concern nobody remembers none of them. */
    private boolean concerns(LifecycleEvent event, EntityEntry<?> entry) {
        return events.hasListeners() || entry.mapping().lifecycle().contains(event);
    }

    private <E> boolean beforeInsert(EntityEntry<E> entry) {
        events.tell(listener -> listener.beforeInsert(session, entry.entity()));
        return call(LifecycleEvent.PRE_PERSIST, entry) || events.hasListeners();
    }

    private <E> boolean beforeUpdate(EntityEntry<E> entry) {
        events.tell(listener -> listener.beforeUpdate(session, entry.entity()));
        return call(LifecycleEvent.PRE_UPDATE, entry) || events.hasListeners();
    }

    private <E> boolean beforeDelete(EntityEntry<E> entry) {
        events.tell(listener -> listener.beforeDelete(session, entry.entity()));
        return call(LifecycleEvent.PRE_REMOVE, entry) || events.hasListeners();
    }

    private <E> void afterInsert(EntityEntry<E> entry) {
        events.tell(listener -> listener.afterInsert(session, entry.entity()));
        calledAfter |= call(LifecycleEvent.POST_PERSIST, entry);
    }

    private <E> void afterUpdate(EntityEntry<E> entry) {
        events.tell(listener -> listener.afterUpdate(session, entry.entity()));
        calledAfter |= call(LifecycleEvent.POST_UPDATE, entry);
    }

    private <E> void afterDelete(EntityEntry<E> entry) {
        events.tell(listener -> listener.afterDelete(session, entry.entity()));
        calledAfter |= call(LifecycleEvent.POST_REMOVE, entry);
    }

    private static <E> boolean call(LifecycleEvent event, EntityEntry<E> entry) {
        boolean listens = entry.mapping().lifecycle().contains(event);
        if (listens) {
            entry.mapping().call(event, entry.entity());
        }
        return listens;
    }
}
