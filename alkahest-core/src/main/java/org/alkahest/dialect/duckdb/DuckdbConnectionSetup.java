package org.alkahest.dialect.duckdb;

import java.sql.Connection;
import java.util.Map;
import org.alkahest.dialect.ConnectionSetup;
import org.alkahest.dialect.IsolationLevel;

/** DuckDB's connections: each transaction is a snapshot (https://duckdb.org/docs/stable/sql/statements/transactions, 2.0). */
final class DuckdbConnectionSetup implements ConnectionSetup {
    static final ConnectionSetup INSTANCE = new DuckdbConnectionSetup();

    private DuckdbConnectionSetup() {}

    /** The number is what the driver calls it. */
    @Override
    public Map<IsolationLevel, Integer> isolationLevels() {
        return Map.of(IsolationLevel.SNAPSHOT, Connection.TRANSACTION_REPEATABLE_READ);
    }
}
