package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;

/**
 * A lock on the rows that a query reads, until the end of the transaction: {@code FOR UPDATE OF t SKIP LOCKED}. Immutable.
 *
 * @param of the tables whose rows are locked; empty for all in FROM
 * @param seconds how long to wait, with {@link Wait#WAIT}; 0 for as long as the database waits anyway
 */
public record Locking(Strength strength, List<FromItem> of, Wait onLocked, int seconds) {
    public Locking {
        Objects.requireNonNull(strength, "strength is null");
        of = List.copyOf(of);
        Objects.requireNonNull(onLocked, "onLocked is null");
        if (seconds < 0) {
            throw new AlkahestArgumentException(
                    "ALK-1447",
                    "Cannot wait " + seconds + " seconds for a lock: the number is negative. Give a positive one, or"
                            + " use noWait().");
        }
    }

    private Locking(Strength strength, List<FromItem> of, Wait onLocked) {
        this(strength, of, onLocked, 0);
    }

    /** Against every other lock and change. */
    public static Locking forUpdate() {
        return new Locking(Strength.UPDATE, List.of(), Wait.WAIT);
    }

    /** As {@link #forUpdate()}, but rows may go on being referred to by new foreign keys. */
    public static Locking forNoKeyUpdate() {
        return new Locking(Strength.NO_KEY_UPDATE, List.of(), Wait.WAIT);
    }

    /** Against change, but not against other shared locks. */
    public static Locking forShare() {
        return new Locking(Strength.SHARE, List.of(), Wait.WAIT);
    }

    /** Against deletion and change of the key only. */
    public static Locking forKeyShare() {
        return new Locking(Strength.KEY_SHARE, List.of(), Wait.WAIT);
    }

    /** Only rows of these tables, which are in FROM. */
    public Locking of(FromItem... tables) {
        return new Locking(strength, List.of(tables), onLocked, seconds);
    }

    /** Fails at once where a row is locked already. */
    public Locking noWait() {
        return new Locking(strength, of, Wait.NOWAIT);
    }

    /** Fails where a row is still locked after some seconds; without a number they are as many as the database waits. */
    public Locking waitFor(int newSeconds) {
        return new Locking(strength, of, Wait.WAIT, newSeconds);
    }

    /** Leaves out rows that are locked already. */
    public Locking skipLocked() {
        return new Locking(strength, of, Wait.SKIP_LOCKED);
    }

    Locking mapChildren(NodeMapper mapper) {
        return new Locking(strength, mapper.mapAll(of), onLocked, seconds);
    }

    void describe(Description description) {
        description.add(strength).children(of).add(onLocked).add(seconds);
    }

    /** What others may still do, strongest first, with the SQL of it. */
    public enum Strength {
        UPDATE("FOR UPDATE"),
        NO_KEY_UPDATE("FOR NO KEY UPDATE"),
        SHARE("FOR SHARE"),
        KEY_SHARE("FOR KEY SHARE");

        private final String sql;

        Strength(String sql) {
            this.sql = sql;
        }

        /** The clause in SQL. */
        public String sql() {
            return sql;
        }
    }

    /** What to do about rows that another transaction has locked. */
    public enum Wait {
        WAIT,
        NOWAIT,
        SKIP_LOCKED
    }
}
