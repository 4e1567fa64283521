package org.alkahest.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.IsolationLevel;

/** Makes H2 give what a statement finds now, not what it found with other values. */
final class H2ConnectionSetup implements ConnectionSetup {
    static final ConnectionSetup INSTANCE = new H2ConnectionSetup();

    private static final int ADMIN_RIGHTS_REQUIRED = 90040;

    /** Constants.TRANSACTION_SNAPSHOT of the driver. */
    private static final int SNAPSHOT = 6;

    private H2ConnectionSetup() {}

    /**
     * H2 keeps the results of a statement and of queries in it, and gives them again while no table has changed. In terms of
     * a set operation it does not look whether the parameters of a limit or of a named query are the same (2.5.252), and
     * prepared statements are executed again here. The setting is the database's and wants its administrator
     * (html/commands.html#set_optimize_reuse_results); other users have to put it into the URL.
     */
    @Override
    public void onConnect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET OPTIMIZE_REUSE_RESULTS 0");
        } catch (SQLException e) {
            if (e.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
                throw e;
            }
        }
    }

    /** The standard's levels, and SNAPSHOT (https://h2database.com/html/advanced.html#transaction_isolation, 2.5). */
    @Override
    public Map<IsolationLevel, Integer> isolationLevels() {
        Map<IsolationLevel, Integer> levels = new EnumMap<>(ConnectionSetup.super.isolationLevels());
        levels.put(IsolationLevel.SNAPSHOT, SNAPSHOT);
        return levels;
    }
}
