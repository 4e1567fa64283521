package org.alkahest.orm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alkahest.orm.load.RowScope;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.KeyConditions;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.sql.Locking;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.Selectable;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Finds objects by key: in the identity map first, unless a lock sends every question to the database. */
final class Lookups {
    private final SessionContext context;

    Lookups(SessionContext context) {
        this.context = context;
    }

    <E> Optional<E> get(EntityTable<E> table, Object given, List<Association<?, ?>> loads) {
        Object key = key(table, given);
        EntityEntry<E> known = context.identities().find(table.mapping(), key);
        if (known != null && known.isMarkedDeleted()) {
            return Optional.empty();
        }
        E found = context.loader()
                .findAll(table, List.of(key), "was loaded by get", context.readsOnly())
                .get(key);
        if (found == null && known != null) {
            forget(known);
        }
        return loaded(found, table, loads);
    }

    <E> Optional<E> get(EntityTable<E> table, Object given, Locking lock, List<Association<?, ?>> loads) {
        Objects.requireNonNull(lock, "lock is null");
        Object key = key(table, given);
        EntityEntry<E> known = context.identities().find(table.mapping(), key);
        if (known != null && known.isMarkedDeleted()) {
            return Optional.empty();
        }
        E found = locked(table, key, lock, known, "was loaded by get");
        if (found == null && known != null && lock.onLocked() != Locking.Wait.SKIP_LOCKED) {
            forget(known);
        }
        return loaded(found, table, loads);
    }

    /** Locks and reads one row, also if the session has its object fresh. */
    <E> @Nullable E locked(
            EntityTable<E> table, Object key, Locking lock, @Nullable EntityEntry<E> known, String origin) {
        Selectable<E> selection = known == null || !mustBeSame(known) ? table : new CheckedVersion<>(table, known);
        Select<E> select = Sql.select(selection)
                .from(table)
                .where(KeyConditions.in(table.primaryKey(), List.of(key)))
                .lock(lock);
        RowStatement<E> sent = context.hook().query(select, true);
        context.beforeQuery(sent);
        RowScope scope = context.loader().scope(origin).refreshing();
        List<E> rows = context.hook().rows(sent, scope, true).all();
        scope.completed();
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** What was read in this transaction, or changed, was decided on: its row may not have changed meanwhile. */
    private boolean mustBeSame(EntityEntry<?> known) {
        return known.epoch() == context.epoch() || Autoflusher.isChanged(known, context.identities());
    }

    private Object key(EntityTable<?> table, Object given) {
        context.requireUsable();
        return table.requireKey(Objects.requireNonNull(given, "key is null"));
    }

    /** The row is gone: so is the object, unless it was changed; then the flush says so. */
    private void forget(EntityEntry<?> known) {
        if (known.state() == State.PERSISTENT && !Autoflusher.isChanged(known, context.identities())) {
            context.identities().remove(known);
            context.identities().move(known, State.DETACHED);
            context.events().deliver();
        }
    }

    private <E> Optional<E> loaded(@Nullable E found, EntityTable<E> table, List<Association<?, ?>> loads) {
        if (found == null) {
            return Optional.empty();
        }
        new EagerLoads(context).load(List.of(found), table, loads);
        return Optional.of(found);
    }
}
