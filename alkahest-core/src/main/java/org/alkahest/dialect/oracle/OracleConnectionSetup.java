package org.alkahest.dialect.oracle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.IsolationLevel;

/**
 * Makes casts between text, numbers and dates the same on every machine: the driver would take their formats from the JVM's
 * locale (19c Globalization Support Guide, "Setting Up a Globalization Support Environment").
 */
final class OracleConnectionSetup implements ConnectionSetup {
    static final ConnectionSetup INSTANCE = new OracleConnectionSetup();

    private static final String ISO_FORMATS = "ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'"
            + " NLS_DATE_FORMAT = 'YYYY-MM-DD'"
            + " NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF6'"
            + " NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF6 TZH:TZM'";

    private OracleConnectionSetup() {}

    @Override
    public void onConnect(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ISO_FORMATS);
        }
    }

    /** There is no statement for it, and the driver refuses (JDBC Developer's Guide, "Transaction Savepoints"). */
    @Override
    public void releaseSavepoint(Connection connection, Savepoint savepoint) {}

    /** "SET TRANSACTION": there are two. What it calls serializable is a snapshot. */
    @Override
    public Map<IsolationLevel, Integer> isolationLevels() {
        return Map.of(
                IsolationLevel.READ_COMMITTED,
                Connection.TRANSACTION_READ_COMMITTED,
                IsolationLevel.SERIALIZABLE,
                Connection.TRANSACTION_SERIALIZABLE);
    }
}
