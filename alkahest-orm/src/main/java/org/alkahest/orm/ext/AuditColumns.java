package org.alkahest.orm.ext;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.alkahest.orm.Session;
import org.alkahest.orm.SessionListener;

/**
 * Writes down who made and last changed objects, and when: a listener that sets fields before their rows are written. A row
 * that does not change keeps its stamp.
 *
 * <pre>{@code
 * SessionOptions.DEFAULT.withListener(AuditColumns.of(Document.class, Clock.systemUTC(), () -> currentUser())
 *         .onInsert((document, stamp) -> document.createdBy = stamp.user())
 *         .onUpdate((document, stamp) -> document.changedAt = stamp.time()))
 * }</pre>
 *
 * <p>Immutable; as thread-safe as its clock, its source of users and what it calls.
 *
 * @param <E> the entity, or a superclass or interface of entities
 */
public final class AuditColumns<E> implements SessionListener {
    private final Class<E> type;
    private final Clock clock;
    private final Supplier<String> user;
    private final BiConsumer<? super E, Stamp> onInsert;
    private final BiConsumer<? super E, Stamp> onUpdate;

    private AuditColumns(
            Class<E> type,
            Clock clock,
            Supplier<String> user,
            BiConsumer<? super E, Stamp> onInsert,
            BiConsumer<? super E, Stamp> onUpdate) {
        this.type = Objects.requireNonNull(type, "type is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
        this.user = Objects.requireNonNull(user, "user is null");
        this.onInsert = Objects.requireNonNull(onInsert, "onInsert is null");
        this.onUpdate = Objects.requireNonNull(onUpdate, "onUpdate is null");
    }

    /** Stamps objects of a class or interface; with nothing yet. */
    public static <E> AuditColumns<E> of(Class<E> type, Clock clock, Supplier<String> user) {
        return new AuditColumns<>(type, clock, user, (entity, stamp) -> {}, (entity, stamp) -> {});
    }

    /** Sets what is written when the row is inserted. */
    public AuditColumns<E> onInsert(BiConsumer<? super E, Stamp> set) {
        return new AuditColumns<>(type, clock, user, set, onUpdate);
    }

    /** Sets what is written when the row is updated. */
    public AuditColumns<E> onUpdate(BiConsumer<? super E, Stamp> set) {
        return new AuditColumns<>(type, clock, user, onInsert, set);
    }

    @Override
    public void beforeInsert(Session session, Object entity) {
        stamp(entity, onInsert);
    }

    @Override
    public void beforeUpdate(Session session, Object entity) {
        stamp(entity, onUpdate);
    }

    private void stamp(Object entity, BiConsumer<? super E, Stamp> set) {
        if (type.isInstance(entity)) {
            set.accept(type.cast(entity), new Stamp(user.get(), clock.instant()));
        }
    }

    /** Who does it, and when. */
    public record Stamp(String user, Instant time) {}
}
