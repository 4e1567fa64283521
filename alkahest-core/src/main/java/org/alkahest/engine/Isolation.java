package org.alkahest.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.Dialect;
import org.alkahest.dialect.IsolationLevel;
import org.jspecify.annotations.Nullable;

/** The level of isolation that a connection's transactions are to have, and the one that its JDBC connection came with. */
final class Isolation {
    private final Dialect dialect;
    private @Nullable IsolationLevel wanted;
    private boolean applied;
    private @Nullable Integer original;

    Isolation(Dialect dialect, @Nullable IsolationLevel wanted) {
        this.dialect = dialect;
        this.wanted = wanted;
    }

    /** Errors with ALK-1210 if the database lacks the level. */
    static void require(Dialect dialect, @Nullable IsolationLevel level) {
        Set<IsolationLevel> levels = dialect.connectionSetup().isolationLevels().keySet();
        if (level != null && !levels.contains(level)) {
            throw new UnsupportedFeatureException(
                    "transactions of isolation " + level.sql(),
                    dialect.traits(),
                    "Use one of " + new TreeSet<>(levels) + ".");
        }
    }

    @Nullable
    IsolationLevel wanted() {
        return wanted;
    }

    /** Has the transactions that follow run at a level; null for the one that the JDBC connection came with. */
    void want(@Nullable IsolationLevel level) {
        require(dialect, level);
        wanted = level;
        applied = false;
    }

    /** Before a transaction begins. Nothing is sent where nothing else is wanted than there is. */
    void apply(Connection jdbc) throws SQLException {
        if (applied) {
            return;
        }
        IsolationLevel level = wanted;
        if (level == null) {
            restore(jdbc);
        } else {
            jdbc.setAutoCommit(true); // databases do not change the level inside of a transaction
            if (original == null) {
                original = jdbc.getTransactionIsolation();
            }
            jdbc.setTransactionIsolation(number(level));
        }
        applied = true;
    }

    private int number(IsolationLevel level) {
        Integer number = dialect.connectionSetup().isolationLevels().get(level);
        if (number == null) {
            throw new IllegalStateException("No number for " + level + ", which was required before");
        }
        return number;
    }

    /** Before the JDBC connection goes back to where others get it from. */
    void restore(Connection jdbc) throws SQLException {
        if (original != null) {
            jdbc.setAutoCommit(true);
            jdbc.setTransactionIsolation(original);
        }
        forget();
    }

    /** The JDBC connection is gone, and another will come. */
    void forget() {
        original = null;
        applied = false;
    }
}
