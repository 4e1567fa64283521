package org.alkahest.dialect.mysql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.alkahest.dialect.ConnectionSetup;

/**
 * Makes sessions alike whatever the server's configuration, and refuse what other databases refuse.
 *
 * <p>The SQL mode (MySQL 9.7, 7.1.11; MariaDB 10.11, "SQL_MODE") is set as a whole: values that do not fit are errors, not
 * cut; an explicit 0 is kept in a self-numbering column; backslashes escape in literals, as they do by default, so that
 * literals are written right. The time zone is UTC, so that the database's own clock agrees with instants, which are kept
 * in UTC. Aggregated text is not cut after 1024 bytes.
 */
final class MysqlConnectionSetup implements ConnectionSetup {
    private static final String COMMON = "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
            + "NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION";

    static final ConnectionSetup MYSQL = new MysqlConnectionSetup(COMMON + ",ONLY_FULL_GROUP_BY");

    /**
     * Assignments of an UPDATE see the old row, as in the standard. ONLY_FULL_GROUP_BY is left out: it does not know that
     * grouping by a key fixes the other columns (MariaDB 10.11, "SQL_MODE").
     */
    static final ConnectionSetup MARIADB = new MysqlConnectionSetup(COMMON + ",SIMULTANEOUS_ASSIGNMENT");

    private final String sql;

    private MysqlConnectionSetup(String sqlMode) {
        this.sql = "SET SESSION sql_mode = '" + sqlMode + "', time_zone = '+00:00', group_concat_max_len = 1073741824";
    }

    /**
     * Connector/J takes all rows into memory unless its URL asks for cursors, or the fetch size is the least integer: then
     * rows come one by one, and nothing else can be sent before the last ("Connector/J Developer Guide", 6.4, ResultSet). The
     * driver of MariaDB fetches in parts as JDBC says.
     */
    @Override
    public void fetchInParts(PreparedStatement statement, int rows) throws SQLException {
        DatabaseMetaData driver = statement.getConnection().getMetaData();
        boolean oneByOne =
                driver.getDriverName().startsWith("MySQL") && !driver.getURL().contains("useCursorFetch=true");
        statement.setFetchSize(oneByOne ? Integer.MIN_VALUE : rows);
    }

    @Override
    public void onConnect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
