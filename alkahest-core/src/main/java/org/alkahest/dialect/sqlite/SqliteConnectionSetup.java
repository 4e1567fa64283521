package org.alkahest.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.IsolationLevel;
import org.slf4j.LoggerFactory;

/** Makes SQLite behave as the other databases do where it would not for the sake of its past. */
final class SqliteConnectionSetup implements ConnectionSetup {
    static final ConnectionSetup INSTANCE = new SqliteConnectionSetup();

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /** Primary result codes with which a database says that its journal cannot be changed now (rescode.html). */
    private static final int BUSY = 5;

    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int CANTOPEN = 14;

    private SqliteConnectionSetup() {}

    @Override
    public void onConnect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Foreign keys are declared but not enforced unless each connection asks (foreignkeys.html, section 2).
            statement.execute("PRAGMA foreign_keys = ON");
            if (busyTimeout(statement) < BUSY_TIMEOUT_MILLIS) {
                // There is one writer at a time; a second one should wait for it, not fail at once.
                statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
            }
            useWriteAheadLog(statement, "");
        }
        addFunctions(connection);
    }

    /** With another driver, or where modules do not see it, there are no such functions, and SQLite says so. */
    private static void addFunctions(Connection connection) throws SQLException {
        try {
            SqliteRegexp.register(connection);
        } catch (LinkageError e) {
            LoggerFactory.getLogger(SqliteConnectionSetup.class).debug("No regular expressions on this connection", e);
        }
    }

    /**
     * The driver begins the next transaction together with the end of this one. That takes no lock as long as transactions
     * are deferred, but {@code transaction_mode=IMMEDIATE} would keep every other writer waiting meanwhile. Where another
     * writer keeps the lock for longer than the busy timeout, a commit in that mode errors after it has succeeded.
     */
    @Override
    public void afterTransaction(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    private static int busyTimeout(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA busy_timeout")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /**
     * With a rollback journal every reader blocks the writer's commit; in write-ahead mode they do not (wal.html). A
     * memory database answers "memory" and stays as it is, and so does a file that may not be written, or is busy.
     *
     * @param schema an attached database with a dot, or empty for all
     */
    static void useWriteAheadLog(Statement statement, String schema) throws SQLException {
        try {
            statement.execute("PRAGMA " + schema + "journal_mode = WAL");
        } catch (SQLException e) {
            int code = e.getErrorCode() & 0xff;
            if (code != BUSY && code != LOCKED && code != READONLY && code != CANTOPEN) {
                throw e;
            }
        }
    }

    /** Transactions are serializable; those of one shared cache may read what is not committed (isolation.html). */
    @Override
    public Map<IsolationLevel, Integer> isolationLevels() {
        return Map.of(
                IsolationLevel.READ_UNCOMMITTED,
                Connection.TRANSACTION_READ_UNCOMMITTED,
                IsolationLevel.SERIALIZABLE,
                Connection.TRANSACTION_SERIALIZABLE);
    }
}
