package org.alkahest.orm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.engine.Engine;
import org.alkahest.sql.TableRef;
import org.alkahest.type.AlkahestArgumentException;

/**
 * How sessions behave. Immutable.
 *
 * @param batchSize how many siblings an unloaded association is loaded for at once, at most
 * @param clock what versions take the time from
 * @param listeners told what each session does, in this order
 * @param validation whether new and changed objects are checked by Jakarta Validation before they are written
 * @param tables what views read and triggers write
 * @param joinMode what a session on a connection of the user's does with the transaction that it finds
 * @param readOnly whether objects are loaded to be read alone, where a query does not say otherwise
 * @param binds which tables are in other databases than the session's own
 */
public record SessionOptions(
        Autoflush autoflush,
        int batchSize,
        Clock clock,
        List<SessionListener> listeners,
        Validation validation,
        DeclaredTables tables,
        JoinMode joinMode,
        boolean readOnly,
        Binds binds) {
    /** What sessions do unless told otherwise. */
    public static final SessionOptions DEFAULT = new SessionOptions(
            Autoflush.WHEN_IT_MATTERS,
            500,
            Clock.systemUTC(),
            List.of(),
            Validation.AUTO,
            DeclaredTables.NONE,
            JoinMode.CONDITIONAL_SAVEPOINT,
            false,
            Binds.NONE);

    public SessionOptions {
        Objects.requireNonNull(autoflush, "autoflush is null");
        Objects.requireNonNull(clock, "clock is null");
        Objects.requireNonNull(validation, "validation is null");
        Objects.requireNonNull(tables, "tables is null");
        Objects.requireNonNull(joinMode, "joinMode is null");
        Objects.requireNonNull(binds, "binds is null");
        listeners = List.copyOf(listeners);
        if (batchSize < 1) {
            throw new AlkahestArgumentException(
                    "ALK-2112", "Cannot set batchSize to " + batchSize + ": it is not positive. Give 1 or more.");
        }
    }

    public SessionOptions withAutoflush(Autoflush when) {
        return new SessionOptions(when, batchSize, clock, listeners, validation, tables, joinMode, readOnly, binds);
    }

    public SessionOptions withBatchSize(int size) {
        return new SessionOptions(autoflush, size, clock, listeners, validation, tables, joinMode, readOnly, binds);
    }

    public SessionOptions withClock(Clock newClock) {
        return new SessionOptions(
                autoflush, batchSize, newClock, listeners, validation, tables, joinMode, readOnly, binds);
    }

    /** Adds a listener after earlier ones. */
    public SessionOptions withListener(SessionListener listener) {
        List<SessionListener> all = new ArrayList<>(listeners);
        all.add(Objects.requireNonNull(listener, "listener is null"));
        return new SessionOptions(autoflush, batchSize, clock, all, validation, tables, joinMode, readOnly, binds);
    }

    public SessionOptions withValidation(Validation when) {
        return new SessionOptions(autoflush, batchSize, clock, listeners, when, tables, joinMode, readOnly, binds);
    }

    /** Says which tables a view reads, so that a query of the view flushes changes of theirs. Calls add up. */
    public SessionOptions withReads(TableRef view, TableRef... read) {
        return new SessionOptions(
                autoflush,
                batchSize,
                clock,
                listeners,
                validation,
                tables.withReads(view, read),
                joinMode,
                readOnly,
                binds);
    }

    /** Says which tables triggers write when a table is written, so that queries of those flush. Calls add up. */
    public SessionOptions withWrites(TableRef table, TableRef... written) {
        return new SessionOptions(
                autoflush,
                batchSize,
                clock,
                listeners,
                validation,
                tables.withWrites(table, written),
                joinMode,
                readOnly,
                binds);
    }

    /** What sessions on a connection of the user's do with the transaction that they find there. */
    public SessionOptions withJoinMode(JoinMode mode) {
        return new SessionOptions(autoflush, batchSize, clock, listeners, validation, tables, mode, readOnly, binds);
    }

    /** Queries load objects to be read alone, unless they say {@link Query#writable}. */
    public SessionOptions withReadOnly() {
        return new SessionOptions(autoflush, batchSize, clock, listeners, validation, tables, joinMode, true, binds);
    }

    /**
     * Says that a table is in the database of another engine, of an entity with its hierarchy and association tables. A
     * session keeps one connection for each engine; a statement whose tables are of several errors with ALK-2146.
     */
    public SessionOptions withBind(TableRef table, Engine engine) {
        Objects.requireNonNull(engine, "engine is null");
        return withBinds(binds.with(Objects.requireNonNull(table, "table is null"), engine));
    }

    /**
     * Prepares transactions on all engines before committing them on any. Without it, they are committed one after the other
     * in the order in which their engines were first used, and the failure of a later one leaves the earlier committed
     * (ALK-2147). Needs databases with two-phase transactions (ALK-1210).
     */
    public SessionOptions withTwoPhase() {
        return withBinds(binds.withTwoPhase());
    }

    private SessionOptions withBinds(Binds all) {
        return new SessionOptions(autoflush, batchSize, clock, listeners, validation, tables, joinMode, readOnly, all);
    }

    /** Whether a flush validates. */
    public enum Validation {
        /** Where the API of Jakarta Validation and a provider of it are present. */
        AUTO,
        NONE
    }

    /** When a query flushes before it is sent. */
    public enum Autoflush {
        /** When pending changes touch a table that the query reads; raw SQL reads every table. */
        WHEN_IT_MATTERS,
        ALWAYS,
        NEVER
    }
}
