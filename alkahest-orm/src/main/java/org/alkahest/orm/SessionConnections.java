package org.alkahest.orm;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.engine.Savepoint;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TableRef;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** The connections of a session's present transaction: one, or one for each engine that its tables are bound to. */
final class SessionConnections {
    private final SessionBind bind;
    private final Binds binds;
    private final JoinMode joinMode;
    private final Consumer<Runnable> begun;
    private final IdentityHashMap<Engine, SessionWork> others = new IdentityHashMap<>();
    /** All of them, in the order in which they were taken. */
    private final List<SessionWork> works = new ArrayList<>();

    private @Nullable SessionWork main;
    private String name = "";

    /** @param begun is told when the first is taken, and runs what it is given if a listener refuses */
    SessionConnections(SessionBind bind, SessionOptions options, Consumer<Runnable> begun) {
        this.bind = bind;
        this.binds = options.binds();
        this.joinMode = options.joinMode();
        this.begun = begun;
        if (bind instanceof SessionBind.OfConnection && !binds.equals(Binds.NONE)) {
            throw new AlkahestArgumentException(
                    "ALK-2145",
                    "Cannot open a session on a connection with tables bound to engines, or in two phases: it does not"
                            + " end its owner's transaction along with others. Open the session on an engine.");
        }
    }

    boolean isEmpty() {
        return works.isEmpty();
    }

    /** The connection of the session's own engine. */
    Connection main() {
        SessionWork present = main;
        if (present == null) {
            present = taken(bind);
            main = present;
            announce();
        }
        return present.connection();
    }

    /** The connection of a table's engine. */
    Connection of(TableRef table) {
        return of(binds.engine(table));
    }

    /** The connection of the engine of a statement's tables. Errors with ALK-2146 if they are of several. */
    Connection of(Statement statement) {
        return of(binds.engine(statement));
    }

    private Connection of(@Nullable Engine engine) {
        if (engine == null || (bind instanceof SessionBind.OfEngine own && engine.equals(own.engine()))) {
            return main();
        }
        SessionWork present = others.get(engine);
        if (present == null) {
            present = taken(new SessionBind.OfEngine(engine));
            others.put(engine, present);
            announce();
        }
        return present.connection();
    }

    private SessionWork taken(SessionBind from) {
        SessionWork work = from.begin(joinMode);
        works.add(work);
        if (binds.twoPhase()) {
            name = works.size() == 1 ? "alkahest-" + UUID.randomUUID() : name;
            try {
                work.prepareTo(name + "-" + works.size());
            } catch (RuntimeException | Error e) {
                works.remove(work);
                EveryStep.after(e).run(work::release).end();
            }
        }
        return work;
    }

    private void announce() {
        if (works.size() == 1) {
            begun.accept(() -> {
                EveryStep steps = new EveryStep();
                if (endWithSession()) {
                    rollback(steps);
                }
                release(steps);
                steps.end();
            });
        }
    }

    /**
     * Commits on all engines, in the order in which they were taken; in two phases, if the options say so, where there are
     * several. Errors with ALK-2147 if some were committed when another failed.
     */
    void commit() {
        boolean several = works.size() > 1;
        if (binds.twoPhase() && several) {
            works.forEach(SessionWork::prepare);
        }
        List<SessionWork> failed = new ArrayList<>();
        Throwable first = null;
        int committed = 0;
        for (SessionWork work : works) {
            if (first != null && !binds.twoPhase()) {
                failed.add(work);
                continue;
            }
            try {
                work.commit();
                committed++;
            } catch (RuntimeException | Error e) {
                if (committed == 0 && !(binds.twoPhase() && several)) {
                    throw e;
                }
                first = first == null ? e : first;
                failed.add(work);
            }
        }
        if (first != null) {
            throw partial(failed, first);
        }
    }

    private PartialCommitException partial(List<SessionWork> failed, Throwable cause) {
        Set<String> left = new LinkedHashSet<>();
        for (SessionWork work : failed) {
            String prepared = work.leave();
            left.add(
                    prepared == null
                            ? "rolled back on " + work.engine()
                            : "prepared on " + work.engine() + " as " + prepared);
        }
        return new PartialCommitException(
                "Cannot commit on all engines: the transaction is committed on some, and " + left + ". "
                        + (binds.twoPhase()
                                ? "Commit what is prepared by Connection.commitPrepared."
                                : "Repair the rest by hand; SessionOptions.withTwoPhase() prepares all before it"
                                        + " commits any."),
                cause);
    }

    void rollback(EveryStep steps) {
        works.forEach(work -> steps.run(work::rollback));
    }

    /** The connections go back where they came from. */
    void release(EveryStep steps) {
        List<SessionWork> all = List.copyOf(works);
        works.clear();
        others.clear();
        main = null;
        all.forEach(work -> steps.run(work::release));
    }

    /** Whether the end of the session rolls back. */
    boolean endWithSession() {
        return works.stream().allMatch(SessionWork::endsWithSession);
    }

    /** One savepoint for each engine, those included that nothing was sent to yet. */
    List<Savepoint> savepoints() {
        List<Savepoint> made = new ArrayList<>();
        made.add(main().savepoint());
        for (Engine engine : new LinkedHashSet<>(binds.engines().values())) {
            Connection connection = of(engine);
            if (!connection.equals(main())) {
                made.add(connection.savepoint());
            }
        }
        return made;
    }
}
