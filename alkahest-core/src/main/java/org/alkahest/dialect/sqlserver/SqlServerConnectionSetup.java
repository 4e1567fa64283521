package org.alkahest.dialect.sqlserver;

import java.sql.Connection;
import java.sql.Savepoint;
import org.alkahest.dialect.ConnectionSetup;

/** What SQL Server's connections do otherwise. The options that ISO wants are on by the driver's login. */
final class SqlServerConnectionSetup implements ConnectionSetup {
    static final ConnectionSetup INSTANCE = new SqlServerConnectionSetup();

    private SqlServerConnectionSetup() {}

    /** A savepoint lasts until its transaction ends ("SAVE TRANSACTION"); the driver refuses to release one. */
    @Override
    public void releaseSavepoint(Connection connection, Savepoint savepoint) {}
}
