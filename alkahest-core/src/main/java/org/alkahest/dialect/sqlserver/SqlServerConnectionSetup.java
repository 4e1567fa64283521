package org.alkahest.dialect.sqlserver;

import java.sql.Connection;
import java.sql.Savepoint;
import java.util.EnumMap;
import java.util.Map;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.IsolationLevel;

/** What SQL Server's connections do otherwise. The options that ISO wants are on by the driver's login. */
final class SqlServerConnectionSetup implements ConnectionSetup {
    static final ConnectionSetup INSTANCE = new SqlServerConnectionSetup();

    /** SQLServerConnection.TRANSACTION_SNAPSHOT of the driver ("Understanding isolation levels"). */
    private static final int SNAPSHOT = 4_096;

    private SqlServerConnectionSetup() {}

    /** A savepoint lasts until its transaction ends ("SAVE TRANSACTION"); the driver refuses to release one. */
    @Override
    public void releaseSavepoint(Connection connection, Savepoint savepoint) {}

    /** The standard's and SNAPSHOT, which the database has to allow ("SET TRANSACTION ISOLATION LEVEL", ALLOW_SNAPSHOT_ISOLATION). */
    @Override
    public Map<IsolationLevel, Integer> isolationLevels() {
        Map<IsolationLevel, Integer> levels = new EnumMap<>(ConnectionSetup.super.isolationLevels());
        levels.put(IsolationLevel.SNAPSHOT, SNAPSHOT);
        return levels;
    }
}
