package org.alkahest.dialect;

import java.sql.Connection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a transaction sees of others that run beside it, from the weakest (SQL:2023 part 2, 4.41.4). A level that a database
 * lacks is refused (ALK-1210), where the standard would let it take a stronger one.
 */
public enum IsolationLevel {
    /** What others have not committed yet, too. */
    READ_UNCOMMITTED,
    /** What was committed when the statement began. */
    READ_COMMITTED,
    /** A row that was read once stays as it was. */
    REPEATABLE_READ,
    /** What was committed when the transaction began; its changes fail where another was faster. Not of the standard. */
    SNAPSHOT,
    /** As if there were no others. */
    SERIALIZABLE;

    /** The level in the words of SQL. */
    public String sql() {
        return name().replace('_', ' ');
    }

    /** The four levels of the standard with JDBC's numbers for them. */
    static Map<IsolationLevel, Integer> standard() {
        Map<IsolationLevel, Integer> levels = new EnumMap<>(IsolationLevel.class);
        levels.put(READ_UNCOMMITTED, Connection.TRANSACTION_READ_UNCOMMITTED);
        levels.put(READ_COMMITTED, Connection.TRANSACTION_READ_COMMITTED);
        levels.put(REPEATABLE_READ, Connection.TRANSACTION_REPEATABLE_READ);
        levels.put(SERIALIZABLE, Connection.TRANSACTION_SERIALIZABLE);
        return levels;
    }
}
